/** What a spreadsheet takes for the start of a formula, or skips before looking for one; the wide forms count with some of them. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Text for a spreadsheet's cell. An article may say anything, and a spreadsheet runs what begins like a formula; an apostrophe before it makes it text again. */
export function safeCell(value: string): string {
  return FORMULA.test(value) ? `'${value}` : value;
}

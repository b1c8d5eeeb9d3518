/** What a spreadsheet may take for the start of a formula, also behind blanks and in their wide forms. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/;

/**
 * A text as a cell of a CSV file that a spreadsheet will open: one that could start a formula gets an apostrophe in front, which spreadsheets take as "this is text". Anything else stays as it is.
 */
export function safeCell(value: string): string {
  return FORMULA.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
}

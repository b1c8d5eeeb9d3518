/** XML 1.0 has no way to write these, not even as an escape; the mark for what cannot be shown stands in. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' };

/** Text for an element or an attribute in double quotation marks; line breaks survive in both, also those that only XML 1.1 takes for such: some readers do. */
export function xmlText(text: string): string {
  return text.replace(UNWRITABLE, '\uFFFD').replace(/[&<>"\t\n\r\u007F-\u009F\u2028\u2029]/g, (found) => ESCAPES[found] ?? `&#${found.charCodeAt(0)};`);
}

const SHORT: Record<string, string> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' };

/**
 * A value as Cypher writes it: the script that is exported takes no parameters, so that any tool can run it. Everything that could end a text early, a line break, or what stands invisibly in a text (controls,
 * line separators, marks of direction) is written as an escape, so a text never leaves its line nor its quotation marks.
 */
export function cypherLiteral(value: string | number | null): string {
  return typeof value === 'string' ? quoted(value) : String(value);
}

/** Controls, U+2028 and U+2029, the marks of direction, the byte order mark. */
const ESCAPED = /[\\'\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

function quoted(text: string): string {
  return `'${text.replace(ESCAPED, (found) => SHORT[found] ?? `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)}'`;
}

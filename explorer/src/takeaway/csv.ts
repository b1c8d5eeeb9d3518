export type Cell = string | number | boolean | null | undefined;

/** Rows as RFC 4180 has them, for spreadsheets: with a byte order mark, so that they read it as UTF-8, and no cell that they would take for a formula. */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  // Only text can be a formula; a number's minus sign is its own.
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

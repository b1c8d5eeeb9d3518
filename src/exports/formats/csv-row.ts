const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** A cell's text, in quotation marks where CSV wants them; with `always`, for readers that tell an empty text from none by the marks. */
export function csvText(text: string, always = false): string {
  return always || NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

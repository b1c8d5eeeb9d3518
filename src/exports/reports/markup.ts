/** HTML or SVG that is safe to put into a page as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | boolean | null | undefined | readonly Part[];

// What XML and HTML do not allow in a text, lone halves of surrogate pairs included.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text for HTML, SVG or XML, in content and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"']/g, (char) => ENTITIES[char] as string);
}

/** A template of markup. Every value in it is escaped, but for other markup; null, undefined and false are nothing; lists follow one another. */
export function markup(strings: TemplateStringsArray, ...values: Part[]): Markup {
  return new Markup(strings.reduce((all, text, i) => all + render(values[i - 1]) + text));
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return escapeMarkup(String(part));
}

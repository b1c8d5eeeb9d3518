const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text without what XML 1.0 cannot hold at all: control characters and halves of surrogate pairs. */
export function cleanText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');
}

/** A text for an element or an attribute. */
export function escapeXml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
}

/** An element; attributes that are null are left out, numbers are rounded to hundredths, `content` is XML already. */
export function element(name: string, attributes: Record<string, string | number | null>, content = ''): string {
  const told = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [` ${key}="${typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeXml(value)}"`])).join('');
  return content === '' ? `<${name}${told}/>` : `<${name}${told}>${content}</${name}>`;
}

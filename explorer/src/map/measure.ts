export const LABEL_PX = 12;
export const COUNTRY_PX = 11;

const pen = document.createElement('canvas').getContext('2d');
const widths = new Map<string, number>();

/** A text's width in pixels, in the page's own font. */
export function measure(text: string, weight: 'normal' | 'bold' | 'country'): number {
  const key = `${weight} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    const size = weight === 'country' ? COUNTRY_PX : LABEL_PX;
    if (pen !== null) pen.font = `${weight === 'bold' ? 600 : 400} ${size}px ${getComputedStyle(document.documentElement).getPropertyValue('--font')}`;
    width = (pen?.measureText(text).width ?? text.length * 7) * (weight === 'country' ? 1.08 : 1);
    widths.set(key, width);
  }
  return width;
}

import { FONT, type Measure } from './words-in-picture';

/** Measures text with the browser's own fonts. */
export function canvasMeasure(): Measure {
  const pen = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  return (text, px, bold) => {
    const font = `${bold ? 600 : 400} ${px}px ${FONT}`;
    const key = `${font} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (pen !== null) pen.font = font;
      width = pen?.measureText(text).width ?? text.length * px * 0.55;
      widths.set(key, width);
    }
    return width;
  };
}

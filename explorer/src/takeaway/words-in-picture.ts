/** A text's width in pixels. */
export type Measure = (text: string, px: number, bold: boolean) => number;

export const LABEL_PX = 12;
export const FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', sans-serif";

/** A text in lines of at most `width` pixels; words that are longer are cut. */
export function wrapped(text: string, width: number, px: number, measure: Measure, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(/[ \t\r\n]+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer, px, bold) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    while (measure(word, px, bold) > width && word.length > 1) {
      let fits = word.length - 1;
      while (fits > 1 && measure(word.slice(0, fits), px, bold) > width) fits = Math.floor(fits * 0.9);
      lines.push(word.slice(0, fits));
      word = word.slice(fits);
    }
    line = word;
  }
  return line === '' ? lines : [...lines, line];
}

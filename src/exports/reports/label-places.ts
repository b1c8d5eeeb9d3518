/** A rectangle on a picture. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedLabel {
  x: number;
  y: number;
  anchor: 'start' | 'end' | 'middle';
}

/** Width of a letter, as a share of the font's size: generous, since fonts differ. */
const LETTER = 0.56;

/** Finds room for labels beside their points: right, left, below or above, where none lies on another or leaves the picture. */
export class LabelPlaces {
  private readonly taken: Box[] = [];

  constructor(private readonly picture: { width: number; height: number }) {}

  /** Keeps labels off what is drawn here. */
  block(box: Box): void {
    this.taken.push(box);
  }

  /** Where a label of `size` pixels for a disc of `radius` at a point goes; null where there is no room, unless it `must` be shown. */
  place(text: string, x: number, y: number, radius: number, size: number, must = false): PlacedLabel | null {
    const width = text.length * size * LETTER;
    const gap = radius + 4;
    const options: [PlacedLabel, Box][] = [
      [{ x: x + gap, y: y + size * 0.35, anchor: 'start' }, { x: x + gap, y: y - size * 0.6, width, height: size * 1.2 }],
      [{ x: x - gap, y: y + size * 0.35, anchor: 'end' }, { x: x - gap - width, y: y - size * 0.6, width, height: size * 1.2 }],
      [{ x, y: y + gap + size * 0.8, anchor: 'middle' }, { x: x - width / 2, y: y + gap, width, height: size * 1.2 }],
      [{ x, y: y - gap - size * 0.2, anchor: 'middle' }, { x: x - width / 2, y: y - gap - size * 1.2, width, height: size * 1.2 }],
    ];
    const inside = options.filter(([, box]) => box.x >= 0 && box.y >= 0 && box.x + box.width <= this.picture.width && box.y + box.height <= this.picture.height);
    const free = inside.find(([, box]) => !this.taken.some((other) => overlaps(box, other)));
    const chosen = free ?? (must ? (inside[0] ?? options[0]) : undefined);
    if (chosen === undefined) return null;
    this.taken.push(chosen[1]);
    return chosen[0];
  }
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** A text of `most` characters at most. */
export function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('').trimEnd()}…`;
}

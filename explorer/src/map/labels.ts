import { placeLabels, type Box, type LabelRequest, type PlacedLabel } from '../graph/labels';

const MOST_LABELS = 90;

export interface Name {
  text: string;
  /** Where its middle lies, in pixels. */
  x: number;
  y: number;
  /** How wide its country is, in pixels: a name that is wider would lie about what it names. */
  room: number;
}

/** Labels of places beside their symbols, none over another. */
export function labelPlaces(requests: readonly LabelRequest[], measure: (text: string, weight: LabelRequest['weight']) => number, height: number): PlacedLabel[] {
  const obstacles = requests.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  return placeLabels(requests, obstacles, measure, height, MOST_LABELS);
}

/** The names of countries that fit into them and over nothing that is there already; the widest countries first. */
export function nameCountries(names: readonly Name[], taken: readonly Box[], measure: (text: string) => number, height: number): Name[] {
  const boxes = [...taken];
  const shown: Name[] = [];
  for (const name of [...names].sort((a, b) => b.room - a.room)) {
    const width = measure(name.text);
    if (width > name.room) continue;
    const box = { left: name.x - width / 2, right: name.x + width / 2, top: name.y - height / 2, bottom: name.y + height / 2 };
    if (boxes.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) continue;
    boxes.push(box);
    shown.push(name);
  }
  return shown;
}

import { placeLabels, type Box, type LabelRequest, type PlacedLabel } from '../graph/labels';

const MOST_LABELS = 90;
/** Longer than any label, so that none reaches past what lies beyond the edge. */
const BEYOND_PX = 400;

export interface Name {
  text: string;
  /** Where its middle lies, in pixels. */
  x: number;
  y: number;
  /** How wide its country is, in pixels: a name that is wider would lie about what it names. */
  room: number;
}

/** Labels of places beside their symbols, none over another and none cut off by the map's edge. */
export function labelPlaces<R extends LabelRequest>(requests: readonly R[], measure: (text: string, weight: LabelRequest['weight']) => number, height: number, map: { width: number; height: number }): (R & PlacedLabel)[] {
  const obstacles = requests.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  obstacles.push(
    { left: -BEYOND_PX, right: 0, top: 0, bottom: map.height }, { left: map.width, right: map.width + BEYOND_PX, top: 0, bottom: map.height },
    { left: 0, right: map.width, top: -height * 2, bottom: 0 }, { left: 0, right: map.width, top: map.height, bottom: map.height + height * 2 },
  );
  // What was asked for is handed back as it came, with its box.
  return placeLabels(requests, obstacles, measure, height, MOST_LABELS) as (R & PlacedLabel)[];
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

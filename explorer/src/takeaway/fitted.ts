import type { Spot } from '../graph/geometry';
import { placeLabels } from '../graph/labels';
import type { Content } from './content';
import type { Palette } from './palette';
import { sceneOf, type Scene, type SceneLabel, type Standing } from './scene';
import { LABEL_PX, type Measure } from './words-in-picture';

const WIDTH = 1_240;
const [LOWEST, HIGHEST] = [560, 1_300];
const MARGIN = 70;
const MOST_LABELS = 400;
/** With more parties than this, parties and ties are drawn smaller. */
const MANY = 160;

/** The whole network at its places, fitted to a picture of its own, whatever the stage shows of it. */
export function fittedScene(content: Content, standing: Standing, palette: Palette, measure: Measure): Scene {
  const places = content.shown.nodes.flatMap(({ party }) => {
    const place = content.positions.get(party.id);
    return place === undefined ? [] : [[party.id, place] as const];
  });
  const [xs, ys] = [places.map(([, [x]]) => x), places.map(([, [, y]]) => y)];
  const least = (all: number[]): number => all.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (all: number[]): number => all.reduce((a, b) => Math.max(a, b), -Infinity);
  const wide = Math.max(1, most(xs) - least(xs));
  const tall = Math.max(1, most(ys) - least(ys));
  const room = WIDTH - 2 * MARGIN;
  const height = places.length === 0 ? LOWEST : Math.min(HIGHEST, Math.max(LOWEST, (room * tall) / wide + 2 * MARGIN));
  const factor = Math.min(room / wide, (height - 2 * MARGIN) / tall);
  const [left, top] = [(WIDTH - wide * factor) / 2, (height - tall * factor) / 2];
  // The layout's y runs up, the picture's down.
  const spots = new Map(places.map(([id, [x, y]]): [string, Spot] => [id, { x: left + (x - least(xs)) * factor, y: top + (most(ys) - y) * factor }]));
  const scale = Math.max(0.35, Math.min(1, Math.sqrt(MANY / Math.max(1, places.length))));
  const drawn = sceneOf(content, spots, scale, standing, palette);
  return { width: WIDTH, height, ...drawn, labels: labels(drawn, content, measure, height) };
}

function labels({ nodes }: Pick<Scene, 'nodes'>, { shown }: Content, measure: Measure, height: number): SceneLabel[] {
  const clear = nodes.filter(({ faded }) => !faded);
  const rank = (node: Scene['nodes'][number]): number => (node.selected ? 1e6 : 0) + (node.bold ? 1e3 : 0) + (shown.degree.get(node.id) ?? 0);
  const ordered = [...clear].sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
  const requests = ordered.map(({ name, x, y, r, bold }) => ({ text: name, x, y, radius: r, weight: bold ? 'bold' as const : 'normal' as const }));
  const obstacles = clear.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const whole = { left: 2, top: 2, right: WIDTH - 2, bottom: height - 2 };
  return placeLabels(requests, obstacles, (text, weight) => measure(text, LABEL_PX, weight === 'bold'), LABEL_PX + 3, MOST_LABELS, whole)
    .map(({ text, box, weight }) => ({ text, x: box.left, y: (box.top + box.bottom) / 2, bold: weight === 'bold' }));
}

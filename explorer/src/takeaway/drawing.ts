import type { Spot } from '../graph/geometry';
import type { Filling, Shape, TieLook } from '../graph/looks';
import { at, curveOf, leaving, piece, type Curve } from './curve';
import { mixed, type Palette } from './palette';
import type { Scene, SceneNode, SceneTie } from './scene';
import { element, escapeXml } from './xml';
import { FONT, LABEL_PX } from './words-in-picture';

/** Parties and ties as SVG: presentation attributes only, so that it may stand in any page and any file. */
export function drawing({ nodes, ties, labels }: Scene, palette: Palette): string {
  const clearLast = <T extends { faded: boolean; selected: boolean }>(items: T[]): T[] => [...items].sort((a, b) => Number(b.faded) - Number(a.faded) || Number(a.selected) - Number(b.selected));
  return [
    element('g', { 'fill': 'none' }, clearLast(ties).map((tie) => drawTie(tie, palette)).join('')),
    element('g', {}, clearLast(nodes).map((node) => drawNode(node, palette)).join('')),
    element('g', {}, ties.map((tie) => drawMark(tie, palette)).join('')),
    element('g', { 'font-family': FONT, 'font-size': LABEL_PX, 'fill': palette.text, 'stroke': palette.page, 'stroke-width': 3.5, 'stroke-linejoin': 'round', 'paint-order': 'stroke' },
      labels.map(({ text, x, y, bold }) => element('text', { x, y: y + LABEL_PX * 0.35, 'font-weight': bold ? 600 : null }, escapeXml(text))).join('')),
  ].join('\n');
}

function drawNode({ name, x, y, r, shape, filling, colour, selected, faded }: SceneNode, palette: Palette): string {
  return element('g', { opacity: faded ? 0.12 : null }, `<title>${escapeXml(name)}</title>${figure(shape, filling, { x, y }, r, colour, palette, selected)}`);
}

/** A party's figure. */
export function figure(shape: Shape, filling: Filling, { x, y }: Spot, r: number, colour: string, palette: Palette, selected = false): string {
  // The rim lies within the figure, as on the stage.
  const rim = Math.min(2, r * 0.4);
  const look = { 'fill': filling === 'full' ? colour : palette.page, 'stroke': selected ? palette.accent : filling === 'full' ? mixed(colour, palette.text, 0.25) : colour, 'stroke-width': selected ? rim * 1.5 : rim };
  const inner = r - rim / 2;
  return shape === 'circle' ? element('circle', { cx: x, cy: y, r: inner, ...look }) : element('polygon', { points: points(corners(shape, inner).map(([dx, dy]) => ({ x: x + dx, y: y + dy }))), ...look, 'stroke-linejoin': 'round' });
}

function corners(shape: Exclude<Shape, 'circle'>, r: number): [number, number][] {
  switch (shape) {
    case 'square': return [[-r, -r], [r, -r], [r, r], [-r, r]];
    case 'diamond': return regular(4, r);
    case 'triangle': return regular(3, r);
    case 'pentagon': return regular(5, r);
    case 'hexagon': return regular(6, r);
  }
}

/** A regular polygon that stands on its side, one corner up. */
function regular(n: number, r: number): [number, number][] {
  return Array.from({ length: n }, (_, i) => [r * Math.sin((2 * Math.PI * i) / n), -r * Math.cos((2 * Math.PI * i) / n)]);
}

function points(spots: Spot[]): string {
  return spots.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

function drawTie(tie: SceneTie, palette: Palette): string {
  const { from, to, bend, selected, faded, title } = tie;
  if (from === to) return loop(tie);
  const curve = curveOf(from, to, bend);
  const [t0, t1] = [leaving(curve, from.r + 1, true), leaving(curve, to.r + 1, false)];
  // Parties that overlap leave nothing between them.
  if (t1 - t0 < 0.02) return '';
  const drawn = line(piece(curve, t0, t1), tie, selected ? palette.accent : tie.colour);
  return element('g', { opacity: faded ? 0.12 : selected ? 1 : 0.85 }, `<title>${escapeXml(title)}</title>${drawn}`);
}

function loop({ from: { x, y, r }, width, colour, title, faded }: SceneTie): string {
  const d = `M${(x - r * 0.6).toFixed(1)} ${(y - r * 0.7).toFixed(1)} C${(x - r * 2.4).toFixed(1)} ${(y - r * 3.4).toFixed(1)} ${(x + r * 2.4).toFixed(1)} ${(y - r * 3.4).toFixed(1)} ${(x + r * 0.6).toFixed(1)} ${(y - r * 0.7).toFixed(1)}`;
  return element('g', { opacity: faded ? 0.12 : 0.85 }, `<title>${escapeXml(title)}</title>${element('path', { d, 'stroke': colour, 'stroke-width': width })}`);
}

/** How long and how wide an end is, in widths of its line. */
const ENDS: Record<TieLook['head'], [number, number]> = { arrow: [4, 3.4], diamond: [4.4, 3.2], circle: [3, 3], square: [3, 3], bar: [0.9, 5], none: [0, 0] };

/** A line with its ends, which take their room from it. */
export function line(whole: Curve, { width, dash, gap, head, tail }: Pick<TieLook, 'width' | 'dash' | 'gap' | 'head' | 'tail'>, colour: string): string {
  const length = Math.hypot(whole.to.x - whole.from.x, whole.to.y - whole.from.y);
  const most = tail === 'none' ? 0.6 : 0.42;
  const size = (end: TieLook['head']): [number, number] => {
    const [long, wide] = ENDS[end];
    const shrink = long === 0 ? 1 : Math.min(1, (length * most) / (long * width));
    return [long * width * shrink, wide * width * Math.sqrt(shrink)];
  };
  const [headLong, headWide] = size(head);
  const [tailLong, tailWide] = size(tail);
  const stem = piece(whole, tailLong === 0 ? 0 : leaving(whole, tailLong * 0.9, true), headLong === 0 ? 1 : leaving(whole, headLong * 0.9, false));
  const d = `M${spot(stem.from)} Q${spot(stem.control)} ${spot(stem.to)}`;
  return [
    element('path', { d, 'fill': 'none', 'stroke': colour, 'stroke-width': width, 'stroke-dasharray': dash === 0 ? null : `${round(dash)} ${round(gap)}` }),
    end(head, stem.to, whole.to, headLong, headWide, colour), end(tail, stem.from, whole.from, tailLong, tailWide, colour),
  ].join('');
}

function end(kind: TieLook['head'], towards: Spot, tip: Spot, long: number, wide: number, colour: string): string {
  if (kind === 'none') return '';
  const distance = Math.hypot(tip.x - towards.x, tip.y - towards.y) || 1;
  const [ux, uy] = [(tip.x - towards.x) / distance, (tip.y - towards.y) / distance];
  const beside = (back: number, aside: number): Spot => ({ x: tip.x - ux * back - uy * aside, y: tip.y - uy * back + ux * aside });
  const half = wide / 2;
  switch (kind) {
    case 'circle': {
      const { x, y } = beside(long / 2, 0);
      return element('circle', { 'cx': x, 'cy': y, 'r': long / 2, 'fill': colour });
    }
    case 'arrow': return element('polygon', { points: points([tip, beside(long, half), beside(long, -half)]), fill: colour });
    case 'diamond': return element('polygon', { points: points([tip, beside(long / 2, half), beside(long, 0), beside(long / 2, -half)]), fill: colour });
    case 'square': case 'bar': return element('polygon', { points: points([beside(0, half), beside(long, half), beside(long, -half), beside(0, -half)]), fill: colour });
  }
}

function spot({ x, y }: Spot): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

function drawMark({ mark, faded, from, to, bend }: SceneTie, palette: Palette): string {
  if (mark === null || faded) return '';
  return badge(mark, at(curveOf(from, to, bend), 0.5), palette);
}

/** The disc that marks a tie; its sign is drawn, as fonts differ too much at this size. */
export function badge(mark: '≠' | '±', { x, y }: Spot, palette: Palette): string {
  const lines = mark === '≠' ? 'M-3.5 -1.5H3.5M-3.5 1.5H3.5M-2 4L2 -4' : 'M-3.5 -1.5H3.5M0 -5V2M-3.5 4H3.5';
  const disc = element('circle', { 'cx': 0, 'cy': 0, 'r': 7.5, 'fill': palette.badge, 'stroke': palette.page, 'stroke-width': 1.5 });
  return element('g', { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` }, `<title>${mark}</title>${disc}${element('path', { 'd': lines, 'fill': 'none', 'stroke': '#ffffff', 'stroke-width': 1.4 })}`);
}

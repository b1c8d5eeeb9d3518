import { fillingOf, NO_SIDE, onPage, SEVERAL_SIDES, sideLook, tieLook, type Filling } from '../graph/looks';
import type { ClaimType } from '../api/generated/documents';
import { labelOf, type Content } from './content';
import { curveOf } from './curve';
import { badge, figure, line } from './drawing';
import type { Palette } from './palette';
import { element, escapeXml } from './xml';
import { FONT, wrapped, type Measure } from './words-in-picture';

interface Entry {
  /** SVG, drawn in a box of 44 × 20 pixels. */
  sample: string;
  words: string;
}

const PX = 12;
const SAMPLE = 44;
const LINE = 16;

/** What the picture's signs mean, those on show only: sides, what parties are, types of ties, marks. */
export function legend(content: Content, palette: Palette, measure: Measure, width: number): { svg: string; height: number } {
  const parts: string[] = [];
  let y = 0;
  for (const { title, entries } of groups(content, palette)) {
    if (entries.length === 0) continue;
    parts.push(element('text', { 'x': 0, 'y': y + 12, 'font-size': 11, 'font-weight': 600, 'fill': palette.faint }, escapeXml(title)));
    y += 22;
    for (const { sample, words } of entries) {
      const lines = wrapped(words, width - SAMPLE - 10, PX, measure);
      parts.push(element('g', { transform: `translate(0 ${y})` }, sample + lines.map((text, i) => element('text', { 'x': SAMPLE + 10, 'y': 14 + i * LINE, 'font-size': PX, 'fill': palette.text }, escapeXml(text))).join('')));
      y += 4 + Math.max(1, lines.length) * LINE;
    }
    y += 12;
  }
  return { svg: element('g', { 'font-family': FONT }, parts.join('\n')), height: y };
}

function groups(content: Content, palette: Palette): { title: string; entries: Entry[] }[] {
  const { shown, patrons, rules } = content;
  const centre = { x: SAMPLE / 2, y: 10 };
  const sides = new Set(shown.nodes.filter(({ sides: own }) => own.length === 1).map(({ sides: own }) => own[0]));
  const party = (words: string, look: { colour: string; shape: Parameters<typeof figure>[0] }, filling: Filling = 'full'): Entry => ({ sample: figure(look.shape, filling, centre, 8, onPage(look.colour, palette.dark), palette), words });
  const fillings = new Set(shown.nodes.map(fillingOf));
  const types = new Map(shown.ties.map((tie) => [tie.type, tie]));
  const order = [...rules.keys()];
  const tie = (type: ClaimType, words: string): Entry => ({ sample: line(curveOf({ x: 2, y: 10 }, { x: SAMPLE - 2, y: 10 }, 0), tieLook(type), onPage(rules.get(type)?.colour ?? '#7f7f7f', palette.dark)), words });
  const mark = (sign: '≠' | '±', words: string): Entry => ({ sample: badge(sign, centre, palette), words });
  const neutral = NO_SIDE.colour;
  return [
    { title: 'Sides', entries: [
      ...patrons.filter(({ id }) => sides.has(id)).map(({ id, name }) => party(name, sideLook([id], patrons))),
      ...(shown.nodes.some(({ sides: own }) => own.length > 1) ? [party('More than one side', SEVERAL_SIDES)] : []),
      ...(shown.nodes.some(({ sides: own }) => own.length === 0) ? [party('No side on record', NO_SIDE)] : []),
    ] },
    { title: 'Parties (larger: more ties on show)', entries: [
      ...(fillings.has('full') ? [party('Actor', { colour: neutral, shape: 'circle' })] : []),
      ...(fillings.has('ring') ? [party('Commander', { colour: neutral, shape: 'circle' }, 'ring')] : []),
      ...(fillings.has('open') ? [{ sample: figure('circle', 'open', centre, 5, onPage(neutral, palette.dark), palette), words: 'Place' }] : []),
    ] },
    { title: 'Ties (wider: more claims)', entries: [...types.values()].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type)).map((each) => tie(each.type, labelOf(each, rules))) },
    { title: 'Marks', entries: [
      ...(shown.ties.some(({ contested }) => contested) ? [mark('≠', 'Rival accounts of this tie')] : []),
      ...(shown.ties.some(({ id, contested }) => !contested && shown.bothAllyAndEnemy.has(id)) ? [mark('±', 'The pair is both allied and hostile')] : []),
    ] },
  ];
}

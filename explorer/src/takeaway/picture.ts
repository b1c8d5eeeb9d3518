import { count } from '../model/words';
import { missingPassages, type Content } from './content';
import { drawing } from './drawing';
import { legend } from './legend';
import type { Palette } from './palette';
import type { Scene } from './scene';
import { sourceInWords } from './sources';
import { element, escapeXml } from './xml';
import { FONT, wrapped, type Measure } from './words-in-picture';

export interface Picture {
  svg: string;
  width: number;
  height: number;
}

const MARGIN = 32;
const LEGEND = 270;
const GAP = 28;
const SMALL = 11.5;
const LINE = 16;
/** A picture is no bibliography: the files name all sources. */
const MOST_SOURCES = 150;

/** A network as a picture that stands by itself: title, what narrows it, the network, the legend, and (with `sources`) the articles and paragraphs behind it. */
export function picture(content: Content, scene: Scene, palette: Palette, measure: Measure, sources: boolean): Picture {
  const width = MARGIN * 2 + scene.width + GAP + LEGEND;
  const inner = width - 2 * MARGIN;
  const parts: string[] = [];
  let y = MARGIN;
  const text = (words: string, x: number, px: number, colour: string, bold = false): void => void parts.push(element('text', { x, 'y': y + px, 'font-size': px, 'font-weight': bold ? 600 : null, 'fill': colour }, escapeXml(words)));
  const title = titleOf(content);
  text(title, MARGIN, 20, palette.text, true);
  y += 32;
  for (const words of about(content)) {
    for (const each of wrapped(words, inner, SMALL, measure)) {
      text(each, MARGIN, SMALL, palette.faint);
      y += LINE;
    }
  }
  y += 14;
  const signs = legend(content, palette, measure, LEGEND);
  const height = Math.max(scene.height, signs.height);
  // A nested svg cuts off what lies outside of it.
  parts.push(element('svg', { 'x': MARGIN, 'y': y, 'width': scene.width, 'height': scene.height, 'viewBox': `0 0 ${scene.width} ${scene.height}`, 'overflow': 'hidden' }, drawing(scene, palette)));
  parts.push(element('rect', { 'x': MARGIN, 'y': y, 'width': scene.width, 'height': scene.height, 'fill': 'none', 'stroke': palette.line }));
  parts.push(element('g', { transform: `translate(${MARGIN + scene.width + GAP} ${y})` }, signs.svg));
  y += height + 24;
  if (sources) {
    text('Sources', MARGIN, 14, palette.text, true);
    y += 26;
    y += columns(content, y, inner, palette, measure, parts);
  }
  y += MARGIN;
  const svg = element('svg', { 'xmlns': 'http://www.w3.org/2000/svg', 'width': width, 'height': Math.ceil(y), 'viewBox': `0 0 ${width} ${Math.ceil(y)}`, 'role': 'img', 'aria-label': title, 'font-family': FONT },
    [`<title>${escapeXml(title)}</title>`, element('rect', { width, height: Math.ceil(y), fill: palette.page }), ...parts].join('\n'));
  return { svg, width, height: Math.ceil(y) };
}

function titleOf({ shown, passages, claims }: Content): string {
  const some = passages.fetched < passages.total ? ', as far as fetched' : '';
  return `${count(shown.nodes.length, 'party', 'parties')}, ${count(shown.ties.length, 'tie')}, ${count(claims.length, 'passage')}${some}`;
}

function about(content: Content): string[] {
  const { filters, revision, changedAt, made } = content;
  const missing = missingPassages(content);
  return [
    filters.length === 0 ? 'Not filtered.' : `Filters: ${filters.join(' · ')}.`,
    `Fealty, revision ${revision ?? '?'} of the graph${changedAt === null ? '' : `, record of ${changedAt.slice(0, 10)}`}; taken on ${made.slice(0, 10)}.`,
    ...(missing === null ? [] : [missing]),
  ];
}

/** The sources in two columns; tells how high they are. */
function columns({ sources }: Content, top: number, inner: number, palette: Palette, measure: Measure, parts: string[]): number {
  const wide = (inner - GAP) / 2;
  const told = sources.slice(0, MOST_SOURCES).map((source) => wrapped(sourceInWords(source), wide - 30, SMALL, measure).map((words, i) => ({ number: i === 0 ? `${source.number}.` : '', words })));
  if (sources.length === 0) told.push([{ number: '', words: 'No passage is on show.' }]);
  if (sources.length > MOST_SOURCES) told.push([{ number: '', words: `And ${(sources.length - MOST_SOURCES).toLocaleString('en')} more articles: the CSV and JSON files name all.` }]);
  const lines = told.reduce((sum, { length }) => sum + length, 0);
  const heights: [number, number] = [0, 0];
  let placed = 0;
  for (const entry of told) {
    const column = placed < lines / 2 ? 0 : 1;
    for (const { number, words } of entry) {
      const x = MARGIN + column * (wide + GAP);
      const y = top + heights[column] + SMALL;
      if (number !== '') parts.push(element('text', { x, y, 'font-size': SMALL, 'fill': palette.faint }, number));
      parts.push(element('text', { 'x': x + 28, y, 'font-size': SMALL, 'fill': palette.text }, escapeXml(words)));
      heights[column] += LINE;
      placed += 1;
    }
    heights[column] += 4;
  }
  return Math.max(...heights);
}

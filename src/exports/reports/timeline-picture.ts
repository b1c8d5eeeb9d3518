import { CLAIM_TYPES, CLAIM_TYPE_NAMES, type ClaimType } from '../../domain/claim-types';
import type { Evidence } from './evidence';
import { markup, type Markup } from './markup';

const SIZE = { width: 1_000, height: 240 };
const PLOT = { left: 40, right: 10, top: 12, bottom: 34 };
/** More months than this are drawn as years. */
const MOST_MONTHS = 60;
const WIDEST_BAR = 46;
const MOST_LABELS = 16;

/** Claims over time, stacked by type: a bar a month, or a year where there are many. Null if no claim is dated to a month. */
export function timelinePicture({ months }: Evidence): Markup | null {
  if (months.size === 0) return null;
  const spans = filled(months);
  const highest = Math.max(...spans.map(({ types }) => sum(types)));
  const [width, height] = [SIZE.width - PLOT.left - PLOT.right, SIZE.height - PLOT.top - PLOT.bottom];
  const step = width / spans.length;
  const bar = Math.min(WIDEST_BAR, step * 0.8);
  const y = (value: number): number => PLOT.top + height - (value / highest) * height;
  const every = Math.ceil(spans.length / MOST_LABELS);
  const types = CLAIM_TYPE_NAMES.filter((type) => spans.some((span) => span.types.has(type)));
  return markup`<svg viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="Claims over time">
<rect width="${SIZE.width}" height="${SIZE.height}" class="paper"/>
${ticks(highest).map((value) => markup`<path d="M${PLOT.left} ${y(value).toFixed(1)}H${SIZE.width - PLOT.right}" class="grid"/><text x="${PLOT.left - 6}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end" class="tick">${value}</text>`)}
${spans.map((span, i) => {
    const x = PLOT.left + i * step + (step - bar) / 2;
    let below = 0;
    const parts = types.filter((type) => span.types.has(type)).map((type) => {
      const count = span.types.get(type) as number;
      below += count;
      return markup`<rect x="${x.toFixed(1)}" y="${y(below).toFixed(1)}" width="${bar.toFixed(1)}" height="${((count / highest) * height).toFixed(1)}" fill="${CLAIM_TYPES[type].colour}"><title>${span.name}: ${count} ${CLAIM_TYPES[type].label}</title></rect>`;
    });
    const name = i % every === 0 ? markup`<text x="${(x + bar / 2).toFixed(1)}" y="${SIZE.height - 12}" text-anchor="middle" class="tick">${span.name}</text>` : null;
    return [...parts, name];
  })}
</svg>
<ul class="legend">${types.map((type) => markup`<li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><rect width="12" height="12" fill="${CLAIM_TYPES[type].colour}"/></svg> ${CLAIM_TYPES[type].label}</li>`)}</ul>`;
}

interface Span {
  name: string;
  types: Map<ClaimType, number>;
}

/** All months from the first to the last, empty ones included; or all years. */
function filled(months: Map<string, Map<ClaimType, number>>): Span[] {
  const names = [...months.keys()].sort();
  const [first = '', last = ''] = [names[0], names.at(-1)];
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  if (number(last) - number(first) < MOST_MONTHS) {
    return range(number(first), number(last)).map((n) => {
      const name = `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`;
      return { name, types: months.get(name) ?? new Map<ClaimType, number>() };
    });
  }
  return range(Number(first.slice(0, 4)), Number(last.slice(0, 4))).map((year) => {
    const types = new Map<ClaimType, number>();
    for (const [month, counts] of months) if (Number(month.slice(0, 4)) === year) for (const [type, count] of counts) types.set(type, (types.get(type) ?? 0) + count);
    return { name: String(year), types };
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function sum(types: Map<ClaimType, number>): number {
  return [...types.values()].reduce((all, count) => all + count, 0);
}

/** Some round values from 0 to the highest. */
function ticks(highest: number): number[] {
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? 1);
  return range(0, Math.floor(highest / step)).map((n) => n * step);
}

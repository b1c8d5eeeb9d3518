import { dayInWords, firstOfMonth, monthOf } from './days';

export type Unit = 'day' | 'month' | 'year' | 'decade' | 'century';

/** Time cut into buckets: bucket `i` runs from day `edges[i]` up to, and without, day `edges[i + 1]`. */
export interface Axis {
  unit: Unit;
  edges: readonly number[];
}

const MONTHS: Record<Exclude<Unit, 'day'>, number> = { month: 1, year: 12, decade: 120, century: 1_200 };
/** So many buckets can still be told apart and hit. */
const MOST_DAYS = 92;
const MOST_BUCKETS = 180;

/** The finest buckets that the days from `first` to `last` need no more than a screenful of. */
export function axisFor(first: number, last: number): Axis {
  if (last - first < MOST_DAYS) return { unit: 'day', edges: Array.from({ length: last - first + 2 }, (_, i) => first + i) };
  const from = monthsOf(first);
  const to = monthsOf(last);
  const unit = (['month', 'year', 'decade'] as const).find((candidate) => (to - from) / MONTHS[candidate] < MOST_BUCKETS) ?? 'century';
  const step = MONTHS[unit];
  const edges: number[] = [];
  for (let month = Math.floor(from / step) * step; month <= to; month += step) edges.push(firstOfMonth(0, month));
  edges.push(firstOfMonth(0, (Math.floor(to / step) + 1) * step));
  return { unit, edges };
}

function monthsOf(day: number): number {
  const { year, month } = monthOf(day);
  return year * 12 + month;
}

export function bucketCount({ edges }: Axis): number {
  return edges.length - 1;
}

/** The bucket that a day lies in; the first or the last one for days beyond the axis. */
export function bucketAt({ edges }: Axis, day: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] as number) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a day lies along the axis, from 0 to 1; beyond that for days beyond it. */
export function shareAt({ edges }: Axis, day: number): number {
  const [first, last] = [edges[0] as number, edges.at(-1) as number];
  return (day - first) / (last - first);
}

/** The day at a share of the axis. */
export function dayAt({ edges }: Axis, share: number): number {
  const [first, last] = [edges[0] as number, edges.at(-1) as number];
  return first + share * (last - first);
}

/** A bucket in words: 5 June 2018, June 2018, 2018, 2010–2019. */
export function bucketName({ unit, edges }: Axis, bucket: number): string {
  const first = edges[bucket] as number;
  if (unit === 'day') return dayInWords(first);
  if (unit === 'month') return dayInWords(first, { month: 'long', year: 'numeric' });
  const { year } = monthOf(first);
  return unit === 'year' ? String(year) : `${year}–${year + MONTHS[unit] / 12 - 1}`;
}

export interface Tick {
  bucket: number;
  text: string;
  /** Whether a year, or for days a month, begins here. */
  strong: boolean;
}

const STEPS: Record<Unit, readonly number[]> = { day: [1, 7, 14], month: [1, 3, 6, 12, 24, 60, 120], year: [1, 2, 5, 10, 20, 50], decade: [1, 2, 5, 10], century: [1, 2, 5, 10] };

/** The buckets that get a word below them, `most` at most. */
export function ticks(axis: Axis, most: number): Tick[] {
  const { unit, edges } = axis;
  const buckets = bucketCount(axis);
  const step = STEPS[unit].find((candidate) => buckets / candidate <= most) ?? Math.ceil(buckets / Math.max(1, most));
  const found: Tick[] = [];
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const first = edges[bucket] as number;
    const { year, month } = monthOf(first);
    const index = unit === 'day' ? bucket : unit === 'month' ? year * 12 + month : Math.round((year * 12) / MONTHS[unit]);
    if (index % step !== 0) continue;
    const isFirst = found.length === 0;
    if (unit === 'day') {
      const turns = isFirst || monthOf(first - step).month !== month;
      found.push({ bucket, text: dayInWords(first, turns ? { day: 'numeric', month: 'short', ...(isFirst ? { year: 'numeric' } : {}) } : { day: 'numeric' }), strong: turns });
    } else if (unit === 'month' && step < 12) {
      found.push({ bucket, text: isFirst && month !== 0 ? dayInWords(first, { month: 'short', year: 'numeric' }) : month === 0 ? String(year) : dayInWords(first, { month: 'short' }), strong: month === 0 });
    } else found.push({ bucket, text: String(year), strong: true });
  }
  return found;
}

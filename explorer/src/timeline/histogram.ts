import type { Claim } from '../model/network';
import { axisFor, bucketAt, bucketCount, type Axis } from './axis';
import { dayNumber } from './days';
import { periodDays } from './period';

/** How many passages a bucket holds; parts of one where its date spans several. */
export interface Tally {
  hostile: number;
  other: number;
  /** Of passages whose date may mean another bucket as well. */
  hostileSpread: number;
  otherSpread: number;
}

export type Placed = 'sure' | 'spread' | 'open' | 'yearless' | 'undated';

export interface Histogram<C> {
  /** Null where no passage has a day that a bucket could be made of. */
  axis: Axis | null;
  buckets: Tally[];
  /** The height of the highest bucket. */
  most: number;
  /** How many passages have a date with both its ends. */
  dated: number;
  /** What has no bucket. `open`: before or since some day, nothing else. `yearless`: a day or a month, and no year. `undated`: no date, or words alone. */
  apart: Record<'open' | 'yearless' | 'undated', C[]>;
  /** Days on which the articles behind it came out. */
  published: number[];
}

export type Dated = Pick<Claim, 'type' | 'date' | 'article'>;

/** How a date can be drawn. */
export function placing(date: Claim['date']): { kind: 'days'; first: number; last: number } | { kind: 'open' | 'yearless' | 'undated' } {
  if (date === null || date.edtf === null) return { kind: 'undated' };
  const first = dayNumber(date.earliest);
  const last = dayNumber(date.latest);
  if (first !== null && last !== null) return { kind: 'days', first, last };
  if (first !== null || last !== null) return { kind: 'open' };
  return { kind: date.edtf.startsWith('XXXX') ? 'yearless' : 'undated' };
}

/**
 * Counts passages by time. One whose date lies within a bucket counts there as one; one that spans several is shared out among them by days, apart from the former.
 * The axis takes in whatever day is known: dates, the known end of open ones, and when the articles came out, since nothing they tell of as past can be later.
 */
export function histogram<C extends Dated>(claims: readonly C[], isHostile: (claim: C) => boolean): Histogram<C> {
  const apart: Histogram<C>['apart'] = { open: [], yearless: [], undated: [] };
  const dated: { claim: C; first: number; last: number }[] = [];
  const published = new Set<number>();
  let [from, to] = [Infinity, -Infinity];
  const reach = (day: number | null | undefined): void => {
    if (day == null) return;
    from = Math.min(from, day);
    to = Math.max(to, day);
  };
  for (const claim of claims) {
    const place = placing(claim.date);
    if (place.kind === 'days') dated.push({ claim, first: place.first, last: place.last });
    else apart[place.kind].push(claim);
    reach(dayNumber(claim.date?.earliest));
    reach(dayNumber(claim.date?.latest));
    const days = periodDays(claim.article.published?.edtf ?? null);
    if (days !== null && days.first !== null && days.first === days.last) published.add(days.first);
  }
  for (const day of published) reach(day);
  if (!Number.isFinite(from)) return { axis: null, buckets: [], most: 0, dated: 0, apart, published: [] };
  const axis = axisFor(from, to);
  const buckets = Array.from({ length: bucketCount(axis) }, (): Tally => ({ hostile: 0, other: 0, hostileSpread: 0, otherSpread: 0 }));
  for (const { claim, first, last } of dated) {
    const side = isHostile(claim) ? 'hostile' : 'other';
    const [low, high] = [bucketAt(axis, first), bucketAt(axis, last)];
    if (low === high) {
      (buckets[low] as Tally)[side] += 1;
      continue;
    }
    for (let bucket = low; bucket <= high; bucket += 1) {
      const days = Math.min(last + 1, axis.edges[bucket + 1] as number) - Math.max(first, axis.edges[bucket] as number);
      (buckets[bucket] as Tally)[`${side}Spread`] += days / (last - first + 1);
    }
  }
  return { axis, buckets, most: Math.max(0, ...buckets.map(height)), dated: dated.length, apart, published: [...published].sort((a, b) => a - b) };
}

export function height({ hostile, other, hostileSpread, otherSpread }: Tally): number {
  return hostile + other + hostileSpread + otherSpread;
}

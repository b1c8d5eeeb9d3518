import { bucketAt, bucketCount, type Axis } from './axis';
import { dayNumber, dayText, firstOfMonth, monthOf } from './days';

/** Days from `first` to `last`, both within; null where that end is open. */
export interface Days {
  first: number | null;
  last: number | null;
}

/** Buckets from `from` to `to`, both within. */
export interface Window {
  from: number;
  to: number;
}

/**
 * The days of a period as the brush writes it: a year, a month or a day, or from one to another, an end possibly open. Null for anything else that EDTF allows (seasons, unspecified digits):
 * what such a period means is the service's to say, and the brush then shows none.
 */
export function periodDays(edtf: string | null): Days | null {
  if (edtf === null) return null;
  const [from = '', to, more] = edtf.split('/');
  if (more !== undefined) return null;
  if (to === undefined) return daysOf(from);
  const [start, end] = [isOpen(from) ? { first: null } : daysOf(from), isOpen(to) ? { last: null } : daysOf(to)];
  if (start === null || end === null || (isOpen(from) && isOpen(to))) return null;
  return { first: start.first, last: end.last };
}

function isOpen(end: string): boolean {
  return end === '' || end === '..';
}

function daysOf(text: string): Days | null {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (found === null) return null;
  const [, year, month, day] = found;
  if (day !== undefined) {
    const at = dayNumber(text);
    return at === null ? null : { first: at, last: at };
  }
  if (month === undefined) return { first: firstOfMonth(Number(year), 0), last: firstOfMonth(Number(year) + 1, 0) - 1 };
  const at = Number(month) - 1;
  // Months from 21 on are EDTF's seasons.
  return at < 0 || at > 11 ? null : { first: firstOfMonth(Number(year), at), last: firstOfMonth(Number(year), at + 1) - 1 };
}

/** The period of some buckets, in EDTF and no finer than the buckets. */
export function periodOf(axis: Axis, { from, to }: Window): string {
  const [start, end] = [stamp(axis, axis.edges[from] as number), stamp(axis, (axis.edges[to + 1] as number) - 1)];
  return start === end ? start : `${start}/${end}`;
}

function stamp({ unit }: Axis, day: number): string {
  const text = dayText(day);
  if (unit === 'day') return text;
  return unit === 'month' ? text.slice(0, 7) : String(monthOf(day).year).padStart(4, '0');
}

/** The buckets that days touch; null where they lie beyond the axis. */
export function windowOf(axis: Axis, { first, last }: Days): Window | null {
  const [begin, end] = [axis.edges[0] as number, (axis.edges.at(-1) as number) - 1];
  if ((first ?? begin) > end || (last ?? end) < begin) return null;
  return { from: bucketAt(axis, Math.max(begin, first ?? begin)), to: bucketAt(axis, Math.min(end, last ?? end)) };
}

export function isWhole(axis: Axis, { from, to }: Window): boolean {
  return from <= 0 && to >= bucketCount(axis) - 1;
}

/** A window of the same width elsewhere, kept on the axis. */
export function movedBy(axis: Axis, { from, to }: Window, by: number): Window {
  const step = Math.max(-from, Math.min(bucketCount(axis) - 1 - to, by));
  return { from: from + step, to: to + step };
}

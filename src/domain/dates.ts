import parseEdtf from 'edtf';

export interface DateBounds {
  /** First day it can mean, `YYYY-MM-DD`, or null where the text leaves it open. */
  earliest: string | null;
  /** Last day it can mean, `YYYY-MM-DD`, or null where the text leaves it open. */
  latest: string | null;
}

const DAY = 10;

/**
 * The days an EDTF date (ISO 8601-2) can mean. A date whose year is not given bounds nothing: `XXXX-06-13` is a 13 June of
 * some year, and no year is invented for it. Open interval ends stay open.
 * Throws an Error if the text is not EDTF.
 */
export function dateBounds(edtf: string): DateBounds {
  if (isYearless(edtf)) {
    checkYearless(edtf);
    return { earliest: null, latest: null };
  }
  const interval = edtf.split('/');
  if (interval.length === 2) {
    const [from, to] = interval as [string, string];
    const first = isOpen(from) ? null : dateBounds(from).earliest;
    const last = isOpen(to) ? null : dateBounds(to).latest;
    if (first === null && last === null && isOpen(from) && isOpen(to)) throw new Error('an interval open at both ends says nothing');
    if (first !== null && last !== null && first > last) throw new Error(`the interval ends (${last}) before it begins (${first})`);
    return { earliest: first, latest: last };
  }
  // A plain day means itself; the grammar takes half a millisecond to say so, and event data is all plain days.
  if (isDay(edtf)) return { earliest: edtf, latest: edtf };
  const parsed = parseEdtf(edtf);
  return { earliest: toDay(parsed.min), latest: toDay(parsed.max) };
}

function isDay(edtf: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(edtf)) return false;
  const time = Date.parse(`${edtf}T00:00:00Z`);
  return !Number.isNaN(time) && toDay(time) === edtf;
}

function isOpen(end: string): boolean {
  return end === '' || end === '..';
}

function isYearless(edtf: string): boolean {
  return /^XXXX(-|$)/.test(edtf);
}

function checkYearless(edtf: string): void {
  if (!/^XXXX(-(XX|0[1-9]|1[0-2])(-(XX|[0-2]\d|3[01]))?)?$/.test(edtf)) throw new Error('not a date of an unspecified year');
  // A leap year admits every month and day that any year has.
  const [, month = 1, day = 1] = edtf.replace('XXXX', '2000').replace(/XX/g, '01').split('-').map(Number);
  if (new Date(Date.UTC(2000, month - 1, day)).getUTCMonth() !== month - 1) throw new Error('no such day');
}

function toDay(milliseconds: number): string | null {
  if (!Number.isFinite(milliseconds)) return null;
  return new Date(milliseconds).toISOString().slice(0, DAY);
}

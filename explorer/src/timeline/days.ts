const DAY_MS = 86_400_000;

/** Days since 1970 of a day written YYYY-MM-DD; null where it is none. */
export function dayNumber(day: string | null | undefined): number | null {
  if (day == null || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  // A 31 February is taken for 3 March.
  return Number.isNaN(at) || dayText(at) !== day ? null : at;
}

/** YYYY-MM-DD of a day number. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Year and month (0 to 11) of a day number. */
export function monthOf(day: number): { year: number; month: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

/** The first day of a month; months beyond 0 to 11 carry over into other years. */
export function firstOfMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime() / DAY_MS;
}

/** A day number in words, such as 5 June 2018. */
export function dayInWords(day: number, parts: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...parts }).format(new Date(day * DAY_MS));
}

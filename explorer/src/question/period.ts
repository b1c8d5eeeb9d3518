/**
 * Words for a time → EDTF, as the service takes it, and back: "2018", "June 2019", "5 November 2018", "2018–2019", "since 2018", "before June 2019", "between A and B".
 * Words that are not wholly understood give null: half a period would be a wrong one.
 */
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** A year, a month or a day. */
interface Point {
  year: number;
  month?: number;
  day?: number;
}

/** The EDTF of words for a period; null if they are none. */
export function parsePeriod(words: string): string | null {
  const text = words.trim().toLowerCase().replace(/,|(?<!\.)\.(?!\.)/g, ' ').replace(/\s+/g, ' ').trim();
  return parseOpen(text) ?? parseRange(text) ?? parseSingle(text);
}

/** The last day of words for a time, as YYYY-MM-DD: what was known "in 2020" was known at its end. */
export function parseDay(words: string): string | null {
  const point = parsePoint(words.trim().toLowerCase().replace(/,|(?<!\.)\.(?!\.)/g, ' ').replace(/\s+/g, ' ').replace(/^(the )?end of /, '').trim());
  if (point === null) return null;
  const month = point.month ?? 12;
  return edtf({ year: point.year, month, day: point.day ?? daysIn(point.year, month) });
}

function parseSingle(text: string): string | null {
  const point = parsePoint(text.replace(/^(during|in|on|throughout|within) /, ''));
  return point === null ? null : edtf(point);
}

function parseOpen(text: string): string | null {
  const found = /^(since|after|before|until|till|up to|from|by)\s+(.+?)( on| onwards?)?$/.exec(text);
  if (found === null) return null;
  const point = parsePoint(found[2] ?? '');
  if (point === null) return null;
  switch (found[1]) {
    case 'since': case 'from': return `${edtf(point)}/..`;
    case 'after': return `${edtf(step(point, 1))}/..`;
    case 'before': return `../${edtf(step(point, -1))}`;
    default: return `../${edtf(point)}`;
  }
}

function parseRange(text: string): string | null {
  const bare = text.replace(/^(during|in|on|over) /, '');
  if (/^(\.\.|[\d-]+)\/(\.\.|[\d-]+)$/.test(bare)) return parseEdtfRange(bare);
  const found = /^between (.+) and (.+)$/.exec(bare) ?? /^from (.+) (?:to|until|till|through) (.+)$/.exec(bare) ?? /^(.+?)\s*(?:–|—| - | to | until | through )\s*(.+)$/.exec(bare) ?? /^(\d{4})-(\d{4}|\d{2}(?!-))$/.exec(bare);
  if (found === null) return null;
  const last = parsePoint(shortYear(found[1] ?? '', found[2] ?? ''));
  // "between June and August 2018": the year stands once, at the end.
  const first = parsePoint(found[1] ?? '') ?? (last === null ? null : parsePoint(`${found[1] ?? ''} ${last.year}`));
  if (first === null || last === null) return null;
  const [from, to] = [edtf(first), edtf(last)];
  return bound(first, false) > bound(last, true) ? null : from === to ? from : `${from}/${to}`;
}

/** "2018–19" means 2018–2019; what could be a month is read as one by parsePoint before. */
function shortYear(first: string, last: string): string {
  return /^\d{4}$/.test(first) && /^\d{2}$/.test(last) ? `${first.slice(0, 2)}${last}` : last;
}

function parseEdtfRange(text: string): string | null {
  const [from = '', to = ''] = text.split('/');
  const [first, last] = [from === '..' ? null : parsePoint(from), to === '..' ? null : parsePoint(to)];
  if ((from !== '..' && first === null) || (to !== '..' && last === null) || (first === null && last === null)) return null;
  if (first !== null && last !== null && bound(first, false) > bound(last, true)) return null;
  return `${first === null ? '..' : edtf(first)}/${last === null ? '..' : edtf(last)}`;
}

function parsePoint(text: string): Point | null {
  const plain = text.replace(/^the (year |month of )?/, '').replace(/(\d)(st|nd|rd|th)\b/g, '$1').replace(/ of /g, ' ');
  const iso = /^((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(plain);
  if (iso) return checked(Number(iso[1]), iso[2] === undefined ? undefined : Number(iso[2]), iso[3] === undefined ? undefined : Number(iso[3]));
  const monthYear = /^([a-z]+) ((?:19|20)\d\d)$/.exec(plain);
  if (monthYear) return named(monthYear[1], monthYear[2], undefined);
  const dayMonth = /^(\d{1,2}) ([a-z]+) ((?:19|20)\d\d)$/.exec(plain);
  if (dayMonth) return named(dayMonth[2], dayMonth[3], dayMonth[1]);
  const monthDay = /^([a-z]+) (\d{1,2}) ((?:19|20)\d\d)$/.exec(plain);
  if (monthDay) return named(monthDay[1], monthDay[3], monthDay[2]);
  return null;
}

function named(month: string | undefined, year: string | undefined, day: string | undefined): Point | null {
  const at = MONTHS.findIndex((name) => name === month || (month !== undefined && month.length >= 3 && name.startsWith(month)));
  return at < 0 ? null : checked(Number(year), at + 1, day === undefined ? undefined : Number(day));
}

function checked(year: number, month: number | undefined, day: number | undefined): Point | null {
  if (month !== undefined && (month < 1 || month > 12)) return null;
  if (day !== undefined && (month === undefined || day < 1 || day > daysIn(year, month))) return null;
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The next or the previous point of the same size. */
function step({ year, month, day }: Point, by: 1 | -1): Point {
  if (month === undefined) return { year: year + by };
  const date = new Date(Date.UTC(year, month - 1 + (day === undefined ? by : 0), day === undefined ? 1 : day + by));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, ...(day === undefined ? {} : { day: date.getUTCDate() }) };
}

/** Its first or last day, as something that sorts. */
function bound({ year, month, day }: Point, last: boolean): string {
  const m = month ?? (last ? 12 : 1);
  return edtf({ year, month: m, day: day ?? (last ? daysIn(year, m) : 1) });
}

function edtf({ year, month, day }: Point): string {
  return [String(year), ...[month, day].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')]))].join('-');
}

/** EDTF as the reader would say it, without the "during" before it: "2018–2019", "June 2019", "since 2018". What is not of that kind stays as it is. */
export function periodInWords(text: string): string {
  const [from, to] = text.split('/');
  if (from === undefined || to === undefined) return pointInWords(text);
  if (to === '..' || to === '') return `since ${pointInWords(from)}`;
  if (from === '..' || from === '') return `until ${pointInWords(to)}`;
  return /^\d{4}$/.test(from) && /^\d{4}$/.test(to) ? `${from}–${to}` : `${pointInWords(from)} to ${pointInWords(to)}`;
}

function pointInWords(text: string): string {
  const found = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text);
  if (found === null) return text;
  const name = MONTHS[Number(found[2]) - 1];
  if (name === undefined) return text;
  const month = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return found[3] === undefined ? `${month} ${found[1]}` : `${Number(found[3])} ${month} ${found[1]}`;
}

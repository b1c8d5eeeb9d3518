import type { Row, RowFault } from './event';

type Fault = Omit<RowFault, 'line'>;

/** Reads the cells of one row and gathers what is wrong with them; each reader gives a harmless value for a bad cell, since a row with faults is not used. */
export class RowReader {
  readonly faults: Fault[] = [];

  constructor(private readonly row: Row) {}

  /** The first of the columns that the file has. */
  private cell(columns: string[]): { field: string; value: string } {
    const field = columns.find((name) => this.row[name] !== undefined) ?? columns[0] ?? '';
    return { field, value: (this.row[field] ?? '').trim() };
  }

  fault(columns: string[], expected: string): void {
    const { field, value } = this.cell(columns);
    this.faults.push({ field, value: value.slice(0, 80), expected });
  }

  text(...columns: string[]): string {
    const { value } = this.cell(columns);
    if (value === '') this.fault(columns, 'some text');
    return value;
  }

  optional(...columns: string[]): string | null {
    const { value } = this.cell(columns);
    return value === '' ? null : value;
  }

  /** A whole number; `3.0` is one, as spreadsheets write them. */
  whole(columns: string[], { min = 0 }: { min?: number } = {}): number {
    const { value } = this.cell(columns);
    const number = Number(value);
    if (/^-?\d+(\.0+)?$/.test(value) && number >= min) return number;
    this.fault(columns, `a whole number, ${min} or more`);
    return min;
  }

  optionalWhole(...columns: string[]): number | null {
    return this.optional(...columns) === null ? null : this.whole(columns);
  }

  oneOf<T>(columns: string[], values: Record<string, T>): T {
    const { value } = this.cell(columns);
    const found = values[value.replace(/\.0+$/, '')];
    if (found === undefined) this.fault(columns, `one of ${Object.keys(values).join(', ')}`);
    return found ?? (Object.values(values)[0] as T);
  }

  degrees(columns: string[], limit: number): number {
    const { value } = this.cell(columns);
    const number = Number(value);
    if (value !== '' && Math.abs(number) <= limit) return number;
    this.fault(columns, `degrees from -${limit} to ${limit}`);
    return 0;
  }

  /** A day as YYYY-MM-DD; what follows (a time of day) is left out. */
  day(...columns: string[]): string {
    const { value } = this.cell(columns);
    const day = dayIn(value);
    if (day === null) this.fault(columns, 'a day such as 2018-06-13');
    return day ?? '0001-01-01';
  }
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** The day that a text says (`2018-06-13`, `2018-06-13 00:00:00.000`, `13 June 2018`), or null. */
export function dayIn(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?$/.exec(text.trim());
  const worded = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(text.trim());
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : worded
      ? [Number(worded[3]), MONTHS.indexOf((worded[2] ?? '').toLowerCase()) + 1, Number(worded[1])]
      : [0, 0, 0];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

import { createReadStream, statSync } from 'node:fs';
import { parse } from 'csv-parse';
import { FealtyError } from '../../domain/errors';
import { WELL_FORMED, isWellFormed } from '../../domain/well-formed';
import { IntakeError } from '../fault';
import type { EventFormat, Row, RowFault } from './event';

/** A record longer than this is a quotation mark that nobody closed; without a limit it would take the rest of the file, and the memory. */
const MAX_RECORD_BYTES = 1_000_000;

export interface CsvRow {
  /** Where the record begins; 1 is the header. */
  line: number;
  /** By column; absent where the record itself cannot be read. */
  row?: Row;
  cells: string[];
  faults: RowFault[];
}

export interface CsvFile {
  header: string[];
  /** How far it has been read, and how far there is to go. */
  bytes(): { read: number; total: number };
  rows(): AsyncGenerator<CsvRow>;
}

/** As csv-parse gives it; `lines` counts those read up to the record's end. */
interface ParsedRecord {
  record: string[];
  info: { lines: number };
}

/** Opens a CSV file and reads its header. Throws FealtyError BAD_DATA if there is no such file, IntakeError if columns are missing. */
export async function openCsv(file: string, format: EventFormat): Promise<CsvFile> {
  const total = sizeOf(file);
  const source = createReadStream(file);
  const skipped: CsvRow[] = [];
  const parser = parse({
    bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: MAX_RECORD_BYTES, skip_records_with_error: true,
    on_skip: (error) => {
      const line = Number(error?.lines ?? 0);
      skipped.push({ line, cells: [], faults: [{ line, field: '(row)', value: '', expected: `well-formed CSV: ${error?.message ?? ''}` }] });
    },
  });
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<ParsedRecord, undefined>;
  const next = async (): Promise<ParsedRecord | null> => (await records.next()).value ?? null;
  const first = await next();
  const header = (first?.record ?? []).map((name) => name.trim());
  const missing = format.columns.filter((names) => !names.some((name) => header.includes(name)));
  if (missing.length > 0) {
    source.destroy();
    throw new IntakeError(missing.map((names) => ({ file, line: 1, field: names[0] ?? '', value: header.length === 0 ? '(an empty file)' : 'no such column', expected: `a column ${names.join(' or ')}, as ${format.collection} has` })));
  }
  async function* rows(): AsyncGenerator<CsvRow> {
    let ended = first?.info.lines ?? 1;
    try {
      for (let read = await next(); read !== null; read = await next()) {
        yield* skipped.splice(0);
        const line = ended + 1;
        ended = read.info.lines;
        yield rowOf(read.record, line, header);
      }
    } catch (error) {
      const { code, message } = error as Error & { code?: string };
      // What follows cannot be told apart into rows.
      if (code?.startsWith('CSV_') !== true) throw error;
      yield { line: ended + 1, cells: [], faults: [{ line: ended + 1, field: '(rest of the file)', value: '', expected: `well-formed CSV: ${message}` }] };
    }
    yield* skipped.splice(0);
  }
  return { header, bytes: () => ({ read: source.bytesRead, total }), rows };
}

function sizeOf(file: string): number {
  try {
    const found = statSync(file);
    if (found.isFile()) return found.size;
  } catch {
    // Told below, as for a folder.
  }
  throw new FealtyError('BAD_DATA', `${file}: no such file. Expected a CSV file of events.`);
}

function rowOf(cells: string[], line: number, header: string[]): CsvRow {
  const faults = cells.length === header.length ? [] : [{ line, field: '(row)', value: `${cells.length} cells`, expected: `${header.length} cells, as the header has` }];
  cells.forEach((cell, i) => {
    if (!isWellFormed(cell)) faults.push({ line, field: header[i] ?? '(row)', value: cell.slice(0, 80), expected: WELL_FORMED });
  });
  return { line, row: Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])), cells, faults };
}

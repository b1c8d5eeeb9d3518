import { FealtyError } from '../../domain/errors';
import type { Ledger, WriteReport } from '../../store/ledger';
import { IntakeError, type Fault } from '../fault';
import { openCsv, type CsvRow } from './csv-rows';
import type { EventFormat, EventRecord } from './event';
import { eventRows, type Collection } from './event-rows';
import { readMapping, type Mapping } from './mapping';
import { RejectsFile } from './rejects-file';

/** Events in one transaction: large enough that the way to the database costs little, small enough that one batch costs little memory. */
export const BATCH_SIZE = 500;
/** Of a strict run, how many faults are told before it gives up. */
const MOST_FAULTS = 200;

export interface ImportOptions {
  file: string;
  format: EventFormat;
  /** The collection's release; null takes what the file's name says. */
  release: string | null;
  mappingFile: string;
  /** Where rows that cannot be used go. */
  rejectsFile: string;
  /** Writes nothing at all if any row has a fault. */
  strict: boolean;
  onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  /** Events in the store, new or as they were. */
  events: number;
  bytes: { read: number; total: number };
  milliseconds: number;
}

export interface ImportReport {
  collection: string;
  /** Events now in the store; rows that tell of nothing which this graph records; rows that could not be used. */
  events: number;
  leftOut: number;
  rejected: number;
  /** The file of those, if there are any. */
  rejectsFile: string | null;
  /** The first faults, for people. */
  faults: Fault[];
  claims: WriteReport;
  milliseconds: number;
}

/**
 * Streams a file of events into the store, batch by batch, each one transaction: while one is written the next is read. What is there already is not written again, so an import that was
 * cut off is finished by running it again. Throws IntakeError for a file without the columns, for a mapping to what the store does not hold, and in a strict run for any fault.
 */
export async function importEvents(options: ImportOptions, ledger: Ledger): Promise<ImportReport> {
  const { file, format, strict } = options;
  const begun = Date.now();
  const mapping = readMapping(options.mappingFile);
  await checkMapping(mapping, options.mappingFile, ledger);
  if (strict) await readAll(file, format);
  const collection: Collection = { format: format.name, title: titleOf(format, options.release ?? format.releaseIn(file)), mapping };
  const csv = await openCsv(file, format);
  const rejects = new RejectsFile(options.rejectsFile, csv.header);
  const report: ImportReport = {
    collection: collection.title, events: 0, leftOut: 0, rejected: 0, rejectsFile: null, faults: [], claims: { created: 0, superseded: 0, retracted: 0, unchanged: 0, counters: {} }, milliseconds: 0,
  };
  let writing = Promise.resolve();
  let batch: EventRecord[] = [];
  const send = async (): Promise<void> => {
    const rows = eventRows(batch, collection);
    const events = batch.length;
    batch = [];
    // What is there of this batch is looked up while the one before is being written.
    const ahead = ledger.lookAhead(rows);
    ahead.catch(() => undefined);
    await writing;
    writing = ledger.writeBatch(rows, ahead).then((written) => {
      add(report.claims, written);
      report.events += events;
      options.onProgress?.({ events: report.events, bytes: csv.bytes(), milliseconds: Date.now() - begun });
    });
    // Awaited with the next batch; until then a failure must not count as one that nobody waits for.
    writing.catch(() => undefined);
  };
  await ledger.announcedBatches(async () => {
    for await (const read of eventsIn(csv.rows(), format)) {
      if (read.event) batch.push(read.event);
      else if (read.row.faults.length === 0) report.leftOut += 1;
      else {
        await rejects.add(read.row);
        if (report.faults.length < MOST_FAULTS) report.faults.push(...read.row.faults.map((fault) => ({ file, ...fault })));
      }
      if (batch.length === BATCH_SIZE) await send();
    }
    await send();
    await writing;
  });
  return { ...report, rejected: rejects.count, rejectsFile: await rejects.close(), milliseconds: Date.now() - begun };
}

/** Rows as events. An id that came before is a fault: of two accounts of one event the later would silently replace the earlier, and the next run would do it again. */
async function* eventsIn(rows: AsyncGenerator<CsvRow>, format: EventFormat): AsyncGenerator<{ row: CsvRow; event?: EventRecord }> {
  // One entry an event is all that stays in memory of the rows read.
  const seen = new Set<string>();
  for await (const row of rows) {
    const read = row.row === undefined || row.faults.length > 0 ? [] : format.read(row.row);
    if (read === null) yield { row };
    else if (Array.isArray(read)) yield { row: { ...row, faults: [...row.faults, ...read.map((fault) => ({ line: row.line, ...fault }))] } };
    else if (seen.has(read.id)) yield { row: { ...row, faults: [{ line: row.line, field: 'id', value: read.id, expected: 'an id that no row before has' }] } };
    else {
      seen.add(read.id);
      yield { row, event: read };
    }
  }
}

/** Reads the whole file and throws its faults. */
async function readAll(file: string, format: EventFormat): Promise<void> {
  const faults: Fault[] = [];
  const csv = await openCsv(file, format);
  for await (const { row } of eventsIn(csv.rows(), format)) {
    faults.push(...row.faults.map((fault) => ({ file, ...fault })));
    if (faults.length >= MOST_FAULTS) break;
  }
  if (faults.length > 0) throw new IntakeError(faults);
}

async function checkMapping(mapping: Mapping, file: string, ledger: Ledger): Promise<void> {
  const wanted = ([['Actor', mapping.actors], ['Location', mapping.locations], ['Origin', mapping.origins]] as const).flatMap(([label, names]) => [...names.values()].map((id) => ({ id, label })));
  const stored = await ledger.entries([...new Set(wanted.map(({ id }) => id))]);
  const missing = wanted.filter(({ id, label }) => stored.get(id)?.label !== label);
  if (missing.length === 0) return;
  const names = [...new Set(missing.map(({ id, label }) => `${label.toLowerCase()} ${id}`))].join(', ');
  throw new FealtyError('BAD_DATA', `${file} maps names to entries that the graph does not hold: ${names}. Ingest the articles and registries first: npm run ingest -- data`);
}

function titleOf({ collection }: EventFormat, release: string | null): string {
  return release === null ? `${collection} (release not stated)` : `${collection} ${release}`;
}

function add(sum: WriteReport, { created, superseded, retracted, unchanged, counters }: WriteReport): void {
  sum.created += created;
  sum.superseded += superseded;
  sum.retracted += retracted;
  sum.unchanged += unchanged;
  for (const [name, n] of Object.entries(counters)) sum.counters[name] = (sum.counters[name] ?? 0) + n;
}

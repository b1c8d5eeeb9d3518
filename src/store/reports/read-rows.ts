import { setTimeout as sleep } from 'node:timers/promises';
import { Neo4jError, type Record as Neo4jRecord, type Session, type Transaction } from 'neo4j-driver';
import { FealtyError } from '../../domain/errors';
import type { CellValue, ReportDefinition, ReportRow } from '../../domain/report';
import { cypherParams } from '../cypher-params';
import type { Neo4jStore } from '../neo4j-store';
import { statementText } from '../statement-files';
import { storeError } from '../store-error';
import { CitationReader } from './citation-reader';
import type { ParameterValue } from './parameters';
import { refusedPlan, refusedText, type PlanNode } from './read-only';

/** The state of the record that a report reads. */
export interface GraphState {
  revision: number;
  /** When that was reached; null if nothing was ever recorded. */
  changedAt: string | null;
  /** Names the graph: one made anew is another. */
  born: string | null;
}

/** What is read of a report: the state of the record before the first row and after the last, and the rows in between. */
export interface ReportSource {
  before: GraphState;
  /** What the server calls itself, such as Neo4j/5.26.26. */
  server: string;
  /** Rows, some hundred at a time: no more of them are in memory at once, however many there are. */
  batches: AsyncGenerator<ReportRow[], void>;
  after: () => Promise<GraphState>;
  close: () => Promise<void>;
}

const FETCH_SIZE = 500;
/** The part of a report's time that the server may use: it says that the time is over a little before we stop waiting. */
const SERVER_SHARE = 0.95;
const CLOSE_MS = 2_000;

/**
 * Asks a report's statement in a read transaction with the report's deadline. It is judged before it runs, by its text and then by Neo4j's own plan of it. Throws FealtyError: REPORT_REFUSED
 * if it would write, call a procedure or load a file; BAD_REPORT if it is not what its header says; TIMEOUT, STORE_UNAVAILABLE; STOPPED when `signal` says so.
 */
export async function openReport(store: Neo4jStore, report: ReportDefinition, values: Record<string, ParameterValue>, signal: AbortSignal): Promise<ReportSource> {
  const refusal = refusedText(report.statement);
  if (refusal !== null) throw refused(report, refusal.what);
  const session = store.readSession(FETCH_SIZE);
  const deadline = Date.now() + report.deadline * 1_000;
  let tx: Transaction | undefined;
  const close = async (): Promise<void> => {
    // A server that hangs would hold this for ever.
    await Promise.race([session.close().catch(() => undefined), sleep(CLOSE_MS, undefined, { ref: false })]);
  };
  const within = <T>(work: Promise<T>): Promise<T> => bounded(work, deadline, signal, report);
  try {
    const params = cypherParams(values);
    const server = await within(judge(session, report, params));
    tx = session.beginTransaction({ timeout: Math.max(1, Math.round((deadline - Date.now()) * SERVER_SHARE)) });
    const begun = tx;
    const before = await within(state(begun));
    const rows = begun.run(report.statement, params)[Symbol.asyncIterator]();
    return { before, server, batches: batches(rows, new CitationReader(begun), report, within), after: () => within(state(begun)), close };
  } catch (error) {
    await close();
    throw meaning(error, report);
  }
}

/** Has Neo4j plan the statement, and looks at what it would do and return. Returns what the server calls itself. Throws as openReport does. */
export async function judge(session: Session, report: ReportDefinition, params: { given: unknown }): Promise<string> {
  const result = session.run(`EXPLAIN ${report.statement}`, params);
  const columns = await result.keys();
  const summary = await result.summary();
  const plan = summary.plan === false ? null : (summary.plan as unknown as PlanNode);
  const what = refusedPlan(summary.queryType, plan);
  if (what !== null) throw refused(report, what);
  const expected = [...report.columns.map(({ name }) => name), 'key', 'cited'];
  if (columns.length !== expected.length || !expected.every((name) => columns.includes(name))) throw bad(report, `returns ${columns.join(', ')}; its header declares ${expected.join(', ')}`, headerLine(report, 'columns'));
  return summary.server.agent ?? 'Neo4j';
}

/** The line of an entry of the header, which stands first in the statement. */
function headerLine({ statement }: ReportDefinition, entry: string): number {
  return statement.split('\n').findIndex((line) => line.startsWith(`// ${entry}:`)) + 1;
}

async function state(tx: Transaction): Promise<GraphState> {
  const { records } = await tx.run(statementText('runs/state'), cypherParams({}));
  return (records[0] as Neo4jRecord).toObject() as GraphState;
}

async function* batches(rows: AsyncIterator<Neo4jRecord>, citations: CitationReader, report: ReportDefinition, within: <T>(work: Promise<T>) => Promise<T>): AsyncGenerator<ReportRow[], void> {
  const declared = report.columns.map(({ name }) => name);
  const take = async (): Promise<ReportRow[]> => {
    const found: CitingRow[] = [];
    while (found.length < FETCH_SIZE) {
      const next = await rows.next();
      if (next.done === true) break;
      found.push(toRow(next.value, report, declared));
    }
    const cited = await citations.of(found.map((row) => row.cited));
    return found.map(({ key, columns, cited: ids }, i) => {
      const all = cited[i] ?? [];
      if (all.length < new Set(ids).size) throw bad(report, `returns row ${JSON.stringify(key)} that cites a claim which is not in the record`);
      return { key, columns, citations: all };
    });
  };
  for (;;) {
    let batch: ReportRow[];
    try {
      batch = await within(take());
    } catch (error) {
      throw meaning(error, report);
    }
    if (batch.length === 0) return;
    yield batch;
  }
}

/** A row with the ids of the claims that it rests on. */
interface CitingRow {
  key: string;
  columns: ReportRow['columns'];
  cited: string[];
}

function toRow(record: Neo4jRecord, report: ReportDefinition, declared: string[]): CitingRow {
  const key: unknown = record.get('key');
  const cited: unknown = record.get('cited');
  if (typeof key !== 'string' || key === '') throw bad(report, 'returns a row without a key: expected a text that names the row');
  if (!Array.isArray(cited) || cited.length === 0 || !cited.every((id) => typeof id === 'string')) throw bad(report, `returns row ${JSON.stringify(key)} without a citation: expected the ids of the claims that it rests on, one at least`);
  return { key, columns: Object.fromEntries(declared.map((name) => [name, cell(record.get(name), name, report)])), cited };
}

function cell(value: unknown, name: string, report: ReportDefinition): CellValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw bad(report, `returns a ${name} that is no text, number, truth or list of texts`);
}

/** The outcome of `work`, or TIMEOUT at the deadline, or STOPPED. */
export async function bounded<T>(work: Promise<T>, deadline: number, signal: AbortSignal, report: ReportDefinition): Promise<T> {
  work.catch(() => undefined);
  const over = new AbortController();
  const stop = (): void => over.abort();
  signal.addEventListener('abort', stop);
  const waited = sleep(Math.max(0, deadline - Date.now()), undefined, { signal: over.signal }).then(() => { throw late(report); }, () => { if (signal.aborted) throw stopped(); return new Promise<never>(() => undefined); });
  waited.catch(() => undefined);
  try {
    if (signal.aborted) throw stopped();
    return await Promise.race([work, waited]);
  } finally {
    signal.removeEventListener('abort', stop);
    over.abort();
  }
}

/** What an error over a report means, as FealtyError; one that is ours to mend passes unchanged. */
export function meaning(error: unknown, report: ReportDefinition): unknown {
  const meant = storeError(error);
  if (meant instanceof FealtyError) return meant.code === 'TIMEOUT' && !meant.message.startsWith(report.name) ? late(report) : meant;
  if (meant instanceof Neo4jError) return bad(report, `Neo4j says: ${meant.message.split('\n')[0] ?? ''}`);
  return meant;
}

/** The program was told to end. */
export function stopped(): FealtyError {
  return new FealtyError('STOPPED', 'Stopped before it was made.');
}

function late({ name, deadline }: ReportDefinition): FealtyError {
  return new FealtyError('TIMEOUT', `${name}: took longer than its ${deadline} s. Narrow its parameters, or set a longer deadline in its header.`);
}

function refused({ file }: ReportDefinition, what: string): FealtyError {
  return new FealtyError('REPORT_REFUSED', `${file}: a report may not ${what}`);
}

function bad({ file }: ReportDefinition, reason: string, line?: number): FealtyError {
  return new FealtyError('BAD_REPORT', `${file}:${line === undefined ? '' : `${line}:`} ${reason}`);
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { ReportRun } from '../../domain/report';
import type { Neo4jStore } from '../neo4j-store';
import { statementText } from '../statement-files';
import { storeUnavailable } from '../store-error';
import type { GraphState } from './read-rows';
import { runProps, toRun, type RunColumns } from './run-columns';

/** How long a lease holds without being renewed, by the database's clock: a report whose runner died is free again after it. */
export const LEASE_MS = 30_000;
/** How long any of these may take. The driver itself would wait for a hanging server for ever. */
const PATIENCE_MS = 10_000;

/** What came of asking for a report's lease. */
export type Taken = 'taken' | 'busy' | 'settled';

/** What became of claims that an earlier report cited. */
export interface Fate {
  id: string;
  status: string;
  endedAt: string | null;
  /** The last version of it; null if there is none after it. */
  nextId: string | null;
  nextSummary: string | null;
  nextParagraph: number | null;
  nextStance: string | null;
  nextDate: string | null;
  /** JSON, as claims have it. */
  nextCasualties: string | null;
  nextStatus: string | null;
  nextEndedAt: string | null;
}

/**
 * The history of reports, and the leases by which each run goes to one process. They stand in the graph beside the record and do not move its revision: nothing that the record answers
 * changes by them. All throw FealtyError STORE_UNAVAILABLE if the graph is away.
 */
export class ReportRuns {
  constructor(private readonly store: Neo4jStore) {}

  /** Asks to run `report`; for a scheduled run, the one that was due at `due` (epoch milliseconds). `busy`: another is at it; `settled`: it was done. */
  async take(report: string, holder: string, due: number | null): Promise<Taken> {
    const [row] = await this.ask('runs/take-lease', { report, holder, due, length: LEASE_MS });
    if (row?.wanted !== true) return 'settled';
    return row.free === true ? 'taken' : 'busy';
  }

  /** Keeps the lease for another while; false if it has gone to another. */
  async renew(report: string, holder: string): Promise<boolean> {
    return (await this.ask('runs/renew-lease', { report, holder, length: LEASE_MS })).length > 0;
  }

  /** Gives the lease back; `doneDue` is the time due that the run has settled. */
  async release(report: string, holder: string, doneDue: number | null): Promise<void> {
    await this.ask('runs/release-lease', { report, holder, doneDue });
  }

  /** Begins to schedule reports that were not scheduled before, and tells up to which time (epoch milliseconds) each is settled. */
  async schedule(reports: string[], now: number): Promise<Map<string, number>> {
    const rows = await this.ask('runs/schedule', { reports, now });
    return new Map(rows.map(({ report, doneDue }) => [report as string, doneDue as number]));
  }

  /** Up to which time each report is settled (null: nobody has scheduled it yet), and whether it is being made. */
  async settled(reports: string[]): Promise<Map<string, { doneDue: number | null; running: boolean }>> {
    const rows = await this.ask('runs/settled', { reports });
    return new Map(rows.map(({ report, doneDue, running }) => [report as string, { doneDue: (doneDue ?? null) as number | null, running: running as boolean }]));
  }

  /** Records runs as they are now. */
  async write(runs: ReportRun[]): Promise<void> {
    if (runs.length > 0) await this.ask('runs/write', { runs: runs.map(runProps) });
  }

  /** Ids of the runs of a report that have not said how they ended. */
  async unended(report: string): Promise<string[]> {
    return (await this.ask('runs/unended', { report })).map(({ id }) => id as string);
  }

  /** Marks the runs of a report that were cut off without a word; `id` is the one that holds the lease now. */
  async markInterrupted(report: string, id: string): Promise<void> {
    await this.ask('runs/interrupted', { report, id, now: new Date().toISOString() });
  }

  /** Marks runs whose folders were removed. */
  async markRemoved(report: string, folders: string[]): Promise<void> {
    if (folders.length > 0) await this.ask('runs/removed', { report, folders, now: new Date().toISOString() });
  }

  /** The last runs first. */
  async list(report: string | null, limit: number): Promise<ReportRun[]> {
    const [row] = await this.ask('runs/list', { report, status: null, cursor: '', limit, count: false });
    return ((row?.items ?? []) as [string, RunColumns][]).map(([, columns]) => toRun(columns));
  }

  /** The state of the record now. */
  async state(): Promise<GraphState> {
    const [row] = await this.ask('runs/state', {});
    return row as unknown as GraphState;
  }

  /** What became of claims. */
  async fates(ids: string[]): Promise<Map<string, Fate>> {
    const rows = await this.ask('runs/fates', { ids });
    return new Map(rows.map((row) => [row.id as string, row as unknown as Fate]));
  }

  private async ask(statement: string, params: Record<string, unknown>): Promise<Record<string, unknown>[]> {
    const waiting = new AbortController();
    const late = sleep(PATIENCE_MS, undefined, { ref: false, signal: waiting.signal }).then(() => { throw storeUnavailable(); });
    late.catch(() => undefined);
    try {
      const { records } = await Promise.race([this.store.runAlone(statementText(statement), params), late]);
      return records.map((record) => record.toObject());
    } finally {
      waiting.abort();
    }
  }
}

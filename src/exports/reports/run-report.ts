import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { FealtyError } from '../../domain/errors';
import type { ReportDefinition, ReportFormat, ReportRun, RunTrigger } from '../../domain/report';
import type { Neo4jStore } from '../../store/neo4j-store';
import { bindParameters, type BoundParameters } from '../../store/reports/parameters';
import { stopped } from '../../store/reports/read-rows';
import { LEASE_MS, ReportRuns } from '../../store/reports/report-runs';
import { adoptRuns, latestDue } from './adopt-runs';
import { definitionHash } from './definition-hash';
import { exportFault } from './export-fault';
import { HistoryFile } from './history-file';
import { comparable, lastRun, type LastRun } from './last-run';
import { makeReport, type Made } from './make-report';
import type { Manifest } from './manifest';
import { resolvedNames, type ResolvedNames } from './resolved-names';
import { RunFolder, writeManifest } from './run-folder';
import { pointerOf, seriesOf } from './series';
import { shownParameters } from './shown-parameters';

/** What reports are made with. */
export interface ReportHouse {
  store: Neo4jStore;
  /** Where runs appear, and where the history waits while the graph is away. */
  exportFolder: string;
  /** Another folder to make them in; the last run is looked for there first. Such a run is in the history without its files, since the service does not give them. */
  elsewhere?: string;
  /** Runs of a series that are kept, and for how many days; 0 days: for ever. */
  keep: number;
  keepDays: number;
  /** The program that prints PDF; null: none. */
  chromium: string | null;
  versions: Record<string, string>;
  log: (line: string) => void;
}

export interface RunRequest {
  report: ReportDefinition;
  /** Parameters as texts; what is left out takes its default. */
  given: Record<string, string>;
  /** Null: those that the report declares. */
  formats: ReportFormat[] | null;
  trigger: RunTrigger;
  /** When it was due, epoch milliseconds; null unless scheduled. */
  due: number | null;
  signal: AbortSignal;
}

/**
 * Makes one report: under its lease, in a temporary folder that appears as `<exports>/<report>/<time>` when it is whole, and recorded in the history however it ends. Null if another process has
 * settled the time it was due for; if one had made it and died before it could say so, that run. Throws FealtyError: BAD_USER_INPUT and the like for its parameters (recorded only if nobody was there to
 * be told, since it was due), REPORT_BUSY if another is at it, and whatever ended it.
 */
export async function runReport(house: ReportHouse, request: RunRequest): Promise<ReportRun | null> {
  const { report, due, trigger } = request;
  const runs = new ReportRuns(house.store);
  const history = new HistoryFile(house.exportFolder);
  const now = new Date();
  const id = randomUUID();
  // Before anything is taken or recorded: a wrong parameter is no run.
  const { texts } = bindParameters(report, request.given, null, now);
  const run: ReportRun = {
    id, report: report.name, series: seriesOf(report, texts), status: 'running', trigger, due, startedAt: now.toISOString(), endedAt: null, parameters: texts,
    revision: null, rows: null, folder: null, files: [], changes: null, error: null, removedAt: null,
  };
  const lost = new AbortController();
  const signal = AbortSignal.any([request.signal, lost.signal]);
  const folder = new RunFolder(house.elsewhere ?? house.exportFolder, report.name);
  let held = false;
  let heart: NodeJS.Timeout | undefined;
  try {
    const taken = await runs.take(report.name, id, due);
    if (taken === 'settled') return null;
    if (taken === 'busy') throw new FealtyError('REPORT_BUSY', `${report.name} is being made by another process. Wait until it is done.`);
    held = true;
    heart = setInterval(() => void runs.renew(report.name, id).then((still) => still || lost.abort(), () => undefined), LEASE_MS / 3);
    const names = await resolvedNames(house.store, report, texts);
    run.series = seriesOf(report, names.texts);
    const left = await adoptRuns(new RunFolder(house.exportFolder, report.name), report, runs, run, house.log);
    await runs.markInterrupted(report.name, id);
    await history.handOver((waiting) => runs.write(waiting)).catch(() => undefined);
    const there = due === null ? undefined : left.find((one) => one.due === due);
    if (there !== undefined) {
      await runs.release(report.name, id, due).catch(() => undefined);
      return there;
    }
    await runs.write([run]);
    await make(house, { ...request, signal }, run, names, runs, folder);
    // Not under `signal`: it is there, so it is said.
    await record(house, runs, history, run);
    clearInterval(heart);
    await runs.release(report.name, id, latestDue([...left, run])).catch(() => undefined);
    // Last, since it may take long: whoever dies over it has settled the run.
    await retain(house, runs, folder);
    return run;
  } catch (error) {
    const meant = meaning(error, request.signal, lost.signal, house);
    if (!isRun(meant, trigger)) {
      if (held) await runs.release(report.name, id, null).catch(() => undefined);
      throw meant;
    }
    run.status = isStopped(meant) ? 'stopped' : 'failed';
    run.endedAt = new Date().toISOString();
    run.error = meant instanceof FealtyError ? `${meant.code}: ${meant.message}` : 'INTERNAL_ERROR: something went wrong on our side; the log has more.';
    await record(house, runs, history, run);
    // What was stopped, or failed because the graph was away, is still due; what fails by itself would only fail again.
    if (held) await runs.release(report.name, id, run.status === 'failed' && !isAway(meant) ? due : null).catch(() => undefined);
    throw meant;
  } finally {
    clearInterval(heart);
  }
}

/** Makes the files and lets them appear; fills in `run`. */
async function make(house: ReportHouse, request: RunRequest, run: ReportRun, names: ResolvedNames, runs: ReportRuns, folder: RunFolder): Promise<void> {
  const { report, signal } = request;
  const formats = request.formats ?? report.formats;
  const mustPrint = request.formats?.includes('pdf') === true;
  if (mustPrint && house.chromium === null) throw new FealtyError('PDF_FAILED', 'PDF needs a Chromium, and none is there. Install one, or set FEALTY_CHROMIUM to its program.');
  const temporary = await folder.begin();
  try {
    const { born } = await runs.state();
    const last = await lastRun([...new Set([folder.exportFolder, house.exportFolder])], run, born);
    const { texts, values } = bindParameters(report, request.given, last?.manifest.graph.changedAt ?? null, new Date(run.startedAt));
    const parameters: BoundParameters = { texts, values: { ...values, ...names.ids } };
    const made = await makeReport({
      store: house.store, report, run, parameters, shown: shownParameters(report, parameters, names.names, last), formats, folder: temporary, ...comparable(report, last),
      fates: (ids) => runs.fates(ids), chromium: house.chromium, mustPrint, versions: house.versions, log: house.log, signal,
    });
    const ended = new Date();
    await writeManifest(temporary, manifest(house, request, run, made, ended, parameters, last));
    if (signal.aborted) throw stopped();
    // A process that slept, or that the graph was away from, may have lost its lease unknowingly.
    if (!(await runs.renew(report.name, run.id))) throw leaseLost();
    const name = await folder.publish(temporary, new Date(run.startedAt));
    Object.assign(run, { status: 'done', endedAt: ended.toISOString(), revision: made.state.revision, rows: made.rows, folder: `${report.name}/${name}`, files: made.files, changes: made.changes?.counts ?? null });
    // Whoever follows a pointer finds all that the report declares.
    if (report.formats.every((format) => formats.includes(format))) await folder.point(pointerOf(run.series), name);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    if (run.status !== 'done') throw error;
    // It is there and whole; only the pointer is not turned.
    house.log(`${report.name}: made, but the pointer to it could not be turned: ${(error as Error).message}`);
  }
}

/** Removes older runs; what goes wrong with it is no fault of the run. */
async function retain(house: ReportHouse, runs: ReportRuns, folder: RunFolder): Promise<void> {
  try {
    await runs.markRemoved(folder.report, await folder.retain(house, new Date()));
  } catch (error) {
    house.log(`${folder.report}: older runs could not be removed: ${(exportFault(error, folder.exportFolder) as Error).message}`);
  }
}

function manifest(house: ReportHouse, { report, trigger, due }: RunRequest, run: ReportRun, made: Made, ended: Date, { values }: BoundParameters, last: LastRun | undefined): Manifest {
  const { state, revisionAfter, rows, claims, changes, files, skipped, server } = made;
  return {
    run: run.id, report: report.name, title: report.title, series: run.series, trigger, due: due === null ? null : new Date(due).toISOString(),
    startedAt: run.startedAt, endedAt: ended.toISOString(), durationMs: ended.getTime() - Date.parse(run.startedAt), parameters: run.parameters, values, definition: definitionHash(report),
    graph: { revision: state.revision, revisionAfter, changedAt: state.changedAt, born: state.born }, rows, claims, columns: report.columns.map(({ name }) => name),
    changes: changes?.counts ?? null, comparedWith: changes === null ? null : (last?.name ?? null),
    lastRun: last === undefined ? null : { name: last.name, run: last.manifest.run, startedAt: last.manifest.startedAt, revision: last.manifest.graph.revision, changedAt: last.manifest.graph.changedAt }, files, skipped, versions: { ...house.versions, database: server },
  };
}

/** Records a run in the graph, or beside the exports if that is away. */
async function record(house: ReportHouse, runs: ReportRuns, history: HistoryFile, run: ReportRun): Promise<void> {
  const told = house.elsewhere === undefined ? run : { ...run, folder: null, files: [] };
  try {
    await runs.write([told]);
  } catch {
    await history.add(told).catch((error: unknown) => house.log(`${run.report}: ${run.status}, and the history could be written neither in the graph nor beside the exports: ${(error as Error).message}`));
  }
}

/** What ended a run: whatever went wrong after it was told to stop went wrong because of that. */
function meaning(error: unknown, stopping: AbortSignal, lost: AbortSignal, house: ReportHouse): unknown {
  if (error instanceof FealtyError && error.code === 'REPORT_BUSY') return error;
  if (stopping.aborted) return stopped();
  return lost.aborted && isStopped(error) ? leaseLost() : exportFault(error, house.elsewhere ?? house.exportFolder);
}

/** Whether an error ended a run, rather than meaning that there was none to begin. One that was due and cannot begin has failed: nobody is there to say it better. */
function isRun(error: unknown, trigger: RunTrigger): boolean {
  if (!(error instanceof FealtyError)) return true;
  return error.code !== 'REPORT_BUSY' && (trigger === 'schedule' || !['UNKNOWN_NAME', 'AMBIGUOUS_NAME', 'BAD_USER_INPUT'].includes(error.code));
}

function isStopped(error: unknown): boolean {
  return error instanceof FealtyError && error.code === 'STOPPED';
}

function isAway(error: unknown): boolean {
  return error instanceof FealtyError && ['STORE_UNAVAILABLE', 'LEASE_LOST'].includes(error.code);
}

function leaseLost(): FealtyError {
  return new FealtyError('LEASE_LOST', 'The database was away so long that the report may have gone to another process.');
}

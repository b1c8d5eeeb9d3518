import type { ChangeCounts, ReportRun, RunFile, RunStatus, RunTrigger } from '../../domain/report';

/** As `fragments/run-columns.cypher` returns them. */
export type RunColumns = [
  string, string, string, RunStatus, RunTrigger, number | null, string, string | null, string, number | null, number | null, string | null, string | null, string | null, string | null, string | null, string,
];

/** A moment later than any that a run can have, in milliseconds: what runs are counted back from, so that the last comes first. */
const LAST_MS = 9_999_999_999_999;

/** The sort key of a run: the last run first. */
export function runOrder({ startedAt, id }: Pick<ReportRun, 'startedAt' | 'id'>): string {
  return `${String(LAST_MS - Date.parse(startedAt)).padStart(13, '0')} ${id}`;
}

export function toRun(columns: RunColumns): ReportRun {
  const [id, report, series, status, trigger, due, startedAt, endedAt, parameters, revision, rows, folder, files, changes, error, removedAt] = columns;
  return {
    id, report, series, status, trigger, due, startedAt, endedAt, revision, rows, folder, error, removedAt,
    parameters: JSON.parse(parameters) as Record<string, string | null>,
    files: files === null ? [] : (JSON.parse(files) as RunFile[]),
    changes: changes === null ? null : (JSON.parse(changes) as ChangeCounts),
  };
}

/** A run as its node's properties. */
export function runProps(run: ReportRun): Record<string, unknown> {
  return { ...run, order: runOrder(run), parameters: JSON.stringify(run.parameters), files: run.files.length === 0 ? null : JSON.stringify(run.files), changes: run.changes === null ? null : JSON.stringify(run.changes) };
}

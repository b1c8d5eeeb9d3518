import { toGlobalId } from '../../domain/global-id';
import type { ReportDefinition, ReportFormat, ReportRun as RunRecord } from '../../domain/report';
import { nextDue } from '../../domain/schedule';
import { reportDefinitions } from '../../store/reports/report-files';
import type { Report, ReportRun } from '../types/report';

/** A report as the schema shows it. */
export function toReportNode({ name, title, purpose, parameters, columns, formats, schedule }: ReportDefinition): Report & { slug: string } {
  return {
    id: toGlobalId('Report', name), slug: name, name, title, purpose, columns, formats,
    parameters: parameters.map(({ name: parameter, type, about, default: usual }) => ({ name: parameter, type, about, default: usual })),
    schedule: schedule?.cron ?? null, timeZone: schedule?.timeZone ?? null,
    nextDue: schedule === null ? null : (nextDue(schedule, new Date())?.toISOString() ?? null),
  };
}

/** Reports of these names, as far as there are any. */
export function reportsByName(names: string[]): (Report & { slug: string })[] {
  return reportDefinitions().filter(({ name }) => names.includes(name)).map(toReportNode);
}

/** A run as the schema shows it. Where its files are given is the path of an address, never one of the disk. */
export function toRunNode(run: RunRecord): ReportRun & { slug: string } {
  const { id, report, status, trigger, due, startedAt, endedAt, parameters, revision, rows, changes, files, folder, removedAt, error } = run;
  return {
    id: toGlobalId('ReportRun', id), slug: id, report, status, trigger, startedAt, endedAt, revision, rows, changes, error,
    dueAt: due === null ? null : new Date(due).toISOString(),
    parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
    files: files.map(({ name, bytes, sha256 }) => ({ name, format: name.split('.').at(-1) as ReportFormat, bytes, sha256, path: folder === null || removedAt !== null ? null : `/reports/${folder}/${name}` })),
  };
}

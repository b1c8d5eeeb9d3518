import type { ReportDefinition, ReportRun } from '../../domain/report';
import type { ReportRuns } from '../../store/reports/report-runs';
import type { Manifest } from './manifest';
import type { RunFolder } from './run-folder';
import { pointerOf } from './series';

/**
 * Records runs that are there, whole, though their processes died or the graph went away before it was said; and the run that was made for the time at which `run` is due, even if it was said, since that
 * time is not settled yet. Turns the pointer to one if it is the last of its series. Returns them.
 */
export async function adoptRuns(folder: RunFolder, report: ReportDefinition, runs: ReportRuns, { due, series }: ReportRun, log: (line: string) => void): Promise<ReportRun[]> {
  const unended = await runs.unended(report.name);
  if (unended.length === 0 && due === null) return [];
  const { born } = await runs.state();
  const all = await folder.runs();
  const left = all.filter(({ manifest }) => unended.includes(manifest.run) || (due !== null && manifest.due !== null && Date.parse(manifest.due) === due && manifest.series === series && manifest.graph.born === born));
  const found = left.map(({ name, manifest }) => toRun(manifest, name));
  await runs.write(found);
  const isWhole = ({ files, skipped }: Manifest): boolean => report.formats.every((format) => files.some(({ name }) => name.endsWith(`.${format}`)) || skipped.some((one) => one.format === format));
  for (const { name, manifest } of left) {
    if (!isWhole(manifest) || all.find((one) => one.manifest.series === manifest.series)?.name !== name) continue;
    // It is there and recorded, whatever becomes of the pointer.
    await folder.point(pointerOf(manifest.series), name).catch((error: unknown) => log(`${report.name}: found whole, but the pointer to it could not be turned: ${(error as Error).message}`));
  }
  return found;
}

/** The latest time due, epoch milliseconds, that runs were made for; null if for none. */
export function latestDue(runs: ReportRun[]): number | null {
  const all = runs.flatMap(({ due }) => due ?? []);
  return all.length === 0 ? null : Math.max(...all);
}

function toRun({ run, report, series, trigger, due, startedAt, endedAt, parameters, graph, rows, files, changes }: Manifest, name: string): ReportRun {
  return {
    id: run, report, series, status: 'done', trigger, due: due === null ? null : Date.parse(due), startedAt, endedAt, parameters, revision: graph.revision, rows, folder: `${report}/${name}`, files, changes,
    error: null, removedAt: null,
  };
}

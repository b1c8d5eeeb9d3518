import { join } from 'node:path';
import type { ReportDefinition, ReportRun } from '../../domain/report';
import type { Earlier } from './compare';
import { definitionHash } from './definition-hash';
import type { Manifest } from './manifest';
import { timeText } from './report-document';
import { RunFolder } from './run-folder';

export interface LastRun {
  /** The export folder that holds it. */
  exportFolder: string;
  name: string;
  manifest: Manifest;
}

/**
 * The run from which another is measured: the last of the same series and graph (one made anew knows nothing of what another was told). For a scheduled run, the last scheduled one if there is
 * one: what somebody ran by hand in between takes nothing from it. The folders are looked at in turn. Undefined if there is none.
 */
export async function lastRun(exportFolders: string[], { report, series, trigger }: ReportRun, born: string | null): Promise<LastRun | undefined> {
  for (const exportFolder of exportFolders) {
    const runs = (await new RunFolder(exportFolder, report).runs()).filter(({ manifest }) => manifest.series === series && manifest.graph.born === born);
    const found = (trigger === 'schedule' ? runs.find(({ manifest }) => manifest.trigger === 'schedule') : undefined) ?? runs[0];
    if (found !== undefined) return { exportFolder, ...found };
  }
  return undefined;
}

/** The rows to compare with, or why there are none. */
export function comparable(report: ReportDefinition, last: LastRun | undefined): { earlier: Earlier | null; uncompared: string | null } {
  if (!report.compare) return { earlier: null, uncompared: `This report is itself about what changed: each row says how. ${last === undefined ? 'There is no report before it.' : lastText(last)}` };
  if (last === undefined) return { earlier: null, uncompared: 'This is the first report of its kind with these parameters; there is none to compare it with.' };
  const { exportFolder, manifest, name } = last;
  if (manifest.definition !== definitionHash(report)) return { earlier: null, uncompared: `${lastText(last)} The report itself has changed since: it asks something else. Rows are compared again from the next one on.` };
  const { revision, changedAt } = manifest.graph;
  return { earlier: { file: join(exportFolder, report.name, name, `${report.name}.json`), rows: manifest.rows, startedAt: manifest.startedAt, revision, changedAt }, uncompared: null };
}

function lastText({ manifest }: LastRun): string {
  return `The last report is of ${timeText(new Date(manifest.startedAt))}, at revision ${manifest.graph.revision}.`;
}

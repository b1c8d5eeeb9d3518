import type { ReportDefinition } from '../../domain/report';
import { takenFor } from '../../store/names';
import type { BoundParameters } from '../../store/reports/parameters';
import type { LastRun } from './last-run';
import { timeText } from './report-document';

/** Parameters as a reader needs them: as they were set, whom a name in another spelling was taken for, and what an instant that is counted from something came to. */
export function shownParameters({ parameters }: ReportDefinition, { texts, values }: BoundParameters, names: Record<string, string>, last: LastRun | undefined): Record<string, string | null> {
  const shown = parameters.map(({ name, type }): [string, string | null] => {
    const [text, value] = [texts[name] ?? null, values[name]];
    if (type === 'name' && text !== null) return [name, takenFor(text, names[name] ?? text)];
    if (type !== 'instant' || text === null || typeof value !== 'string' || text === value) return [name, text];
    if (text !== 'last-run') return [name, `${text} (${value})`];
    if (last === undefined) return [name, 'last-run (there is none: everything is new)'];
    const { run, startedAt, graph } = last.manifest;
    return [name, `last-run (${graph.changedAt ?? 'an empty record'}, the last change that the report of ${timeText(new Date(startedAt))} knew, at revision ${graph.revision}; run ${run})`];
  });
  return Object.fromEntries(shown);
}

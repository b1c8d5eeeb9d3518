import { createHash } from 'node:crypto';
import type { ReportDefinition } from '../../domain/report';

/** The parameters that were set to something else than their defaults, in the order of their names. */
function special(definition: ReportDefinition, texts: Record<string, string | null>): [string, string | null][] {
  return definition.parameters
    .filter(({ name, default: usual }) => texts[name] !== usual)
    .map(({ name }): [string, string | null] => [name, texts[name] ?? null])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Names a report with its parameters: runs of one series are compared with one another, and kept or removed together. */
export function seriesOf(definition: ReportDefinition, texts: Record<string, string | null>): string {
  const set = special(definition, texts);
  return set.length === 0 ? definition.name : `${definition.name}?${set.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&')}`;
}

/** The pointer to the last run of a series: `latest`, or one of its own for special parameters, so that somebody's question does not turn everybody's `latest`. */
export function pointerOf(definition: ReportDefinition, texts: Record<string, string | null>): string {
  const set = special(definition, texts);
  if (set.length === 0) return 'latest';
  const words = set.map(([name, value]) => `${name}-${value ?? ''}`).join('-').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);
  return `latest-${words}-${createHash('sha256').update(seriesOf(definition, texts)).digest('hex').slice(0, 8)}`;
}

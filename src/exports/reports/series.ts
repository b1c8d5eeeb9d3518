import { createHash } from 'node:crypto';
import type { ReportDefinition } from '../../domain/report';

/** Names a report with those of its parameters that were set to something else than their defaults: runs of one series are compared with one another, and kept or removed together. */
export function seriesOf({ name: report, parameters }: ReportDefinition, texts: Record<string, string | null>): string {
  const set = parameters.filter(({ name, default: usual }) => texts[name] !== usual).map(({ name }) => `${name}=${encodeURIComponent(texts[name] ?? '')}`).sort();
  return set.length === 0 ? report : `${report}?${set.join('&')}`;
}

/** The pointer to the last run of a series: `latest`, or one of its own for special parameters, so that somebody's question does not turn everybody's `latest`. */
export function pointerOf(series: string): string {
  const [, set] = series.split('?');
  if (set === undefined) return 'latest';
  const words = decodeURIComponent(set).toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);
  return `latest-${words}-${createHash('sha256').update(series).digest('hex').slice(0, 8)}`;
}

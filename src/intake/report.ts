import type { WriteReport } from '../store/ledger';
import type { IngestReport, Progress } from './ingest';

/** One line of progress: count, rate and time left. */
export function progressLine({ done, total, item }: Progress, elapsedMs: number): string {
  const rate = done / Math.max(elapsedMs / 1000, 0.001);
  const left = Math.ceil((total - done) / rate);
  return `${done}/${total} ${item} (${rate.toFixed(1)}/s${done < total ? `, about ${left} s left` : ''})`;
}

/** What an ingest did, a line for each article, with Neo4j's own write counters. */
export function ingestSummary({ registries, articles }: IngestReport): string {
  const lines = articles.map(({ id, ...report }) => `${id}: ${claimsLine(report)}; ${writesLine(report)}`);
  return [`registries: ${registries.created} written, ${registries.unchanged} unchanged; ${writesLine(registries)}`, ...lines].join('\n');
}

export function claimsLine({ created, superseded, retracted, unchanged }: WriteReport): string {
  return `${created} new, ${superseded} superseded, ${retracted} retracted, ${unchanged} unchanged`;
}

export function writesLine({ counters }: WriteReport): string {
  const parts = Object.entries(counters).map(([name, n]) => `${name} ${n}`);
  return parts.length === 0 ? 'nothing written' : parts.join(', ');
}

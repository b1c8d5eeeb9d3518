import type { ExportProgress, ExportReport } from './export-graph';

/** How far an export is: claims read, how fast, and how long it may still take. */
export function exportLine({ read, total, milliseconds, done }: ExportProgress): string {
  const seconds = Math.max(milliseconds / 1000, 0.001);
  const rate = Math.round(read / seconds);
  const left = done || read === 0 ? '' : `, about ${Math.ceil(((total - read) * seconds) / read)} s left`;
  return `Exporting: ${read} of ${Math.max(read, total)} claims read (${rate}/s${left})`;
}

/** What an export came to, in one line; one that holds no claim says why. */
export function exportSummary({ format, out, revision, selection, claims, bytes, milliseconds }: ExportReport): string {
  return `${out ?? 'Standard output'}: ${format}, ${claims} claims${selection === '' ? '' : ` (${selection})`} of revision ${revision}, ${bytes} bytes, ${(milliseconds / 1000).toFixed(1)} s${claims === 0 ? none(selection) : ''}`;
}

function none(selection: string): string {
  if (selection === '') return '. The graph has no claim yet.';
  return `. No claim matches ${selection}.${selection.includes('as known on: ') ? ' --as-known-on asks what was recorded here by then, not what was published by then.' : ''}`;
}

import type { ExportProgress, ExportReport } from './export-graph';

/** How far an export is: claims read, how fast, and how long it may still take. */
export function exportLine({ read, total, milliseconds, done }: ExportProgress): string {
  const seconds = Math.max(milliseconds / 1000, 0.001);
  const rate = Math.round(read / seconds);
  const left = done || read === 0 ? '' : `, about ${Math.ceil(((total - read) * seconds) / read)} s left`;
  return `Exporting: ${read} of ${Math.max(read, total)} claims read (${rate}/s${left})`;
}

/** What an export came to, in one line. */
export function exportSummary({ format, out, revision, selection, claims, bytes, milliseconds }: ExportReport): string {
  return `${out ?? 'Standard output'}: ${format}, ${claims} claims${selection === '' ? '' : ` (${selection})`} of revision ${revision}, ${bytes} bytes, ${(milliseconds / 1000).toFixed(1)} s`;
}

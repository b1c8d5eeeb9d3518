import type { ReportsQuery, ReportFormat, ReportRunStatus } from '../api/generated/documents';
import { count } from '../model/words';
import { momentInWords } from './moment-in-words';

type Run = NonNullable<ReportsQuery['reports']['nodes'][number]['lastRun']>;

const FORMATS: Record<ReportFormat, string> = { HTML: 'Read', PDF: 'PDF', MD: 'Markdown', CSV: 'CSV', XLSX: 'XLSX', JSON: 'JSON' };
const ORDER = Object.keys(FORMATS);
/** Those that a browser shows as they are meant to be seen. */
const SHOWN: ReportFormat[] = ['HTML', 'PDF'];
const STATUS: Record<ReportRunStatus, string> = { DONE: 'Made', FAILED: 'Failed', INTERRUPTED: 'Broken off', RUNNING: 'Being made, begun', STOPPED: 'Stopped' };

/** One run: when, how much, what changed, and its files to open. */
export function RunLine({ run, title }: { run: Run; title: string }): preact.JSX.Element {
  const { status, startedAt, endedAt, rows, changes, revision, error, parameters } = run;
  const when = momentInWords(endedAt ?? startedAt);
  const set = parameters.filter(({ value }) => value !== null).map(({ name, value }) => `${name} ${value}`);
  const changed = changes && (['new', 'changed', 'gone'] as const).filter((kind) => changes[kind] > 0).map((kind) => `${changes[kind].toLocaleString('en')} ${kind}`);
  const parts = [
    ...(rows === null ? [] : [count(rows, 'row')]), ...(changed === null ? [] : [changed.length > 0 ? changed.join(', ') : 'nothing changed']),
    ...(changes && changes.superseded > 0 ? [count(changes.superseded, 'claim replaced', 'claims replaced')] : []), ...(revision === null ? [] : [`revision ${revision}`]), ...set,
  ];
  const files = [...run.files].sort((one, other) => ORDER.indexOf(one.format) - ORDER.indexOf(other.format));
  return (
    <div class="run">
      <p class="small"><span class={status === 'DONE' || status === 'RUNNING' ? 'strong-small' : 'tag bad'}>{STATUS[status]}</span> {when}{parts.length > 0 && <span class="quiet"> · <bdi>{parts.join(' · ')}</bdi></span>}</p>
      {error && <p class="small notice"><bdi>{error}</bdi></p>}
      {files.length > 0 && (
        <p class="row small">
          {files.map(({ name, format, bytes, path }) => path === null
            ? <span key={name} class="quiet" title="Removed since">{FORMATS[format]} (removed)</span>
            : <a key={name} href={path} target="_blank" rel="noopener" download={SHOWN.includes(format) ? undefined : name} aria-label={`${title}, ${when}: ${FORMATS[format]}`} title={`${name}, ${size(bytes)}`}>{FORMATS[format]}</a>)}
        </p>
      )}
    </div>
  );
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString('en')} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

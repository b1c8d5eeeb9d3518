import { casualtiesText, parseCasualties } from '../../domain/casualties';
import type { ChangeCounts, Citation, ReportRow } from '../../domain/report';
import type { Fate } from '../../store/reports/report-runs';
import { shownText } from './cell-text';
import { HashIndex, hash64 } from './hash-index';
import { timeText } from './report-document';
import { readRows } from './rows-file';

/** How many changes of each kind are told one by one; of more, only how many. */
const MOST_TOLD = 100;
/** Words of a row that stand for it in a list. */
const LABEL_COLUMNS = 3;
/** Claims told of for each changed row. */
const MOST_REASONS = 8;
/** Claims whose fate is asked at once. */
const FATES_AT_ONCE = 1_000;

export interface Change {
  kind: 'new' | 'changed' | 'gone';
  label: string;
  /** Columns that differ: name, before, after. */
  columns: { name: string; before: string; after: string }[];
  /** Why, in sentences, each resting on a passage where there is one. */
  why: string[];
}

/** A claim that was replaced by a new version of itself, or by the version after that; the last is told, which stands. */
export interface Superseded {
  claimId: string;
  nextId: string;
  /** What it says otherwise. */
  became: string;
  where: string;
}

export interface Changes {
  counts: ChangeCounts;
  /** When the report before was made, and at which revision. */
  since: { startedAt: string; revision: number };
  told: Change[];
  superseded: Superseded[];
}

/** That not all changes are told one by one; null if they are. */
export function untold({ counts, told, superseded }: Changes): string | null {
  const total = counts.new + counts.changed + counts.gone;
  const parts = [
    ...(told.length < total ? [`${told.length} of ${total} changes`] : []),
    ...(superseded.length < counts.superseded ? [`${superseded.length} of ${counts.superseded} claims superseded`] : []),
  ];
  return parts.length === 0 ? null : `${parts.join(' and ')} are told.`;
}

/** Notes what each row says, so that it can be told from what it said before. Throws what `twice` makes of a key that comes twice. */
export class RowIndex {
  readonly rows = new HashIndex();

  constructor(private readonly twice: (key: string) => Error) {}

  add(row: ReportRow): void {
    if (!this.rows.add(hash64(row.key), contentHash(row))) throw this.twice(row.key);
  }
}

/** What a row says: its columns, and the claims that it rests on. */
function contentHash({ columns, citations }: ReportRow): bigint {
  return hash64(JSON.stringify([Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1)), citations.map(({ claimId, status }) => `${claimId} ${status}`).sort()]));
}

export interface Earlier {
  file: string;
  /** How many it holds. */
  rows: number;
  startedAt: string;
  revision: number;
  /** The record's last change that it knew. */
  changedAt: string | null;
}

/** The rows of an earlier report are missing or damaged. */
export class EarlierUnreadable extends Error {
  constructor({ startedAt }: Earlier) {
    super(`The rows of the last report, of ${timeText(new Date(startedAt))}, are missing or damaged. Rows are compared again from the next one on.`);
  }
}

/**
 * How the rows of `file` (noted in `index`) differ from those of an earlier report: new, changed and gone rows with the reasons, and claims superseded by new versions. Reads both files row
 * by row, so that their size does not matter; `fates` tells what became of claims. Throws EarlierUnreadable, and stops when `checkpoint` throws.
 */
export async function compareRows(file: string, index: RowIndex, earlier: Earlier, fates: (ids: string[]) => Promise<Map<string, Fate>>, checkpoint: () => void): Promise<Changes> {
  const counts: ChangeCounts = { new: 0, changed: 0, gone: 0, superseded: 0 };
  const changed = new Map<string, ReportRow>();
  const gone: ReportRow[] = [];
  const superseded: Superseded[] = [];
  const asked = new HashIndex();
  let waiting: Citation[] = [];
  const settle = async (): Promise<void> => {
    const fate = await fatesOf(waiting.map(({ claimId }) => claimId), fates);
    for (const citation of waiting) {
      const next = fate.get(citation.claimId);
      if (next?.nextId == null || next.nextStatus !== 'live') continue;
      counts.superseded += 1;
      if (superseded.length < MOST_TOLD) superseded.push({ claimId: citation.claimId, nextId: next.nextId, became: became(citation, next), where: where(citation) });
    }
    waiting = [];
  };
  for await (const before of earlierRows(earlier)) {
    checkpoint();
    const now = index.rows.look(hash64(before.key));
    if (now === contentHash(before)) continue;
    if (now === undefined) {
      counts.gone += 1;
      if (gone.length < MOST_TOLD) gone.push(before);
    } else {
      counts.changed += 1;
      if (changed.size < MOST_TOLD) changed.set(before.key, before);
    }
    waiting.push(...before.citations.filter(({ claimId, status }) => status === 'live' && asked.add(hash64(claimId))));
    if (waiting.length >= FATES_AT_ONCE) await settle();
  }
  await settle();
  const fresh: ReportRow[] = [];
  const after = new Map<string, ReportRow>();
  for await (const row of readRows(file)) {
    checkpoint();
    if (changed.has(row.key)) after.set(row.key, row);
    if (index.rows.wasSeen(hash64(row.key))) continue;
    counts.new += 1;
    if (fresh.length < MOST_TOLD) fresh.push(row);
  }
  const cited = new Map([...gone, ...changed.values()].flatMap(({ citations }) => citations).map((citation) => [citation.claimId, citation]));
  const fate = await fatesOf([...cited.keys()], fates);
  const known = earlier.changedAt ?? '';
  return {
    counts, superseded,
    since: { startedAt: earlier.startedAt, revision: earlier.revision },
    told: [
      ...fresh.map((row): Change => ({ kind: 'new', label: label(row), columns: [], why: whyNew(row, known) })),
      ...[...changed].map(([key, before]): Change => {
        const now = after.get(key) ?? before;
        return { kind: 'changed', label: label(now), columns: differing(before, now), why: whyChanged(before, now, fate) };
      }),
      ...gone.map((row): Change => ({ kind: 'gone', label: label(row), columns: [], why: whyGone(row, fate) })),
    ],
  };
}

/** What became of claims, asked for so many at a time that each answer comes soon. */
async function fatesOf(ids: string[], fates: (ids: string[]) => Promise<Map<string, Fate>>): Promise<Map<string, Fate>> {
  const all = new Map<string, Fate>();
  for (let at = 0; at < ids.length; at += FATES_AT_ONCE) for (const [id, fate] of await fates(ids.slice(at, at + FATES_AT_ONCE))) all.set(id, fate);
  return all;
}

/** The rows of an earlier report, all of them. */
async function* earlierRows(earlier: Earlier): AsyncGenerator<ReportRow, void> {
  let read = 0;
  try {
    for await (const row of readRows(earlier.file)) {
      read += 1;
      yield row;
    }
  } catch {
    throw new EarlierUnreadable(earlier);
  }
  if (read !== earlier.rows) throw new EarlierUnreadable(earlier);
}

function whyNew({ citations }: ReportRow, known: string): string[] {
  const recent = citations.filter(({ recordedAt }) => recordedAt > known);
  if (recent.length === 0) return ['No claim that it cites is newer than the last report: what changed is a party, a place, or a tie that joins them.'];
  return some(recent.map((citation) => `Recorded since: ${citation.summary} (${where(citation)})`));
}

function whyChanged(before: ReportRow, now: ReportRow, fate: Map<string, Fate>): string[] {
  const old = new Set(before.citations.map(({ claimId }) => claimId));
  const current = new Set(now.citations.map(({ claimId }) => claimId));
  const replaced = new Set([...fate.values()].map(({ nextId }) => nextId));
  const added = now.citations.filter(({ claimId }) => !old.has(claimId) && !replaced.has(claimId)).map((citation) => `Also cited now: ${citation.summary} (${where(citation)})`);
  const ended = before.citations.filter(({ claimId, status }) => status === 'live' && (!current.has(claimId) || fate.get(claimId)?.status !== 'live')).flatMap((citation) => ending(citation, fate.get(citation.claimId)));
  const reasons = [...added, ...ended];
  return reasons.length > 0 ? some(reasons) : ['The claims that it cites are the same; what is counted or named around them has changed.'];
}

function whyGone({ citations }: ReportRow, fate: Map<string, Fate>): string[] {
  const reasons = citations.flatMap((citation) => ending(citation, fate.get(citation.claimId)));
  return reasons.length > 0 ? some(reasons) : ['All claims that it cited still stand; what joined them in this report no longer does.'];
}

function ending(citation: Citation, fate: Fate | undefined): string[] {
  if (fate === undefined) return [`No longer in the record: ${citation.summary} (${where(citation)})`];
  if (fate.status === 'live') return [];
  const { nextId, nextStatus } = fate;
  if (nextId === null) return [`Retracted on ${day(fate.endedAt)}: ${citation.summary} (${where(citation)})`];
  if (nextStatus !== 'live') return [`Retracted on ${day(fate.nextEndedAt)}, as ${nextId} that had superseded it: ${citation.summary} (${where(citation)})`];
  return [`Superseded on ${day(fate.endedAt)} by ${nextId}: ${became(citation, fate)} (${where(citation)})`];
}

/** What the next version of a claim says otherwise. */
function became({ summary, paragraph, stance, date, casualties }: Citation, { nextSummary, nextParagraph, nextStance, nextDate, nextCasualties }: Fate): string {
  const changed = (what: string, before: string | number | null, after: string | number | null): string[] => (before === after ? [] : [`${what} ${before ?? 'none'} → ${after ?? 'none'}`]);
  const details = [
    ...changed('stance', stance, nextStance), ...changed('date', date, nextDate), ...changed('casualties', casualties, nextCasualties === null ? null : casualtiesText(parseCasualties(nextCasualties))), ...changed('paragraph', paragraph, nextParagraph),
  ];
  if (summary !== nextSummary) return `"${summary}" became "${nextSummary ?? ''}"${details.length > 0 ? `; ${details.join('; ')}` : ''}`;
  return `"${summary}" stays; ${details.length > 0 ? details.join('; ') : 'whom it credits, its place or its caveat has changed'}`;
}

function day(instant: string | null): string {
  return instant?.slice(0, 10) ?? 'a day unknown';
}

function some(reasons: string[]): string[] {
  return reasons.length <= MOST_REASONS ? reasons : [...reasons.slice(0, MOST_REASONS), `and ${reasons.length - MOST_REASONS} more`];
}

function differing(before: ReportRow, now: ReportRow): Change['columns'] {
  return Object.keys(now.columns)
    .map((name) => ({ name, before: shownText(before.columns[name] ?? null), after: shownText(now.columns[name] ?? null) }))
    .filter((column) => column.before !== column.after);
}

/** What stands for a row in a list: its first words. */
function label({ columns, key }: ReportRow): string {
  const words = Object.values(columns).filter((value): value is string => typeof value === 'string' && value !== '').slice(0, LABEL_COLUMNS).map(shownText);
  return words.length > 0 ? words.join(' · ') : key;
}

/** Where a claim stands: article, publisher, paragraph, id. */
export function where({ articleTitle, publisher, paragraph, headline, claimId }: Citation): string {
  return `${articleTitle}, ${publisher}, ${paragraph === null ? 'no paragraph known' : headline ? 'headline' : `paragraph ${paragraph}`}; ${claimId}`;
}

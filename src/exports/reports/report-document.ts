import type { Citation, ReportDefinition, ReportRow } from '../../domain/report';
import type { GraphState } from '../../store/reports/read-rows';
import type { Changes } from './compare';
import { MOST_KEPT, type Evidence } from './evidence';
import { readRows } from './rows-file';

/** Rows and citations shown on a page; all of them are in the JSON file. */
const MOST_SHOWN_ROWS = 500;
const MOST_NOTES = 1_500;
/** Notes that each row has before any has more. */
const FIRST_NOTES = MOST_NOTES / MOST_SHOWN_ROWS;

/** A citation as a footnote. */
export interface Note {
  number: number;
  citation: Citation;
}

/** All that a page or a text of a report shows. */
export interface ReportDocument {
  definition: ReportDefinition;
  runId: string;
  made: Date;
  state: GraphState;
  parameters: Record<string, string | null>;
  evidence: Evidence;
  /** Null: there is nothing to compare with; `uncompared` says why. */
  changes: Changes | null;
  uncompared: string | null;
  /** The first rows, each with the numbers of its notes, and how many of the claims that it cites have none. */
  shown: { row: ReportRow; notes: number[]; unnoted: number }[];
  notes: Note[];
  /** Number of the note of each claim. */
  noteOf: Map<string, number>;
  /** What a reader must know of the limits of this very run. */
  cautions: string[];
  /** What the report is, in pairs of name and value. */
  about(): [string, string][];
}

/** Reads the rows that are shown, and numbers what they cite in the order in which it comes: the first claims of every row, and of the others as many as there is room for. */
export async function shownRows(rowsFile: string): Promise<Pick<ReportDocument, 'shown' | 'notes' | 'noteOf'>> {
  const rows: ReportRow[] = [];
  for await (const row of readRows(rowsFile)) {
    if (rows.length === MOST_SHOWN_ROWS) break;
    rows.push(row);
  }
  const noted = new Set(rows.flatMap(({ citations }) => citations.slice(0, FIRST_NOTES).map(({ claimId }) => claimId)));
  for (const { claimId } of rows.flatMap(({ citations }) => citations)) if (noted.size < MOST_NOTES) noted.add(claimId);
  const noteOf = new Map<string, number>();
  const notes: Note[] = [];
  const shown = rows.map((row) => {
    for (const citation of row.citations) {
      if (noteOf.has(citation.claimId) || !noted.has(citation.claimId)) continue;
      notes.push({ number: notes.length + 1, citation });
      noteOf.set(citation.claimId, notes.length);
    }
    const numbers = row.citations.flatMap(({ claimId }) => noteOf.get(claimId) ?? []);
    return { row, notes: numbers, unnoted: row.citations.length - numbers.length };
  });
  return { shown, notes, noteOf };
}

/** The figures at the head of a report: name and value. */
export function figures({ evidence, changes }: ReportDocument): [string, string][] {
  const { rows, claims, sources, origins, contestedClaims, endedClaims, earliest, latest, undated } = evidence;
  return [
    ['rows', number(rows)],
    ['claims cited', number(claims)],
    ['articles', kept(sources.size)],
    ['independent origins', kept(origins.size)],
    ['claims with a rival', number(contestedClaims)],
    ...(endedClaims > 0 ? [['claims since ended', number(endedClaims)] as [string, string]] : []),
    ['stated days', earliest === null && latest === null ? 'none stated' : `${earliest ?? '…'} to ${latest ?? '…'}`],
    ['without a day or month', number(undated)],
    ...(changes === null ? [] : [['since the last report', `${changes.counts.new} new, ${changes.counts.changed} changed, ${changes.counts.gone} gone`] as [string, string]]),
  ];
}

/** What holds for every report, and for this one. */
export function methods({ definition, evidence, shown, cautions }: ReportDocument): string[] {
  return [
    'Each row is an answer of the graph, made of claims: one claim is one article stating one thing at one paragraph. The summaries are ours; the articles are cited, not copied.',
    'The graph knows no more than its articles say. What they leave open (a year, a culprit, a place) stays open here. Rival accounts are both kept, and marked.',
    'Independent origins count whom the articles credit in the end: two articles that repeat one network are one origin.',
    `Claims whose date spans more than a month, or is unknown, are not in the timeline (${number(evidence.undated)} here); places without a point are not on the map. Points and borders are ours and Natural Earth's, not the articles'.`,
    ...(shown.length < evidence.rows ? [`This page shows the first ${number(shown.length)} of ${number(evidence.rows)} rows; the JSON file holds all.`] : []),
    'A row cites the first claims of each of its parts, not all; its counts are of all.',
    ...(shown.some(({ unnoted }) => unnoted > 0) ? [`There is room for ${number(MOST_NOTES)} citations here. Each row has ${FIRST_NOTES} at least, or all of its own if they are fewer; where it has more, it says how many, and the JSON file holds them.`] : []),
    ...(evidence.cut ? [`Pictures and sources are of the first ${number(MOST_KEPT)} ties, places, articles and origins.`] : []),
    ...(definition.compare ? ['A row counts as changed if a column or a claim that it cites differs from the last report with the same parameters.'] : ['This report is itself about what changed, so its rows are not compared with those of the last.']),
    ...cautions,
  ];
}

/** How many there are of what is kept up to a limit. */
function kept(size: number): string {
  return size < MOST_KEPT ? number(size) : `${number(MOST_KEPT)} or more`;
}

/** A number as people read it. */
export function number(value: number): string {
  return value.toLocaleString('en-GB');
}

/** The words of a time, in UTC. */
export function timeText(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Whether the article states any of the date: `XXXX-XX-XX` says that it states none. */
export function isDated({ date }: Citation): boolean {
  return date !== null && /\d/.test(date);
}

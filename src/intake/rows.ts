import { createHash } from 'node:crypto';
import { CLAIM_TYPES } from '../domain/claim-types';
import { dateBounds } from '../domain/dates';
import { foldName, foldWords } from '../domain/folding';
import { tieKey } from '../domain/tie-id';
import type { IncidentSource } from '../domain/vocabulary';
import type { ArticleRow, ClaimRow, RegistryRow } from '../store/ledger-rows';
import { rivalId } from './references';
import type { ActorRecord, ArticleRecord, ClaimRecord, CommanderRecord, IncidentRecord, LocationRecord, OriginRecord } from './schemas';

/** Order-independent fingerprint: two records with the same hash say the same. */
function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(sorted(value))).digest('hex').slice(0, 32);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]));
}

/** Lists are read in the order of names; the id breaks ties, so the order is total. */
function sortKey(name: string, id: string): string {
  return `${name.toLowerCase()} ${id}`;
}

type Named = Pick<ActorRecord | CommanderRecord | LocationRecord, 'id' | 'name' | 'aliases' | 'note'>;

function partyRow(record: Named, props: Record<string, unknown>): RegistryRow {
  const spellings = [{ text: record.name, source: 'ours' }, ...record.aliases];
  const names = new Map<string, string[]>();
  for (const { text } of spellings) names.set(foldName(text), [...new Set([...(names.get(foldName(text)) ?? []), text])]);
  // The id itself is a name too, marked so that no spelling can be mistaken for it: questions take an id where they take a name.
  names.set(`#${record.id}`, [record.id]);
  const rows = [...names].map(([folded, texts]) => ({ key: `${record.id} ${folded}`, folded, text: texts.join(' | '), words: texts.flatMap(foldWords).join(' ') }));
  const aliases = [...new Map(record.aliases.map((alias) => [alias.text, alias])).values()];
  const all = {
    name: record.name,
    aliases: aliases.map(({ text }) => text),
    aliasSources: aliases.map(({ source }) => source),
    note: record.note ?? null,
    sortKey: sortKey(record.name, record.id),
    ...props,
  };
  const hash = hashOf({ all, rows });
  return { id: record.id, hash, props: { ...all, hash }, names: rows };
}

export function actorRow(record: ActorRecord): RegistryRow {
  return partyRow(record, { kind: record.kind });
}

export function commanderRow(record: CommanderRecord): RegistryRow {
  return partyRow(record, {});
}

/** A location whose point may come from a collection, and then names it. */
export type PlacedLocation = Omit<LocationRecord, 'point'> & { point?: { lat: number; lon: number; precision: number; source: string } };

export function locationRow(record: PlacedLocation): RegistryRow {
  const row = partyRow(record, { kind: record.kind, precision: record.point?.precision ?? null, pointSource: record.point?.source ?? null });
  const point = record.point ? { lat: record.point.lat, lon: record.point.lon } : null;
  const hash = hashOf([row.hash, record.in, point]);
  return { ...row, hash, props: { ...row.props, hash }, within: record.in ?? null, point };
}

/** `rootOf` follows `belongsTo` to the independent origin that this one counts as. */
export function originRow(record: OriginRecord, rootOf: (id: string) => string): RegistryRow {
  const all = { name: record.name, kind: record.kind, note: record.note ?? null, root: rootOf(record.id), sortKey: sortKey(record.name, record.id) };
  const hash = hashOf([all, record.belongsTo]);
  return { id: record.id, hash, props: { ...all, hash }, belongsTo: record.belongsTo ?? null };
}

/** What a collection of events knows of an incident beyond what a hand-read article tells. */
export interface IncidentMeasure {
  source: IncidentSource;
  clarity: string | null;
  datePrecision: string;
  placePrecision: string;
  /** Metres around the place within which it happened, where the collection's code for that says so; else null. */
  placeMetres: number | null;
  /** JSON of the dead by side, and in all. */
  deaths: string;
}

/** Days by which an incident whose start (or end) is not stated is taken to reach back (or on) when one like it is looked for in another source. */
const OPEN_DAYS = 31;
/** Days by which two accounts of one incident may differ. */
const SLACK_DAYS = 1;
/** An incident of another source that started longer than this before is not looked at. */
const REACH_DAYS = 62;

/** The days among which another account of the same incident is looked for; nothing where the day of an incident is not stated. */
function meetingDays({ earliest, latest }: { earliest: string | null; latest: string | null }): Record<string, string | boolean | null> {
  if (earliest === null && latest === null) return { from: null, to: null, reach: null, openStart: false };
  const from = shifted(earliest ?? shifted(latest ?? '', -OPEN_DAYS), -SLACK_DAYS);
  return { from, to: shifted(latest ?? shifted(earliest ?? '', OPEN_DAYS), SLACK_DAYS), reach: shifted(from, -REACH_DAYS), openStart: earliest === null };
}

function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export function incidentRow(record: IncidentRecord, measure?: IncidentMeasure): RegistryRow {
  const bounds = record.date ? dateBounds(record.date) : { earliest: null, latest: null };
  const all = {
    title: record.title, edtf: record.date ?? null, ...bounds, note: record.note ?? null, placeId: record.place ?? null, source: 'articles', ...measure, ...meetingDays(bounds),
    sortKey: sortKey(record.title, record.id),
  };
  const hash = hashOf(all);
  return { id: record.id, hash, props: { ...all, hash }, place: record.place ?? null };
}

/** A claim that may have come through a collection, which names its article but no paragraph. */
export type CitedClaim = Omit<ClaimRecord, 'paragraph'> & { paragraph: number | null };
export type CitedArticle = Omit<ArticleRecord, 'claims'> & { claims: CitedClaim[] };

/** `collection` is the origin through which the article's claims came to us; it heads the chain of attribution, and counts for nothing in corroboration. */
export function articleRow(record: CitedArticle, collection?: string): ArticleRow {
  const published = record.published ? dateBounds(record.published) : { earliest: null, latest: null };
  const props = {
    title: record.title,
    author: record.author ?? null,
    published: record.published ?? null,
    publishedEarliest: published.earliest,
    publishedLatest: published.latest,
    language: record.language,
    url: record.url ?? null,
    note: record.note ?? null,
    paragraphs: record.paragraphs.map(({ gist }) => gist),
    sortKey: sortKey(record.title, record.id),
  };
  const hash = hashOf([props, record.publisher]);
  return {
    id: record.id,
    hash,
    publisher: record.publisher,
    props: { ...props, hash },
    claims: record.claims.map((claim) => claimRow(record, claim, published.latest, collection)),
    rivals: record.claims.flatMap((claim) =>
      claim.rivals.map((rival) => {
        const [otherArticleId = '', otherKey = ''] = rivalId(record, rival.claim).split('/');
        return { articleId: record.id, key: claim.key, otherArticleId, otherKey, reason: rival.reason };
      }),
    ),
  };
}

function claimRow(article: CitedArticle, claim: CitedClaim, publishedLatest: string | null, collection?: string): ClaimRow {
  const { type, subject, object } = claim;
  const bounds = claim.date ? dateBounds(claim.date) : { earliest: null, latest: null };
  // What has happened, or is over, cannot be later than the article that tells of it; a lasting state may go on.
  const past = CLAIM_TYPES[type].nature === 'event' || claim.former;
  const tie = tieKey(type, subject, object);
  const attribution = collection === undefined ? claim.attribution : [collection, ...claim.attribution];
  const props = {
    key: claim.key,
    type,
    subjectId: subject,
    objectId: object,
    tieId: tie.id,
    articleId: article.id,
    publishedLatest,
    paragraph: claim.paragraph,
    headline: claim.headline,
    summary: claim.summary,
    edtf: claim.date ?? null,
    dateStated: claim.dateStated ?? null,
    dateEarliest: bounds.earliest,
    dateLatest: bounds.latest,
    earliest: bounds.earliest,
    latest: bounds.latest ?? (past ? publishedLatest : null),
    placeId: claim.place ?? null,
    attribution,
    stance: claim.stance,
    role: claim.role ?? null,
    rank: claim.rank ?? null,
    standing: claim.standing ?? null,
    former: claim.former,
    casualties: claim.casualties.length > 0 ? JSON.stringify(claim.casualties) : null,
    casualtyParties: claim.casualties.flatMap(({ party }) => party ?? []),
    incidentId: claim.incident ?? null,
    caveat: claim.caveat ?? null,
    sortKey: `${article.id} ${String(claim.paragraph ?? 0).padStart(4, '0')} ${claim.key}`,
  };
  const hash = hashOf([props, claim.rivals]);
  return {
    key: claim.key,
    hash,
    props: { ...props, hash, status: 'live' },
    tie,
    attribution,
    lastOrigin: claim.attribution.at(-1) ?? article.publisher,
  };
}

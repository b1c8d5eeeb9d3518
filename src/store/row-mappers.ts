import type { PartyKind } from '../domain/claim-types';
import type { Actor, Article, Casualties, Claim, ClaimFilter, Count, FuzzyDate, Incident, Location, Origin, Party, PossibleMatch, Tie, TieCounts } from '../domain/entities';
import { toGlobalId } from '../domain/global-id';
import { parseTieId } from '../domain/tie-id';
import { unpackClaim } from './packed-claim';
import type { ActorKind, Clarity, IncidentSource, LocationKind, OriginKind, Status } from '../domain/vocabulary';

// Statements return columns, not maps: most of an answer's cost is the decoding of repeated keys. The order here is that of the `*-columns` fragments.

type Text = string | null;

export type PartyColumns = [string, PartyKind, string, string[], string[], Text, Text, boolean, number | null, number | null, number | null, [string, string][]];
export type ArticleColumns = [string, string, string, string, Text, Text, Text, Text, string, Text, Text, string[]];
export type OriginColumns = [string, string, OriginKind, string, Text];
type MatchColumns = [string, string, Text, Text, Text, boolean, boolean, number | null, string[], string[]];
export type IncidentColumns = [string, string, Text, Text, Text, Text, Text, IncidentSource, Clarity | null, Text, Text, Text, MatchColumns[]];
export type TieColumns = [string, number | null, number | null, number | null, Text, Text, boolean];
/** The claim's unchanging columns packed, then what may change. */
type ClaimColumns = [string, string, Status, Text, string[]];

/** What `fragments/bundle.cypher` returns. */
export interface Bundle {
  total: unknown;
  claimRows: ClaimColumns[];
  articleRows: ArticleColumns[];
  partyRows: PartyColumns[];
  originRows: OriginColumns[];
  incidentRows: IncidentColumns[];
}

export function toParty(columns: PartyColumns): Party {
  const [slug, kindOfParty, name, aliases, aliasSources, kind, note, isPatron, latitude, longitude, precision, within] = columns;
  const spellings = aliases.map((text, i) => ({ text, source: aliasSources[i] === 'ours' ? null : (aliasSources[i] ?? null) }));
  const party: Party = { kindOfParty, id: toGlobalId(kindOfParty, slug), slug, name, aliases, spellings, note };
  if (kindOfParty === 'Actor') return actor(party, kind as ActorKind, isPatron);
  if (kindOfParty === 'Commander') return party;
  const point = latitude === null || longitude === null || precision === null ? null : { latitude, longitude, precision };
  const location: Location = {
    ...party, kindOfParty, kind: kind as LocationKind, point,
    within: within.map(([id, larger]) => ({ id: toGlobalId('Location', id), slug: id, name: larger })),
  };
  return location;
}

function actor(party: Party, kind: ActorKind, isPatron: boolean): Actor {
  return { ...party, kindOfParty: 'Actor', kind, isPatron };
}

export function toArticle(columns: ArticleColumns): Article {
  const [slug, title, publisher, , author, edtf, earliest, latest, language, url, note, paragraphs] = columns;
  return { id: toGlobalId('Article', slug), slug, title, publisher, author, published: toDate(edtf, null, earliest, latest), language, url, note, paragraphs };
}

export function toOrigin([slug, name, kind, rootSlug, note]: OriginColumns): Origin {
  return { id: toGlobalId('Origin', slug), slug, name, kind, rootSlug, note };
}

export function toIncident(columns: IncidentColumns): Incident {
  const [slug, title, edtf, earliest, latest, note, placeSlug, source, clarity, datePrecision, placePrecision, deaths, matches] = columns;
  return {
    id: toGlobalId('Incident', slug), slug, title, date: toDate(edtf, null, earliest, latest), note, placeSlug, source, clarity, datePrecision, placePrecision,
    deaths: deaths === null ? [] : (JSON.parse(deaths) as ({ side: string } & Count)[]).map(({ side, low, best, high }) => ({ side, count: { low, best, high } })),
    possibleMatches: matches.map((match) => toMatch(edtf, match)),
  };
}

/** An incident that may be the one dated `edtf`, with the reasons in words. */
function toMatch(edtf: Text, [id, title, otherEdtf, earliest, latest, openStart, samePlace, kilometres, places, parties]: MatchColumns): PossibleMatch {
  const days = `${edtf ?? ''} and ${otherEdtf ?? ''}`;
  return {
    id: toGlobalId('Incident', id), title, date: toDate(otherEdtf, null, earliest, latest),
    reasons: [
      openStart ? `The days may meet: ${days}, of which one has no stated start` : `The days meet: ${days}`,
      samePlace ? `Same place: ${places[0] ?? ''}` : kilometres === null ? `One place lies within the other: ${places.join(', ')}` : `Places ${kilometres} km apart: ${places.join(', ')}`,
      `Of both: ${parties.join(', ')}`,
    ],
  };
}

/** A tie as found; its evidence is shown under `filter`. Counts are null where the question did not read the tie itself, or where the filter makes them others. */
export function toTie([slug, claims, origins, articles, earliest, latest, contested]: TieColumns, filter: ClaimFilter): Tie {
  const { type, from, to } = parseTieId(slug);
  const counts: TieCounts | null = claims === null || !filter.none ? null : { claims, origins: origins ?? 0, articles: articles ?? 0, earliest, latest };
  return { id: toGlobalId('Tie', slug), slug, type, fromSlug: from, toSlug: to, contested, counts, filter };
}

/** The claims of a bundle, each joined to the nodes it refers to. */
export function toClaims(bundle: Bundle): Claim[] {
  const parties = byId(bundle.partyRows.map(toParty));
  const articles = byId(bundle.articleRows.map(toArticle));
  const origins = byId(bundle.originRows.map(toOrigin));
  const incidents = byId(bundle.incidentRows.map(toIncident));
  return bundle.claimRows.map(([packed, root, status, endedAt, rivals]) => {
    const [
      slug, , version, type, tieId, subject, object, article, paragraph, headline, summary,
      edtf, stated, dateEarliest, dateLatest, place, attribution, stance, role, rank, standing, former,
      casualties, incident, caveat, recordedAt, sortKey, earliest, latest,
    ] = unpackClaim(packed);
    return {
      id: toGlobalId('Claim', slug), slug, version, type, tieId,
      subject: found(parties, subject), object: found(parties, object), article: found(articles, article),
      paragraph, headline, summary,
      date: toDate(edtf, stated, dateEarliest, dateLatest),
      window: { earliest, latest },
      place: place === null ? null : (found(parties, place) as Location),
      attribution: attribution.map((id) => found(origins, id)),
      independentOrigin: found(origins, root),
      stance, status, role, rank, standing, former,
      casualties: toCasualties(casualties, parties),
      incident: incident === null ? null : found(incidents, incident),
      caveat, recordedAt, endedAt, sortKey,
      rivalIds: rivals.map((id) => toGlobalId('Claim', id)),
    };
  });
}

function toDate(edtf: Text, stated: Text, earliest: Text, latest: Text): FuzzyDate | null {
  return edtf === null && stated === null ? null : { edtf, stated, earliest, latest };
}

function toCasualties(json: Text, parties: Map<string, Party>): Casualties[] {
  if (json === null) return [];
  const sides = JSON.parse(json) as { party?: string; killed?: Count; wounded?: Count }[];
  return sides.map(({ party, killed, wounded }) => ({
    party: party === undefined ? null : found(parties, party), killed: killed ?? null, wounded: wounded ?? null,
  }));
}

function byId<T extends { slug: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.slug, item]));
}

function found<T>(items: Map<string, T>, id: string): T {
  const item = items.get(id);
  if (item === undefined) throw new Error(`the store refers to ${id} without holding it`);
  return item;
}

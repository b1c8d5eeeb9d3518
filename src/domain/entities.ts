import type { ClaimType, PartyKind } from './claim-types';
import type { ActorKind, Clarity, IncidentSource, LocationKind, OriginKind, RivalRule, Stance, Standing, Status } from './vocabulary';

/** A date as stated, and the days it can mean. */
export interface FuzzyDate {
  edtf: string | null;
  stated: string | null;
  earliest: string | null;
  latest: string | null;
}

export interface Spelling {
  text: string;
  /** The article that uses it; null where it is ours. */
  source: string | null;
}

export interface Party {
  kindOfParty: PartyKind;
  /** Global id; `slug` is the id in the store and the data files. */
  id: string;
  slug: string;
  name: string;
  aliases: string[];
  spellings: Spelling[];
  note: string | null;
}

export interface Actor extends Party {
  kindOfParty: 'Actor';
  kind: ActorKind;
  isPatron: boolean;
}

export interface Commander extends Party {
  kindOfParty: 'Commander';
}

export interface Location extends Party {
  kindOfParty: 'Location';
  kind: LocationKind;
  point: { latitude: number; longitude: number; precision: number } | null;
  /** From the next larger place up. */
  within: { id: string; slug: string; name: string }[];
}

export interface Article {
  id: string;
  slug: string;
  title: string;
  publisher: string;
  author: string | null;
  published: FuzzyDate | null;
  language: string;
  url: string | null;
  note: string | null;
  /** Gists in our own words, the first being paragraph 1. */
  paragraphs: string[];
}

export interface Origin {
  id: string;
  slug: string;
  name: string;
  kind: OriginKind;
  /** The independent origin that this one counts as. */
  rootSlug: string;
  note: string | null;
}

export interface Incident {
  id: string;
  slug: string;
  title: string;
  date: FuzzyDate | null;
  note: string | null;
  placeSlug: string | null;
  source: IncidentSource;
  /** The four below are what a collection says; null for an incident of the articles. */
  clarity: Clarity | null;
  datePrecision: string | null;
  placePrecision: string | null;
  /** By side as the collection names it; the last is of all. */
  deaths: { side: string; count: Count }[];
  possibleMatches: PossibleMatch[];
}

/** An incident of another source that may be the same one. */
export interface PossibleMatch {
  /** Global id of the other incident. */
  id: string;
  title: string;
  date: FuzzyDate | null;
  reasons: string[];
}

/** How many: `low`/`best`/`high`; `best` null where the text says only that there were some. */
export interface Count {
  low: number | null;
  best: number | null;
  high: number | null;
}

export interface Casualties {
  /** Null where the article does not split the figure. */
  party: Party | null;
  killed: Count | null;
  wounded: Count | null;
}

export interface Claim {
  id: string;
  slug: string;
  version: number;
  type: ClaimType;
  tieId: string;
  subject: Party;
  object: Party;
  article: Article;
  /** Null where a collection names the article alone. */
  paragraph: number | null;
  headline: boolean;
  summary: string;
  date: FuzzyDate | null;
  /** First and last day that the claim can be about, as filters take it. */
  window: { earliest: string | null; latest: string | null };
  place: Location | null;
  attribution: Origin[];
  /** The independent origin that the claim counts as. */
  independentOrigin: Origin;
  stance: Stance;
  status: Status;
  role: string | null;
  rank: string | null;
  standing: Standing | null;
  former: boolean;
  casualties: Casualties[];
  incident: Incident | null;
  caveat: string | null;
  recordedAt: string;
  endedAt: string | null;
  rivalIds: string[];
  sortKey: string;
}

export interface TieCounts {
  claims: number;
  origins: number;
  articles: number;
  earliest: string | null;
  latest: string | null;
}

/** Two parties and what is said of them: all claims of one type about one pair, in one direction if the type has any. */
export interface Tie {
  id: string;
  slug: string;
  type: ClaimType;
  fromSlug: string;
  toSlug: string;
  contested: boolean;
  /** Over all live claims; null where the question that found the tie did not read them. */
  counts: TieCounts | null;
  /** The filter of the question that found the tie, under which its evidence is shown. */
  filter: ClaimFilter;
}

export interface RivalPair {
  one: Claim;
  other: Claim;
  rule: RivalRule;
  reason: string | null;
}

/** Which claims a question lets through. Names are folded; null means no such filter. */
export interface ClaimFilter {
  /** True if nothing below narrows the live claims, `minOrigins` aside. */
  none: boolean;
  asKnownOn: string | null;
  publishedBy: string | null;
  statuses: Status[];
  from: string | null;
  to: string | null;
  /** The claim's whole window must lie in the period; otherwise it is enough that it may. */
  certain: boolean;
  types: ClaimType[] | null;
  stances: Stance[] | null;
  articles: string[] | null;
  place: string | null;
  patron: string | null;
  /** Of a tie: at least so many independent origins. */
  minOrigins: number;
}

export interface Page<T> {
  items: { cursor: string; node: T }[];
  /** Null if it was not asked for. */
  total: number | null;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

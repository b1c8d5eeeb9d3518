import { UNDIRECTED_TYPES, type ClaimType, type PartyKind } from '../../domain/claim-types';
import type { Article, Claim, ClaimFilter, Incident, Origin, Page, RivalPair, Tie } from '../../domain/entities';
import type { ReportRun, RunStatus } from '../../domain/report';
import type { RivalRule } from '../../domain/vocabulary';
import { foldName } from '../../domain/folding';
import { fromGlobalId, type NodeType } from '../../domain/global-id';
import { parseTieId } from '../../domain/tie-id';
import { Loaders, type Evidence } from '../loaders';
import { foldedNames, nameQuery, nameUse, passageQuery, requireNames, resolveName, type Named, type NameUse } from '../names';
import { pageParams, toPage, type PageRequest } from '../page';
import type { Params, Reader, Row } from '../reader';
import { reportDefinitions } from '../reports/report-files';
import { toRun, type RunColumns } from '../reports/run-columns';
import {
  toArticle, toClaims, toIncident, toOrigin, toTie,
  type ArticleColumns, type Bundle, type IncidentColumns, type OriginColumns, type TieColumns,
} from '../row-mappers';

/** How many links a chain of backing may have. */
export const MAX_CHAIN = 6;

const ACTOR: readonly PartyKind[] = ['Actor'];
const PLACE: readonly PartyKind[] = ['Location'];
const PARTY: readonly PartyKind[] = ['Actor', 'Commander', 'Location'];

/** A fight with somebody on a patron's side, and the chain of backing from him to the patron (empty for the patron himself). */
export interface SideFight {
  memberSlug: string;
  fight: Tie;
  chain: Tie[];
}

export interface Opponent {
  opponentSlug: string;
  fights: SideFight[];
}

export interface CommonOpponent {
  opponentSlug: string;
  fightsA: SideFight[];
  fightsB: SideFight[];
}

/** A party tied to another by a chain (proxies, patrons) or by one or more ties. */
export interface Tied {
  partySlug: string;
  ties: Tie[];
}

export interface Bond {
  bond: 'DIRECT' | 'COMMON_ALLY';
  ties: Tie[];
  commonAllySlug: string | null;
}

export interface FightingPair {
  oneSlug: string;
  otherSlug: string;
  fights: Tie[];
  bonds: Bond[];
  chainOne: Tie[];
  chainOther: Tie[];
}

export interface Network {
  nodes: { partySlug: string; distance: number | null; hiddenTies: number | null }[];
  ties: Tie[];
  /** Parties beyond the limit. */
  more: number;
  /** What its ties, and the claims behind them, were narrowed by. */
  filter: ClaimFilter;
}

/** Which way ties run, seen from one party; those without a direction count as `BOTH`. */
export type Direction = 'OUT' | 'IN' | 'BOTH';

/** How many ties of one type a party has one way. */
export interface TieTally {
  type: ClaimType;
  direction: Direction;
  ties: number;
}

export interface Path {
  partySlugs: string[];
  ties: Tie[];
}

export interface SearchHit {
  type: NodeType;
  slug: string;
  score: number;
  matched: string;
}

export interface Overview {
  row: Row;
  partyCounts(name: 'byPatron' | 'contested'): [string, number, number][];
}

/** What narrows a question, as its caller gave it: `filter` with folded names, `names` to be checked for being known. */
export interface Narrowing {
  filter: ClaimFilter;
  names: NameUse[];
}

export type ClaimAnchor =
  | { by: 'all' }
  | { by: 'tie' | 'article' | 'incident'; slug: string }
  | { by: 'type'; type: ClaimType }
  | { by: 'party' | 'place'; name: NameUse };

type FightColumns = [string, TieColumns, TieColumns[]];

/** Every question the graph answers, for one request. Each costs one wave; what its answer refers to is fetched by `loaders` in a second one. */
export class Questions {
  readonly loaders: Loaders;
  private lastRuns: Promise<Map<string, ReportRun>> | undefined;

  constructor(readonly reader: Reader) {
    this.loaders = new Loaders(reader);
  }

  async opponentsOfProxies(
    args: { patron: string; maxDepth: number; includePatron: boolean; types: ClaimType[] } & Narrowing,
    page: PageRequest,
  ): Promise<Page<Opponent>> {
    const patron = nameUse('patron', args.patron, ACTOR);
    const row = await this.ask('questions/opponents-of-proxies', [patron, ...args.names], {
      patron: patron.folded, maxDepth: args.maxDepth, includePatron: args.includePatron, types: args.types, f: args.filter, b: args.filter, ...pageParams(page),
    }, page);
    return this.list<[string, string, FightColumns[]], Opponent>(row, page, ([, opponentSlug, fights]) => ({ opponentSlug, fights: sideFights(fights, args.filter) }));
  }

  /** Proxies (or patrons) of an actor, each with the chain that leads there. */
  async reach(args: { direction: 'proxies' | 'patrons'; party: string; maxDepth: number } & Narrowing, page: PageRequest): Promise<Page<Tied>> {
    const party = nameUse('name', args.party, ACTOR);
    const row = await this.ask(`questions/${args.direction}`, [party, ...args.names], { party: party.folded, maxDepth: args.maxDepth, b: args.filter, ...pageParams(page) }, page);
    return this.list<[string, string, TieColumns[]], Tied>(row, page, ([, partySlug, chain]) => ({ partySlug, ties: ties(chain, chainFilter(args.filter)) }));
  }

  async tiesOf(
    args: { party: string; kinds?: readonly PartyKind[]; types: readonly ClaimType[]; direction: 'OUT' | 'IN' | 'BOTH' } & Narrowing,
    page: PageRequest,
  ): Promise<Page<Tied>> {
    const party = nameUse('name', args.party, args.kinds ?? PARTY);
    const row = await this.ask('questions/ties-of-party', [party, ...args.names], {
      party: party.folded, types: args.types, direction: args.direction, f: args.filter, ...pageParams(page),
    }, page);
    return this.tied(row, page, args.filter);
  }

  /** The id of one party by any spelling. Throws UNKNOWN_NAME or AMBIGUOUS_NAME. */
  async partySlug(name: string, kind: PartyKind): Promise<string> {
    return resolveName(this.reader, nameUse('name', name, [kind]));
  }

  async timeline(args: { party: string } & Narrowing, page: PageRequest): Promise<Page<Claim>> {
    const party = nameUse('name', args.party, PARTY);
    const row = await this.ask('claims/timeline', [party, ...args.names], { party: party.folded, f: args.filter, ...pageParams(page) }, page);
    return claimPage(row, page, (claim) => `${claim.window.earliest ?? claim.window.latest ?? '9999'} ${claim.sortKey}`);
  }

  async claims(anchor: ClaimAnchor, { filter, names }: Narrowing, page: PageRequest): Promise<Page<Claim>> {
    const uses = 'name' in anchor ? [anchor.name, ...names] : names;
    const value = 'name' in anchor ? anchor.name.folded : 'slug' in anchor ? anchor.slug : 'type' in anchor ? anchor.type : null;
    const statement = anchor.by === 'all' ? 'claims/all' : `claims/by-${anchor.by}`;
    const row = await this.ask(statement, uses, { anchor: value, f: filter, ...pageParams(page) }, page);
    return claimPage(row, page, ({ sortKey }) => sortKey);
  }

  async claimsByIds(slugs: string[], filter: ClaimFilter): Promise<Claim[]> {
    const [row] = await this.reader.rows('claims/by-ids', { ids: slugs, f: filter });
    return toClaims(row as unknown as Bundle);
  }

  async containedPlaces(place: string, page: PageRequest): Promise<Page<string>> {
    const use = nameUse('name', place, PLACE);
    const row = await this.ask('locations/contains', [use], { place: use.folded, ...pageParams(page) }, page);
    return this.list<[string, string], string>(row, page, ([, slug]) => slug);
  }

  async partiesAt(args: { place: string } & Narrowing, page: PageRequest): Promise<Page<Tied>> {
    const use = nameUse('name', args.place, PLACE);
    return this.tied(await this.ask('locations/actors', [use, ...args.names], { place: use.folded, f: args.filter, ...pageParams(page) }, page), page, args.filter);
  }

  async partiesOfArticle(args: { article: string } & Narrowing, page: PageRequest): Promise<Page<Tied>> {
    return this.tied(await this.ask('articles/parties', args.names, { article: args.article, f: args.filter, ...pageParams(page) }, page), page, args.filter);
  }

  /** Incidents that an article tells of, or that happened at or within a place. */
  async incidentsOf(args: { article?: string; place?: string } & Narrowing, page: PageRequest): Promise<Page<Incident>> {
    const use = args.place === undefined ? null : nameUse('name', args.place, PLACE);
    const row = await this.ask('incidents/by-claims', [...(use ? [use] : []), ...args.names], {
      article: args.article ?? null, place: use?.folded ?? null, f: args.filter, ...pageParams(page),
    }, page);
    return this.list<[string, IncidentColumns], Incident>(row, page, ([, columns]) => toIncident(columns));
  }

  async patronNetwork(args: { patron: string; maxDepth: number; types: readonly ClaimType[]; limit: number } & Narrowing): Promise<Network> {
    const patron = nameUse('patron', args.patron, ACTOR);
    const row = await this.ask('questions/patron-network', [patron, ...args.names], {
      patron: patron.folded, maxDepth: args.maxDepth, types: args.types, limit: args.limit, f: args.filter, b: args.filter,
    });
    return network(row, args.filter);
  }

  /** Parties (by slug; unknown ones are left out) and the ties among them. Without `parties`: the graph's own, up to `limit`. */
  async network(args: { parties: string[] | null; types: readonly ClaimType[]; limit: number } & Narrowing): Promise<Network> {
    const row = await this.ask('questions/network', args.names, {
      ids: args.parties ?? [], whole: args.parties === null, types: args.types, limit: args.parties?.length ?? args.limit, f: args.filter,
    });
    return network(row, args.filter);
  }

  /** How many ties of each type and direction a party has, under a filter. */
  async tieTallies(args: { party: string } & Narrowing): Promise<TieTally[]> {
    const party = nameUse('of', args.party, PARTY);
    const row = await this.ask('ties/tallies', [party, ...args.names], { party: party.folded, undirected: UNDIRECTED_TYPES, f: args.filter });
    return ((row.tallies ?? []) as [ClaimType, Direction, number][]).map(([type, direction, ties]) => ({ type, direction, ties }));
  }

  async neighbourhood(args: { party: string; depth: number; direction: Direction; types: readonly ClaimType[]; limit: number } & Narrowing): Promise<Network> {
    const party = nameUse('of', args.party, PARTY);
    const row = await this.ask('questions/neighbourhood', [party, ...args.names], {
      party: party.folded, depth: args.depth, direction: args.direction, undirected: UNDIRECTED_TYPES, types: args.types, limit: args.limit, f: args.filter,
    });
    return network(row, args.filter);
  }

  async paths(args: { from: string; to: string; types: readonly ClaimType[]; maxLength: number; limit: number } & Narrowing): Promise<Path[]> {
    const from = nameUse('from', args.from, PARTY);
    const to = nameUse('to', args.to, PARTY);
    const row = await this.ask('questions/paths', [from, to, ...args.names], {
      from: from.folded, to: to.folded, types: args.types, maxLength: args.maxLength, limit: args.limit, f: args.filter,
    });
    return (row.paths as [string[], TieColumns[]][]).map(([partySlugs, columns]) => ({ partySlugs, ties: ties(columns, args.filter) }));
  }

  async alliesWhoFought(args: { party: string | null; commonAlly: boolean } & Narrowing, page: PageRequest): Promise<Page<FightingPair>> {
    const party = args.party === null ? null : nameUse('party', args.party, PARTY);
    const row = await this.ask('questions/allies-who-fought', [...(party ? [party] : []), ...args.names], {
      party: party?.folded ?? null, commonAlly: args.commonAlly, f: args.filter, b: args.filter, ...pageParams(page),
    }, page);
    return this.list<[string, string, string, TieColumns[], [Bond['bond'], TieColumns[], string | null][]], FightingPair>(row, page, ([, oneSlug, otherSlug, fights, bonds]) => ({
      oneSlug, otherSlug, fights: ties(fights, args.filter), chainOne: [], chainOther: [],
      bonds: bonds.map(([bond, columns, commonAllySlug]) => ({ bond, ties: ties(columns, chainFilter(args.filter)), commonAllySlug })),
    }));
  }

  async coProxiesWhoFought(args: { patron: string; maxDepth: number } & Narrowing, page: PageRequest): Promise<Page<FightingPair>> {
    const patron = nameUse('patron', args.patron, ACTOR);
    const row = await this.ask('questions/co-proxies-who-fought', [patron, ...args.names], {
      patron: patron.folded, maxDepth: args.maxDepth, f: args.filter, b: args.filter, ...pageParams(page),
    }, page);
    const chains = chainFilter(args.filter);
    return this.list<[string, string, string, TieColumns[], TieColumns[], TieColumns[]], FightingPair>(row, page, ([, oneSlug, otherSlug, fights, one, other]) => ({
      oneSlug, otherSlug, fights: ties(fights, args.filter), bonds: [], chainOne: ties(one, chains), chainOther: ties(other, chains),
    }));
  }

  async commonOpponents(args: { patronA: string; patronB: string; maxDepth: number } & Narrowing, page: PageRequest): Promise<Page<CommonOpponent>> {
    const a = nameUse('patronA', args.patronA, ACTOR);
    const b = nameUse('patronB', args.patronB, ACTOR);
    const row = await this.ask('questions/common-opponents', [a, b, ...args.names], {
      patronA: a.folded, patronB: b.folded, maxDepth: args.maxDepth, f: args.filter, b: args.filter, ...pageParams(page),
    }, page);
    return this.list<[string, string, FightColumns[], FightColumns[]], CommonOpponent>(row, page, ([, opponentSlug, fightsA, fightsB]) => ({
      opponentSlug, fightsA: sideFights(fightsA, args.filter), fightsB: sideFights(fightsB, args.filter),
    }));
  }

  async rivals(args: { tie: string | null; party: string | null } & Narrowing, page: PageRequest): Promise<Page<RivalPair>> {
    const party = args.party === null ? null : nameUse('party', args.party, PARTY);
    const row = await this.ask('rivals/list', [...(party ? [party] : []), ...args.names], { tie: args.tie, party: party?.folded ?? null, f: args.filter, ...pageParams(page) }, page);
    const [items, total] = row.total as [[string, string, string, RivalRule, string | null][], number];
    const claims = new Map(toClaims(row as unknown as Bundle).map((claim) => [claim.slug, claim]));
    return toPage(items, total, page, ([key]) => key, ([, one, other, rule, reason]) => ({ one: claims.get(one) as Claim, other: claims.get(other) as Claim, rule, reason }));
  }

  /** The first claims behind any of several ties, in the order of citation, and how many there are. */
  async claimsOfNetwork({ ties, filter }: Network, first: number): Promise<Evidence> {
    const [row] = await this.reader.rows('claims/for-network', { ties: ties.map(({ slug }) => slug), limit: first, f: filter });
    return { claims: toClaims(row as unknown as Bundle), counts: { claims: row?.total as number, origins: 0, articles: 0, earliest: null, latest: null } };
  }

  async tiesByIds(slugs: string[], filter: ClaimFilter): Promise<Tie[]> {
    const [row] = await this.reader.rows('ties/by-ids', { ties: slugs.map(parseTieId) });
    return ties(row?.tieRows as TieColumns[], filter);
  }

  async tiesBetween(args: { a: string; b: string; types: readonly ClaimType[] } & Narrowing): Promise<Tie[]> {
    const a = nameUse('a', args.a, PARTY);
    const b = nameUse('b', args.b, PARTY);
    const row = await this.ask('ties/between', [a, b, ...args.names], { a: a.folded, b: b.folded, types: args.types, f: args.filter });
    return ties(row.tieRows as TieColumns[], args.filter);
  }

  async search(args: { text: string; kinds: readonly string[] | null; limit: number; skip: number }): Promise<{ hits: SearchHit[]; total: number }> {
    const names = nameQuery(args.text);
    const passages = passageQuery(args.text);
    if (names === null || passages === null) return { hits: [], total: 0 };
    const [row] = await this.reader.rows('search/all', {
      folded: foldName(args.text), nameQuery: names, textQuery: passages, kinds: args.kinds, limit: args.limit, skip: args.skip,
    });
    const items = row?.items as [string, NodeType, number, string][];
    return { hits: items.map(([slug, type, score, matched]) => ({ slug, type, score, matched })), total: row?.total as number };
  }

  async overview(): Promise<Overview> {
    const [row = {}] = await this.reader.rows('overview/totals', {});
    return { row, partyCounts: (name) => row[name] as [string, number, number][] };
  }

  async revision(): Promise<number> {
    const [row] = await this.reader.rows('ledger/revision', {});
    return row?.revision as number;
  }

  async listParties(kind: PartyKind, args: { kinds: readonly string[] | null; patronsOnly: boolean }, page: PageRequest): Promise<Page<string>> {
    const row = await this.ask(`parties/list-${kind.toLowerCase()}s`, [], { ...args, ...pageParams(page) }, page);
    return this.list<[string, [string]], string>(row, page, ([, [slug]]) => slug);
  }

  async listArticles(page: PageRequest): Promise<Page<Article>> {
    return this.list<[string, ArticleColumns], Article>(await this.ask('articles/list', [], pageParams(page), page), page, ([, columns]) => toArticle(columns));
  }

  async listOrigins(page: PageRequest): Promise<Page<Origin>> {
    return this.list<[string, OriginColumns], Origin>(await this.ask('origins/list', [], pageParams(page), page), page, ([, columns]) => toOrigin(columns));
  }

  async listIncidents(page: PageRequest): Promise<Page<Incident>> {
    return this.list<[string, IncidentColumns], Incident>(await this.ask('incidents/list', [], pageParams(page), page), page, ([, columns]) => toIncident(columns));
  }

  async articlesByIds(slugs: string[]): Promise<Article[]> {
    const [row] = await this.reader.rows('articles/by-ids', { ids: slugs });
    return (row?.articleRows as ArticleColumns[]).map(toArticle);
  }

  async originsByIds(slugs: string[]): Promise<Origin[]> {
    const [row] = await this.reader.rows('origins/by-ids', { ids: slugs });
    return (row?.originRows as OriginColumns[]).map(toOrigin);
  }

  async incidentsByIds(slugs: string[]): Promise<Incident[]> {
    const [row] = await this.reader.rows('incidents/by-ids', { ids: slugs });
    return (row?.incidentRows as IncidentColumns[]).map(toIncident);
  }

  /** Runs of reports, the last first. They change while the revision stands, so no answer with them is kept. */
  async reportRuns(args: { report: string | null; status: RunStatus | null }, page: PageRequest): Promise<Page<ReportRun>> {
    this.reader.lasting = false;
    return this.list<[string, RunColumns], ReportRun>(await this.ask('runs/list', [], { ...args, ...pageParams(page) }, page), page, ([, columns]) => toRun(columns));
  }

  async reportRunsByIds(ids: string[]): Promise<ReportRun[]> {
    this.reader.lasting = false;
    const [row] = await this.reader.rows('runs/by-ids', { ids });
    return (row?.runRows as RunColumns[]).map(toRun);
  }

  /** The last run of a report; null if there is none. Those of all reports are read at once, when the first is asked for. */
  async lastReportRun(report: string): Promise<ReportRun | null> {
    this.reader.lasting = false;
    this.lastRuns ??= this.reader.rows('runs/last', { reports: reportDefinitions().map(({ name }) => name) }).then(([row]) => new Map((row?.runRows as RunColumns[]).map(toRun).map((run) => [run.report, run])));
    return (await this.lastRuns).get(report) ?? null;
  }

  /** The slug inside a global id of `type`; null if it is not one. */
  slugOf(type: NodeType, globalId: string): string | null {
    const node = fromGlobalId(globalId);
    return node?.type === type ? node.id : null;
  }

  /** Runs a statement that returns one row, whatever it finds, and checks the names that it was asked with. */
  private async ask(statement: string, names: NameUse[], params: Params, page?: PageRequest): Promise<Row> {
    const [row = {}] = await this.reader.rows(statement, { ...params, names: foldedNames(names) }, { backward: page?.backward ?? false });
    if (names.length > 0) await requireNames(this.reader, names, row.named as Named[]);
    return row;
  }

  private list<R extends [string, ...unknown[]], T>(row: Row, page: PageRequest, node: (item: R) => T): Page<T> {
    return toPage((row.items ?? []) as R[], (row.total ?? 0) as number, page, ([key]) => key, node);
  }

  private tied(row: Row, page: PageRequest, filter: ClaimFilter): Page<Tied> {
    return this.list<[string, string, TieColumns[]], Tied>(row, page, ([, partySlug, columns]) => ({ partySlug, ties: ties(columns, filter) }));
  }
}

function ties(columns: TieColumns[], filter: ClaimFilter): Tie[] {
  return columns.map((row) => toTie(row, filter));
}

function sideFights(rows: FightColumns[], filter: ClaimFilter): SideFight[] {
  const chains = chainFilter(filter);
  return rows.map(([memberSlug, fight, chain]) => ({ memberSlug, fight: toTie(fight, filter), chain: ties(chain, chains) }));
}

function network(row: Row, filter: ClaimFilter): Network {
  const slugs = (row.nodes ?? []) as string[];
  const distances = row.distances as number[] | undefined;
  const tied = (row.tied ?? []) as [string, number, TieColumns[]][];
  const hidden = new Map(tied.map(([slug, beyond]) => [slug, beyond]));
  return {
    nodes: slugs.map((partySlug, i) => ({ partySlug, distance: distances?.[i] ?? null, hiddenTies: hidden.get(partySlug) ?? null })),
    ties: ties(tied.flatMap(([, , columns]) => columns), filter),
    more: (row.more ?? 0) as number,
    filter,
  };
}

/** A chain's links obey the period and what was known when; the other filters narrow the tie that was asked about. */
export function chainFilter(filter: ClaimFilter): ClaimFilter {
  const { asKnownOn, publishedBy, from, to } = filter;
  const none = asKnownOn === null && publishedBy === null && from === null && to === null;
  return { none, asKnownOn, publishedBy, from, to, statuses: ['live'], certain: false, types: null, stances: null, articles: null, place: null, patron: null, minOrigins: 1 };
}

function claimPage(row: Row, page: PageRequest, key: (claim: Claim) => string): Page<Claim> {
  return toPage(toClaims(row as unknown as Bundle), row.total as number | null, page, key, (claim) => claim);
}

import { ask } from '../api/client';
import {
  AskAlliesDocument, AskAlliesWhoFoughtDocument, AskArticleDocument, AskBackersDocument, AskClaimsDocument, AskCommandersDocument, AskCommandsDocument, AskCommonOpponentsDocument, AskConnectionDocument,
  AskCoProxiesWhoFoughtDocument, AskDisputedDocument, AskFightsBetweenDocument, AskHappenedDocument, AskOpponentsDocument, AskOpponentsOfProxiesDocument, AskPartsDocument, AskPatronNetworkDocument, AskPlacesDocument,
  AskPresentDocument, AskProxiesDocument, type ChainedPartsFragment, type ClaimsFilter, type EvidenceFilter, type FightPartsFragment, type RivalRule, type TiedPartsFragment, type TrustedDocument,
} from '../api/generated/documents';
import { count } from '../model/words';
import { NO_ANSWER, type Answer, type Item, type Link, type Passage, type Strand, type Who } from './answer';
import { resolveArticle } from './resolve-article';

/** What a question is asked with: its slots filled, the filter, and which page. */
export interface Request {
  slots: Readonly<Record<string, string>>;
  filter: EvidenceFilter | undefined;
  after: string | null;
  signal: AbortSignal;
}

export const PAGE = 50;
const MOST_OF_NETWORK = 300;

type Run = (request: Request) => Promise<Answer>;

/** Every question of questions.ts as one question of the service. Throws ApiError. */
export const ANSWERS: Readonly<Record<string, Run>> = {
  'opponents-of-proxies': (request) => opponentsOfProxies(request, false),
  'opponents-of-side': (request) => opponentsOfProxies(request, true),
  opponents: tied(AskOpponentsDocument, 'actor'),
  backers: chained(AskBackersDocument, 'backs it'),
  proxies: chained(AskProxiesDocument, 'is backed by it'),
  network,
  commanders: tied(AskCommandersDocument, 'actor'),
  commands: async ({ slots, filter, after, signal }) => {
    const { commander } = await ask(AskCommandsDocument, { name: slots.commander ?? '', filter, first: PAGE, after }, signal);
    return commander === null ? NO_ANSWER : ofTied(commander.list, commander.self);
  },
  allies: tied(AskAlliesDocument, 'actor'),
  'allies-who-fought': async ({ slots, filter, after, signal }) => {
    const { alliesWhoFought: page } = await ask(AskAlliesWhoFoughtDocument, { party: slots.party, filter, first: PAGE, after }, signal);
    return paged(page, page.nodes.map(({ one, other, fights, bonds }) => pair(one, other, 'and', [
      { says: null, links: fights },
      ...bonds.map(({ commonAlly, ties }): Strand => ({ says: commonAlly === null ? ['They are said to be allied'] : ['Both are said to be allied with ', commonAlly], links: ties })),
    ])));
  },
  'co-proxies': async ({ slots, filter, after, signal }) => {
    const { coProxiesWhoFought: page } = await ask(AskCoProxiesWhoFoughtDocument, { patron: slots.patron ?? '', filter, first: PAGE, after }, signal);
    return paged(page, page.nodes.map(({ one, other, fights, chainOne, chainOther }) => pair(one, other, 'and', [{ says: null, links: fights }, chain(one, chainOne), chain(other, chainOther)])));
  },
  'common-opponents': async ({ slots, filter, after, signal }) => {
    const { commonOpponents: page } = await ask(AskCommonOpponentsDocument, { patronA: slots.a ?? '', patronB: slots.b ?? '', filter, first: PAGE, after }, signal);
    return paged(page, page.nodes.map(({ opponent, fightsA, fightsB }) => party(opponent, null, [...fightsA, ...fightsB].flatMap(ofFight))));
  },
  connection: async ({ slots, filter, signal }) => {
    const { paths } = await ask(AskConnectionDocument, { from: slots.a ?? '', to: slots.b ?? '', filter }, signal);
    const items = paths.map(({ parties, ties }, i): Item => ({ kind: 'parties', key: `way ${i}`, parties, between: '→', remark: count(ties.length, 'tie'), strands: [{ says: null, links: ties }] }));
    return { items, total: items.length, cursor: null, about: [] };
  },
  'fights-between': async ({ slots, filter, signal }) => {
    const { tiesBetween } = await ask(AskFightsBetweenDocument, { a: slots.a ?? '', b: slots.b ?? '', filter }, signal);
    const items = tiesBetween.map((link) => pair(whoOf(link.source), whoOf(link.target), 'and', [{ says: null, links: [link] }], link.id));
    return { items, total: items.length, cursor: null, about: [] };
  },
  disputed: async ({ slots, filter, after, signal }) => {
    const { rivals: page } = await ask(AskDisputedDocument, { party: slots.party, filter, first: PAGE, after }, signal);
    return paged(page, page.nodes.map(({ one, other, rule, reason }): Item => ({ kind: 'rivals', key: `${one.id} ${other.id}`, why: reason ?? RIVALS[rule], one, other })));
  },
  happened,
  'fighting-in': (request) => claims(request, { types: ['CLASHED_WITH', 'ATTACKED'], place: request.slots.where }),
  'happened-during': (request) => claims(request, {}),
  present: async ({ slots, filter, after, signal }) => {
    const { location } = await ask(AskPresentDocument, { name: slots.where ?? '', filter, first: PAGE, after }, signal);
    return location === null ? NO_ANSWER : ofTied(location.list, location.self);
  },
  article: async ({ slots, filter, after, signal }) => {
    const { article } = await ask(AskArticleDocument, { id: await resolveArticle(slots.article ?? '', signal), filter, first: PAGE, after }, signal);
    return article === null ? NO_ANSWER : paged(article.claims, article.claims.nodes.map(single));
  },
  known: (request) => claims(request, { party: request.slots.party }),
  places: tied(AskPlacesDocument, 'actor'),
  parts: tied(AskPartsDocument, 'actor'),
};

const RIVALS: Record<RivalRule, string> = {
  CURATED: 'Marked as rivals by a curator',
  TWO_HEADS: 'Two persons are said to head one group at times that may overlap',
  TWO_HOLDERS: 'Two actors are said to hold one place at times that may overlap',
};

interface Page {
  totalCount: number | null;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

function paged({ totalCount, pageInfo }: Page, items: Item[], about: Who[] = []): Answer {
  return { items, total: totalCount ?? items.length, cursor: pageInfo.hasNextPage ? pageInfo.endCursor : null, about };
}

function party(who: Who, remark: string | null, strands: Strand[]): Item {
  return { kind: 'parties', key: who.id, parties: [who], between: '', remark, strands };
}

function pair(one: Who, other: Who, between: string, strands: Strand[], key = `${one.id} ${other.id}`): Item {
  return { kind: 'parties', key, parties: [one, other], between, remark: null, strands };
}

function single(passage: Passage): Item {
  return { kind: 'passage', key: passage.id, passage };
}

/** An end of a tie; its kind is not told with it, and nothing here depends on that. */
function whoOf({ id, name }: { id: string; name: string }): Who {
  return { __typename: 'Actor', id, name };
}

function chain(member: Who, links: Link[]): Strand {
  return { says: links.length === 0 ? [member, ' is the patron itself'] : ['What puts ', member, ' on that side'], links };
}

function ofFight({ member, fight, chain: links }: FightPartsFragment): Strand[] {
  return [{ says: null, links: [fight] }, chain(member, links)];
}

interface ByName {
  name: string;
  filter?: EvidenceFilter | null;
  first: number;
  after?: string | null;
}

function ofTied(list: TiedPartsFragment, self: Who): Answer {
  return paged(list, list.nodes.map(({ party: who, ties }) => party(who, null, [{ says: null, links: ties }])), [self]);
}

function tied(document: TrustedDocument<{ actor: { self: Who; list: TiedPartsFragment } | null }, ByName>, slot: string): Run {
  return async ({ slots, filter, after, signal }) => {
    const { actor } = await ask(document, { name: slots[slot] ?? '', filter, first: PAGE, after }, signal);
    return actor === null ? NO_ANSWER : ofTied(actor.list, actor.self);
  };
}

function chained(document: TrustedDocument<{ actor: { self: Who; list: ChainedPartsFragment } | null }, ByName>, does: string): Run {
  return async ({ slots, filter, after, signal }) => {
    const { actor } = await ask(document, { name: slots.actor ?? slots.patron ?? '', filter, first: PAGE, after }, signal);
    if (actor === null) return NO_ANSWER;
    const items = actor.list.nodes.map(({ party: who, distance, isArm, ties }) => party(who, isArm ? 'linked by being part of it alone' : distance === 1 ? `${does} directly` : `${does} through ${count(distance - 1, 'other')}`, [{ says: null, links: ties }]));
    return paged(actor.list, items, [actor.self]);
  };
}

async function opponentsOfProxies({ slots, filter, after, signal }: Request, includePatron: boolean): Promise<Answer> {
  const { opponentsOfProxies: page } = await ask(AskOpponentsOfProxiesDocument, { patron: slots.patron ?? '', includePatron, filter, first: PAGE, after }, signal);
  return paged(page, page.nodes.map(({ opponent, fights }) => party(opponent, null, fights.flatMap(ofFight))));
}

/** Each tie stands with that one of its ends that comes later, so that none stands twice. */
async function network({ slots, filter, signal }: Request): Promise<Answer> {
  const { patronNetwork: told } = await ask(AskPatronNetworkDocument, { patron: slots.patron ?? '', filter, limit: MOST_OF_NETWORK }, signal);
  const order = new Map(told.nodes.map(({ party: who }, i) => [who.id, i]));
  const at = ({ id }: { id: string }): number => order.get(id) ?? 0;
  const items = told.nodes.map(({ party: who, distance }, i) => party(who, distance === null ? null : distance === 0 ? 'the patron' : `${count(distance, 'link')} away`, [{ says: null, links: told.ties.filter(({ source, target }) => Math.max(at(source), at(target)) === i) }]));
  return { items, total: told.nodes.length + told.more, cursor: null, about: [] };
}

async function claims({ filter, after, signal }: Request, more: ClaimsFilter): Promise<Answer> {
  const { claims: page } = await ask(AskClaimsDocument, { filter: { ...filter, ...more }, first: PAGE, after }, signal);
  return paged(page, page.nodes.map(single));
}

/** The incidents of a place; after the last of them, the passages that belong to none. */
async function happened({ slots, filter, after, signal }: Request): Promise<Answer> {
  const { location } = await ask(AskHappenedDocument, { name: slots.where ?? '', filter, first: PAGE, after }, signal);
  if (location === null) return NO_ANSWER;
  const loose = location.claims.nodes.filter(({ incident }) => incident === null);
  const incidents = location.incidents.nodes.map(({ id, title, date, place, claims: told }): Item => ({ kind: 'incident', key: id, id, title, date, place: place?.name ?? null, passages: told.nodes, more: (told.totalCount ?? 0) - told.nodes.length }));
  const items = location.incidents.pageInfo.hasNextPage ? incidents : [...incidents, ...loose.map(single)];
  return { ...paged(location.incidents, items, [location.self]), total: (location.incidents.totalCount ?? 0) + loose.length };
}

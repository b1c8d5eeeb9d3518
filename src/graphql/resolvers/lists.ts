import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { CLAIM_TYPE_NAMES, claimTypeRule, type ClaimType, type PartyKind } from '../../domain/claim-types';
import type { Article as ArticleRecord, Incident as IncidentRecord, Origin as OriginRecord, Party as PartyRecord } from '../../domain/entities';
import { fromGlobalId, type NodeType } from '../../domain/global-id';
import type { ActorKind, LocationKind } from '../../domain/vocabulary';
import type { Context } from '../context';
import { ActorsArgs, LocationsArgs, SearchArgs } from '../inputs/list-args';
import { narrow } from '../inputs/narrow';
import { Paging } from '../inputs/paging';
import { pageRequest, toConnection } from '../paging';
import type { ConnectionOf } from '../types/connection';
import { ActorConnection, ArticleConnection, CommanderConnection, IncidentConnection, LocationConnection, OriginConnection } from '../types/connections';
import { ClaimTypeRule } from '../types/claim-type-rule';
import { Node } from '../types/node';
import { Overview, SearchResult } from '../types/overview';
import { partyOf } from './parts';
import { reportsByName, toRunNode } from './report-nodes';

type Found = { __typename: NodeType } & object;

@Resolver()
export class ListsResolver {
  @Query(() => [ClaimTypeRule], { description: 'The types of claims and ties: how each reads, whether it has a direction, its colour.' })
  claimTypes(): ClaimTypeRule[] {
    return CLAIM_TYPE_NAMES.map((type) => ({ type, ...claimTypeRule(type) }));
  }

  @Query(() => ActorConnection, { description: 'Actors in the order of their names.' })
  async actors(@Args(() => ActorsArgs) args: ActorsArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<PartyRecord>> {
    return parties('Actor', args.kinds ?? null, args.patronsOnly, args, context, info);
  }

  @Query(() => CommanderConnection, { description: 'Commanders in the order of their names.' })
  async commanders(@Args(() => Paging) paging: Paging, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<PartyRecord>> {
    return parties('Commander', null, false, paging, context, info);
  }

  @Query(() => LocationConnection, { description: 'Locations in the order of their names.' })
  async locations(@Args(() => LocationsArgs) args: LocationsArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<PartyRecord>> {
    return parties('Location', args.kinds ?? null, false, args, context, info);
  }

  @Query(() => ArticleConnection, { description: 'Articles in the order of their titles.' })
  async articles(@Args(() => Paging) paging: Paging, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<ArticleRecord>> {
    return toConnection(await questions.listArticles(pageRequest(paging, info)));
  }

  @Query(() => OriginConnection, { description: 'Origins in the order of their names.' })
  async origins(@Args(() => Paging) paging: Paging, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<OriginRecord>> {
    return toConnection(await questions.listOrigins(pageRequest(paging, info)));
  }

  @Query(() => IncidentConnection, { description: 'Incidents in the order of their titles.' })
  async incidents(@Args(() => Paging) paging: Paging, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<IncidentRecord>> {
    return toConnection(await questions.listIncidents(pageRequest(paging, info)));
  }

  @Query(() => SearchResult, { description: 'Search over names, aliases and transliterations, titles and summaries: with or without the article, hyphens and doubled letters, in Arabic script, and with typing errors.' })
  async search(@Args(() => SearchArgs) { text, kinds, first, skip }: SearchArgs, @Ctx() context: Context): Promise<SearchResult> {
    const { hits, total } = await context.questions.search({ text, kinds: kinds ?? null, limit: first, skip });
    const nodes = await nodesOf(hits.map(({ type, slug }) => ({ type, id: slug })), context);
    return {
      hits: hits.flatMap(({ type, score, matched, slug }) => {
        const node = nodes.get(`${type}:${slug}`);
        return node === undefined ? [] : [{ type, score, matched, node: node as unknown as Node }];
      }),
      totalCount: total,
    };
  }

  @Query(() => Node, { nullable: true, description: 'Any object by its global id; null if there is none.' })
  async node(@Arg('id', () => ID, { description: 'Global id.' }) globalId: string, @Ctx() context: Context): Promise<Found | null> {
    const node = fromGlobalId(globalId);
    if (node === null) return null;
    return (await nodesOf([node], context)).get(`${node.type}:${node.id}`) ?? null;
  }

  @Query(() => Overview, { description: 'How much there is, and how it spreads.' })
  async overview(@Ctx() context: Context): Promise<Overview> {
    const { row, partyCounts } = await context.questions.overview();
    // Asked for together, so that they travel in one wave.
    const [byPatron, contestedPlaces] = await Promise.all([
      Promise.all(partyCounts('byPatron').map(async ([slug, proxies, claims]) => ({ patron: await partyOf(context, slug), proxies, claims }))),
      Promise.all(partyCounts('contested').map(async ([slug, events, claims]) => ({ place: await partyOf(context, slug), events, claims }))),
    ]);
    const byType = (row.byType as [ClaimType, number][]).map(([type, claims]) => ({ type, claims }));
    const byMonth = (row.byMonth as [string | null, number][]).map(([month, claims]) => ({ month, claims }));
    return { ...row, byType, byMonth, byPatron, contestedPlaces } as unknown as Overview;
  }

  @Query(() => Int, { description: "The graph's revision: grows with every change of the record." })
  revision(@Ctx() { questions }: Context): Promise<number> {
    return questions.revision();
  }
}

async function parties(
  kind: PartyKind, kinds: readonly (ActorKind | LocationKind)[] | null, patronsOnly: boolean, paging: Paging, context: Context, info: GraphQLResolveInfo,
): Promise<ConnectionOf<PartyRecord>> {
  const page = await context.questions.listParties(kind, { kinds, patronsOnly }, pageRequest(paging, info));
  const items = await Promise.all(page.items.map(async ({ cursor, node }) => ({ cursor, node: await partyOf(context, node) })));
  return toConnection({ ...page, items });
}

/** Objects by type and id, all fetched in one wave; keyed `Type:id`. */
async function nodesOf(refs: { type: NodeType; id: string }[], { questions }: Context): Promise<Map<string, Found>> {
  const ids = (type: NodeType): string[] => refs.filter((ref) => ref.type === type).map(({ id }) => id);
  const ask = async <T extends { slug: string }>(type: NodeType, load: (ids: string[]) => Promise<T[]>): Promise<(T & Found)[]> => {
    const wanted = ids(type);
    return wanted.length === 0 ? [] : (await load(wanted)).map((item) => ({ ...item, __typename: type }));
  };
  const { filter } = narrow(undefined);
  const party = (type: PartyKind): Promise<(PartyRecord & Found)[]> =>
    ask(type, async (wanted) => (await Promise.all(wanted.map((id) => questions.loaders.party(id)))).filter((found): found is PartyRecord => found?.kindOfParty === type));
  const found = await Promise.all([
    party('Actor'), party('Commander'), party('Location'),
    ask('Article', (wanted) => questions.articlesByIds(wanted)),
    ask('Origin', (wanted) => questions.originsByIds(wanted)),
    ask('Incident', (wanted) => questions.incidentsByIds(wanted)),
    ask('Claim', (wanted) => questions.claimsByIds(wanted, filter)),
    ask('Tie', (wanted) => questions.tiesByIds(wanted, filter)),
    ask('Report', async (wanted) => reportsByName(wanted)),
    ask('ReportRun', async (wanted) => (await questions.reportRunsByIds(wanted)).map(toRunNode)),
  ]);
  return new Map((found.flat() as (Found & { slug: string })[]).map((item) => [`${item.__typename}:${item.slug}`, item]));
}

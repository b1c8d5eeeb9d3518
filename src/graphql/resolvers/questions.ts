import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { CLAIM_TYPE_NAMES } from '../../domain/claim-types';
import type { Claim as ClaimRecord, RivalPair as RivalPairRecord, Tie as TieRecord } from '../../domain/entities';
import { nameUse } from '../../store/names';
import { MAX_CHAIN, type ClaimAnchor, type CommonOpponent, type FightingPair, type Network as NetworkRecord, type Opponent, type Path as PathRecord, type TieTally as TieTallyRecord } from '../../store/questions/questions';
import type { Context } from '../context';
import {
  AlliesWhoFoughtArgs, ClaimsArgs, CoProxiesArgs, CommonOpponentsArgs, FilterArgs, NeighbourhoodArgs, NetworkArgs, OpponentsArgs, PathsArgs, RivalsArgs, TalliesArgs, TiesBetweenArgs, WholeNetworkArgs,
} from '../inputs/args';
import type { ClaimsFilter } from '../inputs/filter';
import { narrow, nodeSlug, partySlug } from '../inputs/narrow';
import { pageRequest, toConnection } from '../paging';
import { CommonOpponentConnection, FightingAlliesConnection, FightingProxiesConnection, Network, OpponentConnection, Path, RivalPairConnection, TieTally } from '../types/answers';
import type { ConnectionOf } from '../types/connection';
import { ClaimConnection } from '../types/connections';
import { Tie } from '../types/tie';

function maxDepth(reach: 'DIRECT' | 'TRANSITIVE'): number {
  return reach === 'DIRECT' ? 1 : MAX_CHAIN;
}

@Resolver()
export class QuestionsResolver {
  @Query(() => OpponentConnection, { description: 'Who has clashed with the proxies of a patron: each opponent with every fight, and each fight with the chain of cited backing that makes the party fought a proxy.' })
  async opponentsOfProxies(@Args(() => OpponentsArgs) args: OpponentsArgs, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<Opponent>> {
    const { patron, reach, includePatron, fights, filter } = args;
    return toConnection(await questions.opponentsOfProxies({ patron, maxDepth: maxDepth(reach), includePatron, types: fights, ...narrow(filter) }, pageRequest(args, info)));
  }

  @Query(() => Network, { description: "A patron's whole network: all that reach it through backing, who commands them, and every tie among these." })
  patronNetwork(@Args(() => NetworkArgs) { patron, reach, types, limit, filter }: NetworkArgs, @Ctx() { questions }: Context): Promise<NetworkRecord> {
    return questions.patronNetwork({ patron, maxDepth: maxDepth(reach), types: types ?? CLAIM_TYPE_NAMES, limit, ...narrow(filter) });
  }

  @Query(() => FightingAlliesConnection, { description: 'Allies who fought each other: allied directly, or each with one third.' })
  async alliesWhoFought(@Args(() => AlliesWhoFoughtArgs) args: AlliesWhoFoughtArgs, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<FightingPair>> {
    const { party, commonAlly, filter } = args;
    return toConnection(await questions.alliesWhoFought({ party: party ?? null, commonAlly, ...narrow(filter) }, pageRequest(args, info)));
  }

  @Query(() => FightingProxiesConnection, { description: 'Groups backed by one patron that fought each other, with the chain of each.' })
  async coProxiesWhoFought(@Args(() => CoProxiesArgs) args: CoProxiesArgs, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<FightingPair>> {
    const { patron, reach, filter } = args;
    return toConnection(await questions.coProxiesWhoFought({ patron, maxDepth: maxDepth(reach), ...narrow(filter) }, pageRequest(args, info)));
  }

  @Query(() => CommonOpponentConnection, { description: 'Opponents of both of two patrons: who fought each of them, or somebody on the side of each.' })
  async commonOpponents(@Args(() => CommonOpponentsArgs) args: CommonOpponentsArgs, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<CommonOpponent>> {
    const { patronA, patronB, reach, filter } = args;
    return toConnection(await questions.commonOpponents({ patronA, patronB, maxDepth: maxDepth(reach), ...narrow(filter) }, pageRequest(args, info)));
  }

  @Query(() => RivalPairConnection, { description: 'Rival claims side by side: across the graph, for one tie, or about one party.' })
  async rivals(@Args(() => RivalsArgs) args: RivalsArgs, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<RivalPairRecord>> {
    const tie = args.tie == null ? null : nodeSlug('Tie', args.tie, 'tie');
    return toConnection(await questions.rivals({ tie, party: args.party ?? null, ...narrow(args.filter) }, pageRequest(args, info)));
  }

  @Query(() => Tie, { nullable: true, description: 'One tie by its id, with how well it is corroborated.' })
  async tie(@Arg('id', () => ID, { description: 'Global id of the tie.' }) id: string, @Args(() => FilterArgs) { filter }: FilterArgs, @Ctx() { questions }: Context): Promise<TieRecord | null> {
    const [tie] = await questions.tiesByIds([nodeSlug('Tie', id, 'id')], narrow(filter).filter);
    return tie ?? null;
  }

  @Query(() => [Tie], { description: 'All ties between two parties, whichever way they run.' })
  tiesBetween(@Args(() => TiesBetweenArgs) { a, b, types, filter }: TiesBetweenArgs, @Ctx() { questions }: Context): Promise<TieRecord[]> {
    return questions.tiesBetween({ a, b, types: types ?? CLAIM_TYPE_NAMES, ...narrow(filter) });
  }

  @Query(() => [Path], { description: 'The shortest ways between two parties, all of the same length, with the passages on the way. Empty if there is none.' })
  paths(@Args(() => PathsArgs) { from, to, types, maxLength, limit, filter }: PathsArgs, @Ctx() { questions }: Context): Promise<PathRecord[]> {
    return questions.paths({ from, to, types, maxLength, limit, ...narrow(filter) });
  }

  @Query(() => Network, { description: 'What lies within some steps of a party, nearest first, and how many more there are.' })
  neighbourhood(@Args(() => NeighbourhoodArgs) { of, depth, direction, types, limit, filter }: NeighbourhoodArgs, @Ctx() { questions }: Context): Promise<NetworkRecord> {
    return questions.neighbourhood({ party: of, depth, direction, types: types ?? CLAIM_TYPE_NAMES, limit, ...narrow(filter) });
  }

  @Query(() => Network, { description: 'Parties, and every tie among them: those asked for, or the whole graph up to a limit.' })
  network(@Args(() => WholeNetworkArgs) { parties, types, limit, filter }: WholeNetworkArgs, @Ctx() { questions }: Context): Promise<NetworkRecord> {
    return questions.network({ parties: parties?.map((id) => partySlug(id, 'parties')) ?? null, types: types ?? CLAIM_TYPE_NAMES, limit, ...narrow(filter) });
  }

  @Query(() => [TieTally], { description: 'How many ties of each type, and which way, a party has: what there is to see before asking for it.' })
  tieTallies(@Args(() => TalliesArgs) { of, filter }: TalliesArgs, @Ctx() { questions }: Context): Promise<TieTallyRecord[]> {
    return questions.tieTallies({ party: of, ...narrow(filter) });
  }

  @Query(() => ClaimConnection, { description: 'Claims in the order of citation: by article, then paragraph.' })
  async claims(@Args(() => ClaimsArgs) args: ClaimsArgs, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<ClaimRecord>> {
    const anchor = anchorOf(args.filter);
    return toConnection(await questions.claims(anchor, besideAnchor(args.filter, anchor), pageRequest(args, info)));
  }
}

/** The part of a filter that an index answers best; the rest is checked claim by claim. */
function anchorOf(filter: ClaimsFilter | undefined): ClaimAnchor {
  if (filter?.tie != null) return { by: 'tie', slug: nodeSlug('Tie', filter.tie, 'filter.tie') };
  if (filter?.incident != null) return { by: 'incident', slug: nodeSlug('Incident', filter.incident, 'filter.incident') };
  if (filter?.party != null) return { by: 'party', name: nameUse('filter.party', filter.party, ['Actor', 'Commander', 'Location']) };
  const [article] = filter?.articles ?? [];
  if (article !== undefined && filter?.articles?.length === 1) return { by: 'article', slug: narrow({ articles: [article] }).filter.articles?.[0] as string };
  if (filter?.place != null) return { by: 'place', name: nameUse('filter.place', filter.place, ['Location']) };
  const [type] = filter?.types ?? [];
  if (type !== undefined && filter?.types?.length === 1) return { by: 'type', type };
  return { by: 'all' };
}

/** What of a filter is left to check once its anchor has been read by an index: often nothing, and then the shorter form of the statement serves. */
function besideAnchor(filter: ClaimsFilter | undefined, { by }: ClaimAnchor): ReturnType<typeof narrow> {
  return narrow({ ...filter, ...(by === 'article' ? { articles: undefined } : {}), ...(by === 'type' ? { types: undefined } : {}) }, filter?.status ?? ['live']);
}

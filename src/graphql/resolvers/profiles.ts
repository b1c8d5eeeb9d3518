import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { CLAIM_TYPE_NAMES, HOSTILE_TYPES, claimTypeRule, type ClaimType, type PartyKind } from '../../domain/claim-types';
import type { Article as ArticleRecord, Claim as ClaimRecord, Incident as IncidentRecord, Party as PartyRecord } from '../../domain/entities';
import { FealtyError } from '../../domain/errors';
import { nameUse } from '../../store/names';
import { MAX_CHAIN, type Tied } from '../../store/questions/questions';
import type { Context } from '../context';
import { ArticleArgs, ProfileArgs, ReachArgs } from '../inputs/args';
import { articleSlug, narrow } from '../inputs/narrow';
import { Paging } from '../inputs/paging';
import { pageRequest, toConnection } from '../paging';
import { ChainedPartyConnection, TiedPartyConnection } from '../types/answers';
import type { ConnectionOf } from '../types/connection';
import { ClaimConnection, IncidentConnection, LocationConnection } from '../types/connections';
import { Actor, Commander, Location } from '../types/party';
import { ActorProfile, ArticleProfile, CommanderProfile, LocationProfile } from '../types/profiles';
import { Article } from '../types/source';
import { partyOf } from './parts';

// A profile holds only the name asked for. Its sections each ask for themselves, all in one wave, so that a profile costs two round trips like any question;
// an unknown name makes each of them fail alike, and the profile null with one error.

const PLACE_TYPES: ClaimType[] = CLAIM_TYPE_NAMES.filter((type) => claimTypeRule(type).object.every((kind) => kind === 'Location'));

type Section = ConnectionOf<Tied>;

async function knownParty(context: Context, ref: string, kind: PartyKind): Promise<PartyRecord> {
  return partyOf(context, await context.questions.partySlug(ref, kind));
}

@Resolver(() => ActorProfile)
export class ActorProfileResolver {
  @Query(() => ActorProfile, { nullable: true, description: 'An actor by any of its spellings: patrons and proxies, allies, opponents, commanders, parts, places and timeline. Unknown names give null and the error UNKNOWN_NAME with the nearest names.' })
  actor(@Args(() => ProfileArgs) { name, filter }: ProfileArgs): ActorProfile {
    return { ref: name, narrowing: narrow(filter) };
  }

  @FieldResolver(() => Actor, { description: 'The actor.' })
  self(@Root() { ref }: ActorProfile, @Ctx() context: Context): Promise<PartyRecord> {
    return knownParty(context, ref, 'Actor');
  }

  @FieldResolver(() => ChainedPartyConnection, { description: 'Who backs it, directly or through others, with the chain.' })
  async patrons(@Root() profile: ActorProfile, @Args(() => ReachArgs) args: ReachArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Section> {
    return reach('patrons', profile, args, context, info);
  }

  @FieldResolver(() => ChainedPartyConnection, { description: 'Whom it backs, directly or through others, with the chain.' })
  async proxies(@Root() profile: ActorProfile, @Args(() => ReachArgs) args: ReachArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Section> {
    return reach('proxies', profile, args, context, info);
  }

  @FieldResolver(() => TiedPartyConnection, { description: 'With whom it is said to be allied.' })
  async allies(@Root() profile: ActorProfile, @Args(() => Paging) paging: Paging, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Section> {
    return section(profile, ['ALLIED_WITH'], 'BOTH', paging, context, info);
  }

  @FieldResolver(() => TiedPartyConnection, { description: 'Whom it fought: clashes and attacks, either way.' })
  async opponents(@Root() profile: ActorProfile, @Args(() => Paging) paging: Paging, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Section> {
    return section(profile, HOSTILE_TYPES, 'BOTH', paging, context, info);
  }

  @FieldResolver(() => TiedPartyConnection, { description: 'With whom it competes, whom it pressed and who pressed it, short of arms.' })
  async frictions(@Root() profile: ActorProfile, @Args(() => Paging) paging: Paging, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Section> {
    return section(profile, ['COMPETES_WITH', 'PRESSED'], 'BOTH', paging, context, info);
  }

  @FieldResolver(() => TiedPartyConnection, { description: 'Who commands it or did; each claim says role, rank, standing and whether that is over. As of a date: with `filter.during`.' })
  async commanders(@Root() profile: ActorProfile, @Args(() => Paging) paging: Paging, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Section> {
    return section(profile, ['COMMANDED_BY'], 'OUT', paging, context, info);
  }

  @FieldResolver(() => TiedPartyConnection, { description: 'What is part of it.' })
  async parts(@Root() profile: ActorProfile, @Args(() => Paging) paging: Paging, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Section> {
    return section(profile, ['PART_OF'], 'IN', paging, context, info);
  }

  @FieldResolver(() => TiedPartyConnection, { description: 'What it is part of.' })
  async wholes(@Root() profile: ActorProfile, @Args(() => Paging) paging: Paging, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Section> {
    return section(profile, ['PART_OF'], 'OUT', paging, context, info);
  }

  @FieldResolver(() => TiedPartyConnection, { description: 'Where it was, what it controls, what it left.' })
  async places(@Root() profile: ActorProfile, @Args(() => Paging) paging: Paging, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Section> {
    return section(profile, PLACE_TYPES, 'OUT', paging, context, info);
  }

  @FieldResolver(() => ClaimConnection, { description: 'All claims about it by time; those whose date is unknown come last.' })
  async timeline(@Root() profile: ActorProfile, @Args(() => Paging) paging: Paging, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<ClaimRecord>> {
    return timeline(profile, paging, context, info);
  }
}

@Resolver(() => CommanderProfile)
export class CommanderProfileResolver {
  @Query(() => CommanderProfile, { nullable: true, description: 'A commander by any spelling: what he commands or commanded, with rival accounts, and all that is told of him.' })
  commander(@Args(() => ProfileArgs) { name, filter }: ProfileArgs): CommanderProfile {
    return { ref: name, narrowing: narrow(filter) };
  }

  @FieldResolver(() => Commander, { description: 'The commander.' })
  self(@Root() { ref }: CommanderProfile, @Ctx() context: Context): Promise<PartyRecord> {
    return knownParty(context, ref, 'Commander');
  }

  @FieldResolver(() => TiedPartyConnection, { description: 'What he is said to command, lead or serve in, now or formerly; a contested tie has rival accounts, which `rivals` shows side by side.' })
  async commands(@Root() profile: CommanderProfile, @Args(() => Paging) paging: Paging, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Section> {
    return section(profile, ['COMMANDED_BY'], 'IN', paging, context, info);
  }

  @FieldResolver(() => TiedPartyConnection, { description: 'His other ties.' })
  async otherTies(@Root() profile: CommanderProfile, @Args(() => Paging) paging: Paging, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Section> {
    return section(profile, CLAIM_TYPE_NAMES.filter((type) => type !== 'COMMANDED_BY'), 'BOTH', paging, context, info);
  }

  @FieldResolver(() => ClaimConnection, { description: 'All claims about him by time.' })
  async timeline(@Root() profile: CommanderProfile, @Args(() => Paging) paging: Paging, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<ClaimRecord>> {
    return timeline(profile, paging, context, info);
  }
}

@Resolver(() => LocationProfile)
export class LocationProfileResolver {
  @Query(() => LocationProfile, { nullable: true, description: 'A location by any spelling, and what lies within it: incidents, parties, claims.' })
  location(@Args(() => ProfileArgs) { name, filter }: ProfileArgs): LocationProfile {
    return { ref: name, narrowing: narrow(filter) };
  }

  @FieldResolver(() => Location, { description: 'The location.' })
  self(@Root() { ref }: LocationProfile, @Ctx() context: Context): Promise<PartyRecord> {
    return knownParty(context, ref, 'Location');
  }

  @FieldResolver(() => LocationConnection, { description: 'The places within it, at any depth.' })
  async contains(@Root() { ref }: LocationProfile, @Args(() => Paging) paging: Paging, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<PartyRecord>> {
    const page = await context.questions.containedPlaces(ref, pageRequest(paging, info));
    const items = await Promise.all(page.items.map(async ({ cursor, node }) => ({ cursor, node: await partyOf(context, node) })));
    return toConnection({ ...page, items });
  }

  @FieldResolver(() => IncidentConnection, { description: 'What happened there or within it.' })
  async incidents(@Root() { ref, narrowing }: LocationProfile, @Args(() => Paging) paging: Paging, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<IncidentRecord>> {
    return toConnection(await questions.incidentsOf({ place: ref, ...narrowing }, pageRequest(paging, info)));
  }

  @FieldResolver(() => TiedPartyConnection, { description: 'Who is told of there or within it, with the ties that put him there.' })
  async parties(@Root() { ref, narrowing }: LocationProfile, @Args(() => Paging) paging: Paging, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<Section> {
    return toConnection(await questions.partiesAt({ place: ref, ...narrowing }, pageRequest(paging, info)));
  }

  @FieldResolver(() => ClaimConnection, { description: 'All claims about it or what lies within it, and all about what happened there.' })
  async claims(@Root() { ref, narrowing }: LocationProfile, @Args(() => Paging) paging: Paging, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<ClaimRecord>> {
    return toConnection(await questions.claims({ by: 'place', name: nameUse('name', ref, ['Location']) }, narrowing, pageRequest(paging, info)));
  }
}

@Resolver(() => ArticleProfile)
export class ArticleProfileResolver {
  @Query(() => ArticleProfile, { nullable: true, description: 'An article: all that it contributes.' })
  article(@Args(() => ArticleArgs) { id, filter }: ArticleArgs): ArticleProfile {
    return { ref: articleSlug(id, 'id'), narrowing: narrow(filter) };
  }

  @FieldResolver(() => Article, { description: 'The article.' })
  async self(@Root() { ref }: ArticleProfile, @Ctx() { questions }: Context): Promise<ArticleRecord> {
    const [article] = await questions.articlesByIds([ref]);
    if (article === undefined) throw new FealtyError('UNKNOWN_ARTICLE', 'id: no article of that id is known.', { field: 'id' });
    return article;
  }

  @FieldResolver(() => ClaimConnection, { description: 'Its claims in the order of its paragraphs.' })
  async claims(@Root() { ref, narrowing }: ArticleProfile, @Args(() => Paging) paging: Paging, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<ClaimRecord>> {
    return toConnection(await questions.claims({ by: 'article', slug: ref }, narrowing, pageRequest(paging, info)));
  }

  @FieldResolver(() => TiedPartyConnection, { description: 'The parties it speaks of, with the ties that it speaks of them in.' })
  async parties(@Root() { ref, narrowing }: ArticleProfile, @Args(() => Paging) paging: Paging, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<Section> {
    return toConnection(await questions.partiesOfArticle({ article: ref, ...narrowing }, pageRequest(paging, info)));
  }

  @FieldResolver(() => IncidentConnection, { description: 'The incidents it tells of.' })
  async incidents(@Root() { ref, narrowing }: ArticleProfile, @Args(() => Paging) paging: Paging, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<IncidentRecord>> {
    return toConnection(await questions.incidentsOf({ article: ref, ...narrowing }, pageRequest(paging, info)));
  }
}

async function reach(direction: 'patrons' | 'proxies', { ref, narrowing }: ActorProfile, args: ReachArgs, { questions }: Context, info: GraphQLResolveInfo): Promise<Section> {
  const maxDepth = args.reach === 'DIRECT' ? 1 : MAX_CHAIN;
  return toConnection(await questions.reach({ direction, party: ref, maxDepth, ...narrowing }, pageRequest(args, info)));
}

async function section(
  profile: ActorProfile | CommanderProfile, types: readonly ClaimType[], direction: 'OUT' | 'IN' | 'BOTH', paging: Paging, { questions }: Context, info: GraphQLResolveInfo,
): Promise<Section> {
  return toConnection(await questions.tiesOf({ party: profile.ref, types, direction, ...profile.narrowing }, pageRequest(paging, info)));
}

async function timeline({ ref, narrowing }: ActorProfile | CommanderProfile, paging: Paging, { questions }: Context, info: GraphQLResolveInfo): Promise<ConnectionOf<ClaimRecord>> {
  return toConnection(await questions.timeline({ party: ref, ...narrowing }, pageRequest(paging, info)));
}

import { Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { Claim as ClaimRecord, Party as PartyRecord } from '../../domain/entities';
import { toGlobalId } from '../../domain/global-id';
import type { Network as NetworkRecord } from '../../store/questions/questions';
import type { Context } from '../context';
import { Bond, ChainedParty, CommonOpponent, FightingAllies, FightingProxies, Network, NetworkNode, Opponent, Path, SideFight, TiedParty } from '../types/answers';
import { NetworkEvidenceArgs } from '../inputs/evidence-args';
import type { ConnectionOf } from '../types/connection';
import { ClaimConnection } from '../types/connections';
import { Party } from '../types/party';
import { evidenceConnection } from './evidence-connection';

/** The party behind an id of a first answer, fetched with all others in the second wave. */
export async function partyOf({ questions }: Context, slug: string): Promise<PartyRecord> {
  const party = await questions.loaders.party(slug);
  if (party === null) throw new Error(`the store refers to ${slug} without holding it`);
  return party;
}

@Resolver(() => TiedParty)
export class TiedPartyResolver {
  @FieldResolver(() => Party, { description: 'The party.' })
  party(@Root() { partySlug }: TiedParty, @Ctx() context: Context): Promise<PartyRecord> {
    return partyOf(context, partySlug);
  }
}

@Resolver(() => ChainedParty)
export class ChainedPartyResolver {
  @FieldResolver(() => Party, { description: 'The proxy, or the patron.' })
  party(@Root() { partySlug }: ChainedParty, @Ctx() context: Context): Promise<PartyRecord> {
    return partyOf(context, partySlug);
  }

  @FieldResolver(() => Int, { description: 'Links in the chain; 1 is direct.' })
  distance(@Root() { ties }: ChainedParty): number {
    return ties.length;
  }

  @FieldResolver(() => Boolean, { description: 'Whether every link is PART_OF: then it is an arm of the patron rather than a proxy.' })
  isArm(@Root() { ties }: ChainedParty): boolean {
    return ties.every(({ type }) => type === 'PART_OF');
  }
}

@Resolver(() => SideFight)
export class SideFightResolver {
  @FieldResolver(() => Party, { description: 'The party fought: the proxy, or the patron itself.' })
  member(@Root() { memberSlug }: SideFight, @Ctx() context: Context): Promise<PartyRecord> {
    return partyOf(context, memberSlug);
  }

  @FieldResolver(() => Int, { description: 'Links between the party fought and the patron; 0 for the patron itself.' })
  distance(@Root() { chain }: SideFight): number {
    return chain.length;
  }
}

@Resolver(() => Opponent)
export class OpponentResolver {
  @FieldResolver(() => Party, { description: 'Who fought the side.' })
  opponent(@Root() { opponentSlug }: Opponent, @Ctx() context: Context): Promise<PartyRecord> {
    return partyOf(context, opponentSlug);
  }
}

@Resolver(() => CommonOpponent)
export class CommonOpponentResolver {
  @FieldResolver(() => Party, { description: 'Who fought both sides.' })
  opponent(@Root() { opponentSlug }: CommonOpponent, @Ctx() context: Context): Promise<PartyRecord> {
    return partyOf(context, opponentSlug);
  }
}

@Resolver(() => Bond)
export class BondResolver {
  @FieldResolver(() => Party, { nullable: true, description: 'The third with whom both are allied; null for a direct alliance.' })
  commonAlly(@Root() { commonAllySlug }: Bond, @Ctx() context: Context): Promise<PartyRecord> | null {
    return commonAllySlug === null ? null : partyOf(context, commonAllySlug);
  }
}

@Resolver(() => FightingAllies)
export class FightingAlliesResolver {
  @FieldResolver(() => Party, { description: 'The one.' })
  one(@Root() { oneSlug }: FightingAllies, @Ctx() context: Context): Promise<PartyRecord> {
    return partyOf(context, oneSlug);
  }

  @FieldResolver(() => Party, { description: 'The other.' })
  other(@Root() { otherSlug }: FightingAllies, @Ctx() context: Context): Promise<PartyRecord> {
    return partyOf(context, otherSlug);
  }
}

@Resolver(() => FightingProxies)
export class FightingProxiesResolver {
  @FieldResolver(() => Party, { description: 'The one.' })
  one(@Root() { oneSlug }: FightingProxies, @Ctx() context: Context): Promise<PartyRecord> {
    return partyOf(context, oneSlug);
  }

  @FieldResolver(() => Party, { description: 'The other.' })
  other(@Root() { otherSlug }: FightingProxies, @Ctx() context: Context): Promise<PartyRecord> {
    return partyOf(context, otherSlug);
  }
}

@Resolver(() => NetworkNode)
export class NetworkNodeResolver {
  @FieldResolver(() => [ID], { description: 'On whose side it is: the ids of the nearest patrons that it reaches through BACKED_BY and PART_OF (a commander through what he commands), or its own if it is one. Empty where no chain leads to one, and for places.' })
  async sides(@Root() { partySlug }: NetworkNode, @Ctx() { questions }: Context): Promise<string[]> {
    return (await questions.loaders.sides(partySlug)).map((slug) => toGlobalId('Actor', slug));
  }

  @FieldResolver(() => Party, { description: 'The party.' })
  party(@Root() { partySlug }: NetworkNode, @Ctx() context: Context): Promise<PartyRecord> {
    return partyOf(context, partySlug);
  }
}

@Resolver(() => Network)
export class NetworkResolver {
  @FieldResolver(() => ClaimConnection, { description: 'The claims behind its ties, in the order of citation.' })
  async claims(@Root() network: NetworkRecord, @Args(() => NetworkEvidenceArgs) { first }: NetworkEvidenceArgs, @Ctx() { questions }: Context): Promise<ConnectionOf<ClaimRecord>> {
    return evidenceConnection(await questions.claimsOfNetwork(network, first));
  }
}

@Resolver(() => Path)
export class PathResolver {
  @FieldResolver(() => [Party], { description: 'The parties on the way, from the first to the last.' })
  parties(@Root() { partySlugs }: Path, @Ctx() context: Context): Promise<PartyRecord[]> {
    return Promise.all(partySlugs.map((slug) => partyOf(context, slug)));
  }

  @FieldResolver(() => Int, { description: 'Ties on the way.' })
  length(@Root() { ties }: Path): number {
    return ties.length;
  }
}

import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Claim as ClaimRecord, Party as PartyRecord, TieCounts } from '../../domain/entities';
import type { Context } from '../context';
import { EvidenceArgs } from '../inputs/evidence-args';
import type { ConnectionOf } from '../types/connection';
import { ClaimConnection } from '../types/connections';
import { Party } from '../types/party';
import { Tie } from '../types/tie';
import { evidenceConnection } from './evidence-connection';
import { partyOf } from './parts';

@Resolver(() => Tie)
export class TieResolver {
  @FieldResolver(() => Party, { description: 'The subject; for types without a direction, either of the two.' })
  source(@Root() { fromSlug }: Tie, @Ctx() context: Context): Promise<PartyRecord> {
    return partyOf(context, fromSlug);
  }

  @FieldResolver(() => Party, { description: 'The object; for types without a direction, the other of the two.' })
  target(@Root() { toSlug }: Tie, @Ctx() context: Context): Promise<PartyRecord> {
    return partyOf(context, toSlug);
  }

  @FieldResolver(() => ClaimConnection, { description: 'The claims behind it, under the filter of the question, in the order of citation.' })
  async claims(@Root() tie: Tie, @Args(() => EvidenceArgs) { first }: EvidenceArgs, @Ctx() { questions }: Context): Promise<ConnectionOf<ClaimRecord>> {
    return evidenceConnection(await questions.loaders.ofTie(tie, first));
  }

  @FieldResolver(() => Int, { description: 'How many claims stand behind it, under the filter of the question.' })
  async claimCount(@Root() tie: Tie, @Ctx() context: Context): Promise<number> {
    return (await countsOf(tie, context)).claims;
  }

  @FieldResolver(() => Int, { description: 'How well corroborated it is: independent origins, not citations. Two articles that repeat one network are one origin.' })
  async originCount(@Root() tie: Tie, @Ctx() context: Context): Promise<number> {
    return (await countsOf(tie, context)).origins;
  }

  @FieldResolver(() => Int, { description: 'How many articles tell of it.' })
  async articleCount(@Root() tie: Tie, @Ctx() context: Context): Promise<number> {
    return (await countsOf(tie, context)).articles;
  }

  @FieldResolver(() => String, { nullable: true, description: 'First day that any of its claims can be about; null if none says.' })
  async earliest(@Root() tie: Tie, @Ctx() context: Context): Promise<string | null> {
    return (await countsOf(tie, context)).earliest;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Last day that any of its claims can be about; null if none says.' })
  async latest(@Root() tie: Tie, @Ctx() context: Context): Promise<string | null> {
    return (await countsOf(tie, context)).latest;
  }
}

async function countsOf(tie: Tie, { questions }: Context): Promise<TieCounts> {
  return tie.counts ?? (await questions.loaders.ofTie(tie, 0)).counts;
}

import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Claim as ClaimRecord, Party as PartyRecord } from '../../domain/entities';
import type { Context } from '../context';
import { EvidenceArgs } from '../inputs/evidence-args';
import { narrow } from '../inputs/narrow';
import type { ConnectionOf } from '../types/connection';
import { ClaimConnection } from '../types/connections';
import { Incident } from '../types/incident';
import { Location } from '../types/party';
import { partyOf } from './parts';
import { evidenceConnection } from './evidence-connection';

@Resolver(() => Incident)
export class IncidentResolver {
  @FieldResolver(() => Location, { nullable: true, description: 'Where; null where no article says.' })
  place(@Root() { placeSlug }: Incident, @Ctx() context: Context): Promise<PartyRecord> | null {
    return placeSlug === null ? null : partyOf(context, placeSlug);
  }

  @FieldResolver(() => ClaimConnection, { description: 'The live claims that tell of it.' })
  async claims(@Root() incident: Incident, @Args(() => EvidenceArgs) { first }: EvidenceArgs, @Ctx() { questions }: Context): Promise<ConnectionOf<ClaimRecord>> {
    return evidenceConnection(await questions.loaders.ofIncident(incident, narrow(undefined).filter, first));
  }
}

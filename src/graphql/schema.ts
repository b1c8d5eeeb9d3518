import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { IncidentResolver } from './resolvers/incident';
import { ListsResolver } from './resolvers/lists';
import {
  BondResolver, ChainedPartyResolver, CommonOpponentResolver, FightingAlliesResolver, FightingProxiesResolver, NetworkNodeResolver, OpponentResolver, PathResolver, SideFightResolver, TiedPartyResolver,
} from './resolvers/parts';
import { ActorProfileResolver, ArticleProfileResolver, CommanderProfileResolver, LocationProfileResolver } from './resolvers/profiles';
import { QuestionsResolver } from './resolvers/questions';
import { TieResolver } from './resolvers/tie';
import { Actor, Commander, Location } from './types/party';

const RESOLVERS: NonEmptyArray<new () => object> = [
  QuestionsResolver, ListsResolver,
  ActorProfileResolver, CommanderProfileResolver, LocationProfileResolver, ArticleProfileResolver,
  TieResolver, IncidentResolver,
  BondResolver, ChainedPartyResolver, CommonOpponentResolver, FightingAlliesResolver, FightingProxiesResolver, NetworkNodeResolver, OpponentResolver, PathResolver, SideFightResolver, TiedPartyResolver,
];

/** The executable schema. */
export function buildSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: RESOLVERS,
    orphanedTypes: [Actor, Commander, Location],
    // Inputs are checked by class-validator; unknown fields cannot arise, GraphQL refuses them first.
    validate: { forbidUnknownValues: false },
  });
}

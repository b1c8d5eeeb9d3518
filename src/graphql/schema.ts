import 'reflect-metadata';
import { isInterfaceType, isObjectType, type GraphQLSchema, type GraphQLTypeResolver } from 'graphql';
import { buildSchemaSync, getMetadataStorage, type NonEmptyArray } from 'type-graphql';
import { IncidentResolver } from './resolvers/incident';
import { ListsResolver } from './resolvers/lists';
import {
  BondResolver, ChainedPartyResolver, CommonOpponentResolver, FightingAlliesResolver, FightingProxiesResolver, NetworkNodeResolver, NetworkResolver, OpponentResolver, PathResolver, SideFightResolver, TiedPartyResolver,
} from './resolvers/parts';
import { ActorProfileResolver, ArticleProfileResolver, CommanderProfileResolver, LocationProfileResolver } from './resolvers/profiles';
import { QuestionsResolver } from './resolvers/questions';
import { ReportResolver, ReportsResolver } from './resolvers/reports';
import { TieResolver } from './resolvers/tie';
import { Actor, Commander, Location } from './types/party';

const RESOLVERS: NonEmptyArray<new () => object> = [
  QuestionsResolver, ListsResolver, ReportsResolver, ReportResolver,
  ActorProfileResolver, CommanderProfileResolver, LocationProfileResolver, ArticleProfileResolver,
  TieResolver, IncidentResolver,
  BondResolver, ChainedPartyResolver, CommonOpponentResolver, FightingAlliesResolver, FightingProxiesResolver, NetworkNodeResolver, NetworkResolver, OpponentResolver, PathResolver, SideFightResolver, TiedPartyResolver,
];

/** The executable schema. */
export function buildSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: RESOLVERS,
    orphanedTypes: [Actor, Commander, Location],
    // Inputs are checked by class-validator; unknown fields cannot arise, GraphQL refuses them first.
    validate: { forbidUnknownValues: false },
  });
  readPlainFields(schema);
  resolveTypesAtOnce(schema);
  return schema;
}

/** Fields that no resolver serves are properties of their object. type-graphql wraps each of them in its middleware; without that wrapping the executor reads them directly. */
function readPlainFields(schema: GraphQLSchema): void {
  const served = new Set(getMetadataStorage().fieldResolvers.map(({ getObjectType, schemaName }) => `${(getObjectType?.() as { name: string } | undefined)?.name ?? ''}.${schemaName}`));
  const classes = new Map(getMetadataStorage().objectTypes.map(({ name, target }) => [name, target.name]));
  const roots = new Set([schema.getQueryType()?.name]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || roots.has(type.name)) continue;
    for (const field of Object.values(type.getFields())) if (!served.has(`${classes.get(type.name) ?? type.name}.${field.name}`)) field.resolve = undefined;
  }
}

/** type-graphql makes a promise of every interface's type, one for each object of an answer. Ours know theirs at once. */
function resolveTypesAtOnce(schema: GraphQLSchema): void {
  for (const { name, resolveType } of getMetadataStorage().interfaceTypes) {
    const type = schema.getType(name);
    if (isInterfaceType(type) && resolveType) type.resolveType = resolveType as GraphQLTypeResolver<unknown, unknown>;
  }
}

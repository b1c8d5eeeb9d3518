import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ClaimType } from '../../domain/claim-types';
import type { NodeType } from '../../domain/global-id';
import { ClaimTypeEnum, NodeKindEnum } from './enums';
import { Node } from './node';
import { Location, Party } from './party';

@ObjectType({ description: 'Claims of one type.' })
export class TypeCount {
  @Field(() => ClaimTypeEnum, { description: 'The type.' })
  type!: ClaimType;

  @Field(() => Int, { description: 'Live claims of it.' })
  claims!: number;
}

@ObjectType({ description: 'Claims whose date lies within one month.' })
export class MonthCount {
  @Field(() => String, { nullable: true, description: 'YYYY-MM; null for claims whose date is unknown, without a year, or wider than a month.' })
  month!: string | null;

  @Field(() => Int, { description: 'Live claims in it.' })
  claims!: number;
}

@ObjectType({ description: 'A patron and how many it is said to back.' })
export class PatronCount {
  @Field(() => Party, { description: 'The patron.' })
  patron!: Party;

  @Field(() => Int, { description: 'Actors said to be backed by it directly.' })
  proxies!: number;

  @Field(() => Int, { description: 'Live claims that say so.' })
  claims!: number;
}

@ObjectType({ description: 'A place and how much fighting is told of there.' })
export class PlaceCount {
  @Field(() => Location, { description: 'The place.' })
  place!: Location;

  @Field(() => Int, { description: 'Incidents of fighting there; claims that belong to none count as one each.' })
  events!: number;

  @Field(() => Int, { description: 'Live claims of clashes and attacks there.' })
  claims!: number;
}

@ObjectType({ description: 'How much there is, and how it spreads.' })
export class Overview {
  @Field(() => Int, { description: 'Live claims.' })
  claims!: number;

  @Field(() => Int, { description: 'Ties that they make.' })
  ties!: number;

  @Field(() => Int, { description: 'Actors.' })
  actors!: number;

  @Field(() => Int, { description: 'Commanders.' })
  commanders!: number;

  @Field(() => Int, { description: 'Locations.' })
  locations!: number;

  @Field(() => Int, { description: 'Articles.' })
  articles!: number;

  @Field(() => Int, { description: 'Origins.' })
  origins!: number;

  @Field(() => Int, { description: 'Independent origins behind the live claims.' })
  independentOrigins!: number;

  @Field(() => Int, { description: 'Incidents.' })
  incidents!: number;

  @Field(() => [TypeCount], { description: 'Live claims by type, most first.' })
  byType!: TypeCount[];

  @Field(() => [MonthCount], { description: 'Live claims by month.' })
  byMonth!: MonthCount[];

  @Field(() => [PatronCount], { description: 'Patrons by how many they back, most first.' })
  byPatron!: PatronCount[];

  @Field(() => [PlaceCount], { description: 'The ten places with most fighting, most first.' })
  contestedPlaces!: PlaceCount[];

  @Field(() => Int, { description: "The graph's revision: grows with every change of the record." })
  revision!: number;

  @Field(() => String, { nullable: true, description: 'When the record last changed, ISO 8601.' })
  changedAt!: string | null;
}

@ObjectType({ description: 'Something that a search found.' })
export class SearchHit {
  @Field(() => NodeKindEnum, { description: 'What it is.' })
  type!: NodeType;

  @Field(() => Float, { description: 'How well it matches; comparable within one search only. An exact name scores 1000.' })
  score!: number;

  @Field(() => String, { description: 'The spelling, title or summary that matched.' })
  matched!: string;

  @Field(() => Node, { description: 'It.' })
  node!: Node;
}

@ObjectType({ description: 'What a search found.' })
export class SearchResult {
  @Field(() => [SearchHit], { description: 'Best first.' })
  hits!: SearchHit[];

  @Field(() => Int, { description: 'How many there are in all (100 of names and 100 of passages are ranked at most).' })
  totalCount!: number;
}

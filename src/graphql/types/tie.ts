import { Field, ObjectType } from 'type-graphql';
import type { ClaimType } from '../../domain/claim-types';
import type { ClaimFilter, TieCounts } from '../../domain/entities';
import { ClaimTypeEnum } from './enums';
import { Node } from './node';

@ObjectType({ implements: Node, description: 'All that is claimed of one type about one pair, in one direction if the type has any. Each tie leads to its claims, and each claim to an article and paragraph.' })
export class Tie extends Node {
  @Field(() => ClaimTypeEnum, { description: 'Its type.' })
  type!: ClaimType;

  @Field(() => Boolean, { description: 'Whether one of its live claims has a rival.' })
  contested!: boolean;

  slug!: string;
  fromSlug!: string;
  toSlug!: string;
  counts!: TieCounts | null;
  filter!: ClaimFilter;
}

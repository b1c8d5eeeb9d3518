import { Field, ObjectType } from 'type-graphql';
import { FuzzyDate } from './fuzzy-date';
import { Node } from './node';

@ObjectType({ implements: Node, description: 'Something that happened once, at a place and a time; several claims may tell of it.' })
export class Incident extends Node {
  @Field(() => String, { description: 'What it was, in our own words.' })
  title!: string;

  @Field(() => FuzzyDate, { nullable: true, description: 'When; null where no article says.' })
  date!: FuzzyDate | null;

  @Field(() => String, { nullable: true, description: "A curator's note." })
  note!: string | null;

  @Field(() => String, { description: 'The id in the data files.' })
  slug!: string;

  /** The place's id in the store; resolved by IncidentResolver. */
  placeSlug!: string | null;
}

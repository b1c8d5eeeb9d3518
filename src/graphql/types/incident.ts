import { Field, ID, ObjectType } from 'type-graphql';
import type { Clarity, IncidentSource } from '../../domain/vocabulary';
import { ClarityEnum, IncidentSourceEnum } from './enums';
import { FuzzyDate } from './fuzzy-date';
import { Node } from './node';
import { Count } from './source';

@ObjectType({ description: 'The dead of one side, as a collection of events counts them.' })
export class SideDeaths {
  @Field(() => String, { description: 'The side as the collection names it; `civilians`, `unknown`, or `all`.' })
  side!: string;

  @Field(() => Count, { description: 'How many; `low` and `high` are the limits of the estimate where the collection gives them.' })
  count!: Count;
}

@ObjectType({ description: 'An incident of another source that may be the same one. Offered with its reasons; nothing is merged.' })
export class PossibleMatch {
  @Field(() => ID, { description: 'The other incident.' })
  id!: string;

  @Field(() => String, { description: 'What the other was.' })
  title!: string;

  @Field(() => FuzzyDate, { nullable: true, description: 'When the other was.' })
  date!: FuzzyDate | null;

  @Field(() => [String], { description: 'Why the two may be one: days, places, parties.' })
  reasons!: string[];
}

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

  @Field(() => IncidentSourceEnum, { description: 'Where it is known from.' })
  source!: IncidentSource;

  @Field(() => ClarityEnum, { nullable: true, description: 'Whether the collection tells of one event or sums up several; null for an incident of the articles.' })
  clarity!: Clarity | null;

  @Field(() => String, { nullable: true, description: 'How exactly the collection knows the date; null for an incident of the articles.' })
  datePrecision!: string | null;

  @Field(() => String, { nullable: true, description: 'How exactly the collection knows the place; null for an incident of the articles.' })
  placePrecision!: string | null;

  @Field(() => [SideDeaths], { description: 'The dead by side, and of all, as a collection counts them; empty for an incident of the articles, whose claims tell the casualties.' })
  deaths!: SideDeaths[];

  @Field(() => [PossibleMatch], { description: 'Incidents of other sources that may be this one.' })
  possibleMatches!: PossibleMatch[];

  /** The place's id in the store; resolved by IncidentResolver. */
  placeSlug!: string | null;
}

import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ClaimType } from '../../domain/claim-types';
import type { Stance, Standing, Status } from '../../domain/vocabulary';
import { ClaimTypeEnum, StanceEnum, StandingEnum, StatusEnum } from './enums';
import { FuzzyDate } from './fuzzy-date';
import { Incident } from './incident';
import { Node } from './node';
import { Location, Party } from './party';
import { Article, Count, Origin } from './source';

@ObjectType({ description: 'Dead and wounded as an article gives them.' })
export class Casualties {
  @Field(() => Party, { nullable: true, description: 'Whose; null where the article does not split the figure by side.' })
  party!: Party | null;

  @Field(() => Count, { nullable: true, description: 'Killed; null where not said.' })
  killed!: Count | null;

  @Field(() => Count, { nullable: true, description: 'Wounded; null where not said.' })
  wounded!: Count | null;
}

@ObjectType({ implements: Node, description: 'One article stating one thing about two parties at one passage. The record; ties are derived from it.' })
export class Claim extends Node {
  @Field(() => ClaimTypeEnum, { description: 'What it says of the two.' })
  type!: ClaimType;

  @Field(() => Party, { description: 'Of whom it says it.' })
  subject!: Party;

  @Field(() => Party, { description: 'The other party; a location for presence, control and withdrawal.' })
  object!: Party;

  @Field(() => Article, { description: 'The article that states it.' })
  article!: Article;

  @Field(() => Int, { nullable: true, description: 'The paragraph of the article, from 1; `article.paragraphs` tells what each is about. Null where the claim came through a collection that names the article alone.' })
  paragraph!: number | null;

  @Field(() => Boolean, { description: 'Whether only the headline says it; it is then cited to paragraph 1.' })
  headline!: boolean;

  @Field(() => String, { description: 'What the passage says, in our own words.' })
  summary!: string;

  @Field(() => FuzzyDate, { nullable: true, description: 'When, as stated; null where the passage gives no date.' })
  date!: FuzzyDate | null;

  @Field(() => Location, { nullable: true, description: 'Where; null where the passage gives no place.' })
  place!: Location | null;

  @Field(() => [Origin], { description: 'Whom the article credits, nearest first: this article ← the first ← the second. Empty where it speaks on its own account.' })
  attribution!: Origin[];

  @Field(() => Origin, { description: 'The independent origin that the claim counts as when corroboration is counted.' })
  independentOrigin!: Origin;

  @Field(() => [Casualties], { description: 'Dead and wounded by side.' })
  casualties!: Casualties[];

  @Field(() => StanceEnum, { description: 'How the article puts it.' })
  stance!: Stance;

  @Field(() => StatusEnum, { description: 'What has become of it in the record.' })
  status!: Status;

  @Field(() => String, { nullable: true, description: 'Of a commander: role, as stated.' })
  role!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a commander: rank, as stated.' })
  rank!: string | null;

  @Field(() => StandingEnum, { nullable: true, description: 'Of a commander: head of the group, one of its leaders, or a member.' })
  standing!: Standing | null;

  @Field(() => Boolean, { description: 'Whether it is said to be over.' })
  former!: boolean;

  @Field(() => Incident, { nullable: true, description: 'The event that it tells of, if of a particular one.' })
  incident!: Incident | null;

  @Field(() => String, { nullable: true, description: "A curator's caution about the wording." })
  caveat!: string | null;

  @Field(() => [ID], { description: 'Claims that cannot easily hold together with this one; see `rivals`.' })
  rivalIds!: string[];

  @Field(() => Int, { description: 'Which version of the claim this is, from 1.' })
  version!: number;

  @Field(() => String, { description: 'When it went on record, ISO 8601.' })
  recordedAt!: string;

  @Field(() => String, { nullable: true, description: 'When it was superseded or retracted, ISO 8601; null while it is live.' })
  endedAt!: string | null;

  @Field(() => String, { description: 'The id in the data files: article/key, with @version from the second on.' })
  slug!: string;
}

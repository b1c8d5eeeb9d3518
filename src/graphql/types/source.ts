import { Field, Int, ObjectType } from 'type-graphql';
import type { OriginKind } from '../../domain/vocabulary';
import { OriginKindEnum } from './enums';
import { FuzzyDate } from './fuzzy-date';
import { Node } from './node';

@ObjectType({ implements: Node, description: 'An article: the bibliographic record that claims cite.' })
export class Article extends Node {
  @Field(() => String, { description: 'Its headline.' })
  title!: string;

  @Field(() => String, { description: 'Who published it.' })
  publisher!: string;

  @Field(() => String, { nullable: true, description: 'Who wrote it; null where it does not say.' })
  author!: string | null;

  @Field(() => FuzzyDate, { nullable: true, description: 'When it was published; null where it does not say.' })
  published!: FuzzyDate | null;

  @Field(() => String, { description: 'Language code, such as en.' })
  language!: string;

  @Field(() => String, { nullable: true, description: 'Web address; null where not known.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: "A curator's note." })
  note!: string | null;

  @Field(() => [String], { description: 'What each paragraph is about, in our own words; the first is paragraph 1.' })
  paragraphs!: string[];

  @Field(() => String, { description: 'The id in the data files.' })
  slug!: string;
}

@ObjectType({ implements: Node, description: 'Whom an article credits: an outlet, a network, a person, an unnamed source.' })
export class Origin extends Node {
  @Field(() => String, { description: 'Its name, or a description where it has none.' })
  name!: string;

  @Field(() => OriginKindEnum, { description: 'What kind of origin it is.' })
  kind!: OriginKind;

  @Field(() => String, { description: 'The independent origin that this one counts as when corroboration is counted (id in the data files): an outlet for its own correspondents and confidential sources.' })
  rootSlug!: string;

  @Field(() => String, { nullable: true, description: "A curator's note." })
  note!: string | null;

  @Field(() => String, { description: 'The id in the data files.' })
  slug!: string;
}

@ObjectType({ description: 'How many. All three are null or equal where the article gives one figure; `best` is null where it says only that there were some.' })
export class Count {
  @Field(() => Int, { nullable: true, description: 'At least so many.' })
  low!: number | null;

  @Field(() => Int, { nullable: true, description: 'The figure given.' })
  best!: number | null;

  @Field(() => Int, { nullable: true, description: 'At most so many; null where that is open.' })
  high!: number | null;
}

import { Field, Float, ID, InterfaceType, ObjectType } from 'type-graphql';
import type { ActorKind, LocationKind } from '../../domain/vocabulary';
import type { PartyKind } from '../../domain/claim-types';
import { ActorKindEnum, LocationKindEnum } from './enums';
import { Node } from './node';

@ObjectType({ description: 'A spelling under which a party is also found.' })
export class Spelling {
  @Field(() => String, { description: 'The spelling.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'The article (by its id in the data files) that uses it; null where it is ours, from general knowledge.' })
  source!: string | null;
}

@InterfaceType({
  implements: Node,
  description: 'A party to a claim: an actor or a commander; for claims of presence and control, the object is a location.',
  resolveType: (value: { kindOfParty: PartyKind }) => value.kindOfParty,
})
export abstract class Party extends Node {
  kindOfParty!: PartyKind;

  @Field(() => String, { description: 'The name we use.' })
  name!: string;

  @Field(() => [String], { description: 'Other spellings and names.' })
  aliases!: string[];

  @Field(() => [Spelling], { description: 'The aliases with the article that each comes from.' })
  spellings!: Spelling[];

  @Field(() => String, { nullable: true, description: "A curator's note, such as why two names are or are not one party." })
  note!: string | null;

  @Field(() => String, { description: 'The id in the data files.' })
  slug!: string;
}

@ObjectType({ implements: [Node, Party], description: 'A state, government, armed force, unit, militia, coalition, organ, or a group named only by description.' })
export class Actor extends Party {
  @Field(() => ActorKindEnum, { description: 'What kind of actor it is.' })
  kind!: ActorKind;

  @Field(() => Boolean, { description: 'Whether any live claim says that it backs another.' })
  isPatron!: boolean;
}

@ObjectType({ implements: [Node, Party], description: 'A person who commands, leads or governs.' })
export class Commander extends Party {}

@ObjectType({ description: 'A position, from general knowledge or public gazetteers: ours, never the articles’.' })
export class Point {
  @Field(() => Float, { description: 'Degrees north, WGS 84.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east, WGS 84.' })
  longitude!: number;

  @Field(() => Float, { description: 'Radius in metres within which the place lies.' })
  precision!: number;
}

@ObjectType({ description: 'A larger place that holds another.' })
export class LargerPlace {
  @Field(() => ID, { description: 'Global id of the location.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({ implements: [Node, Party], description: 'A town, district, province, base, airport, river or other place.' })
export class Location extends Party {
  @Field(() => LocationKindEnum, { description: 'What kind of place it is.' })
  kind!: LocationKind;

  @Field(() => Point, { nullable: true, description: 'Where it is; null where we do not know.' })
  point!: Point | null;

  @Field(() => [LargerPlace], { description: 'The places that hold it, from the next larger one up.' })
  within!: LargerPlace[];
}

import { ObjectType } from 'type-graphql';
import type { Narrowing } from '../../store/questions/questions';

/** What a profile's sections are asked about: the name as given, so that all sections travel in one wave, and what narrows them. */
abstract class Profile {
  ref!: string;
  narrowing!: Narrowing;
}

@ObjectType({ description: 'All that is told of an actor.' })
export class ActorProfile extends Profile {}

@ObjectType({ description: 'All that is told of a commander.' })
export class CommanderProfile extends Profile {}

@ObjectType({ description: 'All that is told of a place and what lies within it.' })
export class LocationProfile extends Profile {}

@ObjectType({ description: 'All that an article contributes.' })
export class ArticleProfile extends Profile {}

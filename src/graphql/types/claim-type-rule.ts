import { Field, ObjectType } from 'type-graphql';
import type { ClaimType, ClaimTypeRule as Rule } from '../../domain/claim-types';
import { ClaimTypeEnum } from './enums';

@ObjectType({ description: 'What a type of claim and tie means and how it reads: the registry that everything else reads from, legends included.' })
export class ClaimTypeRule implements Pick<Rule, 'label' | 'inverse' | 'directed' | 'hostile' | 'colour' | 'description'> {
  @Field(() => ClaimTypeEnum, { description: 'The type.' })
  type!: ClaimType;

  @Field(() => String, { description: 'Read from subject to object, in a sentence.' })
  label!: string;

  @Field(() => String, { description: 'Read from object to subject.' })
  inverse!: string;

  @Field(() => Boolean, { description: 'False where subject and object are interchangeable.' })
  directed!: boolean;

  @Field(() => Boolean, { description: 'Armed hostility: what "has clashed with" asks for.' })
  hostile!: boolean;

  @Field(() => String, { description: 'Its colour, as #RRGGBB.' })
  colour!: string;

  @Field(() => String, { description: 'What it covers.' })
  description!: string;
}

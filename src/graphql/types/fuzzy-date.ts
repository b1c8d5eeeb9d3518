import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A date as an article states it, with all the days that it can mean.' })
export class FuzzyDate {
  @Field(() => String, { nullable: true, description: 'EDTF (ISO 8601-2) as stated, such as 2018-12-05, 2018-11, or XXXX-06-13 where no year is stated. Null where only words are given.' })
  edtf!: string | null;

  @Field(() => String, { nullable: true, description: 'The words behind it, in our own: such as "last month".' })
  stated!: string | null;

  @Field(() => String, { nullable: true, description: 'First day it can mean, YYYY-MM-DD; null where that is open.' })
  earliest!: string | null;

  @Field(() => String, { nullable: true, description: 'Last day it can mean, YYYY-MM-DD; null where that is open.' })
  latest!: string | null;
}

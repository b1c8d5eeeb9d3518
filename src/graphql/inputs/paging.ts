import { IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';
import { DEFAULT_FIRST, MAX_FIRST } from '../page-size';


@ArgsType()
export class Paging {
  @Field(() => Int, { nullable: true, description: `How many items from the start, or after \`after\`; ${DEFAULT_FIRST} unless said, ${MAX_FIRST} at most.` })
  @IsOptional() @IsInt() @Min(0) @Max(MAX_FIRST)
  first?: number;

  @Field(() => String, { nullable: true, description: 'Cursor after which to begin.' })
  @IsOptional() @MaxLength(1000)
  after?: string;

  @Field(() => Int, { nullable: true, description: `How many items from the end, or before \`before\`; ${MAX_FIRST} at most. Not together with \`first\`.` })
  @IsOptional() @IsInt() @Min(0) @Max(MAX_FIRST)
  last?: number;

  @Field(() => String, { nullable: true, description: 'Cursor before which to end. Goes with `last`.' })
  @IsOptional() @MaxLength(1000)
  before?: string;
}

import { IsInt, Max, Min } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';
import { MAX_FIRST } from '../page-size';

/** How many claims a tie or an incident shows unless told otherwise. */
const DEFAULT_EVIDENCE = 3;

@ArgsType()
export class EvidenceArgs {
  @Field(() => Int, { defaultValue: DEFAULT_EVIDENCE, description: `How many claims from the start, ${MAX_FIRST} at most; go on with \`claims\`, filtered to the same, after the last cursor.` })
  @IsInt() @Min(0) @Max(MAX_FIRST)
  first!: number;
}

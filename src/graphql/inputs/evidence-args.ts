import { IsInt, Max, Min } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';
import { MAX_FIRST } from '../page-size';

/** How many claims a tie or an incident shows unless told otherwise. */
const DEFAULT_EVIDENCE = 3;

/** Claims of a whole network at most: what a page can still draw at once. */
const MAX_NETWORK_EVIDENCE = 5_000;

@ArgsType()
export class NetworkEvidenceArgs {
  @Field(() => Int, { defaultValue: 100, description: `How many claims from the start, ${MAX_NETWORK_EVIDENCE} at most.` })
  @IsInt() @Min(0) @Max(MAX_NETWORK_EVIDENCE)
  first!: number;
}

@ArgsType()
export class EvidenceArgs {
  @Field(() => Int, { defaultValue: DEFAULT_EVIDENCE, description: `How many claims from the start, ${MAX_FIRST} at most; go on with \`claims\`, filtered to the same, after the last cursor.` })
  @IsInt() @Min(0) @Max(MAX_FIRST)
  first!: number;
}

import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { ClaimType } from '../../domain/claim-types';
import type { Stance, Status } from '../../domain/vocabulary';
import { CertaintyEnum, ClaimTypeEnum, StanceEnum, StatusEnum } from '../types/enums';

const NAME_LENGTH = 200;
const LIST_LENGTH = 100;

@InputType({ description: 'A period of valid time: when what is claimed held or happened.' })
export class Period {
  @Field(() => String, { description: 'EDTF: 2018, 2018-11, 2018-11-05, 2018-06/2019-06, or with an open end 2018-06-01/.. .' })
  @Length(1, 50)
  edtf!: string;

  @Field(() => CertaintyEnum, { defaultValue: 'POSSIBLE', description: 'What is asked of claims whose date is uncertain.' })
  certainty!: 'POSSIBLE' | 'CERTAIN';
}

@InputType({ description: 'Which evidence counts. Everything set must hold.' })
export class EvidenceFilter {
  @Field(() => Period, { nullable: true, description: 'When it held or happened.' })
  @IsOptional()
  during?: Period;

  @Field(() => String, { nullable: true, description: 'Only what was on record at the end of this day (YYYY-MM-DD), or at this instant (ISO 8601), as it stood then.' })
  @IsOptional() @Length(1, 40)
  asKnownOn?: string;

  @Field(() => String, { nullable: true, description: 'Only articles surely published by the end of this day, YYYY-MM-DD. Undated articles do not count.' })
  @IsOptional() @Length(1, 40)
  publishedBy?: string;

  @Field(() => [ClaimTypeEnum], { nullable: true, description: 'Only claims of these types.' })
  @IsOptional() @ArrayMinSize(1) @ArrayMaxSize(LIST_LENGTH)
  types?: ClaimType[];

  @Field(() => [StanceEnum], { nullable: true, description: 'Only claims put in one of these ways.' })
  @IsOptional() @ArrayMinSize(1) @ArrayMaxSize(LIST_LENGTH)
  stance?: Stance[];

  @Field(() => [ID], { nullable: true, description: 'Only claims of these articles.' })
  @IsOptional() @ArrayMinSize(1) @ArrayMaxSize(LIST_LENGTH)
  articles?: string[];

  @Field(() => String, { nullable: true, description: 'Only what happened at this place or within it; any spelling, or an id.' })
  @IsOptional() @Length(1, NAME_LENGTH)
  place?: string;

  @Field(() => String, { nullable: true, description: 'Only claims about this patron or whoever reaches it through BACKED_BY and PART_OF; any spelling, or an id.' })
  @IsOptional() @Length(1, NAME_LENGTH)
  patron?: string;

  @Field(() => Int, { nullable: true, description: 'Only ties that so many independent origins stand behind.' })
  @IsOptional() @IsInt() @Min(1) @Max(1000)
  minOrigins?: number;
}

@InputType({ description: 'Which claims to list. Everything set must hold.' })
export class ClaimsFilter extends EvidenceFilter {
  @Field(() => ID, { nullable: true, description: 'Only claims of this tie.' })
  @IsOptional() @MaxLength(1000)
  tie?: string;

  @Field(() => String, { nullable: true, description: 'Only claims with this party as subject or object; any spelling, or an id.' })
  @IsOptional() @Length(1, NAME_LENGTH)
  party?: string;

  @Field(() => ID, { nullable: true, description: 'Only claims that tell of this incident.' })
  @IsOptional() @MaxLength(1000)
  incident?: string;

  @Field(() => [StatusEnum], { nullable: true, description: 'Only claims with one of these statuses; live ones unless said. Without meaning together with `asKnownOn`.' })
  @IsOptional() @ArrayMinSize(1) @ArrayMaxSize(LIST_LENGTH)
  status?: Status[];
}

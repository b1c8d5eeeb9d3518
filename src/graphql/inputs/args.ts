import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';
import { CLAIM_TYPE_NAMES, HOSTILE_TYPES, claimTypeRule, type ClaimType } from '../../domain/claim-types';
import type { Direction } from '../../store/questions/questions';
import { ClaimTypeEnum, DirectionEnum, ReachEnum } from '../types/enums';
import { ClaimsFilter, EvidenceFilter } from './filter';
import { Paging } from './paging';

const NAME = 'any spelling, or an id';
const NAME_LENGTH = 200;
/** Parties of a network at most. */
const MAX_NODES = 2_000;

/** Ties between actors and commanders: what a way from one to another may go over unless said. */
const SOCIAL_TYPES: ClaimType[] = CLAIM_TYPE_NAMES.filter((type) => !claimTypeRule(type).object.every((kind) => kind === 'Location'));

@ArgsType()
export class FilterArgs {
  @Field(() => EvidenceFilter, { nullable: true, description: 'Which evidence counts.' })
  @IsOptional() @ValidateNested()
  filter?: EvidenceFilter;
}

@ArgsType()
export class FilteredPaging extends Paging {
  @Field(() => EvidenceFilter, { nullable: true, description: 'Which evidence counts.' })
  @IsOptional() @ValidateNested()
  filter?: EvidenceFilter;
}

@ArgsType()
export class ProfileArgs extends FilterArgs {
  @Field(() => String, { description: `Whose profile: ${NAME}.` })
  @Length(1, NAME_LENGTH)
  name!: string;
}

@ArgsType()
export class ArticleArgs extends FilterArgs {
  @Field(() => ID, { description: 'Global id of the article, or its id in the data files.' })
  @Length(1, NAME_LENGTH)
  id!: string;
}

@ArgsType()
export class ReachArgs extends Paging {
  @Field(() => ReachEnum, { defaultValue: 'TRANSITIVE', description: 'How far to follow the backing.' })
  reach!: 'DIRECT' | 'TRANSITIVE';
}

@ArgsType()
export class OpponentsArgs extends FilteredPaging {
  @Field(() => String, { description: `The patron: ${NAME}.` })
  @Length(1, NAME_LENGTH)
  patron!: string;

  @Field(() => ReachEnum, { defaultValue: 'TRANSITIVE', description: 'Which proxies: those said to be backed by the patron directly, or through others too.' })
  reach!: 'DIRECT' | 'TRANSITIVE';

  @Field(() => Boolean, { defaultValue: false, description: 'Whether fights with the patron itself count too.' })
  includePatron!: boolean;

  @Field(() => [ClaimTypeEnum], { defaultValue: HOSTILE_TYPES, description: 'Which ties count as a fight: CLASHED_WITH, ATTACKED, or both.' })
  @ArrayMinSize(1) @ArrayMaxSize(20)
  fights!: ClaimType[];
}

@ArgsType()
export class NetworkArgs extends FilterArgs {
  @Field(() => String, { description: `The patron: ${NAME}.` })
  @Length(1, NAME_LENGTH)
  patron!: string;

  @Field(() => ReachEnum, { defaultValue: 'TRANSITIVE', description: 'How far to follow the backing.' })
  reach!: 'DIRECT' | 'TRANSITIVE';

  @Field(() => [ClaimTypeEnum], { nullable: true, description: 'Which ties to show among the parties; all unless said.' })
  @IsOptional() @ArrayMinSize(1) @ArrayMaxSize(20)
  types?: ClaimType[];

  @Field(() => Int, { defaultValue: 100, description: 'How many parties at most, nearest first; 500 at most.' })
  @IsInt() @Min(1) @Max(500)
  limit!: number;
}

@ArgsType()
export class NeighbourhoodArgs extends FilterArgs {
  @Field(() => String, { description: `The centre: ${NAME}.` })
  @Length(1, NAME_LENGTH)
  of!: string;

  @Field(() => Int, { defaultValue: 1, description: 'How many steps away, 4 at most.' })
  @IsInt() @Min(1) @Max(4)
  depth!: number;

  @Field(() => DirectionEnum, { defaultValue: 'BOTH', description: 'Which way the ties run, seen from the centre.' })
  direction!: Direction;

  @Field(() => [ClaimTypeEnum], { nullable: true, description: 'Over which ties; all unless said.' })
  @IsOptional() @ArrayMinSize(1) @ArrayMaxSize(20)
  types?: ClaimType[];

  @Field(() => Int, { defaultValue: 50, description: `How many parties at most beside the centre, nearest first; ${MAX_NODES} at most.` })
  @IsInt() @Min(1) @Max(MAX_NODES)
  limit!: number;
}

@ArgsType()
export class WholeNetworkArgs extends FilterArgs {
  @Field(() => [ID], { nullable: true, description: `Which parties, by id, ${MAX_NODES} at most; unknown ones are left out. Without: the graph's own, patrons first, then who is tied to them, then whoever else is tied.` })
  @IsOptional() @ArrayMaxSize(MAX_NODES) @MaxLength(1000, { each: true })
  parties?: string[];

  @Field(() => [ClaimTypeEnum], { nullable: true, description: 'Over which ties; all unless said.' })
  @IsOptional() @ArrayMinSize(1) @ArrayMaxSize(20)
  types?: ClaimType[];

  @Field(() => Int, { defaultValue: 200, description: `Without \`parties\`: how many at most; ${MAX_NODES} at most.` })
  @IsInt() @Min(1) @Max(MAX_NODES)
  limit!: number;
}

@ArgsType()
export class TalliesArgs extends FilterArgs {
  @Field(() => String, { description: `Whose ties: ${NAME}.` })
  @Length(1, NAME_LENGTH)
  of!: string;
}

@ArgsType()
export class PathsArgs extends FilterArgs {
  @Field(() => String, { description: `Where the way begins: ${NAME}.` })
  @Length(1, NAME_LENGTH)
  from!: string;

  @Field(() => String, { description: `Where it ends: ${NAME}.` })
  @Length(1, NAME_LENGTH)
  to!: string;

  @Field(() => [ClaimTypeEnum], { defaultValue: SOCIAL_TYPES, description: 'Over which ties; unless said, those between actors and commanders.' })
  @ArrayMinSize(1) @ArrayMaxSize(20)
  types!: ClaimType[];

  @Field(() => Int, { defaultValue: 6, description: 'How long a way may be, 8 ties at most.' })
  @IsInt() @Min(1) @Max(8)
  maxLength!: number;

  @Field(() => Int, { defaultValue: 5, description: 'How many shortest ways at most; 50 at most.' })
  @IsInt() @Min(1) @Max(50)
  limit!: number;
}

@ArgsType()
export class AlliesWhoFoughtArgs extends FilteredPaging {
  @Field(() => String, { nullable: true, description: `Only pairs with this party: ${NAME}.` })
  @IsOptional() @Length(1, NAME_LENGTH)
  party?: string;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether two allies of one third count as allies too.' })
  commonAlly!: boolean;
}

@ArgsType()
export class CoProxiesArgs extends FilteredPaging {
  @Field(() => String, { description: `The patron: ${NAME}.` })
  @Length(1, NAME_LENGTH)
  patron!: string;

  @Field(() => ReachEnum, { defaultValue: 'TRANSITIVE', description: 'How far to follow the backing.' })
  reach!: 'DIRECT' | 'TRANSITIVE';
}

@ArgsType()
export class CommonOpponentsArgs extends FilteredPaging {
  @Field(() => String, { description: `The first patron: ${NAME}.` })
  @Length(1, NAME_LENGTH)
  patronA!: string;

  @Field(() => String, { description: `The second patron: ${NAME}.` })
  @Length(1, NAME_LENGTH)
  patronB!: string;

  @Field(() => ReachEnum, { defaultValue: 'TRANSITIVE', description: 'How far to follow the backing.' })
  reach!: 'DIRECT' | 'TRANSITIVE';
}

@ArgsType()
export class RivalsArgs extends FilteredPaging {
  @Field(() => ID, { nullable: true, description: 'Only rivals over this tie.' })
  @IsOptional() @MaxLength(1000)
  tie?: string;

  @Field(() => String, { nullable: true, description: `Only rivals about this party: ${NAME}.` })
  @IsOptional() @Length(1, NAME_LENGTH)
  party?: string;
}

@ArgsType()
export class TiesBetweenArgs extends FilterArgs {
  @Field(() => String, { description: `The one: ${NAME}.` })
  @Length(1, NAME_LENGTH)
  a!: string;

  @Field(() => String, { description: `The other: ${NAME}.` })
  @Length(1, NAME_LENGTH)
  b!: string;

  @Field(() => [ClaimTypeEnum], { nullable: true, description: 'Of which types; all unless said.' })
  @IsOptional() @ArrayMinSize(1) @ArrayMaxSize(20)
  types?: ClaimType[];
}

@ArgsType()
export class ClaimsArgs extends Paging {
  @Field(() => ClaimsFilter, { nullable: true, description: 'Which claims.' })
  @IsOptional() @ValidateNested()
  filter?: ClaimsFilter;
}

import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';
import type { ActorKind, LocationKind } from '../../domain/vocabulary';
import type { RunStatus } from '../../domain/report';
import { ActorKindEnum, LocationKindEnum, NodeKindEnum, RunStatusEnum } from '../types/enums';
import { Paging } from './paging';

@ArgsType()
export class ActorsArgs extends Paging {
  @Field(() => [ActorKindEnum], { nullable: true, description: 'Only actors of these kinds.' })
  @IsOptional() @ArrayMinSize(1) @ArrayMaxSize(20)
  kinds?: ActorKind[];

  @Field(() => Boolean, { defaultValue: false, description: 'Only those that are said to back another.' })
  patronsOnly!: boolean;
}

@ArgsType()
export class LocationsArgs extends Paging {
  @Field(() => [LocationKindEnum], { nullable: true, description: 'Only locations of these kinds.' })
  @IsOptional() @ArrayMinSize(1) @ArrayMaxSize(20)
  kinds?: LocationKind[];
}

@ArgsType()
export class ReportRunsArgs extends Paging {
  @Field(() => String, { nullable: true, description: 'Only runs of this report.' })
  @IsOptional() @Length(1, 200)
  report?: string;

  @Field(() => RunStatusEnum, { nullable: true, description: 'Only runs of which this has become.' })
  @IsOptional()
  status?: RunStatus;
}

@ArgsType()
export class SearchArgs {
  @Field(() => String, { description: 'What to look for.' })
  @Length(1, 200)
  text!: string;

  @Field(() => [NodeKindEnum], { nullable: true, description: 'Only what is of these kinds.' })
  @IsOptional() @ArrayMinSize(1) @ArrayMaxSize(10)
  kinds?: string[];

  @Field(() => Int, { defaultValue: 20, description: 'How many hits, 100 at most.' })
  @IsInt() @Min(0) @Max(100)
  first!: number;

  @Field(() => Int, { defaultValue: 0, description: 'How many of the best hits to leave out.' })
  @IsInt() @Min(0) @Max(200)
  skip!: number;
}

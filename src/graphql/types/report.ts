import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ParameterType, ReportFormat, RunStatus, RunTrigger } from '../../domain/report';
import { ParameterTypeEnum, ReportFormatEnum, RunStatusEnum, RunTriggerEnum } from './enums';
import { Node } from './node';

@ObjectType({ description: 'A parameter that a report takes.' })
export class ReportParameter {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => ParameterTypeEnum, { description: 'What it can be.' })
  type!: ParameterType;

  @Field(() => String, { description: 'What it means.' })
  about!: string;

  @Field(() => String, { nullable: true, description: 'Its value unless said; null where none is set.' })
  default!: string | null;
}

@ObjectType({ description: 'A column of a report.' })
export class ReportColumn {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'What it means.' })
  about!: string;
}

@ObjectType({ description: 'A parameter as a run had it.' })
export class ReportRunParameter {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its value; null where none was set.' })
  value!: string | null;
}

@ObjectType({ description: 'A file of a run.' })
export class ReportFile {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => ReportFormatEnum, { description: 'Its format.' })
  format!: ReportFormat;

  @Field(() => Float, { description: 'Its size in bytes.' })
  bytes!: number;

  @Field(() => String, { description: 'Its SHA-256, in hexadecimal.' })
  sha256!: string;

  @Field(() => String, { nullable: true, description: 'Where this service gives it, as the path of an address; null once it was removed.' })
  path!: string | null;
}

@ObjectType({ description: 'How the rows of a run differ from those of the run before with the same parameters.' })
export class ReportChanges {
  @Field(() => Int, { description: 'Rows that were not there.' })
  new!: number;

  @Field(() => Int, { description: 'Rows of which a column or a claim behind them differs.' })
  changed!: number;

  @Field(() => Int, { description: 'Rows that are no longer there.' })
  gone!: number;

  @Field(() => Int, { description: 'Claims cited before that a new version has replaced.' })
  superseded!: number;
}

@ObjectType({ implements: Node, description: 'One making of a report.' })
export class ReportRun extends Node {
  @Field(() => String, { description: 'The name of the report.' })
  report!: string;

  @Field(() => RunStatusEnum, { description: 'What has become of it.' })
  status!: RunStatus;

  @Field(() => RunTriggerEnum, { description: 'Why it was begun.' })
  trigger!: RunTrigger;

  @Field(() => String, { nullable: true, description: 'When it was due, ISO 8601; null unless it was scheduled.' })
  dueAt!: string | null;

  @Field(() => String, { description: 'When it was begun, ISO 8601.' })
  startedAt!: string;

  @Field(() => String, { nullable: true, description: 'When it ended, ISO 8601.' })
  endedAt!: string | null;

  @Field(() => [ReportRunParameter], { description: 'Its parameters.' })
  parameters!: ReportRunParameter[];

  @Field(() => Int, { nullable: true, description: "The graph's revision that it tells of." })
  revision!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many rows it has.' })
  rows!: number | null;

  @Field(() => ReportChanges, { nullable: true, description: 'How it differs from the run before; null where there is none to compare with.' })
  changes!: ReportChanges | null;

  @Field(() => [ReportFile], { description: 'Its files.' })
  files!: ReportFile[];

  @Field(() => String, { nullable: true, description: 'Why it failed or was stopped: a stable code, a colon, and words.' })
  error!: string | null;
}

@ObjectType({ implements: Node, description: 'A report: a question that is asked again and again, with what its rows rest on.' })
export class Report extends Node {
  @Field(() => String, { description: 'Its name, as commands and files have it.' })
  name!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'What it is for.' })
  purpose!: string;

  @Field(() => [ReportParameter], { description: 'What may be set.' })
  parameters!: ReportParameter[];

  @Field(() => [ReportColumn], { description: 'What its rows tell, beside their citations.' })
  columns!: ReportColumn[];

  @Field(() => [ReportFormatEnum], { description: 'The forms that it is given in.' })
  formats!: ReportFormat[];

  @Field(() => String, { nullable: true, description: 'When it is due, as a cron pattern: minute, hour, day, month, day of the week. Null where it is made only when asked for.' })
  schedule!: string | null;

  @Field(() => String, { nullable: true, description: 'The time zone of the schedule.' })
  timeZone!: string | null;

  @Field(() => String, { nullable: true, description: 'When it is next due, ISO 8601.' })
  nextDue!: string | null;
}

import type { ClaimType, PartyKind } from './claim-types';

/** The forms a report can be given in, and what each is for. */
export const REPORT_FORMATS = {
  html: 'A page to be read and printed.',
  md: 'Markdown.',
  csv: 'A row a line, for spreadsheets and programs.',
  json: 'All rows with their citations, for programs; always written, since the next report is compared with it.',
  xlsx: 'A workbook: rows, citations, what the report is.',
  pdf: 'The page, printed by Chromium where there is one.',
} as const;
export type ReportFormat = keyof typeof REPORT_FORMATS;

/** What a parameter of a report can be. */
export const PARAMETER_TYPES = {
  name: 'A party by any spelling, by its global id, or by its id in the data files after a #.',
  text: 'Any text.',
  whole: 'A whole number.',
  flag: 'true or false.',
  choice: 'One of a list.',
  instant: "A day, an instant, 'n days ago', or 'last-run': what the last report of the same kind knew.",
  period: 'A period as an EDTF date, such as 2018-11 or 2018/2019.',
  types: 'Claim types, separated by commas.',
} as const;
export type ParameterType = keyof typeof PARAMETER_TYPES;

export interface ReportParameter {
  name: string;
  type: ParameterType;
  about: string;
  /** As text; null: none is needed, and none is set unless said. */
  default: string | null;
  /** Of a `name`: which kinds of party it may mean. */
  kinds: PartyKind[];
  /** Of a `choice`. */
  options: string[];
  /** Of a `whole`: the least and the most; null: no limit of its own. */
  from: number | null;
  to: number | null;
}

export interface ReportSchedule {
  /** Five fields: minute, hour, day of the month, month, day of the week. */
  cron: string;
  /** IANA name. */
  timeZone: string;
}

/** A report as its file declares it. */
export interface ReportDefinition {
  name: string;
  /** The file, from the project's folder, as faults name it. */
  file: string;
  title: string;
  purpose: string;
  parameters: ReportParameter[];
  /** What the statement returns beside `key` and `citations`. */
  columns: { name: string; about: string }[];
  /** Null: only when asked for. */
  schedule: ReportSchedule | null;
  formats: ReportFormat[];
  /** Seconds that the database may take. */
  deadline: number;
  /** Whether its rows are compared with those of the report before. */
  compare: boolean;
  /** The statement, fragments included. */
  statement: string;
}

/** What has become of a run. */
export const RUN_STATUSES = {
  running: 'Being made.',
  done: 'Made; its files are there unless they were removed by age or number.',
  failed: 'Not made; the error says why.',
  stopped: 'Cut short when the program was told to end. A scheduled one is made at the next start.',
  interrupted: 'Its program ended without a word. A scheduled one is made again.',
} as const;
export type RunStatus = keyof typeof RUN_STATUSES;

export const RUN_TRIGGERS = {
  schedule: 'It was due.',
  command: 'Somebody asked for it.',
} as const;
export type RunTrigger = keyof typeof RUN_TRIGGERS;

export interface RunFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** How the rows differ from those of the report before. */
export interface ChangeCounts {
  new: number;
  changed: number;
  gone: number;
  superseded: number;
}

/** One making of a report, as the history keeps it. */
export interface ReportRun {
  id: string;
  report: string;
  /** Names the report and the parameters that were set: runs of one series are compared with one another. */
  series: string;
  status: RunStatus;
  trigger: RunTrigger;
  /** When it was due, epoch milliseconds; null unless scheduled. */
  due: number | null;
  startedAt: string;
  endedAt: string | null;
  parameters: Record<string, string | null>;
  revision: number | null;
  rows: number | null;
  /** Folder below the export folder; null unless done, and there. */
  folder: string | null;
  files: RunFile[];
  changes: ChangeCounts | null;
  /** Code and message, without paths; null unless failed. */
  error: string | null;
  /** When its files were removed by retention. */
  removedAt: string | null;
}

/** A party as a citation names it. */
export interface CitedParty {
  id: string;
  name: string;
  kind: PartyKind;
}

export interface CitedPlace {
  id: string;
  name: string;
  latitude: number | null;
  longitude: number | null;
  /** Metres within which the place lies; null with the point. */
  precision: number | null;
}

/** A claim that a row rests on, with the article and paragraph that say so. */
export interface Citation {
  claimId: string;
  type: ClaimType;
  tieId: string;
  subject: CitedParty;
  object: CitedParty;
  articleId: string;
  articleTitle: string;
  /** EDTF. */
  published: string | null;
  url: string | null;
  publisher: string;
  /** Null where a collection names the article alone. */
  paragraph: number | null;
  headline: boolean;
  summary: string;
  stance: string;
  status: string;
  /** The date as stated, and the days it can mean. */
  date: string | null;
  earliest: string | null;
  latest: string | null;
  /** By side, in words; null where none are told. */
  casualties: string | null;
  /** Where it happened; or the object, where that is a place. */
  place: CitedPlace | null;
  /** Name of the independent origin. */
  origin: string;
  recordedAt: string;
  endedAt: string | null;
  /** Ids of live claims that cannot easily hold too. */
  rivals: string[];
}

export type CellValue = string | number | boolean | null | string[];

/** One finding of a report. */
export interface ReportRow {
  /** Names the finding from one report to the next. */
  key: string;
  columns: Record<string, CellValue>;
  citations: Citation[];
}

import type { IncidentSource } from '../../domain/vocabulary';

/** One side of an event: a group, or the members of a coalition that the collection names together. */
export interface EventSide {
  /** Names as the collection has them. */
  members: string[];
  /** Dead of this side, best estimate; null where the collection does not say. */
  killed: number | null;
}

export interface EventSource {
  office: string;
  /** EDTF; null where the collection gives none. */
  date: string | null;
  /** The article's own headline; null where the collection gives none. */
  headline: string | null;
  /** Whom the office credits, if the collection says so and names one. */
  original: string | null;
}

/** One event of a collection, whichever its format. */
export interface EventRecord {
  /** Its id in the collection. */
  id: string;
  kind: 'clash' | 'attack' | 'one-sided';
  sides: [EventSide, EventSide];
  /** Civilian and unattributed dead, best estimates. */
  civiliansKilled: number | null;
  unknownKilled: number | null;
  killed: { low: number | null; best: number | null; high: number | null };
  /** Days, YYYY-MM-DD; equal for an event of one day. */
  start: string;
  end: string;
  /** How exactly the collection knows the date and the place, in our words. */
  datePrecision: string;
  placePrecision: string;
  place: EventPlace;
  /** Whether it is one event, or several told of together. */
  clarity: 'single' | 'summary' | null;
  sources: EventSource[];
}

export interface EventPlace {
  name: string;
  kind: 'country' | 'province' | 'district' | 'town' | 'site';
  district: string | null;
  province: string | null;
  country: string;
  latitude: number;
  longitude: number;
  /** Metres within which it lies around the point; null where the collection does not say. */
  precision: number | null;
}

/** What is wrong with a row. */
export interface RowFault {
  line: number;
  field: string;
  value: string;
  expected: string;
}

/** A format of event data: one file for each. */
export interface EventFormat {
  /** As given to `--format`. */
  name: IncidentSource;
  /** The collection's name, for people. */
  collection: string;
  /** Columns without which nothing can be read; alternatives stand together. */
  columns: string[][];
  /** The release that a file's name tells, if it does. */
  releaseIn(fileName: string): string | null;
  /** A row as an event, as null (nothing that this graph records, such as a protest), or as its faults. */
  read(row: Row): EventRecord | null | Omit<RowFault, 'line'>[];
}

/** A row by the names of its columns. */
export type Row = Record<string, string>;

import type { ChangeCounts, ReportFormat, RunFile, RunTrigger } from '../../domain/report';

/** `manifest.json` of a run: what it is made of, and how to check its files. */
export interface Manifest {
  run: string;
  report: string;
  title: string;
  series: string;
  trigger: RunTrigger;
  /** When it was due, ISO 8601; null unless scheduled. */
  due: string | null;
  startedAt: string;
  endedAt: string;
  durationMs: number;
  parameters: Record<string, string | null>;
  graph: {
    revision: number;
    /** Beside `revision` only if the graph changed while it was read. */
    revisionAfter: number;
    /** The last change of the record that the report knows; null if it has none. */
    changedAt: string | null;
    /** Names the graph. */
    born: string | null;
  };
  rows: number;
  claims: number;
  columns: string[];
  /** Null: not compared. */
  changes: ChangeCounts | null;
  /** The run that it was compared with. */
  comparedWith: string | null;
  files: RunFile[];
  /** Formats that were declared or asked for and not made, and why. */
  skipped: { format: ReportFormat; why: string }[];
  versions: Record<string, string>;
}

import type { ChangeCounts, ReportFormat, RunFile, RunTrigger } from '../../domain/report';
import type { BoundParameters } from '../../store/reports/parameters';

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
  /** As they were set. */
  parameters: Record<string, string | null>;
  /** What the statement was given for them: names as ids, instants as such. */
  values: BoundParameters['values'];
  /** Stands for what the report asked: see `definitionHash`. */
  definition: string;
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
  /** The run that it took for the last, as `last-run` means it: its folder and id, and what it knew; null if there was none. */
  lastRun: { name: string; run: string; startedAt: string; revision: number; changedAt: string | null } | null;
  files: RunFile[];
  /** Formats that were declared or asked for and not made, and why. */
  skipped: { format: ReportFormat; why: string }[];
  versions: Record<string, string>;
}

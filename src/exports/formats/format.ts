import type { GraphSource } from '../graph/graph-source';
import type { Files } from '../output/files';

interface Common {
  /** As given to `--format`. */
  name: string;
  /** What it is and who reads it, in a few words. */
  title: string;
  /** Of the file that is written if none is named. */
  extension: string;
  /** Whether superseded and retracted claims belong to it: they do to a record of the graph, they would mislead in a picture of it. */
  history: boolean;
  /** How often it reads the claims, for telling how far an export is: of the whole graph, and of a selection. */
  passes: { whole: number; selected: number };
}

/** One text, written from beginning to end. */
export interface TextFormat extends Common {
  kind: 'text';
  text(graph: GraphSource): AsyncIterable<string>;
}

/** Several files, written side by side so that the claims are read once: a folder, or a zip archive of one. */
export interface FilesFormat extends Common {
  kind: 'files';
  /** The names of all its files, in the order in which an archive holds them. */
  files: readonly string[];
  write(graph: GraphSource, files: Files): Promise<void>;
  /** Whether the archive is the format, so that there is never a folder. */
  archiveOnly: boolean;
}

export type ExportFormat = TextFormat | FilesFormat;

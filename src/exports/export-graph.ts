import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Neo4jStore } from '../store/neo4j-store';
import type { ExportFormat, FilesFormat, TextFormat } from './formats/format';
import { GraphSource } from './graph/graph-source';
import type { SelectionOptions } from './graph/selection';
import { Destination } from './output/destination';
import { Files } from './output/files';
import { send } from './output/send';
import { temporaryFolder } from './output/temporary-folder';
import { TextFile } from './output/text-file';
import { writeFailed } from './output/write-fault';
import { zipFolder } from './output/zip';

export interface ExportOptions extends SelectionOptions {
  format: ExportFormat;
  /** A path, or a stream. Of a format of several files, a path that ends in .zip is an archive, any other a folder. */
  out: string | NodeJS.WritableStream;
  /** Called now and then with the claims read so far. */
  onProgress?: (progress: ExportProgress) => void;
  /** Gives up, and leaves nothing behind. */
  signal?: AbortSignal;
}

export interface ExportProgress {
  /** Claims read, and to be read: some formats read them more than once. */
  read: number;
  total: number;
  milliseconds: number;
  done: boolean;
}

export interface ExportReport {
  format: string;
  /** Null for a stream. */
  out: string | null;
  revision: number;
  /** In words; empty for the whole graph. */
  selection: string;
  claims: number;
  /** Of the file, or of all files of the folder. */
  bytes: number;
  milliseconds: number;
}

/** Claims between two calls of onProgress. */
const TOLD_EVERY = 1_000;
/** Characters that go to a stream at once. */
const PIECE = 64 * 1024;

/**
 * Exports the graph, or a selection of it. A file or folder appears when all of it is written and the graph has not changed meanwhile, or not at all; a stream has had its part by then, so an error says that what it got is no export.
 * Throws FealtyError BAD_OUTPUT if it cannot be written, PIPE_CLOSED if nobody reads the stream any more, OVERTAKEN if the graph changed meanwhile, and as readSelection does; the signal's reason if that is given.
 */
export async function exportGraph(store: Neo4jStore, { format, out, onProgress = () => undefined, signal, ...options }: ExportOptions): Promise<ExportReport> {
  const begun = Date.now();
  const target = typeof out === 'string' ? await Destination.prepare(out, format.kind === 'files' && !format.archiveOnly && !/\.zip$/i.test(out) ? format.files : null) : out;
  try {
    let read = 0;
    let total = 0;
    const tell = (done: boolean): void => onProgress({ read, total, milliseconds: Date.now() - begun, done });
    const onClaim = (): void => {
      signal?.throwIfAborted();
      if (++read % TOLD_EVERY === 0) tell(false);
    };
    const graph = await GraphSource.open(store, options, { history: format.history, onClaim });
    const { revision, selection, claims } = graph.header;
    total = claims * (selection === '' ? format.passes.whole : format.passes.selected);
    const bytes = await (target instanceof Destination ? writeTo(target, graph, format, signal) : format.kind === 'text' ? streamText(target, graph, format, signal) : streamArchive(target, graph, format, signal));
    tell(true);
    return { format: format.name, out: typeof out === 'string' ? out : null, revision, selection, claims, bytes, milliseconds: Date.now() - begun };
  } finally {
    if (target instanceof Destination) await target.discard();
  }
}

/** Writes the export to its place, and returns its bytes. */
async function writeTo(destination: Destination, graph: GraphSource, format: ExportFormat, signal?: AbortSignal): Promise<number> {
  const { path, partial, files } = destination;
  try {
    const bytes = await (format.kind === 'text' ? writeText(graph, format, partial, signal) : files === null ? writeArchive(graph, format, `${partial}.files`, partial) : writeFolder(graph, format, partial));
    await graph.requireUnchanged();
    signal?.throwIfAborted();
    await destination.commit();
    return bytes;
  } catch (error) {
    throw writeFailed(path, error);
  }
}

async function writeText(graph: GraphSource, format: TextFormat, path: string, signal?: AbortSignal): Promise<number> {
  const file = await TextFile.create(path);
  try {
    for await (const piece of format.text(graph)) {
      signal?.throwIfAborted();
      const full = file.write(piece);
      if (full !== undefined) await full;
    }
    await file.end();
  } catch (error) {
    await file.abandon();
    throw error;
  }
  return file.bytes;
}

async function writeFolder(graph: GraphSource, format: FilesFormat, folder: string): Promise<number> {
  const files = await Files.create(folder, format.files);
  try {
    await format.write(graph, files);
    await files.end();
  } catch (error) {
    await files.abandon();
    throw error;
  }
  const sizes = await Promise.all(format.files.map((name) => stat(join(folder, name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

/** `folder` is where its files lie meanwhile: they are written side by side. */
async function writeArchive(graph: GraphSource, format: FilesFormat, folder: string, path: string): Promise<number> {
  try {
    await writeFolder(graph, format, folder);
    await zipFolder(folder, format.files, path);
    return (await stat(path)).size;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function streamText(stream: NodeJS.WritableStream, graph: GraphSource, format: TextFormat, signal?: AbortSignal): Promise<number> {
  let [bytes, gathered] = [0, ''];
  const pass = async (): Promise<void> => {
    const data = Buffer.from(gathered);
    gathered = '';
    bytes += data.length;
    await send(stream, data);
  };
  for await (const piece of format.text(graph)) {
    signal?.throwIfAborted();
    gathered += piece;
    if (gathered.length >= PIECE) await pass();
  }
  await pass();
  await graph.requireUnchanged();
  return bytes;
}

async function streamArchive(stream: NodeJS.WritableStream, graph: GraphSource, format: FilesFormat, signal?: AbortSignal): Promise<number> {
  const place = await temporaryFolder();
  try {
    const archive = join(place, 'archive.zip');
    const bytes = await writeArchive(graph, format, join(place, 'files'), archive);
    await graph.requireUnchanged();
    for await (const piece of createReadStream(archive)) {
      signal?.throwIfAborted();
      await send(stream, piece as Buffer);
    }
    return bytes;
  } catch (error) {
    throw writeFailed(place, error);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** The name of the file that an export goes to if none is given. */
export function defaultName({ extension }: ExportFormat): string {
  return basename(`fealty.${extension}`);
}

import { once } from 'node:events';
import { createReadStream, mkdtempSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Neo4jStore } from '../store/neo4j-store';
import type { ExportFormat, FilesFormat, TextFormat } from './formats/format';
import { GraphSource } from './graph/graph-source';
import type { SelectionOptions } from './graph/selection';
import { Destination, writeFailed } from './output/destination';
import { Files } from './output/files';
import { TextFile } from './output/text-file';
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
 * Throws FealtyError BAD_OUTPUT if it cannot be written, OVERTAKEN if the graph changed meanwhile, and as readSelection does; the signal's reason if that is given.
 */
export async function exportGraph(store: Neo4jStore, { format, out, onProgress = () => undefined, signal, ...options }: ExportOptions): Promise<ExportReport> {
  const begun = Date.now();
  const isPath = typeof out === 'string';
  // An archive for a stream is put together in a place of its own, since its files are written side by side.
  const place = isPath ? null : mkdtempSync(join(tmpdir(), 'fealty-export-'));
  const destination = new Destination(isPath ? out : join(place ?? '', `export.${format.extension}`));
  const asFolder = format.kind === 'files' && !format.archiveOnly && isPath && !/\.zip$/i.test(destination.path);
  try {
    await destination.prepare(asFolder ? format.files : null);
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
    const bytes = await write(graph, format, { destination, stream: isPath ? null : out, asFolder, signal }).catch((error: unknown) => {
      throw writeFailed(destination.path, error);
    });
    tell(true);
    return { format: format.name, out: isPath ? out : null, revision, selection, claims, bytes, milliseconds: Date.now() - begun };
  } finally {
    await destination.discard();
    if (place !== null) await rm(place, { recursive: true, force: true });
  }
}

interface Where {
  destination: Destination;
  stream: NodeJS.WritableStream | null;
  asFolder: boolean;
  signal?: AbortSignal;
}

/** Writes the export, and returns its bytes. */
async function write(graph: GraphSource, format: ExportFormat, where: Where): Promise<number> {
  const { destination, stream, signal } = where;
  if (format.kind === 'text' && stream !== null) return streamText(graph, format, stream, signal);
  const bytes = await (format.kind === 'text' ? writeText(graph, format, where) : writeFiles(graph, format, where));
  await graph.requireUnchanged();
  signal?.throwIfAborted();
  if (stream === null) await destination.commit();
  else for await (const piece of createReadStream(destination.partial)) await send(stream, piece as Buffer);
  return bytes;
}

async function writeText(graph: GraphSource, format: TextFormat, { destination, signal }: Where): Promise<number> {
  const file = await TextFile.create(destination.partial);
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

async function writeFiles(graph: GraphSource, format: FilesFormat, { destination, asFolder }: Where): Promise<number> {
  const folder = asFolder ? destination.partial : `${destination.partial}.files`;
  await rm(folder, { recursive: true, force: true });
  try {
    const files = await Files.create(folder, format.files);
    try {
      await format.write(graph, files);
      await files.end();
    } catch (error) {
      await files.abandon();
      throw error;
    }
    if (!asFolder) await zipFolder(folder, format.files, destination.partial);
    const sizes = await Promise.all(asFolder ? format.files.map((name) => stat(join(folder, name))) : [stat(destination.partial)]);
    return sizes.reduce((sum, { size }) => sum + size, 0);
  } finally {
    if (!asFolder) await rm(folder, { recursive: true, force: true });
  }
}

async function streamText(graph: GraphSource, format: TextFormat, stream: NodeJS.WritableStream, signal?: AbortSignal): Promise<number> {
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

async function send(stream: NodeJS.WritableStream, data: Buffer): Promise<void> {
  if (!stream.write(data)) await once(stream, 'drain');
}

/** The name of the file that an export goes to if none is given. */
export function defaultName({ extension }: ExportFormat): string {
  return basename(`fealty.${extension}`);
}

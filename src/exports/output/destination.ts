import { existsSync } from 'node:fs';
import { lstat, open, readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder';
import { isGivenUp, MAKER, newMaker } from './maker';
import { syncFolder } from './sync-path';
import { badOutput, writeFailed } from './write-fault';

const LEFTOVER = new RegExp(`^(${MAKER})\\.partial(\\.old|\\.files)?$`);

/** Where an export goes: nothing stands there until all of it does. */
export class Destination {
  /** Where it is written meanwhile: beside its place, so that moving it there is one step. */
  readonly partial: string;

  private constructor(
    readonly path: string,
    /** The names of its files if it is a folder. */
    readonly files: readonly string[] | null,
  ) {
    this.partial = join(dirname(path), `.${basename(path)}.${newMaker()}.partial`);
  }

  /** Makes sure that the export can go there before anything is read. `files` are the names of its files if it is a folder. A link is followed. Throws FealtyError BAD_OUTPUT. */
  static async prepare(given: string, files: readonly string[] | null): Promise<Destination> {
    try {
      await makeFolder(dirname(given));
      const path = await followed(given);
      // Before looking at what stands there: it may put back a folder that a killed export had moved away.
      await removeLeftovers(path);
      const found = await lstat(path).catch(() => null);
      // The rename would put a file in the place of a device or a pipe.
      if (found !== null && !found.isFile() && !found.isDirectory()) throw badOutput(`${path} is neither a file nor a folder. Name one, or say --out - for the standard output.`);
      if (files === null && found?.isDirectory()) throw badOutput(`${path} is a folder. Name a file.`);
      if (files !== null && found?.isFile()) throw badOutput(`${path} is a file. Name a folder, or a file that ends in .zip.`);
      if (files !== null && found !== null) refuseOthers(path, await readdir(path), files);
      const destination = new Destination(path, files);
      // Asked now: after half an hour of reading is late for learning that the folder cannot be written.
      const probe = await open(destination.partial, 'wx');
      await probe.close();
      await rm(destination.partial);
      return destination;
    } catch (error) {
      throw writeFailed(given, error);
    }
  }

  /** Moves what was written to its place. Throws FealtyError BAD_OUTPUT; then what stood there stands there still. */
  async commit(): Promise<void> {
    const { path, partial, files } = this;
    try {
      if (files !== null) await syncFolder(partial);
      if (files !== null && existsSync(path)) await this.replaceFolder(files);
      else await rename(partial, path);
      // It is there now. A disk that fails over this one fails the next export.
      await syncFolder(dirname(path)).catch(() => undefined);
    } catch (error) {
      throw writeFailed(path, error);
    }
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await rm(this.partial, { recursive: true, force: true });
  }

  /** A folder cannot be put in another's place in one step. Both are whole. */
  private async replaceFolder(files: readonly string[]): Promise<void> {
    const { path, partial } = this;
    const old = `${partial}.old`;
    await rename(path, old);
    try {
      // Looked at again, now that nobody finds it: an export takes long enough for somebody to save a file into it.
      refuseOthers(path, await readdir(old), files);
      await rename(partial, path);
    } catch (error) {
      await rename(old, path);
      throw error;
    }
    await rm(old, { recursive: true, force: true });
  }
}

/** Where links lead; the path itself if nothing stands there. */
async function followed(path: string): Promise<string> {
  return realpath(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return path;
    throw error;
  });
}

/** A folder is replaced as a whole, so it must hold nothing of anybody else's. */
function refuseOthers(path: string, found: string[], files: readonly string[]): void {
  const others = found.filter((name) => !files.includes(name));
  if (others.length > 0) throw badOutput(`${path} holds files that are no part of this export (${others.slice(0, 3).join(', ')}). Name a folder of its own.`);
}

/** Removes what exports to this place left that were killed. What a process that still runs is writing stays. */
async function removeLeftovers(path: string): Promise<void> {
  const start = `.${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    const [, maker, rest] = (name.startsWith(start) && LEFTOVER.exec(name.slice(start.length))) || [];
    const leftover = join(dirname(path), name);
    if (maker === undefined || !(await isGivenUp(leftover, maker))) continue;
    // Killed between the two steps of putting a folder in another's place: the old one is whole.
    if (rest === '.old' && !existsSync(path)) await rename(leftover, path);
    else await rm(leftover, { recursive: true, force: true });
  }
}

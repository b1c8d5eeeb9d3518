import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FealtyError } from '../../domain/errors';
import { isAlive } from '../../store/is-alive';

/** Where an export goes: nothing stands there until all of it does. */
export class Destination {
  /** Where it is written meanwhile: beside its place, so that moving it there is one step. */
  readonly partial: string;

  constructor(readonly path: string) {
    this.partial = join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
  }

  /** Makes sure that the export can go there before anything is read. `folderOf` are the names of its files if it is a folder. Throws FealtyError BAD_OUTPUT. */
  async prepare(folderOf: readonly string[] | null): Promise<void> {
    const { path, partial } = this;
    try {
      await mkdir(dirname(path), { recursive: true });
      // Before looking at what stands there: it may put back a folder that a killed export had moved away.
      await removeLeftovers(path);
    } catch (error) {
      throw writeFailed(path, error);
    }
    const found = existsSync(path) ? statSync(path) : null;
    if (folderOf === null && found?.isDirectory()) throw badOutput(`${path} is a folder. Name a file.`);
    if (folderOf !== null && found !== null && !found.isDirectory()) throw badOutput(`${path} is a file. Name a folder, or a file that ends in .zip.`);
    // A folder is replaced as a whole, so it must hold nothing of anybody else's.
    const others = folderOf !== null && found !== null ? readdirSync(path).filter((name) => !folderOf.includes(name)) : [];
    if (others.length > 0) throw badOutput(`${path} holds files that are no part of this export (${others.slice(0, 3).join(', ')}). Name a folder of its own.`);
    try {
      // Asked now: after half an hour of reading is late for learning that the folder cannot be written.
      const probe = await open(partial, 'wx');
      await probe.close();
      await rm(partial);
    } catch (error) {
      throw writeFailed(path, error);
    }
  }

  /** Moves what was written to its place. */
  async commit(): Promise<void> {
    const { path, partial } = this;
    try {
      const isFolder = statSync(partial).isDirectory();
      if (isFolder) await syncFolder(partial);
      if (isFolder && existsSync(path)) {
        // A folder cannot be put in another's place in one step. Both are whole.
        const old = `${partial}.old`;
        await rename(path, old);
        await rename(partial, path);
        await rm(old, { recursive: true });
      } else {
        await rename(partial, path);
      }
      await syncFolder(dirname(path));
    } catch (error) {
      throw writeFailed(path, error);
    }
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await rm(this.partial, { recursive: true, force: true });
  }
}

/** Removes what exports to this place left that were killed. What a process that still runs is writing stays. */
async function removeLeftovers(path: string): Promise<void> {
  const start = `.${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    const [, pid, rest] = (name.startsWith(start) && /^(\d+)\.partial(\.old|\.files)?$/.exec(name.slice(start.length))) || [];
    if (pid === undefined || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
    // Killed between the two steps of putting a folder in another's place: the old one is whole.
    if (rest === '.old' && !existsSync(path)) await rename(join(dirname(path), name), path);
    else await rm(join(dirname(path), name), { recursive: true, force: true });
  }
}

/** What it means that writing failed, in one line; other errors pass unchanged. */
export function writeFailed(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const why: Record<string, string> = {
    ENOSPC: 'the disk is full', EDQUOT: 'the disk is full', EACCES: 'the folder may not be written', EPERM: 'the folder may not be written', EROFS: 'the disk is read-only', ENOTDIR: 'a part of the path is no folder', EFBIG: 'the file grew too large for its disk', ENAMETOOLONG: 'the name is too long',
    EEXIST: 'something of that name is in the way',
  };
  return code !== undefined && why[code] !== undefined ? badOutput(`${path} cannot be written: ${why[code]}.`) : error;
}

function badOutput(message: string): FealtyError {
  return new FealtyError('BAD_OUTPUT', message);
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().catch(() => undefined);
  await handle.close();
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, readFile, readdir, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunFile } from '../../domain/report';
import { makeFolder } from '../output/make-folder';
import { isGivenUp, MAKER, newMaker } from '../output/maker';
import { syncFolder } from '../output/sync-path';
import { writeText } from '../output/text-file';
import type { Manifest } from './manifest';

const MANIFEST = 'manifest.json';
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z$/;
const TEMPORARY = new RegExp(`^\\.(?:tmp|old)-(${MAKER})$`);
const DAY_MS = 24 * 3_600_000;

/** `2026-11-30T06-00-00-000Z`: a time that can be the name of a folder anywhere, and sorts. */
function folderTime(date: Date): string {
  return date.toISOString().replace(/[:.]/g, '-');
}

/** The folder of one report below the export folder, where each run has a folder of its own. */
export class RunFolder {
  readonly path: string;

  constructor(readonly exportFolder: string, readonly report: string) {
    this.path = join(exportFolder, report);
  }

  /** A folder for a run in the making. It lies beside those that are done, so that one rename makes it one of them. What processes that died left behind is removed. */
  async begin(): Promise<string> {
    await makeFolder(this.path);
    await this.sweep();
    const temporary = join(this.path, this.hidden('tmp'));
    await mkdir(temporary);
    return temporary;
  }

  /** Makes the run appear, whole: everything is on the disk before, and the rename itself after. Returns the folder's name. */
  async publish(temporary: string, made: Date): Promise<string> {
    const name = folderTime(made);
    await syncFolder(temporary);
    await rename(temporary, join(this.path, name));
    // It is there now. A disk that fails over this one fails the next run.
    await syncFolder(this.path).catch(() => undefined);
    return name;
  }

  /** Points `pointer` (`latest`) at a run, in one step: whoever follows it comes to the old run or the new, never to none. Throws if something stands there that is no pointer. */
  async point(pointer: string, name: string): Promise<void> {
    if (!(await this.isPointer(pointer))) throw new Error(`something else is called ${pointer} there`);
    const next = join(this.path, this.hidden('tmp'));
    try {
      await symlink(name, next, 'dir');
    } catch {
      // Where links are not allowed a file with the name does.
      await writeFile(next, `${name}\n`);
    }
    await rename(next, join(this.path, pointer));
    await syncFolder(this.path);
  }

  /** Whether a pointer is or may be there: what others put there under that name is theirs. */
  private async isPointer(pointer: string): Promise<boolean> {
    const found = await lstat(join(this.path, pointer)).catch(() => null);
    return found === null || found.isSymbolicLink() || (found.isFile() && TIME.test((await this.pointed(pointer)) ?? ''));
  }

  /** Where a pointer points; null if there is none. */
  async pointed(pointer: string): Promise<string | null> {
    const path = join(this.path, pointer);
    return readlink(path).catch(() => readFile(path, 'utf8').then((text) => text.trim())).catch(() => null);
  }

  /** Runs that are done, the last first, with what their manifests say; what cannot be read is left out. */
  async runs(): Promise<{ name: string; manifest: Manifest }[]> {
    const names = (await readdir(this.path).catch(() => [])).filter((name) => TIME.test(name)).sort().reverse();
    const found = await Promise.all(names.map(async (name) => {
      try {
        return { name, manifest: JSON.parse(await readFile(join(this.path, name, MANIFEST), 'utf8')) as Manifest };
      } catch {
        return null;
      }
    }));
    return found.filter((run) => run !== null);
  }

  /** Removes runs past the number or the age to be kept, of each series for itself; the last of a series always stays, so does the last scheduled, and what a pointer points at. Returns the folders removed, from the export folder. */
  async retain({ keep, keepDays }: { keep: number; keepDays: number }, now: Date): Promise<string[]> {
    const removed: string[] = [];
    const seen = new Map<string, number>();
    const scheduled = new Set<string>();
    const pointers = (await readdir(this.path)).filter((name) => name.startsWith('latest'));
    const pointed = new Set(await Promise.all(pointers.map((pointer) => this.pointed(pointer))));
    for (const { name, manifest } of await this.runs()) {
      const nth = (seen.get(manifest.series) ?? 0) + 1;
      seen.set(manifest.series, nth);
      const lastScheduled = manifest.trigger === 'schedule' && !scheduled.has(manifest.series);
      if (lastScheduled) scheduled.add(manifest.series);
      if (lastScheduled || pointed.has(name)) continue;
      const old = keepDays > 0 && now.getTime() - Date.parse(manifest.startedAt) > keepDays * DAY_MS;
      if (nth === 1 || (nth <= keep && !old)) continue;
      // Out of sight in one step; then it does not matter when the rest is gone.
      const hidden = join(this.path, this.hidden('old'));
      try {
        await rename(join(this.path, name), hidden);
      } catch (error) {
        // Another process is removing older runs too.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
        throw error;
      }
      await rm(hidden, { recursive: true, force: true });
      removed.push(`${this.report}/${name}`);
    }
    return removed;
  }

  private hidden(kind: 'tmp' | 'old'): string {
    return `.${kind}-${newMaker()}`;
  }

  /** Removes what processes that are no more left half made. */
  private async sweep(): Promise<void> {
    for (const name of await readdir(this.path)) {
      const maker = TEMPORARY.exec(name)?.[1];
      const path = join(this.path, name);
      if (maker !== undefined && (await isGivenUp(path, maker))) await rm(path, { recursive: true, force: true });
    }
  }
}

/** Name, size and SHA-256 of a file. Stops when `checkpoint` throws. */
export async function describeFile(folder: string, name: string, checkpoint: () => void): Promise<RunFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(join(folder, name)) as AsyncIterable<Buffer>) {
    checkpoint();
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { name, bytes, sha256: hash.digest('hex') };
}

/** Writes the manifest: the last file of a run. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeText(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
}

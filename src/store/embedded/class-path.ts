import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { JavaRuntime } from './java-runtime';
import type { Library } from './libraries';

const run = promisify(execFile);

interface Note {
  classPath: string[];
  /** Signed libraries' copies (see UnsignedCopies.java), with the size each must have. */
  copies: { path: string; size: number }[];
}

/** The class path made of these libraries before, if its copies are still whole. */
export async function knownClassPath(cache: string, program: string, libraries: Library[]): Promise<string[] | undefined> {
  try {
    const { classPath, copies } = JSON.parse(await readFile(noteFile(cache, program, libraries), 'utf8')) as Note;
    const sizes = await Promise.all(copies.map(async ({ path }) => (await stat(path)).size));
    return copies.every(({ size }, index) => size === sizes[index]) ? classPath : undefined;
  } catch {
    return undefined;
  }
}

/** The program, then every library in Maven's order, signed ones replaced by copies without their signatures. */
export async function makeClassPath(cache: string, runtime: JavaRuntime, program: string, libraries: Library[]): Promise<string[]> {
  const folder = join(cache, 'unsigned');
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(cache, 'compile-'));
  const note: Note = { classPath: [program], copies: [] };
  try {
    await writeFile(join(work, 'libraries'), libraries.map(({ path }) => `${path}\n`).join(''));
    const { stdout } = await run(runtime.java, ['-cp', program, 'fealty.UnsignedCopies', work, join(work, 'libraries')], { maxBuffer: 10_000_000 });
    const signed = new Set(stdout.split(/\r?\n/));
    for (const { path, size, modified } of libraries) {
      if (!signed.has(path)) {
        note.classPath.push(path);
        continue;
      }
      const copy = join(folder, `${createHash('sha256').update(`${path} ${size} ${modified}`).digest('hex').slice(0, 8)}-${basename(path)}`);
      const draft = join(work, basename(path));
      // A copy made again is then the same to the class archive, which knows its jars by their times and sizes.
      await utimes(draft, modified, modified);
      await rename(draft, copy);
      note.classPath.push(copy);
      note.copies.push({ path: copy, size: (await stat(copy)).size });
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  const file = noteFile(cache, program, libraries);
  await writeFile(`${file}.${process.pid}`, JSON.stringify(note));
  await rename(`${file}.${process.pid}`, file);
  return note.classPath;
}

function noteFile(cache: string, program: string, libraries: Library[]): string {
  const key = createHash('sha256').update(JSON.stringify([program, libraries])).digest('hex').slice(0, 12);
  return join(cache, `class-path-${key}.json`);
}

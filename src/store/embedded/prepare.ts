import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveFile, archiveState, trainArchive } from './class-archive';
import { knownClassPath, makeClassPath } from './class-path';
import type { JavaRuntime } from './java-runtime';
import { findJava, findJdk } from './java-runtime';
import type { Fetching } from './libraries';
import { fetchLibraries, knownLibraries } from './libraries';
import { compileProgram, programFile } from './program';
import { withWorkLock } from './work-lock';

/** All that a start needs. */
export interface Prepared {
  runtime: JavaRuntime;
  classPath: string[];
  /** The class archive, where this Java can make one. */
  archive?: string;
}

const LEFTOVER_AFTER_MS = 10 * 60_000;

/** Finds what a start needs; what is missing or damaged is fetched, compiled and trained, by one process at a time. */
export async function prepare(options: Omit<Fetching, 'javaHome'>): Promise<Prepared> {
  const runtime = await findJava(options.env);
  const ready = await look(options, runtime);
  if (ready) return ready;
  await mkdir(options.cache, { recursive: true });
  await mkdir(join(options.home, 'logs'), { recursive: true, mode: 0o700 });
  return withWorkLock(
    join(options.cache, 'work.lock'),
    () => options.log('Another Fealty is preparing the embedded Neo4j; waiting for it.'),
    async () => (await look(options, runtime)) ?? make(options, runtime),
  );
}

async function look(options: Omit<Fetching, 'javaHome'>, runtime: JavaRuntime): Promise<Prepared | undefined> {
  const { libraries } = await knownLibraries(options);
  const program = await programFile(options.project, options.cache);
  if (!libraries || !existsSync(program)) return undefined;
  const classPath = await knownClassPath(options.cache, program, libraries);
  const archive = await archiveFile(options.cache, runtime, program, libraries);
  const state = await archiveState(archive);
  if (!classPath || state === 'missing') return undefined;
  return { runtime, classPath, archive: state === 'ready' ? archive : undefined };
}

async function make(options: Omit<Fetching, 'javaHome'>, runtime: JavaRuntime): Promise<Prepared> {
  await removeLeftovers(options.cache);
  const known = await knownLibraries(options);
  let libraries = known.libraries;
  if (!libraries) {
    // Asked now, not after minutes of fetching.
    if (!existsSync(await programFile(options.project, options.cache))) await findJdk(options.env);
    if (known.damaged.length > 0) options.log(`Fetching ${known.damaged.length} damaged or missing of the database's libraries again.`);
    libraries = await fetchLibraries({ ...options, javaHome: runtime.home }, known.damaged);
  }
  const program = await compileProgram(options.project, options.cache, libraries, options.env);
  const classPath =
    (await knownClassPath(options.cache, program, libraries)) ?? (await makeClassPath(options.cache, runtime, program, libraries));
  const archive = await archiveFile(options.cache, runtime, program, libraries);
  if ((await archiveState(archive)) === 'missing') {
    const { project, cache, env } = options;
    const training = { java: runtime.java, project, cache, env, classPath, options: ['-Xmx512m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'] };
    await trainArchive(archive, training, options.progress, options.signal);
  }
  return { runtime, classPath, archive: (await archiveState(archive)) === 'ready' ? archive : undefined };
}

/** What preparations that were killed have left. */
async function removeLeftovers(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!/^(training|compile)-|^class-path-\d+\.txt$/.test(name)) continue;
    const path = join(cache, name);
    // Not a younger one: should the lock fail, two may be at work.
    const touched = await stat(path).then((found) => found.mtimeMs, () => Date.now());
    if (Date.now() - touched > LEFTOVER_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}

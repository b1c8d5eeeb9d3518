import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JavaStart } from './java-process';
import { startJava } from './java-process';
import type { JavaRuntime } from './java-runtime';
import type { Library } from './libraries';
import type { ProgressListener } from './progress';
import { boltUri, USER } from './sign-in';

/**
 * A class-data-sharing archive: the classes that a start and the usual questions load, parsed and checked once. It halves the time to
 * the first answer, and is good for exactly one Java and one set of jars, hence the key.
 */
export async function archiveFile(cache: string, runtime: JavaRuntime, program: string, libraries: Library[]): Promise<string> {
  const modules = await stat(join(runtime.home, 'lib', 'modules')).catch(() => undefined);
  const { mtimeMs } = await stat(program);
  const key = createHash('sha256').update(
    JSON.stringify([TRAINING, runtime.home, runtime.version, modules?.mtimeMs, modules?.size, program, mtimeMs, libraries]),
  );
  return join(cache, `classes-${key.digest('hex').slice(0, 16)}.jsa`);
}

/** To be counted up when the training changes: an older archive lacks what the newer one teaches. */
const TRAINING = 3;
/** Writing the archive is part of ending, and takes some seconds on a slow machine. */
const TRAINING_END_MS = 120_000;

/** Whether the archive is there and whole. 'none': this Java cannot make one, so there is no point in trying again. */
export async function archiveState(file: string): Promise<'ready' | 'none' | 'missing'> {
  const noted = await readFile(`${file}.size`, 'utf8').catch(() => undefined);
  if (noted === 'none') return 'none';
  const size = await stat(file).then((found) => found.size, () => undefined);
  return size !== undefined && noted === String(size) ? 'ready' : 'missing';
}

/** Makes the archive by one training run: a database of its own that is started, asked the usual kinds of question, and stopped. */
export async function trainArchive(
  file: string,
  start: Omit<JavaStart, 'home' | 'port' | 'password'>,
  progress: ProgressListener,
  signal?: AbortSignal,
): Promise<void> {
  const what = "Preparing the database's classes, so that later starts are fast (once)";
  progress({ step: 'train', message: `${what} …`, done: false });
  const home = await mkdtemp(join(start.cache, 'training-'));
  const draft = join(home, 'classes.jsa');
  try {
    const password = 'for-training-only';
    const java = await startJava({ ...start, home, port: 0, password, options: [...start.options, `-XX:ArchiveClassesAtExit=${draft}`] });
    signal?.addEventListener('abort', java.kill);
    if (signal?.aborted) java.kill();
    const answer = await java.answer;
    // A statement that this Neo4j does not take is no reason against what the others have loaded.
    if (answer.kind === 'ready') {
      // Needed this once, and it brings the driver along. `require`, since jest's global setup resolves no other lazy import.
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const { exercise } = require('./exercise') as typeof import('./exercise');
      await exercise({ uri: boltUri(answer.port), user: USER, password }).catch(() => undefined);
    }
    await java.stop(TRAINING_END_MS);
    signal?.removeEventListener('abort', java.kill);
    signal?.throwIfAborted();
    if (answer.kind !== 'ready' || (await java.exited) !== 0) {
      // The start to come will meet the same trouble and tell of it; an archive of half a run would only be in the way.
      progress({ step: 'train', message: 'The preparation did not succeed; this start goes on without it.', done: true });
      return;
    }
    const size = await stat(draft).then((found) => found.size, () => 0);
    if (size > 0) {
      await rename(draft, file);
      await removeOthers(start.cache, file);
    }
    await writeFile(`${file}.size`, size > 0 ? String(size) : 'none');
    const outcome = size > 0 ? `Prepared the database's classes (${Math.round(size / 1e6)} MB).` : 'This Java cannot keep prepared classes; starts stay slower.';
    progress({ step: 'train', message: outcome, done: true });
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Archives of other Javas or older jars; two are kept, for a machine that goes back and forth. */
async function removeOthers(cache: string, file: string): Promise<void> {
  const archives = (await readdir(cache)).filter((name) => /^classes-.*\.jsa$/.test(name)).map((name) => join(cache, name));
  const aged = await Promise.all(archives.filter((path) => path !== file).map(async (path) => ({ path, at: (await stat(path)).mtimeMs })));
  for (const { path } of aged.sort((a, b) => b.at - a.at).slice(1)) {
    await rm(path, { force: true });
    await rm(`${path}.size`, { force: true });
  }
}

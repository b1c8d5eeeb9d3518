import { chmod, mkdir, realpath, rm, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageRoot } from '../package-root';
import { EmbeddedError } from './embedded-error';
import { startJava } from './java-process';
import { passwordOf } from './password-file';
import type { Prepared } from './prepare';
import { prepare } from './prepare';
import type { ProgressListener } from './progress';
import { plainProgress } from './progress';
import { ended, readRunFile } from './run-file';
import { boltUri, signIn, USER } from './sign-in';

export interface EmbeddedOptions {
  /** Fealty's own folder: the store, the password and the logs live in it. */
  home: string;
  /** The port to prefer; another free one is taken, and said, if it is in use. 0: any. */
  port?: number;
  /** Quicker to start, slower to serve: for tests. */
  fast?: boolean;
  /** The Java heap, as in -Xmx. */
  heap?: string;
  /** Where compiled and trained parts are kept; `<home>/cache` if left out. Homes may share one. */
  cache?: string;
  /** Maven's local repository; Maven's own default if left out. */
  repository?: string;
  /** Where java is looked for and what it and Maven inherit; this process's environment if left out. */
  env?: NodeJS.ProcessEnv;
  /** One line at a time, for people. */
  log(line: string): void;
  progress?: ProgressListener;
  /** Called when the database has been started and there is nothing to do but wait for it: time for other work that would have held the start up. */
  spawned?(): void;
  /** Gives up the start. */
  signal?: AbortSignal;
}

export interface EmbeddedServer {
  uri: string;
  user: typeof USER;
  password: string;
  /** False if another Fealty process of the same home runs the database and this one shares it. */
  owned: boolean;
  /** Resolves when the database has ended, asked or not. Calling startEmbedded again is then all it takes. */
  exited: Promise<void>;
  /** Stops an owned database and waits for it; lets go of a shared one. May be called again. */
  stop(): Promise<void>;
}

const PREFERRED_PORT = 7687;
const START_DEADLINE_MS = 300_000;
const LEAST_SPACE = 8_000_000;
/** Six times Java's own thresholds. */
const LATER_COMPILING = ['Tier4InvocationThreshold=30000', 'Tier4MinInvocationThreshold=3600', 'Tier4CompileThreshold=90000', 'Tier4BackEdgeThreshold=240000'].map((option) => `-XX:${option}`);
const SHARE_DEADLINE_MS = 60_000;

/** Starts the embedded Neo4j of this home, or shares the one that another Fealty process already runs there. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const home = resolve(options.home);
  await makePrivate(home);
  const password = await passwordOf(home);
  const shared = await attach(home, password);
  if (shared) return shared;
  // By one name however reached: class paths are kept with their folders' names, and by another name all would be made again.
  const cache = await realFolder(resolve(options.cache ?? join(home, 'cache'), 'neo4j'));
  const project = join(packageRoot(), 'embedded');
  const env = options.env ?? process.env;
  const { log, repository, signal } = options;
  const prepared = await prepare({ project, cache, repository, env, home, log, progress: options.progress ?? plainProgress(log), signal });
  const deadline = Date.now() + SHARE_DEADLINE_MS;
  let reset = false;
  for (;;) {
    signal?.throwIfAborted();
    const outcome = await own({ ...options, home, cache }, prepared, { project, env, password });
    if (outcome === 'refused' && !reset) {
      // The password file is not the one that the store was given: copied, or changed with Cypher. The file's word counts.
      reset = true;
      await rm(join(home, 'neo4j', 'password.sha256'), { force: true });
    } else if (outcome === 'refused') {
      throw await failed(home, 'it refuses the password it was given');
    } else if (outcome !== 'locked') {
      return outcome;
    }
    // Its owner may be starting (then it will tell where), or stopping (then we can be the owner).
    for (let look = 0; outcome === 'locked' && look < 10; look++) {
      const found = await attach(home, password);
      if (found) return found;
      if (Date.now() > deadline) throw await failed(home, 'another process holds its store and does not answer; end that process');
      await sleep(300, undefined, { signal });
    }
  }
}

async function realFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true });
  return realpath(path);
}

/** The database that another process runs in this home, if it answers and lets us in. */
async function attach(home: string, password: string): Promise<EmbeddedServer | undefined> {
  const running = await readRunFile(home);
  if (!running || (await signIn(running.port, password)) !== 'in') return undefined;
  const { promise, forget } = ended(running.pid);
  return {
    uri: boltUri(running.port),
    user: USER,
    password,
    owned: false,
    exited: promise,
    stop: async () => forget(),
  };
}

async function own(
  { home, cache, port = PREFERRED_PORT, fast = false, heap = '512m', log, spawned, signal }: EmbeddedOptions & { cache: string },
  prepared: Prepared,
  given: { project: string; env: NodeJS.ProcessEnv; password: string },
): Promise<EmbeddedServer | 'locked' | 'refused'> {
  const java = await startJava({
    ...given,
    java: prepared.runtime.java,
    classPath: prepared.classPath,
    options: [
      `-Xmx${heap}`,
      // Against G1 on two cores: a third less memory and an eighth less work until the first answer, and a heap this small is soon collected.
      '-XX:+UseSerialGC',
      // The first start's work is spread thin over a great deal of code. Compiling less of it thoroughly, and that later, saves a fifth of the processor's time
      // until the first answer; what is asked often still ends up as fast.
      ...(fast ? ['-XX:TieredStopAtLevel=1'] : LATER_COMPILING),
      ...(prepared.archive ? [`-XX:SharedArchiveFile=${prepared.archive}`, '-Xshare:auto'] : []),
    ],
    cache,
    home,
    port,
  });
  spawned?.();
  signal?.addEventListener('abort', java.kill);
  if (signal?.aborted) java.kill();
  const timer = setTimeout(java.kill, START_DEADLINE_MS);
  try {
    const answer = await java.answer;
    if (answer.kind === 'locked') {
      await java.exited;
      return 'locked';
    }
    signal?.throwIfAborted();
    if (answer.kind === 'failed') {
      await java.stop();
      throw await failed(home, answer.why);
    }
    if (java.portTaken) log(`Port ${port} is in use; the embedded Neo4j listens on ${answer.port} instead.`);
    const entry = await signIn(answer.port, given.password);
    if (entry !== 'in') {
      await java.stop();
      if (entry === 'refused') return 'refused';
      throw await failed(home, 'it started and does not answer');
    }
    return {
      uri: boltUri(answer.port),
      user: USER,
      password: given.password,
      owned: true,
      exited: java.exited.then(() => undefined),
      stop: () => java.stop(),
    };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', java.kill);
  }
}

/** The store is private to its owner. A home that was already there may be anybody's folder (/tmp, say), whose rights are not ours to change. */
async function makePrivate(home: string): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const store = join(home, 'neo4j');
  await mkdir(store, { recursive: true, mode: 0o700 });
  await chmod(store, 0o700);
}

async function failed(home: string, why: string): Promise<EmbeddedError> {
  // On a full disk the log has no room for the reason either.
  const free = await statfs(home).then(({ bavail, bsize }) => bavail * bsize, () => Infinity);
  if (free < LEAST_SPACE || /No space left|ENOSPC/i.test(why)) return new EmbeddedError('EMBEDDED_FAILED', `The disk with ${home} is full; make room and start again.`);
  return new EmbeddedError('EMBEDDED_FAILED', `The embedded Neo4j did not start: ${why}. Details: logs/neo4j-process.log and logs/debug.log in ${home}.`);
}

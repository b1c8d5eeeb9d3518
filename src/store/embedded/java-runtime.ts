import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { EmbeddedError } from './embedded-error';

export const OLDEST_JAVA = 17;

export interface JavaRuntime {
  /** The `java` program. */
  java: string;
  /** The folder that mvnw and javac know as JAVA_HOME. */
  home: string;
  version: string;
  major: number;
}

const ADVICE = `Install a JDK of version ${OLDEST_JAVA} or newer and put it on PATH or name its folder in JAVA_HOME, or use a Neo4j of your own.`;
const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/** The first Java new enough, from JAVA_HOME, then PATH; otherwise an error that says what was found and where. */
export async function findJava(env: NodeJS.ProcessEnv): Promise<JavaRuntime> {
  let tooOld: JavaRuntime | undefined;
  for (const java of candidates(env)) {
    const runtime = fromReleaseFile(java) ?? (await fromItsOwnWord(java, env));
    if (!runtime) continue;
    if (runtime.major >= OLDEST_JAVA) return runtime;
    tooOld ??= runtime;
  }
  if (tooOld) {
    throw new EmbeddedError('JAVA_TOO_OLD', `The embedded Neo4j needs Java ${OLDEST_JAVA} or newer; ${tooOld.java} is Java ${tooOld.version}. ${ADVICE}`);
  }
  throw new EmbeddedError('NO_JAVA', `The embedded Neo4j needs Java, and none was found in JAVA_HOME or on PATH. ${ADVICE}`);
}

/** The first Java new enough that has its compiler too: a JDK. */
export async function findJdk(env: NodeJS.ProcessEnv): Promise<JavaRuntime & { javac: string; jar: string }> {
  const found = await findJava(env);
  for (const runtime of [found, ...(await others(env))]) {
    const [javac, jar] = [join(runtime.home, 'bin', `javac${SUFFIX}`), join(runtime.home, 'bin', `jar${SUFFIX}`)];
    if (isProgram(javac) && isProgram(jar)) return { ...runtime, javac, jar };
  }
  throw new EmbeddedError('NO_JDK', `${found.java} is Java ${found.version} without its compiler (javac): a JRE, not a JDK. ${ADVICE}`);
}

async function others(env: NodeJS.ProcessEnv): Promise<JavaRuntime[]> {
  const runtimes = await Promise.all(candidates(env).map(async (java) => fromReleaseFile(java) ?? (await fromItsOwnWord(java, env))));
  return runtimes.filter((runtime): runtime is JavaRuntime => runtime !== undefined && runtime.major >= OLDEST_JAVA);
}

function candidates(env: NodeJS.ProcessEnv): string[] {
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  if (env.JAVA_HOME) folders.unshift(join(env.JAVA_HOME, 'bin'));
  return folders.map((folder) => join(folder, `java${SUFFIX}`)).filter(isProgram);
}

/** Asking Java itself costs a process start, every time the service starts; a JDK or JRE says the same in its `release` file. */
function fromReleaseFile(java: string): JavaRuntime | undefined {
  try {
    const home = dirname(dirname(realpathSync(java)));
    const version = /^JAVA_VERSION="([^"]+)"/m.exec(readFileSync(join(home, 'release'), 'utf8'))?.[1];
    return version && existsSync(join(home, 'lib', 'modules')) ? { java, home, version, major: majorOf(version) } : undefined;
  } catch {
    return undefined;
  }
}

/** For shims and old layouts, where the program is not inside its own home. Undefined if it does not run, like macOS's placeholder. */
function fromItsOwnWord(java: string, env: NodeJS.ProcessEnv): Promise<JavaRuntime | undefined> {
  return new Promise((resolve) => {
    execFile(java, ['-XshowSettings:properties', '-version'], { timeout: 30_000, env }, (_error, stdout, stderr) => {
      const text = `${stdout}\n${stderr}`;
      const version = /^\s*java\.version = (\S+)/m.exec(text)?.[1] ?? /version "([^"]+)"/.exec(text)?.[1];
      if (!version) return resolve(undefined);
      const home = /^\s*java\.home = (.+?)\s*$/m.exec(text)?.[1] ?? dirname(dirname(java));
      resolve({ java, home, version, major: majorOf(version) });
    });
  });
}

/** 1.8.0_402 is Java 8; 17.0.15, 21 and 22-ea say it first. */
function majorOf(version: string): number {
  const [first = '', second = ''] = version.split(/[._+-]/);
  return Number(first === '1' ? second : first);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { EmbeddedError } from './embedded-error';
import { discard, isWhole } from './library-check';
import { runMaven } from './maven';
import type { ProgressListener } from './progress';

export interface Library {
  path: string;
  size: number;
  /** In whole seconds, which is what Java's class archive goes by. */
  modified: number;
}

export interface LibraryPlace {
  /** The folder with pom.xml and the Maven wrapper. */
  project: string;
  /** Where what was found is noted down. */
  cache: string;
  /** Maven's local repository; its own default if left out. */
  repository?: string;
}

export interface Fetching extends LibraryPlace {
  javaHome: string;
  env: NodeJS.ProcessEnv;
  home: string;
  log(line: string): void;
  progress: ProgressListener;
  signal?: AbortSignal;
}

/** What a first fetch comes to; for progress only, never for deciding whether all is there. */
const JARS = 214;
const MEGABYTES = 118;
const ATTEMPTS = 3;

const INVALID_POM = /POM for \S+ is (invalid|missing)/;
const NO_NETWORK = /UnknownHostException|UnresolvedAddressException|Could not transfer (artifact|metadata)|Network is unreachable|Connection refused|[Cc]onnect timed out|No route to host|ConnectException|failed to fetch|ailed to download|unable to resolve host|SocketException|HttpHostConnectException/i;

/** The libraries found last time, if every one still is as it was: one look per file, no Maven, no hashing. */
export async function knownLibraries(place: LibraryPlace): Promise<{ libraries?: Library[]; damaged: string[] }> {
  const libraries = await readNote(place);
  if (libraries.length === 0) return { damaged: [] };
  const damaged: string[] = [];
  await Promise.all(
    libraries.map(async (library) => {
      const found = await stat(library.path).catch(() => undefined);
      if (found?.size !== library.size) damaged.push(library.path);
      // Fetched anew or touched: whole, but no longer the file that the class archive was made of.
      else library.modified = Math.floor(found.mtimeMs / 1000);
    }),
  );
  return damaged.length === 0 ? { libraries, damaged } : { damaged };
}

/** Has Maven find the libraries, fetching what is missing, until every one is whole; notes them down for the next start. */
export async function fetchLibraries(fetching: Fetching, damaged: string[]): Promise<Library[]> {
  await Promise.all(damaged.map(discard));
  let place = fetching;
  let mendedWrapper = false;
  for (let attempt = 1; ; attempt++) {
    const listFile = join(fetching.cache, `class-path-${process.pid}.txt`);
    const { code, lines } = await maven(place, listFile);
    if (code === 0) {
      const paths = (await readFile(listFile, 'utf8')).trim().split(delimiter);
      await rm(listFile, { force: true });
      // With a damaged description of a library Maven warns, succeeds, and leaves out all that the library needs.
      const bad = [...(await damagedAmong(paths)), ...(lines.some((line) => INVALID_POM.test(line)) ? await damagedPoms(place) : [])];
      if (bad.length === 0) return note(fetching, paths);
      if (attempt >= ATTEMPTS) throw failed(fetching, `${bad[0]} stays damaged`);
      fetching.log(`Fetching ${bad.length} damaged ${bad.length === 1 ? 'file' : 'files'} again: not whole.`);
      await Promise.all(bad.map(discard));
      continue;
    }
    fetching.signal?.throwIfAborted();
    const text = lines.join('\n');
    if (!lines.some((line) => line.includes('Scanning for projects'))) {
      // Maven itself did not start. If it is there, it was left half unpacked.
      const distribution = await wrapperDistribution(fetching);
      if (!mendedWrapper && existsSync(distribution)) {
        mendedWrapper = true;
        fetching.log('Fetching Maven again: it was left half unpacked.');
        await rm(distribution, { recursive: true, force: true });
        continue;
      }
      if (NO_NETWORK.test(text)) throw noNetwork(fetching);
      throw failed(fetching, lastWords(lines));
    }
    if (NO_NETWORK.test(text)) throw noNetwork(fetching);
    if (attempt >= ATTEMPTS) throw failed(fetching, lastWords(lines));
    const bad = [...new Set([...(await damagedAmong(mentionedFiles(text))), ...(await damagedPoms(place))])];
    if (bad.length > 0) {
      fetching.log(`Fetching ${bad.length} damaged file${bad.length === 1 ? '' : 's'} of Maven again.`);
      await Promise.all(bad.map(discard));
    } else {
      fetching.log("Fetching into a repository of Fealty's own: Maven's usual one seems damaged.");
      place = { ...fetching, repository: join(fetching.cache, 'repository') };
    }
  }
}

async function maven(fetching: Fetching, listFile: string): Promise<{ code: number; lines: string[] }> {
  let jars = 0;
  let kilobytes = 0;
  let part: 'maven' | 'libraries' | 'plugin' = 'maven';
  const tell = (message: string, done = false): void =>
    fetching.progress({ step: 'fetch', message, jars, ofJars: JARS, megabytes: Math.round(kilobytes / 100) / 10, done });
  const what = 'Fetching Neo4j from Maven Central (once)';
  tell(`${what}: starting Maven …`);
  const result = await runMaven({
    project: fetching.project,
    javaHome: fetching.javaHome,
    env: fetching.env,
    logFile: mavenLog(fetching.home),
    args: [
      ...(fetching.repository ? [`-Dmaven.repo.local=${fetching.repository}`] : []),
      'dependency:build-classpath',
      `-Dmdep.outputFile=${listFile}`,
    ],
    signal: fetching.signal,
    onLine: (line) => {
      if (line.startsWith('[INFO] Building ')) part = 'libraries';
      else if (line.startsWith('[INFO] --- ')) part = 'plugin';
      const fetched = /^(?:\[INFO\] )?Downloaded from .*\.jar \(([\d.]+) (B|kB|MB)/.exec(line);
      if (!fetched) return;
      // Maven's plugin has some fifty jars of its own, which are none of the database's.
      if (part !== 'libraries') return tell(`${what}: Maven's own parts …`);
      jars++;
      kilobytes += Number(fetched[1]) * { B: 0.001, kB: 1, MB: 1000 }[fetched[2] as 'B' | 'kB' | 'MB'];
      tell(`${what}: ${jars} of ${JARS} libraries, ${(kilobytes / 1000).toFixed(1)} of ${MEGABYTES} MB`);
    },
  });
  if (result.code === 0) tell(jars > 0 ? `Fetched Neo4j: ${jars} ${jars === 1 ? 'library' : 'libraries'}, ${(kilobytes / 1000).toFixed(1)} MB.` : 'Neo4j\'s libraries are all here.', true);
  return result;
}

async function note(place: LibraryPlace, paths: string[]): Promise<Library[]> {
  const noted = new Map((await readNote(place)).map((library) => [library.path, library]));
  const libraries = await Promise.all(
    paths.map(async (path): Promise<Library> => {
      const { size, mtimeMs } = await stat(path);
      const before = noted.get(path);
      const modified = Math.floor(mtimeMs / 1000);
      if (before?.size !== size || before.modified === modified) return { path, size, modified };
      // Mended, and the same as ever: with its old time the class archive stays good, which takes half a minute to make.
      await utimes(path, before.modified, before.modified);
      return before;
    }),
  );
  const file = await noteFile(place);
  await writeFile(`${file}.${process.pid}`, JSON.stringify(libraries));
  await rename(`${file}.${process.pid}`, file);
  return libraries;
}

async function readNote(place: LibraryPlace): Promise<Library[]> {
  try {
    return JSON.parse(await readFile(await noteFile(place), 'utf8')) as Library[];
  } catch {
    return [];
  }
}

async function noteFile({ project, cache, repository = '' }: LibraryPlace): Promise<string> {
  const pom = await readFile(join(project, 'pom.xml'));
  return join(cache, `libraries-${createHash('sha256').update(pom).update(repository).digest('hex').slice(0, 12)}.json`);
}

/** Where the wrapper unpacks Maven; both its scripts make a folder of this name. */
async function wrapperDistribution({ project, env }: Fetching): Promise<string> {
  const properties = await readFile(join(project, '.mvn', 'wrapper', 'maven-wrapper.properties'), 'utf8');
  const name = /distributionUrl=.*\/([^/\s]+?)(?:-bin)?\.(?:zip|tar\.gz)/.exec(properties)?.[1] ?? 'unknown';
  return join(env.MAVEN_USER_HOME ?? join(env.HOME ?? homedir(), '.m2'), 'wrapper', 'dists', name);
}

function mentionedFiles(text: string): string[] {
  return [...new Set(text.match(/(?:\/|[A-Za-z]:\\)[^\s:'"]+\.(?:pom|jar)\b/g) ?? [])].filter(
    // Only what Maven fetched, which it marks, is ours to throw away.
    (path) => existsSync(path) && existsSync(join(dirname(path), '_remote.repositories')),
  );
}

/** Every damaged description in the local repository: Maven does not say which one, it may be a parent's parent. */
async function damagedPoms({ repository, env }: Fetching): Promise<string[]> {
  const root = repository ?? join(env.HOME ?? homedir(), '.m2', 'repository');
  const names = await readdir(root, { recursive: true }).catch(() => []);
  return damagedAmong(names.filter((name) => name.endsWith('.pom')).map((name) => join(root, name)));
}

async function damagedAmong(files: string[]): Promise<string[]> {
  return (await Promise.all(files.map(async (file) => ((await isWhole(file)) ? [] : [file])))).flat();
}

function mavenLog(home: string): string {
  return join(home, 'logs', 'maven.log');
}

function noNetwork({ home }: Fetching): EmbeddedError {
  return new EmbeddedError(
    'NO_NETWORK',
    `The first start fetches Neo4j (about 150 MB) from Maven Central, which could not be reached. Connect and start again; behind a proxy, name it in Maven's settings.xml. Details: ${relative(home, mavenLog(home))} in ${home}.`,
  );
}

function failed({ home }: Fetching, why: string): EmbeddedError {
  return new EmbeddedError('EMBEDDED_FAILED', `Maven could not fetch Neo4j: ${why} Details: ${relative(home, mavenLog(home))} in ${home}.`);
}

function lastWords(lines: string[]): string {
  const error = lines.find((line) => /^\[ERROR\] \S/.test(line)) ?? lines.filter((line) => line.trim()).at(-1) ?? 'it said nothing.';
  return error.replace(/^\[ERROR\] /, '').slice(0, 300);
}

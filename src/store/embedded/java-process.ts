import { createHash } from 'node:crypto';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { closeSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { quoted } from './program';

export interface JavaStart {
  java: string;
  /** The embedded project's folder, for the settings. */
  project: string;
  cache: string;
  home: string;
  classPath: string[];
  /** Options for the virtual machine beyond the usual ones. */
  options: string[];
  port: number;
  password: string;
  env: NodeJS.ProcessEnv;
}

export type Answer = { kind: 'ready'; port: number } | { kind: 'locked' } | { kind: 'failed'; why: string };

export interface JavaProcess {
  pid: number;
  /** The first thing it said that settles how the start went. */
  answer: Promise<Answer>;
  portTaken: boolean;
  /** Its exit code; -1 if it was ended by force. */
  exited: Promise<number>;
  /** Asks it to stop, waits, and ends it by force past the deadline. */
  stop(deadlineMs?: number): Promise<void>;
  kill(): void;
}

const LONGEST_LOG = 4_000_000;
const STOP_DEADLINE_MS = 25_000;

/** Starts EmbeddedNeo4j. It ends when this process does, whatever happens: its standard input is our pipe. */
export async function startJava(start: JavaStart): Promise<JavaProcess> {
  const logs = join(start.home, 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  const logFile = join(logs, 'neo4j-process.log');
  const logFrom = trimmedSize(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const argumentFile = await classPathFile(start);
  const child = spawn(
    start.java,
    [
      // Neo4j reaches into these; without leave it says so at length and runs slower.
      ...['nio', 'io', 'util.concurrent'].map((name) => `--add-opens=java.base/java.${name}=ALL-UNNAMED`),
      '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
      // A database short of memory is no longer to be trusted: it ends, and whoever watches starts it again.
      '-XX:+ExitOnOutOfMemoryError',
      `-XX:ErrorFile=${join(logs, 'java-crash-%p.log')}`,
      // The machine's own remarks go to standard output unless told otherwise, where our answers are.
      '-Xlog:disable', '-Xlog:all=error:stderr',
      '-XX:-UsePerfData', '-XX:+IgnoreUnrecognizedVMOptions', '-Djava.awt.headless=true', '-Dlog4j2.disable.jmx=true', '-Dfile.encoding=UTF-8',
      ...start.options,
      `@${argumentFile}`,
      'fealty.EmbeddedNeo4j',
      start.home, join(start.project, 'neo4j.conf'), String(start.port), String(process.pid),
    ],
    {
      cwd: start.home,
      env: start.env,
      stdio: ['pipe', 'pipe', log],
      // A group of its own: Ctrl-C then reaches Fealty alone, which stops the database when its last requests are answered.
      detached: process.platform !== 'win32',
      windowsHide: true,
    },
  ) as ChildProcessByStdio<Writable, Readable, null>;
  closeSync(log);
  const { stdin, stdout } = child;
  stdin.on('error', () => undefined);
  stdin.write(`${start.password}\n`);

  const exited = new Promise<number>((resolve) => {
    child.once('close', (code) => resolve(code ?? -1));
    child.once('error', () => resolve(-1));
  });
  const kill = (): void => void child.kill('SIGKILL');

  let lastWord: string | undefined;
  const self: JavaProcess = {
    pid: child.pid ?? 0,
    portTaken: false,
    exited,
    kill,
    stop: async (deadlineMs = STOP_DEADLINE_MS) => {
      child.ref();
      stdin.end('stop\n');
      const timer = setTimeout(kill, deadlineMs);
      await exited;
      clearTimeout(timer);
    },
    answer: new Promise<Answer>((resolve) => {
      createInterface({ input: stdout }).on('line', (line) => {
        const [word = '', ...rest] = line.split(' ');
        if (word === 'PORT_TAKEN') self.portTaken = true;
        else if (word === 'READY') resolve({ kind: 'ready', port: Number(rest[0]) });
        else if (word === 'LOCKED') resolve({ kind: 'locked' });
        else if (word === 'FAILED') resolve({ kind: 'failed', why: rest.join(' ') });
        // The machine's own last word, as on running out of memory.
        else lastWord = line;
      });
      child.once('error', (error) => resolve({ kind: 'failed', why: error.message }));
      void exited.then(() => resolve({ kind: 'failed', why: firstComplaint(logFile, logFrom) ?? lastWord ?? 'it ended without a word' }));
    }),
  };
  void self.answer.then(() => {
    // The database is no reason for this process to go on: a command that is done may end, and the database with it.
    child.unref();
    for (const stream of [stdin, stdout]) (stream as unknown as { unref?(): void }).unref?.();
  });
  return self;
}

/** The class path as a Java argument file: some 25,000 characters, too long a command line for some systems. */
async function classPathFile({ cache, classPath }: JavaStart): Promise<string> {
  const text = `-cp ${quoted(classPath.join(delimiter))}\n`;
  const file = join(cache, `class-path-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.arguments`);
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    await writeFile(`${file}.${process.pid}`, text);
    await rename(`${file}.${process.pid}`, file);
  }
  return file;
}

/** The log is for the last starts, not for ever. Returns where the next line will be. */
function trimmedSize(file: string): number {
  try {
    const { size } = statSync(file);
    if (size <= LONGEST_LOG) return size;
    truncateSync(file, 0);
  } catch {
    // There is none yet.
  }
  return 0;
}

/** The first line of this start's log that is Java's complaint, not its remark on the environment. */
function firstComplaint(file: string, from: number): string | undefined {
  try {
    return readFileSync(file).subarray(from).toString('utf8').split('\n').map((line) => line.trim())
      .find((line) => line && !/^(#|NOTE: |Picked up |OpenJDK .*warning)/.test(line))?.slice(0, 300);
  } catch {
    return undefined;
  }
}

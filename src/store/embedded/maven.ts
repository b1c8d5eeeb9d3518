import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface MavenRun {
  /** The folder with pom.xml and the wrapper. */
  project: string;
  javaHome: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  args: string[];
  onLine(line: string): void;
  signal?: AbortSignal;
}

/**
 * Ends Maven with us, however we die: `cat` sees the end of our pipe and ends the group. Maven has no such watch of its own, and it
 * is in a group of its own so that Ctrl-C reaches us first and once.
 */
const WITH_PARENT = 'exec 3<&0; (cat <&3 >/dev/null; kill -TERM 0) >/dev/null 2>&1 & exec sh "$@" </dev/null 3<&-';

/** Runs the checked-in Maven wrapper; resolves with its exit code and every line it said. */
export async function runMaven(run: MavenRun): Promise<{ code: number; lines: string[] }> {
  const env = { ...run.env, JAVA_HOME: run.javaHome, HOME: run.env.HOME ?? homedir() };
  const args = [
    '--batch-mode',
    // A failure that Maven remembered (it was offline yesterday) is tried again.
    '--update-snapshots',
    '--file', join(run.project, 'pom.xml'),
    '-Dstyle.color=never',
    // Two processes may fetch into one local repository at once.
    '-Daether.syncContext.named.factory=file-lock', '-Daether.syncContext.named.nameMapper=file-gav',
    '-Daether.connector.connectTimeout=15000', '-Daether.connector.requestTimeout=60000',
    ...run.args,
  ];
  const windows = process.platform === 'win32';
  const child = windows
    ? spawn(`"${join(run.project, 'mvnw.cmd')}"`, args.map((arg) => `"${arg}"`), { cwd: run.project, env, shell: true, windowsHide: true })
    : spawn('/bin/sh', ['-c', WITH_PARENT, 'sh', join(run.project, 'mvnw'), ...args], { cwd: run.project, env, detached: true });
  const kill = (): void => {
    try {
      if (windows) child.kill();
      else process.kill(-(child.pid ?? 0), 'SIGTERM');
    } catch {
      // It is gone already.
    }
  };
  run.signal?.addEventListener('abort', kill);
  if (run.signal?.aborted) kill();
  const log = createWriteStream(run.logFile, { mode: 0o600 });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      log.write(`${line}\n`);
      run.onLine(line);
    });
  }
  child.stdin.on('error', () => undefined);
  child.on('exit', () => child.stdin.end());
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exit) => resolve(exit ?? 1));
    });
    return { code, lines };
  } finally {
    run.signal?.removeEventListener('abort', kill);
    await new Promise((resolve) => log.end(resolve));
  }
}

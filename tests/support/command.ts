import { spawn, type ChildProcess } from 'node:child_process';
import { packageRoot } from '../../src/store/package-root';
import { testConnection } from './graph';

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Outcome>;
  /** Resolves with the match when its output has it; rejects if the command ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
}

const live = new Set<ChildProcess>();

/** Runs one of our programs as npm would, against the test's own Neo4j unless `env` says otherwise. `throughShell`: as a shell's line that goes on so: `; true`, `> file`. */
export function run(args: string[], env: Record<string, string> = {}, { throughShell }: { throughShell?: string } = {}): Running {
  const { uri, password } = testConnection();
  const command = [process.execPath, '--import', 'tsx', ...args];
  const [program, ...rest] = throughShell === undefined ? command : ['/bin/sh', '-c', `${command.map((word) => `'${word}'`).join(' ')} ${throughShell}`];
  const child = spawn(program as string, rest, {
    cwd: packageRoot(),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NEO4J_URI: uri, NEO4J_PASSWORD: password, LOG_LEVEL: 'warn', REPORTS_SCHEDULE: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  live.add(child);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const ended = new Promise<Outcome>((resolve) => child.once('close', (code) => { live.delete(child); resolve({ code, stdout, stderr }); }));
  const says = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(`${stdout}\n${stderr}`);
        if (match) resolve(match);
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      void ended.then(() => reject(new Error(`It ended without saying ${String(pattern)}:\n${stderr}`)));
      look();
    });
  return { child, ended, says };
}

/** For afterEach: nothing that a test started outlives it. */
export function endAll(): void {
  for (const child of live) child.kill('SIGKILL');
}

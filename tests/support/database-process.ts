import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The process id of the embedded database of a home. */
export function databasePid(home: string): number {
  return (JSON.parse(readFileSync(join(home, 'run.json'), 'utf8')) as { pid: number }).pid;
}

export function killDatabase(home: string): void {
  process.kill(databasePid(home), 'SIGKILL');
}

/** The database is there and says nothing: its connections stay open. */
export function pauseDatabase(home: string): void {
  process.kill(databasePid(home), 'SIGSTOP');
}

export function resumeDatabase(home: string): void {
  process.kill(databasePid(home), 'SIGCONT');
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../is-alive';

export interface RunFile {
  port: number;
  pid: number;
}

/** Where the owner of this home's database says it is; undefined if nobody says so, or the one who did is dead. */
export async function readRunFile(home: string): Promise<RunFile | undefined> {
  try {
    const { port, pid } = JSON.parse(await readFile(join(home, 'run.json'), 'utf8')) as Partial<RunFile>;
    return typeof port === 'number' && typeof pid === 'number' && isAlive(pid) ? { port, pid } : undefined;
  } catch {
    return undefined;
  }
}

/** Resolves when the process has ended. It is not our child, so all that can be done is to look. */
export function ended(pid: number): { promise: Promise<void>; forget(): void } {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<void>((resolve) => {
    timer = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(timer);
      resolve();
    }, 250).unref();
  });
  return { promise, forget: () => clearInterval(timer) };
}

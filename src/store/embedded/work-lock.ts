import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../is-alive';

const STALE_AFTER_MS = 15_000;
const BEAT_MS = 3_000;

/**
 * Runs `work` while no other process does. Only saves double work (everything made here is written aside and renamed), so a file that
 * its holder keeps touching is enough: one whose holder is dead, or that nobody has touched for a while, is taken over.
 */
export async function withWorkLock<T>(file: string, waiting: () => void, work: () => Promise<T>): Promise<T> {
  let said = false;
  while (!(await take(file))) {
    if (!said) waiting();
    said = true;
    await sleep(300);
  }
  const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), BEAT_MS).unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if ((await readFile(file, 'utf8').catch(() => '')) === String(process.pid)) await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const touched = await stat(file).then((found) => found.mtimeMs, () => Date.now());
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    if (Date.now() - touched > STALE_AFTER_MS || (holder > 0 && !isAlive(holder))) await rm(file, { force: true });
    return false;
  }
}

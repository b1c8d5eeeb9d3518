import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { packageRoot } from '../../../src/store/package-root';
import type { EmbeddedServer } from '../../../src/store/embedded/start-embedded';

/** Shared with every other run on this machine: what it holds takes half a minute to make and does not change. */
export const CACHE = join(packageRoot(), '.fealty', 'cache');
export const PROJECT = join(packageRoot(), 'embedded');

const folders: string[] = [];

export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fealty-embedded-'));
  folders.push(folder);
  return folder;
}

export async function removeScratchFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** One value from the database. */
export async function ask(server: EmbeddedServer, statement: string, password = server.password): Promise<unknown> {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, password), { disableLosslessIntegers: true });
  try {
    const { records } = await driver.executeQuery(statement);
    return records[0]?.get(0);
  } finally {
    await driver.close();
  }
}

/** The process id of the Java that runs this home's database. */
export async function javaOf(home: string): Promise<number> {
  return (JSON.parse(await readFile(join(home, 'run.json'), 'utf8')) as { pid: number }).pid;
}

export async function isGone(pid: number, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; await sleep(50)) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
  }
  return false;
}

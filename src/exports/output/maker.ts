import { randomUUID } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { isAlive } from '../../store/is-alive';

const HOST = hostname().replace(/[^A-Za-z0-9-]/g, '_');
/** What nobody has touched for so long is given up, whoever made it, in milliseconds. */
const GIVEN_UP_MS = 24 * 3_600_000;
const ours = new Set<string>();

/** What `newMaker` gives, within a pattern: no dots, so that it cannot be taken for part of a file's name. */
export const MAKER = '[A-Za-z0-9_-]+-\\d+-[0-9a-f]{8}';

/** Says in the name of something half made who makes it. Machines and containers that share a disk may have the same process ids, so the host is in it, and a random part. */
export function newMaker(): string {
  const maker = `${HOST}-${process.pid}-${randomUUID().slice(0, 8)}`;
  ours.add(maker);
  return maker;
}

/** Whether whoever made what stands at this path is no more; of another machine nobody can ask, so time tells. */
export async function isGivenUp(path: string, maker: string): Promise<boolean> {
  const [, host, pid] = /^(.+)-(\d+)-/.exec(maker) ?? [];
  // A container that starts again has its old host name and often its old process id: ours is only what this process made.
  if (host === HOST && (Number(pid) === process.pid ? !ours.has(maker) : !isAlive(Number(pid)))) return true;
  const found = await lstat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > GIVEN_UP_MS;
}

import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { syncPath } from './sync-path';

/** All that an entry says of itself besides its name: the same for every export, or the bytes would tell when and where it was made. The day is the first that a zip archive can tell, in local time as it tells it. */
export const zipEntry = (): { mtime: Date; mode: number; forceDosTimestamp: boolean } => ({ mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true });

/** Archives files of a folder, in the order given. `path` may not be there yet; when this returns the disk has it. */
export async function zipFolder(folder: string, names: readonly string[], path: string): Promise<void> {
  const zip = new ZipFile();
  for (const name of names) zip.addFile(join(folder, name), name, zipEntry());
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path, { flags: 'wx' }));
  await syncPath(path);
}

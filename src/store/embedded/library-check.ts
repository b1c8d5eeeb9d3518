import { createHash } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;

/** Whether a fetched file is whole: by Maven's checksum beside it, or else, for a jar, by its table of contents being at its end. */
export async function isWhole(file: string): Promise<boolean> {
  try {
    const recorded = await readFile(`${file}.sha1`, 'utf8').then((text) => /^[0-9a-f]{40}/i.exec(text.trim())?.[0], () => undefined);
    if (recorded) return createHash('sha1').update(await readFile(file)).digest('hex') === recorded.toLowerCase();
    return file.endsWith('.jar') ? await endsAsZip(file) : true;
  } catch {
    return false;
  }
}

/** Removes a damaged file and what Maven noted about it, so that Maven fetches it again. */
export async function discard(file: string): Promise<void> {
  for (const suffix of ['', '.sha1', '.lastUpdated']) await rm(file + suffix, { force: true });
}

async function endsAsZip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, END_SIZE + LONGEST_COMMENT));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const at = tail.lastIndexOf(END_OF_DIRECTORY);
    return at >= 0 && at + END_SIZE <= tail.length && at + END_SIZE + tail.readUInt16LE(at + 20) === tail.length;
  } finally {
    await handle.close();
  }
}

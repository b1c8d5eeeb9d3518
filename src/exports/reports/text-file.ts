import { open, type FileHandle } from 'node:fs/promises';

const BUFFER = 128 * 1024;

/** A new file written text by text. It holds little in memory, waits for the disk, and is on the disk once it is closed. */
export class TextFile {
  private pending: string[] = [];
  private length = 0;

  private constructor(private readonly handle: FileHandle) {}

  /** Makes the file; fails if there is one. */
  static async create(path: string): Promise<TextFile> {
    return new TextFile(await open(path, 'wx'));
  }

  /** Adds text. Wait for it, so that a slow disk slows the writer rather than filling the memory. */
  async write(text: string): Promise<void> {
    this.pending.push(text);
    this.length += text.length;
    if (this.length >= BUFFER) await this.flush();
  }

  async close(): Promise<void> {
    try {
      await this.flush();
      await this.handle.sync();
    } finally {
      await this.handle.close();
    }
  }

  /** Lets go of the file as it is, because it will be thrown away. */
  async abandon(): Promise<void> {
    await this.handle.close().catch(() => undefined);
  }

  private async flush(): Promise<void> {
    const text = this.pending.join('');
    this.pending = [];
    this.length = 0;
    if (text !== '') await this.handle.appendFile(text);
  }
}

/** Writes a whole file of text, down to the disk. */
export async function writeText(path: string, text: string): Promise<void> {
  const file = await TextFile.create(path);
  try {
    await file.write(text);
  } catch (error) {
    await file.abandon();
    throw error;
  }
  await file.close();
}

/** Brings a folder's own entries, or a file's content, down to the disk. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import { open, type FileHandle } from 'node:fs/promises';

/** Characters gathered before they are written. */
const BUFFERED = 64 * 1024;

/** A file written in text from beginning to end, a good piece at a time. */
export class TextFile {
  private parts: string[] = [];
  private length = 0;
  /** UTF-8 bytes so far. */
  bytes = 0;

  private constructor(private readonly handle: FileHandle) {}

  /** Throws if the file is already there. */
  static async create(path: string): Promise<TextFile> {
    return new TextFile(await open(path, 'wx'));
  }

  /** Resolves at once while there is room to gather; otherwise when the piece is with the system. */
  write(text: string): Promise<void> | undefined {
    this.parts.push(text);
    this.length += text.length;
    return this.length < BUFFERED ? undefined : this.flush();
  }

  /** Writes what is left, and returns when the disk has it. */
  async end(): Promise<void> {
    try {
      await this.flush();
      await this.handle.sync();
    } finally {
      await this.handle.close();
    }
  }

  /** Lets go of the file as it is. */
  async abandon(): Promise<void> {
    await this.handle.close().catch(() => undefined);
  }

  private async flush(): Promise<void> {
    const piece = Buffer.from(this.parts.join(''));
    this.parts = [];
    this.length = 0;
    this.bytes += piece.length;
    await this.handle.appendFile(piece);
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
  await file.end();
}

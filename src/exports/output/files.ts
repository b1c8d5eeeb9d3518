import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder';
import { TextFile } from './text-file';

/** The files of an export, in a folder of their own, all open at once. A name may have folders in it. */
export class Files {
  private readonly open = new Map<string, TextFile>();

  private constructor(readonly folder: string) {}

  static async create(folder: string, names: readonly string[]): Promise<Files> {
    const files = new Files(folder);
    for (const name of names) {
      const path = join(folder, name);
      await makeFolder(dirname(path));
      files.open.set(name, await TextFile.create(path));
    }
    return files;
  }

  /** Appends to one of the files. */
  write(name: string, text: string): Promise<void> | undefined {
    const file = this.open.get(name);
    if (file === undefined) throw new Error(`${name} is none of the export's files`);
    return file.write(text);
  }

  async end(): Promise<void> {
    for (const file of this.open.values()) await file.end();
  }

  async abandon(): Promise<void> {
    for (const file of this.open.values()) await file.abandon();
  }
}

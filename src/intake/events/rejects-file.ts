import { createWriteStream, renameSync, rmSync, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { stringify, type Stringifier } from 'csv-stringify';
import { FealtyError } from '../../domain/errors';
import type { CsvRow } from './csv-rows';

/** The rows that could not be used, each with its line and what was expected, in the file's own columns: mended, it can be imported as it is. Comes into being with the first of them. */
export class RejectsFile {
  count = 0;
  private stringifier: Stringifier | undefined;
  private output: WriteStream | undefined;

  constructor(readonly path: string, private readonly header: string[]) {}

  private get unfinished(): string {
    return `${this.path}.part`;
  }

  async add({ line, cells, faults }: CsvRow): Promise<void> {
    this.count += 1;
    this.stringifier ??= await this.open();
    const problem = faults.map(({ field, value, expected }) => `${field}: got ${JSON.stringify(value)}, expected ${expected}`).join('; ');
    if (!this.stringifier.write([String(line), problem, ...cells])) await once(this.stringifier, 'drain');
  }

  /** Puts the file in its place; the one of an earlier import goes if there is nothing to reject now. */
  async close(): Promise<string | null> {
    if (this.stringifier === undefined || this.output === undefined) {
      rmSync(this.path, { force: true });
      return null;
    }
    this.stringifier.end();
    await finished(this.output);
    renameSync(this.unfinished, this.path);
    return this.path;
  }

  private async open(): Promise<Stringifier> {
    const output = createWriteStream(this.unfinished);
    try {
      await once(output, 'open');
    } catch {
      throw new FealtyError('BAD_DATA', `${this.path} cannot be written. Give another file with --rejects.`);
    }
    const stringifier = stringify();
    stringifier.pipe(output);
    stringifier.write(['line', 'problem', ...this.header]);
    this.output = output;
    return stringifier;
  }
}

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ReportRow } from '../../domain/report';
import { TextFile } from '../output/text-file';

/** What begins the line of a row. */
const ROW = '{"key":';
/** Line ends to some readers of lines, and allowed in JSON as they stand. */
const LINE_ENDS = /[\u2028\u2029]/g;

/**
 * Writes `{…head, "rows": […]}` with a row a line, as the rows come: JSON for everybody, and for us a file that can be read again row by row. All other forms of a report are made from
 * it, so that the database is done with before any of them is.
 */
export async function writeRows(path: string, head: Record<string, unknown>, batches: AsyncIterable<ReportRow[]>, onRow: (row: ReportRow) => void): Promise<void> {
  const file = await TextFile.create(path);
  try {
    await file.write(`${JSON.stringify(head).slice(0, -1)},"rows":[`);
    let first = true;
    for await (const batch of batches) {
      const lines = batch.map(({ key, columns, citations }) => {
        onRow({ key, columns, citations });
        return JSON.stringify({ key, columns, citations }).replace(LINE_ENDS, (end) => (end === '\u2028' ? '\\u2028' : '\\u2029'));
      });
      await file.write(`${first ? '\n' : ',\n'}${lines.join(',\n')}`);
      first = false;
    }
    await file.write('\n]}\n');
  } catch (error) {
    await file.abandon();
    throw error;
  }
  await file.end();
}

/** The rows of a file that `writeRows` made, one by one. */
export async function* readRows(path: string): AsyncGenerator<ReportRow, void> {
  const input = createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 });
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      if (line.startsWith(ROW)) yield JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line) as ReportRow;
    }
  } finally {
    input.destroy();
  }
}

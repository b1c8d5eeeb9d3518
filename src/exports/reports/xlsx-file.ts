import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { zipEntry } from '../output/zip';
import { MOST_ROWS, rowXml, SHEET_END, sheetBegin, sheetPath, workbookParts, type SheetCell } from '../workbook';
import { syncPath } from '../output/sync-path';

export interface Sheet {
  name: string;
  /** The first is the heading. */
  rows: () => AsyncIterable<SheetCell[]> | Iterable<SheetCell[]>;
  /** Widths of the columns, in characters. */
  widths: number[];
}

const AT_ONCE = 64 * 1024;

/** Writes a workbook (XLSX), sheet after sheet and row by row, so that its size does not matter. Rows past the format's limit are left out; `onCut` is told. */
export async function writeXlsx(path: string, sheets: Sheet[], onCut: (sheet: string) => void): Promise<void> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(workbookParts(sheets.map(({ name }) => name)))) zip.addBuffer(Buffer.from(text), name, zipEntry());
  for (const [i, sheet] of sheets.entries()) zip.addReadStream(Readable.from(sheetXml(sheet, onCut)), sheetPath(i), zipEntry());
  zip.end();
  const out = zip.outputStream as Readable;
  // A sheet's own fault comes out at the archive, which does not pass it on to its reader.
  (zip as unknown as NodeJS.EventEmitter).on('error', (error: Error) => out.destroy(error));
  await pipeline(out, createWriteStream(path, { flags: 'wx' }));
  await syncPath(path);
}

async function* sheetXml({ name, rows, widths }: Sheet, onCut: (sheet: string) => void): AsyncGenerator<string, void> {
  let pending = sheetBegin(widths);
  let row = 0;
  for await (const cells of rows()) {
    if (row === MOST_ROWS) {
      onCut(name);
      break;
    }
    row += 1;
    pending += rowXml(cells, row);
    if (pending.length >= AT_ONCE) {
      yield pending;
      pending = '';
    }
  }
  yield pending + SHEET_END;
}

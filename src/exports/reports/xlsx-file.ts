import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { escapeMarkup } from './markup';
import { syncPath } from './text-file';

export type SheetCell = string | number | boolean | null;

export interface Sheet {
  name: string;
  /** The first is the heading. */
  rows: () => AsyncIterable<SheetCell[]> | Iterable<SheetCell[]>;
  /** Widths of the columns, in characters. */
  widths: number[];
}

/** What a cell may hold at most, by the format's own limit. */
const MOST_CHARACTERS = 32_767;
/** Rows of a sheet at most, by the format's own limit, the heading included. */
export const MOST_ROWS = 1_048_576;
const AT_ONCE = 64 * 1024;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const BOLD_STYLE = 1;

/** Writes a workbook (XLSX), sheet after sheet and row by row, so that its size does not matter. Texts stand as texts: none is a formula. Rows past the format's limit are left out; `onCut` is told. */
export async function writeXlsx(path: string, sheets: Sheet[], onCut: (sheet: string) => void): Promise<void> {
  const zip = new ZipFile();
  const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(XML + text), name, { mtime: new Date(0) });
  add('[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join('')}</Types>`);
  add('_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`);
  add('xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${escapeMarkup(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`);
  add('xl/_rels/workbook.xml.rels', `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`);
  add('xl/styles.xml', `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0"/><xf fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`);
  for (const [i, sheet] of sheets.entries()) zip.addReadStream(Readable.from(sheetXml(sheet, onCut)), `xl/worksheets/sheet${i + 1}.xml`, { mtime: new Date(0) });
  zip.end();
  const out = zip.outputStream as Readable;
  // A sheet's own fault comes out at the archive, which does not pass it on to its reader.
  (zip as unknown as NodeJS.EventEmitter).on('error', (error: Error) => out.destroy(error));
  await pipeline(out, createWriteStream(path, { flags: 'wx' }));
  await syncPath(path);
}

async function* sheetXml({ name, rows, widths }: Sheet, onCut: (sheet: string) => void): AsyncGenerator<string, void> {
  const cols = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
  let pending = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols}</cols><sheetData>`;
  let row = 0;
  for await (const cells of rows()) {
    if (row === MOST_ROWS) {
      onCut(name);
      break;
    }
    row += 1;
    pending += `<row r="${row}">${cells.map((value) => cellXml(value, row === 1)).join('')}</row>`;
    if (pending.length >= AT_ONCE) {
      yield pending;
      pending = '';
    }
  }
  yield `${pending}</sheetData></worksheet>`;
}

function cellXml(value: SheetCell, bold: boolean): string {
  const style = bold ? ` s="${BOLD_STYLE}"` : '';
  if (value === null || value === '') return `<c${style}/>`;
  if (typeof value === 'number') return Number.isFinite(value) ? `<c${style}><v>${value}</v></c>` : '<c/>';
  if (typeof value === 'boolean') return `<c${style} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c${style} t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(value.slice(0, MOST_CHARACTERS))}</t></is></c>`;
}

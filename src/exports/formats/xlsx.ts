import { FealtyError } from '../../domain/errors';
import { safeCell } from '../cells';
import type { FilesFormat } from './format';
import { TABLES, type Cell } from './tables';
import { xmlText } from './xml';

/** What a sheet and a cell of it can hold. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;

const sheetPath = (i: number): string => `xl/worksheets/sheet${i + 1}.xml`;
const PARTS = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'] as const;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The tables of `csv` as one workbook, a sheet each. Our own writer, for two reasons: exceljs, the one well-kept library that streams, stamps every part with the clock, so the same data would give other bytes each
 * time; and what is needed of the format is this page. Texts stand in their cells, since a table of shared texts would have to be held in memory.
 */
export const xlsx: FilesFormat = {
  name: 'xlsx', title: 'the same tables as one workbook', extension: 'xlsx', kind: 'files', archiveOnly: true, history: true, passes: { whole: 1, selected: 3 },
  files: [...PARTS, ...TABLES.map((_table, i) => sheetPath(i))],
  async write(graph, files) {
    for (const [name, text] of Object.entries(parts())) await files.write(name, XML + text);
    for (const [i, { name, columns, rows }] of TABLES.entries()) {
      const path = sheetPath(i);
      await files.write(path, `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>\n`);
      let n = 1;
      await files.write(path, rowXml([...columns], n));
      for await (const row of rows(graph)) {
        n += 1;
        if (n > MOST_ROWS) throw new FealtyError('TOO_MANY_ROWS', `A sheet holds ${MOST_ROWS - 1} rows, and there are more ${name}. Narrow the export, or use --format csv.`);
        const full = files.write(path, rowXml(row, n));
        if (full !== undefined) await full;
      }
      await files.write(path, '</sheetData></worksheet>\n');
    }
  },
};

function rowXml(row: Cell[], n: number): string {
  return `<row r="${n}">${row.map((cell, i) => cellXml(cell, `${columnName(i)}${n}`)).join('')}</row>\n`;
}

function cellXml(cell: Cell, at: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(fitted(safeCell(cell)).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))}</t></is></c>`;
}

/** Spreadsheets refuse a workbook with a longer text. No half of a character is left. */
function fitted(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A, B, … Z, AA, … */
function columnName(i: number): string {
  return i < 26 ? String.fromCharCode(65 + i) : columnName(Math.floor(i / 26) - 1) + columnName(i % 26);
}

function parts(): Record<(typeof PARTS)[number], string> {
  const sheets = TABLES.map(({ name }, i) => ({ name, id: i + 1 }));
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.map(({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>\n`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>\n`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name, id }) => `<sheet name="${name}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>\n`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map(({ id }) => `<Relationship Id="rId${id}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>\n`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>\n`,
  };
}

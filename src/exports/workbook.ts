import { xmlText } from './xml';

/** What a cell may hold. */
export type SheetCell = string | number | boolean | null;

/** Rows of a sheet at most, by the format's own limit, the heading included. */
export const MOST_ROWS = 1_048_576;
/** What a cell may hold at most, likewise. */
const MOST_CHARACTERS = 32_767;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const BOLD_STYLE = 1;

/**
 * The parts of a workbook (XLSX), for whoever writes it row by row. Our own writer, for two reasons: exceljs, the one well-kept library that streams, stamps every part with the clock, so the same data would give other
 * bytes each time; and what is needed of the format is this page. Texts stand in their cells, since a table of shared texts would have to be held in memory; and as texts, so that none is a formula.
 */
export const PART_NAMES = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'] as const;

export const sheetPath = (i: number): string => `xl/worksheets/sheet${i + 1}.xml`;

/** All parts but the sheets themselves, which are named in order. */
export function workbookParts(names: string[]): Record<(typeof PART_NAMES)[number], string> {
  const sheets = names.map((name, i) => ({ name: xmlText(name), id: i + 1 }));
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.map((_, i) => `<Override PartName="/${sheetPath(i)}" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>\n`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>\n`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name, id }) => `<sheet name="${name}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>\n`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map(({ id }) => `<Relationship Id="rId${id}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>\n`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0"/><xf fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>\n`,
  };
}

/** What a sheet begins with; its first row stays in sight. `widths` are those of its columns in characters; the program's own if left out. */
export function sheetBegin(widths: number[] = []): string {
  const cols = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${cols && `<cols>${cols}</cols>`}<sheetData>\n`;
}

export const SHEET_END = '</sheetData></worksheet>\n';

/** Row `n`, counted from 1, which is the heading. */
export function rowXml(cells: readonly SheetCell[], n: number): string {
  const style = n === 1 ? ` s="${BOLD_STYLE}"` : '';
  return `<row r="${n}">${cells.map((cell, i) => cellXml(cell, `${columnName(i)}${n}`, style)).join('')}</row>\n`;
}

function cellXml(cell: SheetCell, at: string, style: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${at}"${style}><v>${cell}</v></c>` : '';
  if (typeof cell === 'boolean') return `<c r="${at}"${style} t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(fitted(cell)).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')}</t></is></c>`;
}

/** Spreadsheets refuse a workbook with a longer text. No half of a character is left. */
function fitted(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A, B, … Z, AA, … */
function columnName(i: number): string {
  return i < 26 ? String.fromCharCode(65 + i) : columnName(Math.floor(i / 26) - 1) + columnName(i % 26);
}

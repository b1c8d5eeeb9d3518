import { FealtyError } from '../../domain/errors';
import { safeCell } from '../cells';
import { MOST_ROWS, PART_NAMES, rowXml, SHEET_END, sheetBegin, sheetPath, workbookParts } from '../workbook';
import type { FilesFormat } from './format';
import { TABLES, type Cell } from './tables';

/** The tables of `csv` as one workbook, a sheet each. */
export const xlsx: FilesFormat = {
  name: 'xlsx', title: 'the same tables as one workbook', extension: 'xlsx', kind: 'files', archiveOnly: true, history: true, passes: { whole: 1, selected: 3 },
  files: [...PART_NAMES, ...TABLES.map((_table, i) => sheetPath(i))],
  async write(graph, files) {
    for (const [name, text] of Object.entries(workbookParts(TABLES.map(({ name }) => name)))) await files.write(name, text);
    for (const [i, { name, columns, rows }] of TABLES.entries()) {
      const path = sheetPath(i);
      await files.write(path, sheetBegin());
      let n = 1;
      await files.write(path, rowXml([...columns], n));
      for await (const row of rows(graph)) {
        n += 1;
        if (n > MOST_ROWS) throw new FealtyError('TOO_MANY_ROWS', `A sheet holds ${MOST_ROWS - 1} rows, and there are more ${name}. Narrow the export, or use --format csv.`);
        const full = files.write(path, rowXml(row.map(safe), n));
        if (full !== undefined) await full;
      }
      await files.write(path, SHEET_END);
    }
  },
};

function safe(cell: Cell): Cell {
  return typeof cell === 'string' ? safeCell(cell) : cell;
}

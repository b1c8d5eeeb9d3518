import { safeCell } from '../cells';
import { csvText } from './csv-row';
import type { FilesFormat } from './format';
import { TABLES, type Cell } from './tables';

/** Comma-separated tables in UTF-8, as pandas, R or a spreadsheet reads them. */
export const csv: FilesFormat = {
  name: 'csv', title: 'tables of nodes, ties, claims and what they refer to, for pandas, R or a spreadsheet', extension: 'csv.zip', kind: 'files', archiveOnly: false, history: true, passes: { whole: 1, selected: 3 },
  files: TABLES.map(({ name }) => `${name}.csv`),
  async write(graph, files) {
    for (const { name, columns, rows } of TABLES) {
      const file = `${name}.csv`;
      await files.write(file, line([...columns]));
      for await (const row of rows(graph)) {
        const full = files.write(file, line(row));
        if (full !== undefined) await full;
      }
    }
  },
};

/** Not csv-stringify, which the import's rejects go through: it takes longer over a claim than the database does to find it. */
function line(row: Cell[]): string {
  return `${row.map((cell) => (typeof cell === 'string' ? csvText(safeCell(cell)) : cell === null ? '' : String(cell))).join(',')}\n`;
}

import { stringify } from 'csv-stringify/sync';
import { safeCell } from '../cells';
import type { FilesFormat } from './format';
import { TABLES, type Cell } from './tables';

/** Rows put into CSV at once: csv-stringify's fixed cost is that of many rows. */
const BATCH = 500;

/** Comma-separated tables in UTF-8, as pandas, R or a spreadsheet reads them. */
export const csv: FilesFormat = {
  name: 'csv', title: 'tables of nodes, ties, claims and what they refer to, for pandas, R or a spreadsheet', extension: 'csv.zip', kind: 'files', archiveOnly: false, history: true, passes: { whole: 1, selected: 3 },
  files: TABLES.map(({ name }) => `${name}.csv`),
  async write(graph, files) {
    for (const { name, columns, rows } of TABLES) {
      let batch: Cell[][] = [[...columns]];
      for await (const row of rows(graph)) {
        batch.push(row.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell)));
        if (batch.length < BATCH) continue;
        await files.write(`${name}.csv`, stringify(batch, CSV));
        batch = [];
      }
      await files.write(`${name}.csv`, stringify(batch, CSV));
    }
  },
};

const CSV = { record_delimiter: '\n', cast: { boolean: (value: boolean): string => (value ? 'true' : 'false') } } as const;

import { stringify } from 'csv-stringify/sync';
import type { Citation, CellValue, ReportDefinition } from '../../domain/report';
import { safeCell } from '../cells';
import { cellText } from './cell-text';
import { readRows } from './rows-file';
import { TextFile } from '../output/text-file';

/** The citations of a row, in columns that go together item by item. */
const CITATION_COLUMNS: [string, (citation: Citation) => string][] = [
  ['citation_claims', ({ claimId }) => claimId],
  ['citation_articles', ({ articleTitle }) => articleTitle],
  ['citation_publishers', ({ publisher }) => publisher],
  ['citation_paragraphs', ({ paragraph, headline }) => (paragraph === null ? '?' : headline ? 'headline' : String(paragraph))],
  ['citation_rivals', ({ rivals }) => rivals.join(' ') || '-'],
];
/** Stands between the citations of a row; articles' titles may hold semicolons. */
const BETWEEN = ' | ';
const AT_ONCE = 500;

/** Writes a report's rows as CSV (RFC 4180, UTF-8 with the mark that spreadsheets look for). No cell can start a formula. Stops when `checkpoint` throws. */
export async function writeCsv(path: string, rowsFile: string, { columns }: ReportDefinition, checkpoint: () => void): Promise<void> {
  const file = await TextFile.create(path);
  try {
    await file.write(`\uFEFF${stringify([[...columns.map(({ name }) => name), ...CITATION_COLUMNS.map(([name]) => name)]])}`);
    let lines: (string | number)[][] = [];
    const flush = async (): Promise<void> => {
      checkpoint();
      await file.write(stringify(lines));
      lines = [];
    };
    for await (const { columns: values, citations } of readRows(rowsFile)) {
      lines.push([...columns.map(({ name }) => cell(values[name] ?? null)), ...CITATION_COLUMNS.map(([, of]) => safeCell(citations.map((one) => of(one).replaceAll('|', '/')).join(BETWEEN)))]);
      if (lines.length >= AT_ONCE) await flush();
    }
    await flush();
  } catch (error) {
    await file.abandon();
    throw error;
  }
  await file.end();
}

function cell(value: CellValue): string | number {
  return typeof value === 'number' ? value : safeCell(cellText(value));
}

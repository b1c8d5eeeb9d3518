import type { CellValue } from '../../domain/report';
import { cellText } from './cell-text';
import type { ReportDocument } from './report-document';
import { readRows } from './rows-file';
import type { SheetCell } from '../workbook';
import type { Sheet } from './xlsx-file';

const CITATION_HEADS = ['row', 'claim', 'type', 'subject', 'object', 'article', 'publisher', 'paragraph', 'summary', 'stance', 'status', 'date', 'casualties', 'place', 'origin', 'rivals'];
const CITATION_WIDTHS = [30, 34, 16, 28, 28, 50, 20, 10, 70, 10, 10, 12, 30, 24, 24, 34];
const WIDE = 36;
const NARROW = 14;

/** The sheets of a report's workbook: its rows, their citations a row each, and what the report is. `checkpoint` throws when it is to stop. */
export function reportSheets({ definition, about }: ReportDocument, rowsFile: string, checkpoint: () => void): Sheet[] {
  const names = definition.columns.map(({ name }) => name);
  return [
    {
      name: 'Rows',
      widths: [...names.map((name) => (/Day$|^(claims|origins|articles|links|contested|now|before|added)$/.test(name) ? NARROW : WIDE)), WIDE],
      rows: async function* () {
        yield [...names, 'key'];
        for await (const { key, columns } of readRows(rowsFile)) {
          checkpoint();
          yield [...names.map((name) => cell(columns[name] ?? null)), key];
        }
      },
    },
    {
      name: 'Citations',
      widths: CITATION_WIDTHS,
      rows: async function* () {
        yield CITATION_HEADS;
        for await (const { key, citations } of readRows(rowsFile)) {
          checkpoint();
          for (const c of citations) {
            yield [key, c.claimId, c.type, c.subject.name, c.object.name, c.articleTitle, c.publisher, c.paragraph, c.summary, c.stance, c.status, c.date, c.casualties, c.place?.name ?? null, c.origin, c.rivals.join(' ')];
          }
        }
      },
    },
    { name: 'About', widths: [24, 110], rows: () => [['what', 'value'], ...about().map(([name, value]): SheetCell[] => [name, value]), ...definition.columns.map(({ name, about: meaning }): SheetCell[] => [`column ${name}`, meaning])] },
  ];
}

function cell(value: CellValue): SheetCell {
  return Array.isArray(value) ? cellText(value) : value;
}

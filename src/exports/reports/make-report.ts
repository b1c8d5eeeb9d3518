import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FealtyError } from '../../domain/errors';
import type { ReportDefinition, ReportFormat, ReportRun, RunFile } from '../../domain/report';
import type { Neo4jStore } from '../../store/neo4j-store';
import type { BoundParameters } from '../../store/reports/parameters';
import { openReport, stopped, type GraphState } from '../../store/reports/read-rows';
import type { Fate } from '../../store/reports/report-runs';
import { writeText } from '../output/text-file';
import { compareRows, EarlierUnreadable, RowIndex, type Changes, type Earlier } from './compare';
import { writeCsv } from './csv-file';
import { Evidence } from './evidence';
import { faultText } from './fault-text';
import { markdown } from './markdown';
import { page } from './page';
import { writePdf } from './pdf-file';
import { number, shownRows, timeText, type ReportDocument } from './report-document';
import { reportSheets } from './report-sheets';
import { writeRows } from './rows-file';
import { describeFile } from './run-folder';
import { writeXlsx } from './xlsx-file';

/** How often a report is read again because the graph changed meanwhile. */
const READINGS = 3;

export interface Making {
  store: Neo4jStore;
  report: ReportDefinition;
  run: ReportRun;
  parameters: BoundParameters;
  /** Parameters as a reader is shown them. */
  shown: Record<string, string | null>;
  formats: ReportFormat[];
  /** Where its files go; nobody looks there yet. */
  folder: string;
  /** The report to compare with; null with the reason in `uncompared`. */
  earlier: Earlier | null;
  uncompared: string | null;
  fates: (ids: string[]) => Promise<Map<string, Fate>>;
  /** The program that prints; null: PDF is left out. */
  chromium: string | null;
  /** Whether PDF was asked for by name: without it there is no report then. */
  mustPrint: boolean;
  versions: Record<string, string>;
  log: (line: string) => void;
  signal: AbortSignal;
}

export interface Made {
  state: GraphState;
  /** What the server calls itself. */
  server: string;
  revisionAfter: number;
  rows: number;
  claims: number;
  changes: Changes | null;
  files: RunFile[];
  skipped: { format: ReportFormat; why: string }[];
}

/** Makes a report's files in a folder. Throws FealtyError as openReport does, PDF_FAILED, STOPPED; and whatever the file system says. */
export async function makeReport(making: Making): Promise<Made> {
  const { report, run, folder, formats, signal } = making;
  const file = (format: ReportFormat): string => `${report.name}.${format}`;
  const rowsFile = join(folder, file('json'));
  const checkpoint = (): void => {
    if (signal.aborted) throw stopped();
  };
  const { state, server, after, evidence, index } = await readOnce(making, rowsFile);
  checkpoint();
  const { changes, uncompared } = await compared(making, rowsFile, index, checkpoint);
  const cautions = after === state.revision ? [] : [`The graph changed while it was read, from revision ${state.revision} to ${after}: some rows may be of the one, some of the other.`];
  const made = new Date(run.startedAt);
  const document: ReportDocument = {
    definition: report, runId: run.id, made, state, parameters: making.shown, evidence, changes, uncompared, cautions, ...(await shownRows(rowsFile)),
    about: () => [
      ['report', report.name], ['run', run.id], ['made', timeText(made)], ['graph revision', String(state.revision)], ['last change of the record', state.changedAt ?? 'none'],
      ...Object.entries(making.shown).map(([name, value]): [string, string] => [`parameter ${name}`, value ?? 'not set']),
      ['rows', number(evidence.rows)], ['statement', report.file], ['database', server], ...Object.entries(making.versions),
    ],
  };
  const skipped: Made['skipped'] = [];
  const wanted = (format: ReportFormat): boolean => formats.includes(format);
  if (wanted('csv')) await writeCsv(join(folder, file('csv')), rowsFile, report, checkpoint);
  if (wanted('xlsx')) await writeXlsx(join(folder, file('xlsx')), reportSheets(document, rowsFile, checkpoint), (sheet) => skipped.push({ format: 'xlsx', why: `sheet ${sheet} ends at the format's limit of rows; CSV and JSON hold all` }));
  checkpoint();
  if (wanted('md')) await writeText(join(folder, file('md')), markdown(document));
  const printing = wanted('pdf') && making.chromium !== null;
  if (wanted('html') || printing) await writeText(join(folder, file('html')), await page(document));
  checkpoint();
  if (wanted('pdf')) {
    const why = await print(making, join(folder, file('pdf')), join(folder, file('html')));
    if (why !== null) skipped.push({ format: 'pdf', why });
  }
  if (printing && !wanted('html')) await rm(join(folder, file('html')));
  checkpoint();
  const names = [...new Set<ReportFormat>(['json', ...formats])].filter((format) => format !== 'pdf' || !skipped.some((one) => one.format === 'pdf')).map(file);
  return {
    state, server, revisionAfter: after, rows: evidence.rows, claims: evidence.claims, changes, skipped,
    files: await Promise.all(names.map((name) => describeFile(folder, name, checkpoint))),
  };
}

/** What changed, or why that cannot be told. */
async function compared({ earlier, uncompared, fates }: Making, rowsFile: string, index: RowIndex, checkpoint: () => void): Promise<{ changes: Changes | null; uncompared: string | null }> {
  if (earlier === null) return { changes: null, uncompared };
  try {
    return { changes: await compareRows(rowsFile, index, earlier, fates, checkpoint), uncompared: null };
  } catch (error) {
    if (!(error instanceof EarlierUnreadable)) throw error;
    return { changes: null, uncompared: error.message };
  }
}

/** Prints the page. Returns why it could not be printed; null if it was. The other forms are there already, so that alone fails no report, unless PDF was asked for. */
async function print({ report, chromium, mustPrint, log, signal }: Making, pdf: string, html: string): Promise<string | null> {
  if (chromium === null) return 'no Chromium is there';
  try {
    await writePdf(pdf, html, chromium, signal);
    return null;
  } catch (error) {
    if (mustPrint || !(error instanceof FealtyError) || error.code !== 'PDF_FAILED') throw error;
    log(`${report.name}: ${faultText(error)}`);
    await rm(pdf, { force: true });
    return error.message;
  }
}

/** Reads the rows into their file, once more if the graph changed meanwhile: rows of one report should be of one state. */
async function readOnce({ store, report, run, parameters, signal }: Making, rowsFile: string): Promise<{ state: GraphState; server: string; after: number; evidence: Evidence; index: RowIndex }> {
  for (let reading = 1; ; reading++) {
    const source = await openReport(store, report, parameters.values, signal);
    try {
      const evidence = new Evidence();
      const index = new RowIndex((key) => new FealtyError('BAD_REPORT', `${report.file}: returns two rows with the key ${JSON.stringify(key)}: expected each key once`));
      const { revision, changedAt } = source.before;
      const head = { report: report.name, title: report.title, run: run.id, startedAt: run.startedAt, parameters: parameters.texts, values: parameters.values, revision, changedAt, columns: report.columns };
      await writeRows(rowsFile, head, source.batches, (row) => {
        index.add(row);
        evidence.add(row);
      });
      const after = await source.after();
      if (after.revision === revision || reading === READINGS) return { state: source.before, server: source.server, after: after.revision, evidence, index };
    } finally {
      await source.close();
    }
    await rm(rowsFile);
  }
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportDefinition } from '../../src/domain/report';
import { runReport, type ReportHouse } from '../../src/exports/reports/run-report';
import type { Neo4jStore } from '../../src/store/neo4j-store';
import { readReports } from '../../src/store/reports/report-files';

/** A temporary folder that goes with the run's store. */
export function scratch(name: string): string {
  return mkdtempSync(join(process.env.TEST_NEO4J_HOME as string, `${name}-`));
}

export function house(store: Neo4jStore, exportFolder = scratch('exports'), more: Partial<ReportHouse> = {}): ReportHouse {
  return { store, exportFolder, keep: 30, keepDays: 0, chromium: null, versions: { fealty: 'test' }, log: () => undefined, ...more };
}

export const HEADER = ['title: A report of the test', 'purpose: To be tested.', 'columns:', '  name: A name.', 'formats: [json, csv]'];
/** A row for each of `n` numbers, each citing the same claim. */
export function rowsStatement(n: number): string {
  return `MATCH (c:Claim) WITH c ORDER BY c.sortKey LIMIT 1
UNWIND range(1, ${n}) AS i
RETURN 'row ' + toString(i) AS key, 'name ' + toString(i) AS name, [c.id] AS cited`;
}

/** Report files of the test's own: name to header lines and statement. Returns their folder. */
export function reportFolder(files: Record<string, { header?: string[]; statement: string }>): string {
  const folder = scratch('reports');
  for (const [name, { header = HEADER, statement }] of Object.entries(files)) writeFileSync(join(folder, `${name}.cypher`), `${header.map((line) => `// ${line}`).join('\n')}\n${statement}\n`);
  return folder;
}

export function ownReport(statement: string, header = HEADER): ReportDefinition {
  return readReports(reportFolder({ own: { header, statement } }))[0] as ReportDefinition;
}

/** Makes a report as a command would. */
export async function make(of: ReportHouse, report: ReportDefinition, given: Record<string, string> = {}, more: Partial<Parameters<typeof runReport>[1]> = {}): ReturnType<typeof runReport> {
  return runReport(of, { report, given, formats: null, trigger: 'command', due: null, signal: new AbortController().signal, ...more });
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

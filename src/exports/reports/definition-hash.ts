import { createHash } from 'node:crypto';
import type { ReportDefinition } from '../../domain/report';

/** Stands for what a report asks: its statement (remarks left out), its columns and its defaults. Rows of runs that asked something else cannot be compared. */
export function definitionHash({ statement, columns, parameters }: ReportDefinition): string {
  const asked = statement.split('\n').filter((line) => !/^\s*(\/\/|$)/.test(line));
  return createHash('sha256').update(JSON.stringify([asked, columns.map(({ name }) => name), parameters.map(({ name, default: usual }) => [name, usual])])).digest('hex');
}

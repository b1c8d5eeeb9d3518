import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FealtyError } from '../../domain/errors';
import type { ReportDefinition } from '../../domain/report';
import { SLUG } from '../../domain/slug';
import { CYPHER_FOLDER, missingInclude, withIncludes } from '../statement-files';
import { bindParameters } from './parameters';
import { refusedText } from './read-only';
import { readHeader } from './report-header';

/** Where reports are declared, as faults name it. */
const SHOWN = 'cypher/reports';
const REPORTS_FOLDER = join(CYPHER_FOLDER, 'reports');

/**
 * All reports of a folder, by name. Throws FealtyError BAD_REPORT with every fault of every file, a line each: file, line, what was expected. A statement that would write, call a procedure or
 * load a file is such a fault.
 */
export function readReports(folder = REPORTS_FOLDER): ReportDefinition[] {
  const faults: string[] = [];
  const reports = readdirSync(folder)
    .filter((file) => file.endsWith('.cypher'))
    .sort()
    .flatMap((file): ReportDefinition[] => {
      const shown = `${SHOWN}/${file}`;
      const name = file.replace(/\.cypher$/, '');
      const add = (line: number, reason: string): [] => {
        faults.push(`${shown}:${line}: ${reason}`);
        return [];
      };
      if (!SLUG.test(name)) return add(1, 'name: expected lower-case words joined by hyphens');
      const text = readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n');
      const read = readHeader(text);
      if ('faults' in read) return read.faults.flatMap(({ line, field, expected }) => add(line, `${field}: expected ${expected}`));
      const missing = missingInclude(text);
      if (missing !== null) return add(missing.line, `include ${missing.fragment}: expected a fragment of cypher/fragments`);
      // Judged before fragments are put in, so that lines are those of the file; what runs is judged again, fragments and all.
      const refusal = refusedText(text) ?? refusedText(withIncludes(text));
      if (refusal !== null) return add(refusal.line, `a report may not ${refusal.what}`);
      const definition: ReportDefinition = { ...read.header, name, file: shown, statement: withIncludes(text) };
      for (const used of usedParameters(definition.statement)) if (!definition.parameters.some((one) => one.name === used)) add(lineOf(text, `$given.${used}`), `$given.${used}: expected a parameter that the header declares`);
      try {
        bindParameters(definition, {}, null, new Date());
      } catch (error) {
        if (!(error instanceof FealtyError)) throw error;
        add(lineOf(text, `//   ${String(error.details.field)}:`), error.message.replace(`${name}: parameter`, 'default of'));
      }
      return [definition];
    });
  if (faults.length > 0) throw new FealtyError('BAD_REPORT', faults.join('\n'));
  return reports;
}

let known: ReportDefinition[] | undefined;

/** The reports that come with Fealty, read once. */
export function reportDefinitions(): ReportDefinition[] {
  known ??= readReports();
  return known;
}

/** The report of a name. Throws FealtyError UNKNOWN_REPORT naming those there are. */
export function reportNamed(name: string, reports = reportDefinitions()): ReportDefinition {
  const found = reports.find((report) => report.name === name);
  if (found === undefined) throw new FealtyError('UNKNOWN_REPORT', `There is no report ${JSON.stringify(name.slice(0, 80))}. There are: ${reports.map((report) => report.name).join(', ')}`);
  return found;
}

function usedParameters(statement: string): Set<string> {
  return new Set([...statement.matchAll(/\$given\.([A-Za-z][A-Za-z0-9]*)/g)].map((match) => match[1] as string));
}

function lineOf(text: string, part: string): number {
  const at = text.indexOf(part);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}

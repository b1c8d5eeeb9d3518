import { CLAIM_TYPE_NAMES } from '../../domain/claim-types';
import { FealtyError } from '../../domain/errors';
import { instant, period } from '../../domain/period';
import type { ReportDefinition, ReportParameter } from '../../domain/report';

/** What a statement is given for a parameter; names are still as written. */
export type ParameterValue = string | number | boolean | string[] | { from: string | null; to: string | null } | null;

/** Parameters as texts, as they are set and shown, and as values, as the statement takes them. */
export interface BoundParameters {
  texts: Record<string, string | null>;
  values: Record<string, ParameterValue>;
}

/** What the run before knew: its reading of the graph's last change; null if there was none. */
export type LastKnown = string | null;

const AGO = /^(\d{1,5}) days? ago$/;
const DAY_MS = 86_400_000;

/**
 * The parameters of a report from texts; what is not said takes its default. Throws FealtyError BAD_USER_INPUT naming the parameter and what was expected.
 * Names are not looked up here.
 */
export function bindParameters(definition: ReportDefinition, given: Record<string, string>, lastKnown: LastKnown, now: Date): BoundParameters {
  const names = definition.parameters.map(({ name }) => name);
  for (const name of Object.keys(given)) if (!names.includes(name)) throw bad(definition, name, names.length > 0 ? `one of the report's parameters: ${names.join(', ')}` : 'no parameter: the report has none');
  const bound: BoundParameters = { texts: {}, values: {} };
  for (const parameter of definition.parameters) {
    const text = given[parameter.name] ?? parameter.default;
    bound.texts[parameter.name] = text;
    bound.values[parameter.name] = text === null ? null : valueOf(definition, parameter, text, lastKnown, now);
  }
  return bound;
}

function valueOf(definition: ReportDefinition, { name, type, options, from, to }: ReportParameter, text: string, lastKnown: LastKnown, now: Date): ParameterValue {
  switch (type) {
    case 'name':
    case 'text':
      if (text.length === 0 || text.length > 200) throw bad(definition, name, '1 to 200 characters');
      return text;
    case 'whole':
      if (!/^\d{1,9}$/.test(text) || Number(text) < (from ?? 0) || Number(text) > (to ?? Infinity)) throw bad(definition, name, wholeNumber(from, to));
      return Number(text);
    case 'flag':
      if (text !== 'true' && text !== 'false') throw bad(definition, name, 'true or false');
      return text === 'true';
    case 'choice':
      if (!options.includes(text)) throw bad(definition, name, `one of ${options.join(', ')}`);
      return text;
    case 'types': {
      const types = text.split(',').map((one) => one.trim());
      if (!types.every((one) => (CLAIM_TYPE_NAMES as string[]).includes(one))) throw bad(definition, name, `claim types, separated by commas, of ${CLAIM_TYPE_NAMES.join(', ')}`);
      return types;
    }
    case 'period': {
      const { earliest, latest } = within(definition, name, () => period(text, name));
      return { from: earliest, to: latest };
    }
    case 'instant': {
      // Sorts before every instant: with no report before, all is new.
      if (text === 'last-run') return lastKnown ?? '';
      const ago = AGO.exec(text);
      if (ago !== null) return new Date(now.getTime() - Number(ago[1]) * DAY_MS).toISOString();
      return within(definition, name, () => instant(text, name));
    }
  }
}

function wholeNumber(from: number | null, to: number | null): string {
  return `a whole number${from === null && to === null ? '' : ` from ${from ?? 0}`}${to === null ? '' : ` to ${to}`}`;
}

function within<T>(definition: ReportDefinition, name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof FealtyError) throw bad(definition, name, error.message.replace(/^.*?expected /, ''));
    throw error;
  }
}

function bad(definition: ReportDefinition, name: string, expected: string): FealtyError {
  return new FealtyError('BAD_USER_INPUT', `${definition.name}: parameter ${name}: expected ${expected}`, { field: name });
}

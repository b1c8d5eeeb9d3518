import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { PARAMETER_TYPES, REPORT_FORMATS, type ReportFormat, type ParameterType } from '../../domain/report';
import { scheduleFault } from '../../domain/schedule';
import { namesOf } from '../../domain/vocabulary';

/** What is wrong in a report's file, and on which line. */
export interface HeaderFault {
  line: number;
  field: string;
  expected: string;
}

const NAME = /^[a-z][A-Za-z0-9]{0,39}$/;
/** The statement returns these beside the columns that the header declares. */
const RESERVED = ['key', 'cited'];
const LONGEST_DEADLINE_S = 3_600;
const DEFAULT_DEADLINE_S = 60;

const line = z.string({ error: 'a line of text' }).trim().min(1, 'a line of text').max(500, '500 characters at most');
const kinds = z.array(z.enum(['Actor', 'Commander', 'Location'], { error: 'a list of Actor, Commander, Location' }), { error: 'a list of Actor, Commander, Location' }).min(1, 'one kind at least');
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()], { error: 'a plain value' });

const wholeNumber = z.number({ error: 'a whole number' }).int('a whole number').min(0, 'a whole number').max(999_999_999, 'nine digits at most');

const PARAMETER = z.strictObject({
  type: z.enum(namesOf(PARAMETER_TYPES), { error: `one of ${Object.keys(PARAMETER_TYPES).join(', ')}` }),
  about: line,
  default: scalar.optional(),
  kinds: kinds.optional(),
  options: z.array(z.string(), { error: 'a list of words' }).min(1, 'one option at least').optional(),
  from: wholeNumber.optional(),
  to: wholeNumber.optional(),
});

const HEADER = z.strictObject({
  title: line,
  purpose: line,
  parameters: z.record(z.string(), PARAMETER, { error: 'a parameter a line, each with type and about' }).optional(),
  columns: z.record(z.string(), line, { error: 'a column a line, each with what it means' }),
  schedule: z.strictObject({ cron: z.string({ error: 'five fields, such as 0 6 * * 1' }), timeZone: z.string({ error: 'a time zone, such as UTC or Asia/Damascus' }) }, { error: 'cron and timeZone' }).optional(),
  formats: z.array(z.enum(namesOf(REPORT_FORMATS), { error: `some of ${Object.keys(REPORT_FORMATS).join(', ')}` }), { error: `a list of ${Object.keys(REPORT_FORMATS).join(', ')}` }).min(1, 'one format at least'),
  deadline: z.number({ error: `seconds, from 1 to ${LONGEST_DEADLINE_S}` }).int().min(1).max(LONGEST_DEADLINE_S, `seconds, from 1 to ${LONGEST_DEADLINE_S}`).optional(),
  compare: z.boolean({ error: 'true or false' }).optional(),
});

export interface Header {
  title: string;
  purpose: string;
  parameters: { name: string; type: ParameterType; about: string; default: string | null; kinds: ('Actor' | 'Commander' | 'Location')[]; options: string[]; from: number | null; to: number | null }[];
  columns: { name: string; about: string }[];
  schedule: { cron: string; timeZone: string } | null;
  formats: ReportFormat[];
  deadline: number;
  compare: boolean;
}

/** The comment at the head of a file, read as YAML. Returns the faults instead if it has any. */
export function readHeader(text: string): { header: Header } | { faults: HeaderFault[] } {
  const comments = /^(?:\/\/(?!>).*(?:\r?\n|$))*/.exec(text)?.[0] ?? '';
  // Line by line, so that a line of the YAML is the same line of the file.
  const yaml = comments.replace(/^\/\/ ?/gm, '');
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    return { faults: document.errors.map((error) => ({ line: lines.linePos(error.pos[0]).line || 1, field: 'header', expected: `well-formed YAML: ${error.message.split(/ at line |\n/)[0] ?? ''}` })) };
  }
  if (!isMap(document.contents)) return { faults: [{ line: 1, field: 'header', expected: 'comment lines that declare title, purpose, parameters, columns, schedule and formats' }] };
  const fault = (path: readonly PropertyKey[], expected: string): HeaderFault => ({ line: lineOf(document, lines, path), field: path.map(String).join('.') || 'header', expected });
  const result = HEADER.safeParse(document.toJS());
  if (!result.success) return { faults: result.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => fault([...issue.path, key], 'no such entry')) : [fault(issue.path, issue.message)])) };
  const { title, purpose, parameters = {}, columns, schedule, formats, deadline, compare } = result.data;
  const faults: HeaderFault[] = [];
  const add = (path: PropertyKey[], expected: string): void => void faults.push(fault(path, expected));
  for (const [group, names] of [['parameters', Object.keys(parameters)], ['columns', Object.keys(columns)]] as const) {
    for (const name of names) {
      if (!NAME.test(name)) add([group, name], 'a name in camelCase, 40 letters and digits at most');
      if (group === 'columns' && RESERVED.includes(name)) add([group, name], `another name: every report returns ${RESERVED.join(' and ')} anyway`);
    }
  }
  if (Object.keys(columns).length === 0) add(['columns'], 'one column at least');
  for (const [name, { type, kinds: of, options, from, to }] of Object.entries(parameters)) {
    if (of !== undefined && type !== 'name') add(['parameters', name, 'kinds'], 'no kinds: only a name has them');
    if ((options !== undefined) !== (type === 'choice')) add(['parameters', name], type === 'choice' ? 'options to choose from' : 'no options: only a choice has them');
    if ((from !== undefined || to !== undefined) && type !== 'whole') add(['parameters', name], 'neither from nor to: only a whole number has them');
    if (from !== undefined && to !== undefined && from > to) add(['parameters', name, 'to'], `${from} or more, as from says`);
  }
  if (new Set(formats).size < formats.length) add(['formats'], 'each format once');
  const wrong = schedule === undefined ? null : scheduleFault(schedule);
  if (wrong === 'cron') add(['schedule', 'cron'], 'five fields (minute, hour, day, month, day of the week) that name a time to come, such as 0 6 * * 1');
  if (wrong === 'timeZone') add(['schedule', 'timeZone'], 'a time zone, such as UTC or Asia/Damascus');
  if (faults.length > 0) return { faults };
  return {
    header: {
      title, purpose, formats, schedule: schedule ?? null, deadline: deadline ?? DEFAULT_DEADLINE_S, compare: compare ?? true,
      parameters: Object.entries(parameters).map(([name, { type, about, default: usual, kinds: of, options, from, to }]) => ({ name, type, about, default: usual == null ? null : String(usual), kinds: of ?? ['Actor', 'Commander', 'Location'], options: options ?? [], from: from ?? null, to: to ?? null })),
      columns: Object.entries(columns).map(([name, about]) => ({ name, about })),
    },
  };
}

/** The line on which what `path` names stands, or the nearest thing around it that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let at = 0;
  for (const key of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (pair !== undefined && isScalar(pair.key) && pair.key.range) at = pair.key.range[0];
      next = pair?.value;
    } else {
      next = (node as { items?: unknown[] } | undefined)?.items?.[key as number];
      if (isNode(next) && next.range) at = next.range[0];
    }
    node = next;
  }
  return lines.linePos(at).line || 1;
}

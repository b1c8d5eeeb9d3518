import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './fault';

const VALUE_LENGTH = 80;
type Path = readonly (string | number)[];

/** A YAML file that can say on which line any of its values stands. */
export class YamlSource {
  readonly faults: Fault[] = [];
  private readonly lines = new LineCounter();
  private readonly document: Document;
  private readonly content: unknown;

  constructor(readonly file: string, text: string, readonly isRegistry = false) {
    this.document = parseDocument(text, { lineCounter: this.lines, uniqueKeys: true });
    for (const error of this.document.errors) {
      const line = this.lines.linePos(error.pos[0]).line || 1;
      const [what = ''] = error.message.split(/ at line |\n/);
      this.faults.push({ file, line, field: '(file)', value: JSON.stringify(lineOf(text, line).slice(0, VALUE_LENGTH)), expected: `well-formed YAML: ${what}` });
    }
    this.content = this.faults.length === 0 ? this.document.toJS() : undefined;
  }

  /** The content by `schema`, or null with every departure from it added to `faults`. */
  read<S extends z.ZodType>(schema: S): z.infer<S> | null {
    if (this.faults.length > 0) return null;
    const result = schema.safeParse(this.content);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      for (const { path, expected } of expectations(issue)) this.add(path, expected);
    }
    return null;
  }

  /**
   * What of the object at `path` is right by its own field's schema; the rest is left out. Lets references be checked in a file that has
   * other faults, so that all its faults are told at once.
   */
  draft<S extends z.ZodRawShape>(schema: z.ZodObject<S>, path: Path): Partial<z.infer<z.ZodObject<S>>> {
    const found = this.at(path);
    const fields = Object.entries(schema.shape).map(([name, field]) => [name, (field as unknown as z.ZodType).safeParse((found as Record<string, unknown> | null | undefined)?.[name]).data] as const);
    return Object.fromEntries(fields) as Partial<z.infer<z.ZodObject<S>>>;
  }

  /** How many items the list at `path` has; 0 if it is none. */
  length(path: Path): number {
    const found = this.at(path);
    return Array.isArray(found) ? found.length : 0;
  }

  /** Records that the value at `path` is not what it should be. */
  add(path: Path, expected: string): void {
    this.faults.push({ file: this.file, line: this.lineAt(path), field: fieldName(path), value: this.valueAt(path), expected });
  }

  private at(path: Path): unknown {
    return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key], this.content);
  }

  private valueAt(path: Path): string {
    const found = this.at(path);
    if (found === undefined) return 'nothing';
    const json = JSON.stringify(found);
    return json.length > VALUE_LENGTH ? `${json.slice(0, VALUE_LENGTH)}…` : json;
  }

  /** The line of the value, or of the nearest thing around it where the value is missing. */
  private lineAt(path: Path): number {
    for (let depth = path.length; depth >= 0; depth--) {
      const key = path[depth - 1];
      const parent = depth > 0 ? this.document.getIn(path.slice(0, depth - 1), true) : undefined;
      const pair = isMap(parent) ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key) : undefined;
      const node = pair && isNode(pair.key) ? pair.key : depth > 0 ? this.document.getIn(path.slice(0, depth), true) : this.document.contents;
      if (isNode(node) && node.range) return this.lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

function fieldName(path: Path): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('') || '(file)';
}

function lineOf(text: string, line: number): string {
  return text.split('\n')[line - 1] ?? '';
}

interface Expectation {
  path: Path;
  expected: string;
}

/** What zod objects to, as what was expected instead. */
function expectations(issue: z.core.$ZodIssue): Expectation[] {
  const path = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], expected: 'no such field' }));
    case 'invalid_value':
      return [{ path, expected: `one of ${issue.values.join(', ')}` }];
    case 'invalid_type':
      return [{ path, expected: article(issue.expected) }];
    case 'invalid_union':
      return [{ path, expected: unionExpectation(issue) }];
    case 'too_small':
      return [{ path, expected: issue.message.startsWith('Too small') ? `at least ${issue.minimum.toString()}` : issue.message }];
    case 'too_big':
      return [{ path, expected: `at most ${issue.maximum.toString()}` }];
    case 'invalid_format':
      return [{ path, expected: issue.format === 'url' ? 'a web address' : issue.message }];
    default:
      return [{ path, expected: issue.message }];
  }
}

function unionExpectation(issue: z.core.$ZodIssueInvalidUnion): string {
  const branches = issue.errors.flatMap((branch) => branch.slice(0, 1).flatMap(expectations).map(({ expected }) => expected));
  return [...new Set(branches)].join(', or ') || issue.message;
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { packageRoot } from './package-root';

const INCLUDE = /^[ \t]*\/\/> include (\S+)[ \t]*$/gm;

/** The folder of all Cypher of the project. */
export const CYPHER_FOLDER = join(packageRoot(), 'cypher');

export interface StatementForm {
  /** Read from the other end: the marked `>` turns into `<` and the marked `ASC` into `DESC`, so that a page before a cursor walks the same index backwards. */
  backward?: boolean;
  /** Without the conditions of a filter, for questions that set none: far quicker to plan and to run. */
  plain?: boolean;
}

/**
 * The text of `cypher/<name>.cypher`, with each `//> include <fragment>` line replaced by `cypher/fragments/<fragment>.cypher` (in the plain form by
 * `cypher/fragments/plain/<fragment>.cypher` where there is one): the predicates that decide which claims a filter lets through must be the same in every question.
 */
export function statementText(name: string, form: StatementForm = {}): string {
  const text = withIncludes(readFileSync(join(CYPHER_FOLDER, `${name}.cypher`), 'utf8'), form);
  return form.backward ? text.replace(/\/\*after\*\/\s*>/g, '<').replace(/\/\*order\*\/\s*ASC/g, 'DESC') : text;
}

/** A text with its `//> include` lines replaced by what they name. */
export function withIncludes(text: string, form: StatementForm = {}): string {
  return text.replace(INCLUDE, (_line, fragment: string) => {
    const plain = `fragments/plain/${fragment}`;
    const chosen = form.plain && existsSync(join(CYPHER_FOLDER, `${plain}.cypher`)) ? plain : `fragments/${fragment}`;
    return statementText(chosen, { plain: form.plain }).trimEnd();
  });
}

/** The first `//> include` line of a text that names no fragment there is; null if all do. */
export function missingInclude(text: string): { line: number; fragment: string } | null {
  for (const match of text.matchAll(INCLUDE)) {
    const fragment = match[1] as string;
    if (!existsSync(join(CYPHER_FOLDER, 'fragments', `${fragment}.cypher`))) return { line: text.slice(0, match.index).split('\n').length, fragment };
  }
  return null;
}

/** Names of all statements (`claims/create`, …), without fragments and schema migrations. */
export function statementNames(): string[] {
  return readdirSync(CYPHER_FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.cypher') && !/^(fragments|schema)[\\/]/.test(path))
    .map((path) => path.split(sep).join('/').replace(/\.cypher$/, ''))
    .sort();
}

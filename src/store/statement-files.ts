import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { packageRoot } from './package-root';

const INCLUDE = /^[ \t]*\/\/> include (\S+)[ \t]*$/gm;

/** The folder of all Cypher of the project. */
export const CYPHER_FOLDER = join(packageRoot(), 'cypher');

/**
 * The text of `cypher/<name>.cypher`, with each `//> include <fragment>` line replaced by `cypher/fragments/<fragment>.cypher`:
 * the predicates that decide which claims a filter lets through must be the same in every question.
 */
export function statementText(name: string): string {
  return readFileSync(join(CYPHER_FOLDER, `${name}.cypher`), 'utf8').replace(INCLUDE, (_line, fragment: string) => statementText(`fragments/${fragment}`).trimEnd());
}

// The same statement read from the other end: the marked `>` turns into `<` and the marked `ASC` into `DESC`,
// so that a page before a cursor walks the same index backwards.
export function backwards(text: string): string {
  return text.replace(/\/\*after\*\/\s*>/g, '<').replace(/\/\*order\*\/\s*ASC/g, 'DESC');
}

/** Names of all statements (`claims/create`, …), without fragments and schema migrations. */
export function statementNames(): string[] {
  return readdirSync(CYPHER_FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.cypher') && !/^(fragments|schema)[\\/]/.test(path))
    .map((path) => relative(CYPHER_FOLDER, join(CYPHER_FOLDER, path)).split(sep).join('/').replace(/\.cypher$/, ''))
    .sort();
}

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Example {
  name: string;
  /** The comment at the head of the file. */
  purpose: string;
  query: string;
}

/** The example operations of a folder, in the order of their names. */
export function readExamples(folder: string): Example[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => {
      const query = readFileSync(join(folder, file), 'utf8');
      const purpose = /^#\s*(.+)$/m.exec(query)?.[1] ?? file;
      return { name: file.replace(/\.graphql$/, ''), purpose, query };
    });
}

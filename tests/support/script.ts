import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import neo4j from 'neo4j-driver';
import type { Connection } from '../../src/store/neo4j-store';

/** Runs a script of Cypher as cypher-shell does: statement by statement, each a transaction of its own. Returns how many there were. */
export async function runScript(file: string, { uri, user, password }: Connection): Promise<number> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const session = driver.session();
  let count = 0;
  let lines: string[] = [];
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      lines.push(line);
      if (!line.endsWith(';')) continue;
      await session.run(lines.join('\n').slice(0, -1));
      count += 1;
      lines = [];
    }
  } finally {
    await session.close();
    await driver.close();
  }
  if (lines.some((line) => line !== '' && !line.startsWith('//'))) throw new Error('the script ends in the middle of a statement');
  return count;
}

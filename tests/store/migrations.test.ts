import { cpSync, mkdtempSync, writeFileSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, readMigrations } from '../../src/store/migrations';
import type { Neo4jStore } from '../../src/store/neo4j-store';
import { CYPHER_FOLDER } from '../../src/store/statement-files';
import { cypher, openTestStore } from '../support/graph';

const store: Neo4jStore = openTestStore();
afterAll(() => store.close());

/** Takes the schema away, as if this were a new database. */
async function withoutSchema(): Promise<void> {
  await cypher(store, 'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  for (const { name } of await cypher(store, 'SHOW CONSTRAINTS YIELD name')) await cypher(store, `DROP CONSTRAINT ${String(name)}`);
  for (const { name } of await cypher(store, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")) await cypher(store, `DROP INDEX ${String(name)}`);
}
beforeEach(() => withoutSchema());
afterAll(() => undefined);

function copied(): string {
  const folder = mkdtempSync(join(process.env.TEST_NEO4J_HOME as string, 'schema-'));
  cpSync(join(CYPHER_FOLDER, 'schema'), folder, { recursive: true });
  return folder;
}

describe('migrations', () => {
  it('run once and are recorded with their checksums', async () => {
    const all = readMigrations();
    expect(await migrate(store)).toEqual(all.map(({ name }) => name));
    expect(await migrate(store)).toEqual([]);
    expect(await cypher(store, 'MATCH (m:Migration) RETURN m.version AS version, m.checksum AS checksum ORDER BY version')).toEqual(all.map(({ version, checksum }) => ({ version, checksum })));
  });

  it('run once when three services start together', async () => {
    const ran = await Promise.all([migrate(store), migrate(openedTwice), migrate(store)]);
    expect(ran.flat()).toEqual(readMigrations().map(({ name }) => name));
  });

  it('stop the start with a clear error if an old one has changed', async () => {
    await migrate(store);
    const folder = copied();
    appendFileSync(join(folder, 'V0001__claims.cypher'), '\n// a change\n');
    await expect(migrate(store, readMigrations(folder))).rejects.toMatchObject({ code: 'MIGRATION_CHANGED', message: expect.stringContaining('V0001__claims.cypher') });
  });

  it('are the same on a checkout with other line ends', async () => {
    await migrate(store);
    const folder = copied();
    const [first] = readMigrations(folder);
    const { readFileSync } = await import('node:fs');
    const file = join(folder, 'V0001__claims.cypher');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\n/g, '\r\n'));
    expect(readMigrations(folder)[0]?.checksum).toBe(first?.checksum);
  });

  it('refuse a graph that is newer than the program', async () => {
    const folder = copied();
    writeFileSync(join(folder, 'V9999__later.cypher'), 'CREATE INDEX later FOR (n:Later) ON (n.x);');
    await migrate(store, readMigrations(folder));
    await expect(migrate(store)).rejects.toMatchObject({ code: 'MIGRATION_UNKNOWN' });
  });

  it('go on where one was cut short', async () => {
    await cypher(store, 'CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (n:Migration) REQUIRE n.version IS UNIQUE');
    await cypher(store, 'CREATE CONSTRAINT party_id FOR (n:Party) REQUIRE n.id IS UNIQUE');
    const [first] = readMigrations();
    await cypher(store, 'CREATE (:Migration {version: $given.version, name: $given.name, checksum: $given.checksum, claimedAt: 0})', { version: first?.version, name: first?.name, checksum: first?.checksum });
    expect(await migrate(store)).toEqual(readMigrations().map(({ name }) => name));
  });
});

const openedTwice = openTestStore();
afterAll(() => openedTwice.close());

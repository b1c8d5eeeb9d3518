import { cpSync, mkdtempSync, writeFileSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, readMigrations, type Migration } from '../../src/store/migrations';
import { unpackClaim } from '../../src/store/packed-claim';
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
    // Each once; which of the three ran which is a matter of who came first.
    expect(ran.flat().sort()).toEqual(readMigrations().map(({ name }) => name));
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

  it('bring a graph of the first schema up to date: claims are packed, incidents know their source', async () => {
    const [first] = readMigrations();
    await migrate(store, [first as Migration]);
    await cypher(store, "UNWIND range(1, 4500) AS i CREATE (:Claim {id: 'c' + i, key: 'k' + i, version: 1, type: 'ATTACKED', paragraph: i, summary: 'Claim ' + i, attribution: ['a', 'b']})");
    await cypher(store, "CREATE (:Incident {id: 'i1', title: 'A clash'})");
    expect(await migrate(store)).toEqual(readMigrations().slice(1).map(({ name }) => name));
    const claims = await cypher(store, "MATCH (c:Claim) RETURN c.id AS id, c.packed AS packed, c.paragraph AS paragraph");
    expect(claims).toHaveLength(4500);
    for (const { id, packed, paragraph } of claims) expect(unpackClaim(packed as string)).toEqual(expect.arrayContaining([id, paragraph, 'ATTACKED', ['a', 'b'], null]));
    expect(await cypher(store, 'MATCH (i:Incident) RETURN i.source AS source')).toEqual([{ source: 'articles' }]);
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

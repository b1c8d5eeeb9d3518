import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ingest } from '../../src/intake/ingest';
import { startEmbedded, type EmbeddedServer } from '../../src/store/embedded/start-embedded';
import { Ledger } from '../../src/store/ledger';
import { migrate } from '../../src/store/migrations';
import { Neo4jStore } from '../../src/store/neo4j-store';
import { packageRoot } from '../../src/store/package-root';
import { DATA, cypher } from '../support/graph';
import { actor, article, claim, dataFolder, origin } from '../support/yaml';
import { killDatabase, pauseDatabase, resumeDatabase } from '../support/database-process';

let home: string;
let server: EmbeddedServer;
const start = (): Promise<EmbeddedServer> => startEmbedded({ home, port: 0, fast: true, cache: join(packageRoot(), '.fealty', 'cache'), log: () => undefined });
beforeAll(async () => {
  home = mkdtempSync(join(process.env.TEST_NEO4J_HOME as string, 'crash-'));
  server = await start();
});
afterAll(() => server.stop());

it('a database killed in the middle of an ingest holds nothing partial when it is back, and the ingest goes through', async () => {
  const many = Array.from({ length: 5_000 }, (_, i) => claim(`k${i}`, 'CLASHED_WITH', 'a', 'b', { summary: `clash ${i}` }));
  const folder = dataFolder({
    actors: [actor('a'), actor('b')], origins: [origin('outlet')],
    articles: [article('first', [claim('k', 'CLASHED_WITH', 'a', 'b')]), article('second', many)],
  });
  const store = new Neo4jStore(server);
  await migrate(store);
  const ingesting = ingest(folder, new Ledger(store), ({ item }) => {
    // The first article is in; the second is being written a moment later.
    if (item === 'first') setTimeout(() => killDatabase(home), 250);
  });
  await expect(ingesting).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  await server.exited;
  server = await start();
  store.reconnect(server);
  const state = (): Promise<unknown> => cypher(store, 'MATCH (a:Article) OPTIONAL MATCH (c:Claim {articleId: a.id}) RETURN a.id AS article, count(c) AS claims ORDER BY article');
  expect(await state()).toEqual([{ article: 'first', claims: 1 }]);
  expect(await cypher(store, 'MATCH ()-[r:CLASHED_WITH]->() RETURN r.claims AS claims')).toEqual([{ claims: 1 }]);
  await ingest(folder, new Ledger(store));
  expect(await state()).toEqual([{ article: 'first', claims: 1 }, { article: 'second', claims: 5_000 }]);
  expect(await cypher(store, 'MATCH ()-[r:CLASHED_WITH]->() RETURN r.claims AS claims')).toEqual([{ claims: 5_001 }]);
  await store.close();
}, 180_000);

it('a database that hangs gives STORE_UNAVAILABLE by the deadline, and answers again when it goes on', async () => {
  const store = new Neo4jStore(server);
  await ingest(DATA, new Ledger(store));
  const read = (ms: number): Promise<unknown> => store.reader(Date.now() + ms).rows('ledger/revision', {});
  await read(5_000);
  pauseDatabase(home);
  try {
    const begun = Date.now();
    await expect(read(1_500)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(Date.now() - begun).toBeLessThan(4_000);
    expect(await store.ready(500)).toBe(false);
  } finally {
    resumeDatabase(home);
  }
  expect(await store.ready(10_000)).toBe(true);
  await read(5_000);
  await store.close();
}, 60_000);

it('a question past its time gets TIMEOUT when the database still answers others, and none of these is cut off', async () => {
  // A relay that lets the first connection fall silent.
  let stalled = false;
  let first = true;
  const relay = createServer((client) => {
    const upstream = connect(Number(new URL(server.uri).port), '127.0.0.1');
    const stalls = first;
    first = false;
    client.on('data', (data) => void ((stalls && stalled) || upstream.write(data)));
    upstream.on('data', (data) => client.write(data));
    for (const [one, other] of [[client, upstream], [upstream, client]] as const) one.on('close', () => other.destroy()).on('error', () => other.destroy());
  }).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const store = new Neo4jStore({ ...server, uri: `bolt://127.0.0.1:${(relay.address() as AddressInfo).port}` });
  const rows = (ms: number): Promise<unknown[]> => store.reader(Date.now() + ms).rows('ledger/revision', {});
  await rows(10_000);
  stalled = true;
  const late = rows(1_000);
  const others = Array.from({ length: 10 }, () => rows(10_000));
  await expect(late).rejects.toMatchObject({ code: 'TIMEOUT' });
  await Promise.all([...others, rows(10_000)]);
  await store.close();
  relay.close();
});

import { ingest } from '../../src/intake/ingest';
import { Ledger } from '../../src/store/ledger';
import type { Neo4jStore } from '../../src/store/neo4j-store';
import { cypher, openTestStore, seeded } from '../support/graph';
import { startService, type Service } from '../support/service';
import { actor, article, claim, dataFolder, origin } from '../support/yaml';

let store: Neo4jStore;
let [one, two]: Service[] = [];
beforeAll(async () => {
  store = await seeded(openTestStore());
  [one, two] = await Promise.all([startService(openTestStore()), startService(openTestStore())]);
});
afterAll(async () => {
  await Promise.all([one?.app.close(), two?.app.close()]);
  await store.close();
});

const totals = '{ claims(first: 1) { totalCount } overview { revision } }';
async function ask(service: Service | undefined, query: string, headers: Record<string, string> = {}): Promise<{ text: string; kept: boolean }> {
  const response = await (service as Service).post({ query }, headers);
  return { text: await response.text(), kept: response.headers.has('etag') };
}
const data = (claims: string[]): string => dataFolder({
  actors: [actor('m'), actor('n')], origins: [origin('outlet')], articles: [article('new', claims.map((key) => claim(key, 'CLASHED_WITH', 'm', 'n')))],
});

it('gives the same answer again while the graph is unchanged, and never a stale one, whichever process wrote', async () => {
  const first = await ask(one, totals);
  expect(first.kept).toBe(false);
  expect(await ask(one, totals)).toEqual({ text: first.text, kept: true });
  // The writer is neither of the two services; each write is seen by both at once.
  const writer = new Ledger(store);
  for (let i = 1; i <= 5; i++) {
    await ask(two, totals);
    await ingest(data(Array.from({ length: i }, (_, n) => `k${n}`)), writer);
    const [{ total }] = (await cypher(store, "MATCH (c:Claim {status: 'live'}) RETURN count(c) AS total")) as [{ total: number }];
    for (const service of [one, two]) {
      const { text, kept } = await ask(service, totals);
      expect(kept).toBe(false);
      expect(JSON.parse(text)).toMatchObject({ data: { claims: { totalCount: total } } });
      expect(await ask(service, totals)).toEqual({ text, kept: true });
    }
  }
});

it('sees a write that ends while questions are being asked', async () => {
  let [seen, done] = [0, false];
  const writing = (async () => {
    for (let i = 6; i < 16; i++) {
      await ingest(data(Array.from({ length: i }, (_, n) => `k${n}`)), new Ledger(store));
      const [{ revision }] = (await cypher(store, "MATCH (l:Ledger) RETURN l.revision AS revision")) as [{ revision: number }];
      seen = revision;
    }
    done = true;
  })();
  const asking = [one, two, one, two].map(async (service) => {
    while (!done) {
      const atLeast = seen;
      const { text } = await ask(service, totals);
      expect((JSON.parse(text) as { data: { overview: { revision: number } } }).data.overview.revision).toBeGreaterThanOrEqual(atLeast);
    }
  });
  await Promise.all([writing, ...asking]);
});

it('keeps no answer with an error, and none for whoever does not want one', async () => {
  const wrong = '{ opponentsOfProxies(patron: "nobody at all") { totalCount } }';
  await ask(one, wrong);
  expect((await ask(one, wrong)).kept).toBe(false);
  await ask(one, totals);
  expect((await ask(one, totals)).kept).toBe(true);
  expect((await ask(one, totals, { 'cache-control': 'no-store' })).kept).toBe(false);
});

it('tells answers apart by variables and by the form asked for, and answers a GET that has it with 304', async () => {
  const query = 'query Q($n: Int) { claims(first: $n) { nodes { id } } }';
  const count = async (n: number): Promise<number> => ((await (await (one as Service).post({ query, variables: { n } })).json()) as { data: { claims: { nodes: unknown[] } } }).data.claims.nodes.length;
  expect([await count(1), await count(2), await count(1), await count(2)]).toEqual([1, 2, 1, 2]);
  const address = `${(one as Service).url}/graphql?query=${encodeURIComponent('{ claims(first: 3) { totalCount } }')}`;
  await (await fetch(address)).text();
  const again = await fetch(address);
  const tag = again.headers.get('etag') as string;
  await again.text();
  expect((await fetch(address, { headers: { 'if-none-match': tag } })).status).toBe(304);
  await ingest(data(['other']), new Ledger(store));
  expect((await fetch(address, { headers: { 'if-none-match': tag } })).status).toBe(200);
});

import { announcedWrite } from '../../src/store/announced-write';
import { GIVEN_UP_MS } from '../../src/store/announcement';
import { cypherParams } from '../../src/store/cypher-params';
import type { Neo4jStore } from '../../src/store/neo4j-store';
import { RevisionWatch } from '../../src/store/revision-watch';
import { statementText } from '../../src/store/statement-files';
import { cypher, openTestStore, seeded } from '../support/graph';

let store: Neo4jStore;
beforeAll(async () => {
  store = await seeded(openTestStore());
});
afterAll(() => store.close());

/** The smallest write there is. */
async function advance(work: () => Promise<void> = async () => undefined): Promise<void> {
  await announcedWrite(store, async (tx, announce) => {
    await announce();
    await work();
    await tx.run(statementText('ledger/advance'), cypherParams({ now: new Date().toISOString() }));
  });
}

it('no watch tells a revision older than a write that has ended, however quick the write', async () => {
  const watches = [new RevisionWatch(store), new RevisionWatch(store)];
  for (let i = 0; i < 20; i++) {
    const before = await Promise.all(watches.map((watch) => watch.now()));
    expect(new Set(before).size).toBe(1);
    await advance();
    for (const watch of watches) expect(await watch.now()).not.toBe(before[0]);
  }
});

it('answers without asking while nobody writes, and asks each time while somebody may', async () => {
  const watch = new RevisionWatch(store);
  const revision = await watch.now();
  expect(watch.known()).toBe(revision);
  await advance(async () => {
    const late = new RevisionWatch(store);
    await late.now();
    expect(late.known()).toBeUndefined();
  });
  await watch.now();
  expect(watch.known()).toBeDefined();
});

it('takes an announcement back when the write fails, and forgets that of a writer that died', async () => {
  const known = async (): Promise<boolean> => {
    // A new one trusts nothing yet.
    const watch = new RevisionWatch(store);
    await watch.now();
    return watch.known() !== undefined;
  };
  await expect(advance(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await known()).toBe(true);
  await store.runAlone(statementText('ledger/announce'), { writer: 'died', givenUp: GIVEN_UP_MS });
  expect(await known()).toBe(false);
  await cypher(store, "MATCH (l:Ledger) SET l.announced = ['died ' + toString(timestamp() - $given.age)]", { age: GIVEN_UP_MS + 1 });
  expect(await known()).toBe(true);
  await store.runAlone(statementText('ledger/announce'), { writer: 'next', givenUp: GIVEN_UP_MS });
  expect(await cypher(store, 'MATCH (l:Ledger) RETURN size(l.announced) AS announced')).toEqual([{ announced: 1 }]);
  await store.runAlone(statementText('ledger/withdraw'), { writer: 'next' });
  expect(await known()).toBe(true);
});

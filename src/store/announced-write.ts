import { setTimeout as sleep } from 'node:timers/promises';
import type { ManagedTransaction } from 'neo4j-driver';
import { FealtyError } from '../domain/errors';
import { Announcement } from './announcement';
import { cypherParams } from './cypher-params';
import type { Neo4jStore } from './neo4j-store';
import { statementText } from './statement-files';

/** How long a service that saw no announced write may answer without looking again, in milliseconds. */
export const TRUST_MS = 80;
/** How long a writer waits between its announcement and its commit: past that, nobody still trusts what was seen before. Longer than TRUST_MS, since no two clocks run alike. */
const WAIT_MS = 100;
/** No write is committed later than this after its announcement, which must by then not count as that of a writer that died. */
const LONGEST_WRITE_MS = 300_000;

/**
 * Runs `work` in one write transaction. Before it changes anything it calls `announce`; services then look at the graph for each answer until the write is over, so that none gives an answer that
 * was kept from before a write that has ended. Work that turns out to have nothing to write does not announce, and writes nothing at all. `standing` is an announcement that covers more writes
 * than this one: whoever made it withdraws it.
 */
export async function announcedWrite<T>(store: Neo4jStore, work: (tx: ManagedTransaction, announce: () => Promise<void>) => Promise<T>, standing?: Announcement): Promise<T> {
  const announcement = standing ?? new Announcement(store);
  try {
    return await store.write(async (tx) => {
      const result = await work(tx, () => announcement.make());
      if (announcement.age() === undefined) return result;
      if (standing === undefined) await tx.run(statementText('ledger/withdraw'), cypherParams({ writer: announcement.writer }));
      await sleep(Math.max(0, WAIT_MS - (announcement.age() ?? 0)));
      if ((announcement.age() ?? 0) > LONGEST_WRITE_MS) throw new FealtyError('TIMEOUT', 'The write took longer than five minutes and was given up; nothing of it is stored.');
      return result;
    });
  } catch (error) {
    if (standing === undefined) await announcement.withdraw().catch(() => undefined);
    throw error;
  }
}

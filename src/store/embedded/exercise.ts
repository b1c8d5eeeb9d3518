import { Ledger } from '../ledger';
import { migrate } from '../migrations';
import { Neo4jStore, type Connection } from '../neo4j-store';
import { warmUp } from '../warm-up';

/** Names nothing and claims nothing; its publisher is unknown, so nothing of it is kept. */
const EMPTY_ARTICLE = { id: 'training', hash: 'training', publisher: 'nobody', props: {}, claims: [], rivals: [] };

/** Has a database do what every start and every first question need: the schema, a write, and the questions that come first. */
export async function exercise(connection: Connection): Promise<void> {
  const store = new Neo4jStore(connection);
  try {
    await migrate(store);
    await new Ledger(store).writeArticle(EMPTY_ARTICLE, []).catch(() => undefined);
    await warmUp(store);
  } finally {
    await store.close();
  }
}

import type { Neo4jStore } from './neo4j-store';
import { chainFilter } from './questions/questions';
import type { ClaimFilter } from '../domain/entities';
import { HOSTILE_TYPES } from '../domain/claim-types';

const DEADLINE_MS = 20_000;
const UNFILTERED: ClaimFilter = chainFilter({ asKnownOn: null, publishedBy: null, from: null, to: null } as ClaimFilter);

/**
 * Has the questions that come first planned before anybody asks them: a new Neo4j takes seconds over its first plans, and as long again if a request plans the same
 * at the same time. Two connections share the work of two cores. The questions ask for nobody, so they read next to nothing; if they fail, the first asker waits a little longer.
 */
export async function warmUp(store: Neo4jStore): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS;
  const nobody = { patron: '', f: UNFILTERED, b: UNFILTERED, cursor: '', limit: 1, count: false };
  const [first, second] = [store.reader(deadline), store.reader(deadline)];
  await Promise.allSettled([
    first.rows('questions/opponents-of-proxies', { ...nobody, maxDepth: 1, includePatron: false, types: HOSTILE_TYPES, names: [] }),
    second.rows('claims/for-ties', { ...nobody, ties: [] }),
    second.rows('parties/by-ids', { ids: [] }),
  ]);
}

import type { Neo4jStore } from './neo4j-store';
import { chainFilter } from './questions/questions';
import type { ClaimFilter } from '../domain/entities';
import { HOSTILE_TYPES } from '../domain/claim-types';

const DEADLINE_MS = 20_000;
const UNFILTERED: ClaimFilter = chainFilter({ asKnownOn: null, publishedBy: null, from: null, to: null } as ClaimFilter);

/** Has the questions that come first planned before anybody asks them. They ask for nobody, so they read next to nothing; if it fails, the first asker waits a little longer. */
export async function warmUp(store: Neo4jStore): Promise<void> {
  const reader = store.reader(Date.now() + DEADLINE_MS);
  const nobody = { patron: '', f: UNFILTERED, b: UNFILTERED, cursor: '', limit: 1, count: false };
  try {
    await Promise.all([
      reader.rows('questions/opponents-of-proxies', { ...nobody, maxDepth: 1, includePatron: false, types: HOSTILE_TYPES }),
      reader.rows('names/resolve', { names: [] }),
      reader.rows('claims/for-ties', { ...nobody, ties: [] }),
      reader.rows('parties/by-ids', { ids: [] }),
    ]);
  } catch {
    // The store may have gone away again; readiness tells of that.
  }
}

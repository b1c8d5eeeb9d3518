import { randomUUID } from 'node:crypto';
import { statementText } from './statement-files';
import type { Neo4jStore } from './neo4j-store';

/** An announcement of this age is of a writer that died. Longer than any write may take after it. */
export const GIVEN_UP_MS = 600_000;
/** An announcement that stands over many writes is made anew before it is this old. */
const RENEWED_AFTER_MS = 60_000;

/** A writer's word, kept in the store, that the graph is about to change: until it is withdrawn, services look at the graph for each answer. */
export class Announcement {
  readonly writer = randomUUID();
  /** When it was last made, by this process's own clock; undefined if it was not. */
  private at: number | undefined;

  constructor(private readonly store: Neo4jStore) {}

  /** Makes it, unless it was made a short while ago. */
  async make(): Promise<void> {
    if (this.at !== undefined && performance.now() - this.at < RENEWED_AFTER_MS) return;
    await this.store.runAlone(statementText('ledger/announce'), { writer: this.writer, givenUp: GIVEN_UP_MS });
    this.at = performance.now();
  }

  /** Milliseconds since it was last made; undefined if it was not. */
  age(): number | undefined {
    return this.at === undefined ? undefined : performance.now() - this.at;
  }

  /** Takes it back, if it was made. */
  async withdraw(): Promise<void> {
    if (this.at !== undefined) await this.store.runAlone(statementText('ledger/withdraw'), { writer: this.writer });
    this.at = undefined;
  }
}

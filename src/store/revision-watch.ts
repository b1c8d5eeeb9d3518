import type { Neo4jStore } from './neo4j-store';
import type { Row } from './reader';

const PATIENCE_MS = 3_000;

/** Tells the graph's revision. Requests that come while one look is under way share the next one, so that each learns of every change made before it came, and many cost one round trip. */
export class RevisionWatch {
  private looking: Promise<string> | undefined;
  private next: Promise<string> | undefined;

  constructor(private readonly store: Neo4jStore) {}

  /** The revision at some moment after the call. Throws FealtyError STORE_UNAVAILABLE or TIMEOUT. */
  now(): Promise<string> {
    this.next ??= this.after(this.looking).then(() => {
      this.next = undefined;
      this.looking = this.look();
      return this.looking;
    });
    return this.next;
  }

  private async after(earlier: Promise<string> | undefined): Promise<void> {
    await earlier?.catch(() => undefined);
  }

  private async look(): Promise<string> {
    const [row] = await this.store.reader(Date.now() + PATIENCE_MS).rows('ledger/revision', {});
    return revisionKey(row);
  }
}

/** Names a state of the graph: two graphs, or one made anew, never share it. */
export function revisionKey(row: Row | undefined): string {
  const { revision, born } = (row ?? {}) as { revision?: number; born?: string | null };
  return `${born ?? 'unborn'} ${revision ?? 0}`;
}

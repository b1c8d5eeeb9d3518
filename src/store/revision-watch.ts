import { TRUST_MS } from './announced-write';
import { GIVEN_UP_MS } from './announcement';
import type { Neo4jStore } from './neo4j-store';
import type { RevisionMemory, Row } from './reader';

const PATIENCE_MS = 3_000;

/**
 * Tells the graph's revision. What was seen while nobody was about to write holds for TRUST_MS, since a writer waits longer than that between its announcement and its commit. Otherwise the
 * database is asked; requests that come while one look is under way share the next one, so that each learns of every change made before it came, and many cost one round trip.
 */
export class RevisionWatch implements RevisionMemory {
  private looking: Promise<string> | undefined;
  private next: Promise<string> | undefined;
  private trusted: { revision: string; until: number } | undefined;

  constructor(private readonly store: Neo4jStore) {}

  /** What `ledger/watch` must be given. */
  readonly params = { givenUp: GIVEN_UP_MS };

  /** Takes note of a row of `ledger/watch` that was asked for at `begun` (performance.now()); returns the revision. */
  saw(row: Row | undefined, begun: number): string {
    const revision = revisionKey(row);
    this.trusted = row?.writing === false ? { revision, until: begun + TRUST_MS } : undefined;
    return revision;
  }

  /** The revision, if it is known without asking. */
  known(): string | undefined {
    return this.trusted !== undefined && performance.now() < this.trusted.until ? this.trusted.revision : undefined;
  }

  /** The revision at some moment after the call. Throws FealtyError STORE_UNAVAILABLE or TIMEOUT. */
  now(): Promise<string> {
    const known = this.known();
    if (known !== undefined) return Promise.resolve(known);
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
    // From before the database is asked: what it says may be as old as that.
    const begun = performance.now();
    const [row] = await this.store.reader(Date.now() + PATIENCE_MS).rows('ledger/watch', this.params);
    return this.saw(row, begun);
  }
}

/** Names a state of the graph: two graphs, or one made anew, never share it. */
function revisionKey(row: Row | undefined): string {
  const { revision, born } = (row ?? {}) as { revision?: number; born?: string | null };
  return `${born ?? 'unborn'} ${revision ?? 0}`;
}

import { randomUUID } from 'node:crypto';
import type { ManagedTransaction } from 'neo4j-driver';
import { parseTieId, type TieKey } from '../domain/tie-id';
import type { IncidentSource } from '../domain/vocabulary';
import { announcedWrite } from './announced-write';
import { Announcement } from './announcement';
import { batchChange, incidentsOf, readBatchState, sourcesBut, type Batch, type BatchChange, type BatchState } from './batch-change';
import { packClaim } from './packed-claim';
import { cypherParams } from './cypher-params';
import { REGISTRY_ORDER, type ArticleRow, type ClaimRow, type RegistryLabel, type RegistryRow, type RivalRow } from './ledger-rows';
import type { Neo4jStore } from './neo4j-store';
import { statementText } from './statement-files';

/** What a write did: claims by what became of them, and Neo4j's own counters (all absent when nothing was written). */
export interface WriteReport {
  created: number;
  superseded: number;
  retracted: number;
  unchanged: number;
  counters: Record<string, number>;
}

/** How long reading ahead may take, in milliseconds. */
const LOOK_MS = 60_000;
/** Two incidents of different sources may be one if their places are no farther apart. */
const NEAR_KM = 25;

interface LiveClaim {
  key: string;
  id: string;
  hash: string;
  tieId: string;
  subjectId: string;
  objectId: string;
}

/** The record of claims: what goes into it goes in whole, and what is there is never deleted, only ended. */
export class Ledger {
  /** The last batch written here. */
  private last: LastBatch | undefined;
  /** What announces all batches of a load. */
  private standing: Announcement | undefined;

  constructor(private readonly store: Neo4jStore) {}

  /** What each of these ids is in the store, and the root that each origin counts as. Unknown ids are absent. */
  async entries(ids: string[]): Promise<Map<string, { label: RegistryLabel; hash: string; root: string | null }>> {
    const { records } = await this.store.runAlone(statementText('registry/state'), { ids });
    return new Map(records.map((r) => [r.get('id') as string, { label: r.get('label') as RegistryLabel, hash: r.get('hash') as string, root: r.get('root') as string | null }]));
  }

  /** Which of these claims (`article/key`) were ever recorded. */
  async claimIds(ids: string[]): Promise<Set<string>> {
    const { records } = await this.store.runAlone(statementText('intake/claim-ids'), { ids });
    return new Set(records.map((r) => r.get('id') as string));
  }

  /** Writes the registry entries that differ from what is stored, in one transaction; none if none does. */
  async writeRegistries(rows: Record<RegistryLabel, RegistryRow[]>): Promise<WriteReport> {
    const stored = await this.entries(REGISTRY_ORDER.flatMap((label) => rows[label].map(({ id }) => id)));
    const changed = (label: RegistryLabel): RegistryRow[] => rows[label].filter(({ id, hash }) => stored.get(id)?.hash !== hash);
    const report = emptyReport();
    const total = REGISTRY_ORDER.reduce((sum, label) => sum + rows[label].length, 0);
    const count = REGISTRY_ORDER.reduce((sum, label) => sum + changed(label).length, 0);
    report.unchanged = total - count;
    if (count === 0) return report;
    return announcedWrite(this.store, async (tx, announce) => {
      const write = new Writes(tx);
      await announce();
      await write.run('ledger/lock', { writer: randomUUID() });
      for (const label of REGISTRY_ORDER) {
        const changedRows = changed(label);
        if (changedRows.length > 0) await write.run(`registry/write-${label.toLowerCase()}s`, { rows: changedRows });
      }
      const [moved] = await write.run('registry/refresh-roots', { origins: changed('Origin').map(({ id }) => id) });
      await write.run('ties/derive', { ties: ((moved?.ties ?? []) as string[]).map(parseTieId) });
      await write.run('ledger/advance', { now: new Date().toISOString() });
      return { ...report, created: count, counters: write.counters };
    });
  }

  /**
   * Brings an article and its claims to what `row` says, in one transaction: new claims are recorded, changed ones superseded, missing ones retracted.
   * `rivals` are all curated rivals that touch this article, from either side. Writes nothing if nothing changed.
   */
  async writeArticle(row: ArticleRow, rivals: RivalRow[]): Promise<WriteReport> {
    return announcedWrite(this.store, async (tx, announce) => {
      const first = await diff(tx, row);
      if (first.isEmpty) return { ...emptyReport(), unchanged: row.claims.length };
      const write = new Writes(tx);
      await announce();
      await write.run('ledger/lock', { writer: randomUUID() });
      // Another writer may have come before the lock was ours.
      const change = await diff(tx, row);
      const now = new Date().toISOString();
      await write.run('articles/write', { id: row.id, props: row.props, publisher: row.publisher });
      await write.run('claims/end', { ended: change.ended, now });
      await write.run('claims/create', { claims: packed(change.created, now), now });
      await write.run('ties/derive', { ties: change.ties });
      await write.run('ties/derive-patrons', { parties: parties(change.ties, 'BACKED_BY', 'to') });
      await write.run('rivals/derive-heads', { groups: parties(change.ties, 'COMMANDED_BY', 'from'), now });
      await write.run('rivals/derive-holders', { places: parties(change.ties, 'CONTROLS', 'to'), now });
      await write.run('rivals/write-curated', { rivals, now });
      await write.run('rivals/mark-ties', { ties: change.ties.map(({ id }) => id) });
      await write.run('incidents/derive-matches', toBeMatched(incidentsOf(row.claims), 'articles'));
      await write.run('ledger/advance', { now });
      const superseded = change.ended.filter(({ status }) => status === 'superseded').length;
      return {
        created: change.created.length - superseded,
        superseded,
        retracted: change.ended.length - superseded,
        unchanged: row.claims.length - change.created.length,
        counters: write.counters,
      };
    });
  }

  /** Runs `load`, which writes many batches, under one announcement for them all. */
  async announcedBatches<T>(load: () => Promise<T>): Promise<T> {
    const standing = (this.standing = new Announcement(this.store));
    try {
      return await load();
    } finally {
      this.standing = undefined;
      await standing.withdraw();
    }
  }

  /** Reads ahead what the store holds of a batch: the next one's may be read while one is being written. */
  lookAhead(batch: Batch): Promise<BatchState> {
    const reader = this.store.reader(Date.now() + LOOK_MS);
    return readBatchState((statement, given) => reader.rows(statement, given), batch);
  }

  /**
   * Brings what a batch of a collection tells of its incidents to what `batch` says, in one transaction: registry entries and articles that are new or changed; of the incidents' claims,
   * new ones are recorded, changed ones superseded, missing ones retracted. Writes nothing if nothing changed. `ahead` is what was read of it before; no two batches may share an incident.
   */
  async writeBatch(batch: Batch, ahead: Promise<BatchState> = this.lookAhead(batch)): Promise<WriteReport> {
    const total = batch.articles.reduce((sum, { claims }) => sum + claims.length, 0);
    const state = await ahead;
    // It may have been read before the last batch was there.
    for (const [id, hash] of this.last?.hashes ?? []) state.hashes.set(id, hash);
    const seen = batchChange(state, batch);
    if (seen.isEmpty) return { ...emptyReport(), unchanged: total };
    const { last } = this;
    const upToDate = (revision: number): boolean => revision === state.revision || (last !== undefined && state.revision >= last.before && revision === last.after);
    const { written, report } = await this.sendBatch(batch, { change: seen, upToDate }).catch((error: unknown) => {
      if (error instanceof Overtaken) return this.sendBatch(batch);
      throw error;
    });
    // Only now: what was rolled back is not there.
    this.last = written;
    return report;
  }

  /**
   * Writes a batch in one transaction. `seen` is what it changes in the store as it was read before, and whether that is still so at a revision; if not, throws Overtaken and nothing is written.
   * Without it the store is read under the lock.
   */
  private sendBatch(batch: Batch, seen?: { change: BatchChange; upToDate: (revision: number) => boolean }): Promise<{ written: LastBatch; report: WriteReport }> {
    const send = async (tx: ManagedTransaction, announce: () => Promise<void>): Promise<{ written: LastBatch; report: WriteReport }> => {
      const write = new Writes(tx);
      await announce();
      const locked = write.run('ledger/lock', { writer: randomUUID() }).then(([row]) => {
        const revision = row?.revision as number;
        if (seen !== undefined && !seen.upToDate(revision)) throw new Overtaken();
        return revision;
      });
      if (seen === undefined) await locked;
      const change = seen?.change ?? batchChange(await readBatchState((statement, given) => write.run(statement, given), batch), batch);
      const now = new Date().toISOString();
      // Not awaited one by one: the driver packs the next statement while the database works on the one before. They run in this order.
      const [revision, advanced] = await Promise.all([
        locked,
        write.run('ledger/advance', { now }),
        ...REGISTRY_ORDER.filter((label) => change.registries[label].length > 0).map((label) => write.run(`registry/write-${label.toLowerCase()}s`, { rows: change.registries[label] })),
        ...(change.articles.length > 0 ? [write.run('articles/write-all', { rows: change.articles.map(({ id, props, publisher }) => ({ id, props, publisher })) })] : []),
        ...(change.ended.length > 0 ? [write.run('claims/end', { ended: change.ended.map(({ id, status }) => ({ id, status })), now })] : []),
        ...(change.grown.length > 0 ? [write.run('ties/extend', { ties: change.grown })] : []),
        write.run('claims/create', { claims: packed(change.created, now), now }),
        ...(change.remade.length > 0 ? [write.run('ties/derive', { ties: change.remade })] : []),
        ...(change.incidents.length > 0 ? [write.run('incidents/derive-matches', toBeMatched(change.incidents, batch.source))] : []),
      ]).catch(async (error: unknown) => {
        // Answers may all come at once: what a later statement failed of, such as a claim that is there already, may only be that another writer came before.
        await locked;
        throw error;
      });
      const superseded = change.ended.filter(({ status }) => status === 'superseded').length;
      const entries = [...REGISTRY_ORDER.flatMap((label) => change.registries[label]), ...change.articles];
      const claims = batch.articles.reduce((sum, article) => sum + article.claims.length, 0);
      return {
        written: { before: revision, after: advanced[0]?.revision as number, hashes: entries.map(({ id, hash }): [string, string] => [id, hash]) },
        report: { created: change.created.length - superseded, superseded, retracted: change.ended.length - superseded, unchanged: claims - change.created.length, counters: write.counters },
      };
    };
    return announcedWrite(this.store, send, this.standing);
  }
}

/** Another writer came between reading and the lock. */
class Overtaken extends Error {}

/** A batch that was written: revisions before and after it, and what it left in the store. */
interface LastBatch {
  before: number;
  after: number;
  hashes: [string, string][];
}

interface Change {
  isEmpty: boolean;
  ended: { id: string; status: 'superseded' | 'retracted' }[];
  created: (ClaimRow & { supersedes: string | null })[];
  ties: TieKey[];
}

async function diff(tx: ManagedTransaction, row: ArticleRow): Promise<Change> {
  const { records } = await tx.run(statementText('articles/state'), cypherParams({ id: row.id }));
  const state = records[0]?.toObject() as { hash: string | null; live: LiveClaim[]; versions: { key: string; version: number }[] };
  const live = new Map(state.live.map((claim) => [claim.key, claim]));
  const versions = new Map(state.versions.map(({ key, version }) => [key, version]));
  const wanted = new Set(row.claims.map(({ key }) => key));
  const changed = row.claims.filter(({ key, hash }) => live.get(key)?.hash !== hash);
  const ended = state.live
    .filter(({ key }) => !wanted.has(key))
    .map((claim): { claim: LiveClaim; status: Change['ended'][number]['status'] } => ({ claim, status: 'retracted' }))
    .concat(changed.flatMap(({ key }) => live.get(key) ?? []).map((claim) => ({ claim, status: 'superseded' as const })));
  const created = changed.map((claim) => {
    const version = (versions.get(claim.key) ?? 0) + 1;
    const id = version === 1 ? `${row.id}/${claim.key}` : `${row.id}/${claim.key}@${version}`;
    return { ...claim, props: { ...claim.props, id, version }, supersedes: live.get(claim.key)?.id ?? null };
  });
  const ties = new Map([...created.map(({ tie }) => tie), ...ended.map(({ claim }) => parseTieId(claim.tieId))].map((tie) => [tie.id, tie]));
  return {
    isEmpty: changed.length === 0 && ended.length === 0 && state.hash === row.hash,
    ended: ended.map(({ claim, status }) => ({ id: claim.id, status })),
    created,
    ties: [...ties.values()],
  };
}

function packed(claims: BatchChange['created'], now: string): BatchChange['created'] {
  return claims.map((claim) => ({ ...claim, props: { ...claim.props, packed: packClaim({ ...claim.props, recordedAt: now }) } }));
}

/** Incidents of `source`, which are compared with those of every other source. */
function toBeMatched(incidents: string[], source: IncidentSource): Record<string, unknown> {
  return { incidents, otherSources: sourcesBut(source), kilometres: NEAR_KM };
}

function parties(ties: TieKey[], type: TieKey['type'], end: 'from' | 'to'): string[] {
  return [...new Set(ties.filter((tie) => tie.type === type).map((tie) => tie[end]))];
}

function emptyReport(): WriteReport {
  return { created: 0, superseded: 0, retracted: 0, unchanged: 0, counters: {} };
}

/** Runs statements in one transaction and adds up Neo4j's counters. */
class Writes {
  readonly counters: Record<string, number> = {};

  constructor(private readonly tx: ManagedTransaction) {}

  async run(statement: string, params: Record<string, unknown>): Promise<Record<string, unknown>[]> {
    const result = await this.tx.run(statementText(statement), cypherParams(params));
    for (const [name, n] of Object.entries(result.summary.counters.updates())) if (n > 0) this.counters[name] = (this.counters[name] ?? 0) + n;
    return result.records.map((record) => record.toObject());
  }
}

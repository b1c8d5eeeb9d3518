import { randomUUID } from 'node:crypto';
import type { ManagedTransaction } from 'neo4j-driver';
import { parseTieId, type TieKey } from '../domain/tie-id';
import { cypherParams } from './cypher-params';
import type { ArticleRow, ClaimRow, RegistryRow, RivalRow } from './ledger-rows';
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

export type RegistryLabel = 'Actor' | 'Commander' | 'Location' | 'Origin' | 'Incident';

/** Locations go before incidents, which refer to them. */
const REGISTRY_ORDER: RegistryLabel[] = ['Origin', 'Location', 'Actor', 'Commander', 'Incident'];

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
    return this.store.write(async (tx) => {
      const write = new Writes(tx);
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
    return this.store.write(async (tx) => {
      const first = await diff(tx, row);
      if (first.isEmpty) return { ...emptyReport(), unchanged: row.claims.length };
      const write = new Writes(tx);
      await write.run('ledger/lock', { writer: randomUUID() });
      // Another writer may have come before the lock was ours.
      const change = await diff(tx, row);
      const now = new Date().toISOString();
      await write.run('articles/write', { id: row.id, props: row.props, publisher: row.publisher });
      await write.run('claims/end', { ended: change.ended, now });
      await write.run('claims/create', { claims: change.created, now });
      await write.run('ties/derive', { ties: change.ties });
      await write.run('ties/derive-patrons', { parties: parties(change.ties, 'BACKED_BY', 'to') });
      await write.run('rivals/derive-heads', { groups: parties(change.ties, 'COMMANDED_BY', 'from'), now });
      await write.run('rivals/derive-holders', { places: parties(change.ties, 'CONTROLS', 'to'), now });
      await write.run('rivals/write-curated', { rivals, now });
      await write.run('rivals/mark-ties', { ties: change.ties.map(({ id }) => id) });
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

  /**
   * Adds a batch of a collection, in one transaction: registry entries and articles that are new or changed, claims that are new (recorded) or changed (superseded). Nothing is
   * retracted, since a batch is not the whole of its articles. Writes nothing if nothing changed.
   */
  async writeBatch(batch: { registries: Record<RegistryLabel, RegistryRow[]>; articles: ArticleRow[] }): Promise<WriteReport> {
    return this.store.write(async (tx) => {
      const total = batch.articles.reduce((sum, { claims }) => sum + claims.length, 0);
      let change = await batchDiff(tx, batch);
      if (change.isEmpty) return { ...emptyReport(), unchanged: total };
      const write = new Writes(tx);
      const [locked] = await write.run('ledger/lock', { writer: randomUUID() });
      // Another writer may have come before the lock was ours.
      if (locked?.revision !== change.revision) change = await batchDiff(tx, batch);
      const now = new Date().toISOString();
      for (const label of REGISTRY_ORDER) if (change.registries[label].length > 0) await write.run(`registry/write-${label.toLowerCase()}s`, { rows: change.registries[label] });
      if (change.articles.length > 0) await write.run('articles/write-all', { rows: change.articles.map(({ id, props, publisher }) => ({ id, props, publisher })) });
      if (change.ended.length > 0) await write.run('claims/end', { ended: change.ended, now });
      await write.run('claims/create', { claims: change.created, now });
      await write.run('ties/derive', { ties: change.ties });
      await write.run('ledger/advance', { now });
      return { created: change.created.length - change.ended.length, superseded: change.ended.length, retracted: 0, unchanged: total - change.created.length, counters: write.counters };
    });
  }
}

interface BatchChange {
  isEmpty: boolean;
  revision: number;
  registries: Record<RegistryLabel, RegistryRow[]>;
  articles: ArticleRow[];
  ended: { id: string; status: 'superseded' }[];
  created: (ClaimRow & { supersedes: string | null })[];
  ties: TieKey[];
}

/** What of a batch the store does not hold yet, or holds otherwise. */
async function batchDiff(tx: ManagedTransaction, { registries, articles }: { registries: Record<RegistryLabel, RegistryRow[]>; articles: ArticleRow[] }): Promise<BatchChange> {
  const ask = async (statement: string, given: Record<string, unknown>): Promise<Record<string, unknown>[]> =>
    (await tx.run(statementText(statement), cypherParams(given))).records.map((record) => record.toObject());
  const claims = articles.flatMap((article) => article.claims.map((claim) => ({ claim, articleId: article.id, sortKey: claim.props.sortKey as string })));
  const [revision, entries, hashes, states] = await Promise.all([
    ask('ledger/revision', {}),
    ask('registry/state', { ids: REGISTRY_ORDER.flatMap((label) => registries[label].map(({ id }) => id)) }),
    ask('intake/article-hashes', { ids: articles.map(({ id }) => id) }),
    ask('intake/claim-states', { claims: claims.map(({ articleId, sortKey }) => ({ articleId, sortKey })) }),
  ]);
  const stored = new Map([...entries, ...hashes].map(({ id, hash }) => [id, hash]));
  const known = new Map(states.map((state) => [state.sortKey, state]));
  const changed = claims.filter(({ claim, sortKey }) => known.get(sortKey)?.hash !== claim.hash);
  const created = changed.map(({ claim, articleId, sortKey }) => {
    const version = ((known.get(sortKey)?.version as number | undefined) ?? 0) + 1;
    const id = version === 1 ? `${articleId}/${claim.key}` : `${articleId}/${claim.key}@${version}`;
    return { ...claim, props: { ...claim.props, id, version }, supersedes: (known.get(sortKey)?.id as string | null | undefined) ?? null };
  });
  const replaced = changed.flatMap(({ sortKey }) => known.get(sortKey) ?? []).filter(({ id }) => id !== null);
  const ties = new Map([...created.map(({ tie }) => tie), ...replaced.map(({ tieId }) => parseTieId(tieId as string))].map((tie) => [tie.id, tie]));
  const fresh = Object.fromEntries(REGISTRY_ORDER.map((label) => [label, registries[label].filter(({ id, hash }) => stored.get(id) !== hash)])) as BatchChange['registries'];
  const freshArticles = articles.filter(({ id, hash }) => stored.get(id) !== hash);
  return {
    isEmpty: created.length === 0 && freshArticles.length === 0 && REGISTRY_ORDER.every((label) => fresh[label].length === 0),
    revision: (revision[0]?.revision as number | undefined) ?? 0,
    registries: fresh,
    articles: freshArticles,
    ended: replaced.map(({ id }) => ({ id: id as string, status: 'superseded' as const })),
    created,
    ties: [...ties.values()],
  };
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

import type { ManagedTransaction } from 'neo4j-driver';
import { parseTieId, type TieKey } from '../domain/tie-id';
import type { IncidentSource } from '../domain/vocabulary';
import { cypherParams } from './cypher-params';
import { REGISTRY_ORDER, type ArticleRow, type ClaimRow, type RegistryLabel, type RegistryRow } from './ledger-rows';
import { statementText } from './statement-files';

/** Events of a collection as rows: each registry entry and each article once, and all claims of each incident. */
export interface Batch {
  /** Where the incidents are known from. */
  source: IncidentSource;
  registries: Record<RegistryLabel, RegistryRow[]>;
  articles: ArticleRow[];
}

/** A tie and what its new claims add to it. `origins` are the last of each claim's chain. */
export interface TieGrowth extends TieKey {
  claims: number;
  articles: string[];
  origins: string[];
  earliest: string | null;
  latest: string | null;
}

/** What of a batch the store does not hold yet, or holds otherwise. */
export interface BatchChange {
  isEmpty: boolean;
  /** The revision at which this was read. */
  revision: number;
  registries: Record<RegistryLabel, RegistryRow[]>;
  articles: ArticleRow[];
  ended: { id: string; tieId: string; status: 'superseded' | 'retracted' }[];
  created: (ClaimRow & { supersedes: string | null })[];
  /** Ties that only gain claims, and those that lose some, which must be counted anew. */
  grown: TieGrowth[];
  remade: TieKey[];
  /** Incidents of which anything changed. */
  incidents: string[];
}

interface Recorded {
  sortKey: string;
  /** The last version ever recorded. */
  version: number;
  /** The live version; null if the claim has ended. */
  id: string | null;
  hash: string | null;
  tieId: string | null;
}

export async function batchChange(tx: ManagedTransaction, { registries, articles }: Batch): Promise<BatchChange> {
  const ask = async <T>(statement: string, given: Record<string, unknown>): Promise<T[]> =>
    (await tx.run(statementText(statement), cypherParams(given))).records.map((record) => record.toObject() as T);
  // Asked together: the driver sends all four without waiting in between.
  const [revision, entries, hashes, recorded] = await Promise.all([
    ask<{ revision: number }>('ledger/revision', {}),
    ask<{ id: string; hash: string }>('registry/state', { ids: REGISTRY_ORDER.flatMap((label) => registries[label].map(({ id }) => id)) }),
    ask<{ id: string; hash: string }>('intake/article-hashes', { ids: articles.map(({ id }) => id) }),
    ask<Recorded>('intake/incident-claims', { incidents: registries.Incident.map(({ id }) => id) }),
  ]);
  const stored = new Map([...entries, ...hashes].map(({ id, hash }) => [id, hash]));
  const fresh = <T extends { id: string; hash: string }>(rows: T[]): T[] => rows.filter(({ id, hash }) => stored.get(id) !== hash);
  const known = new Map(recorded.map((claim) => [claim.sortKey, claim]));
  const claims = articles.flatMap((article) => article.claims.map((claim) => ({ claim, articleId: article.id, sortKey: claim.props.sortKey as string })));
  const wanted = new Set(claims.map(({ sortKey }) => sortKey));
  const changed = claims.filter(({ claim, sortKey }) => known.get(sortKey)?.hash !== claim.hash);
  const created = changed.map(({ claim, articleId, sortKey }) => {
    const version = (known.get(sortKey)?.version ?? 0) + 1;
    const id = version === 1 ? `${articleId}/${claim.key}` : `${articleId}/${claim.key}@${version}`;
    return { ...claim, props: { ...claim.props, id, version }, supersedes: known.get(sortKey)?.id ?? null };
  });
  const replaced = new Set(changed.map(({ sortKey }) => sortKey));
  const ended = recorded.flatMap(({ sortKey, id, tieId }): BatchChange['ended'] => {
    if (id === null || tieId === null || (wanted.has(sortKey) && !replaced.has(sortKey))) return [];
    return [{ id, tieId, status: replaced.has(sortKey) ? 'superseded' : 'retracted' }];
  });
  const shrunk = new Set(ended.map(({ tieId }) => tieId));
  const freshRegistries = Object.fromEntries(REGISTRY_ORDER.map((label) => [label, fresh(registries[label])])) as BatchChange['registries'];
  const freshArticles = fresh(articles);
  return {
    isEmpty: created.length === 0 && ended.length === 0 && freshArticles.length === 0 && REGISTRY_ORDER.every((label) => freshRegistries[label].length === 0),
    revision: revision[0]?.revision ?? 0,
    registries: freshRegistries,
    articles: freshArticles,
    ended,
    created,
    grown: growth(created.filter(({ tie }) => !shrunk.has(tie.id))),
    remade: [...shrunk].map(parseTieId),
    incidents: [...new Set([...freshRegistries.Incident.map(({ id }) => id), ...incidentsOf(created)])],
  };
}

function growth(claims: ClaimRow[]): TieGrowth[] {
  const ties = new Map<string, TieGrowth>();
  for (const { tie, props, lastOrigin } of claims) {
    const { articleId, earliest, latest } = props as unknown as { articleId: string; earliest: string | null; latest: string | null };
    let grown = ties.get(tie.id);
    if (grown === undefined) ties.set(tie.id, (grown = { ...tie, claims: 0, articles: [], origins: [], earliest: null, latest: null }));
    grown.claims += 1;
    grown.articles.push(articleId);
    grown.origins.push(lastOrigin);
    if (earliest !== null && (grown.earliest === null || earliest < grown.earliest)) grown.earliest = earliest;
    if (latest !== null && (grown.latest === null || latest > grown.latest)) grown.latest = latest;
  }
  return [...ties.values()].map((tie) => ({ ...tie, articles: [...new Set(tie.articles)], origins: [...new Set(tie.origins)] }));
}

/** The incidents that claims tell of. */
export function incidentsOf(claims: ClaimRow[]): string[] {
  return [...new Set(claims.flatMap(({ props }) => (props.incidentId as string | null) ?? []))];
}

import { parseTieId, type TieKey } from '../domain/tie-id';
import { INCIDENT_SOURCES, type IncidentSource } from '../domain/vocabulary';
import { REGISTRY_ORDER, type ArticleRow, type ClaimRow, type RegistryLabel, type RegistryRow } from './ledger-rows';

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
  registries: Record<RegistryLabel, RegistryRow[]>;
  articles: ArticleRow[];
  ended: { id: string; tieId: string; status: 'superseded' | 'retracted' }[];
  created: (ClaimRow & { supersedes: string | null })[];
  /** Ties that only gain claims, and those that lose some, which must be counted anew. */
  grown: TieGrowth[];
  remade: TieKey[];
  /** Incidents of which anything changed, but for new ones whose days meet those of no other source. */
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

/** What the store holds of a batch. */
export interface BatchState {
  /** The revision at which this was read: what follows is as new as that, or newer. */
  revision: number;
  /** Hashes of registry entries and articles. */
  hashes: Map<string, string>;
  recorded: Recorded[];
  /** Days of incidents of other sources that may meet some of the batch's; null if they are too many to compare one by one. */
  windows: Window[] | null;
}

interface Window {
  from: string;
  to: string;
}

/** Runs a statement of `cypher/`; returns its rows. */
export type Ask = (statement: string, given: Record<string, unknown>) => Promise<Record<string, unknown>[]>;

const MOST_WINDOWS = 1_000;

/** Reads what the store holds of a batch. The statements are asked together: the driver sends all without waiting in between. */
export async function readBatchState(ask: Ask, { registries, articles, source }: Batch): Promise<BatchState> {
  const days = registries.Incident.flatMap(({ props: { from, reach, to } }) => (from === null ? [] : [{ reach: reach as string, to: to as string }]));
  const [revision, entries, articleHashes, recorded, windows] = await Promise.all([
    ask('ledger/revision', {}),
    ask('registry/state', { ids: REGISTRY_ORDER.flatMap((label) => registries[label].map(({ id }) => id)) }),
    ask('intake/article-hashes', { ids: articles.map(({ id }) => id) }),
    ask('intake/incident-claims', { incidents: registries.Incident.map(({ id }) => id) }),
    ask('incidents/windows', { otherSources: sourcesBut(source), reach: least(days.map(({ reach }) => reach)), to: most(days.map(({ to }) => to)), limit: MOST_WINDOWS + 1 }),
  ]);
  return {
    revision: (revision[0]?.revision ?? 0) as number,
    hashes: new Map([...entries, ...articleHashes].map(({ id, hash }) => [id as string, hash as string])),
    recorded: recorded as unknown as Recorded[],
    windows: windows.length > MOST_WINDOWS ? null : (windows as unknown as Window[]),
  };
}

/** What a batch changes in a store that is in this state. */
export function batchChange({ hashes: stored, recorded, windows }: BatchState, { registries, articles }: Batch): BatchChange {
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
  const days = new Map(registries.Incident.map(({ id, props }) => [id, props]));
  return {
    isEmpty: created.length === 0 && ended.length === 0 && freshArticles.length === 0 && REGISTRY_ORDER.every((label) => freshRegistries[label].length === 0),
    registries: freshRegistries,
    articles: freshArticles,
    ended,
    created,
    grown: growth(created.filter(({ tie }) => !shrunk.has(tie.id))),
    remade: [...shrunk].map(parseTieId),
    incidents: [...new Set([...freshRegistries.Incident.map(({ id }) => id), ...incidentsOf(created)])].filter((id) => stored.has(id) || windows === null || mayMeet(days.get(id), windows)),
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

function mayMeet(days: Record<string, unknown> | undefined, windows: Window[]): boolean {
  const { from, to, reach } = (days ?? {}) as { from?: string | null; to?: string; reach?: string };
  if (from === null || from === undefined || to === undefined || reach === undefined) return false;
  return windows.some((other) => other.from >= reach && other.from <= to && other.to >= from);
}

function least(texts: string[]): string {
  return texts.reduce((found, text) => (found === '' || text < found ? text : found), '');
}

function most(texts: string[]): string {
  return texts.reduce((found, text) => (text > found ? text : found), '');
}

/** All sources of incidents but one. */
export function sourcesBut(source: IncidentSource): IncidentSource[] {
  return INCIDENT_SOURCES.filter((other) => other !== source);
}

/** The incidents that claims tell of. */
export function incidentsOf(claims: ClaimRow[]): string[] {
  return [...new Set(claims.flatMap(({ props }) => (props.incidentId as string | null) ?? []))];
}

import type { Ledger, WriteReport } from '../store/ledger';
import type { RegistryLabel, RegistryRow } from '../store/ledger-rows';
import { readCorpus, type Corpus } from './corpus';
import { IntakeError, type Fault } from './fault';
import { checkReferences, openReferences, type EntryLabel } from './references';
import { actorRow, articleRow, commanderRow, incidentRow, locationRow, originRow } from './rows';

export interface IngestReport {
  /** Entries of the registries: `created` counts those written, new or changed. */
  registries: WriteReport;
  articles: ({ id: string; title: string } & WriteReport)[];
}

export interface Progress {
  done: number;
  total: number;
  /** What was just written. */
  item: string;
}

/**
 * Ingests a data folder or file: validates all of it first, against its registries and what the store holds, then writes the registries
 * in one transaction and each article's claims in one. Throws IntakeError with every fault of every file if there is any; then nothing is written at all.
 */
export async function ingest(path: string, ledger: Ledger, onProgress: (progress: Progress) => void = () => undefined): Promise<IngestReport> {
  const corpus = readCorpus(path);
  // Ids of a registry that cannot be read would all seem unknown, and bury the fault that matters.
  if (corpus.sources.some(({ faults, isRegistry }) => isRegistry && faults.length > 0)) throw new IntakeError(faultsOf(corpus));
  const open = openReferences(corpus);
  const stored = await ledger.entries(open.ids);
  const known = new Map<string, EntryLabel>([...stored].map(([id, { label }]) => [id, label]));
  checkReferences(corpus, known, await ledger.claimIds(open.claims));
  const faults = faultsOf(corpus);
  if (faults.length > 0) throw new IntakeError(faults);

  const roots = new Map([...stored].flatMap(([id, { root }]) => (root ? [[id, root] as const] : [])));
  const total = 1 + corpus.articles.length;
  const registries = await ledger.writeRegistries(registryRows(corpus, roots));
  onProgress({ done: 1, total, item: 'registries' });
  const articles = [];
  const rows = corpus.articles.map(({ record }) => articleRow(record));
  for (const row of rows) {
    const rivals = rows.flatMap((other) => other.rivals).filter((rival) => rival.articleId === row.id || rival.otherArticleId === row.id);
    const report = await ledger.writeArticle(row, rivals);
    articles.push({ id: row.id, title: row.props.title as string, ...report });
    onProgress({ done: 1 + articles.length, total, item: row.id });
  }
  return { registries, articles };
}

function faultsOf(corpus: Corpus): Fault[] {
  return corpus.sources.flatMap((source) => source.faults);
}

function registryRows(corpus: Corpus, storedRoots: ReadonlyMap<string, string>): Record<RegistryLabel, RegistryRow[]> {
  const parents = new Map(corpus.origins.map(({ record }) => [record.id, record.belongsTo]));
  const rootOf = (id: string): string => {
    const parent = parents.get(id);
    return parent === undefined ? (storedRoots.get(id) ?? id) : rootOf(parent);
  };
  return {
    Actor: corpus.actors.map(({ record }) => actorRow(record)),
    Commander: corpus.commanders.map(({ record }) => commanderRow(record)),
    Location: corpus.locations.map(({ record }) => locationRow(record)),
    Origin: corpus.origins.map(({ record }) => originRow(record, rootOf)),
    Incident: corpus.incidents.map(({ record }) => incidentRow(record)),
  };
}

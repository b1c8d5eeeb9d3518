import { FealtyError } from '../../domain/errors';
import { parseTieId } from '../../domain/tie-id';
import type { Neo4jStore } from '../../store/neo4j-store';
import type { Params, Row } from '../../store/reader';
import { toCitedClaim, type CitedClaim, type CitedRow } from './cited-claim';
import { groupByTie } from './group-by-tie';
import { neededBy, type Needed } from './needed';
import { readSelection, type Selection, type SelectionOptions } from './selection';
import type { ArticleNode, CitedTie, ClaimNode, IncidentNode, NodeRecord, OriginNode, PartyNode, Props, RivalPair, TieEdge, TieRecord, TieTimes } from './records';

/** How long a question about the graph as a whole may take, in milliseconds. */
const QUESTION_MS = 120_000;

/** What stands at the head of an export. */
export interface Header {
  /** The revision of the graph that the whole export is of. */
  revision: number;
  /** When that revision was recorded. */
  changedAt: string | null;
  /** When the first claim of the whole graph was recorded. */
  firstRecordedAt: string | null;
  /** How many claims it holds. */
  claims: number;
  /** What narrows it, in words; empty for the whole graph. */
  selection: string;
}

type Order = 'tie' | 'place' | 'object-place' | 'incident';

/**
 * The graph, or a selection of it, as streams of records, each in an order of its own that never varies and that an index gives, so that the same data give the same export whatever its size, and memory stays flat.
 * Every stream may be read more than once.
 */
export class GraphSource {
  private constructor(
    private readonly store: Neo4jStore,
    private readonly selection: Selection,
    readonly header: Header,
    private readonly onClaim: () => void,
  ) {}

  private needed: Promise<Needed> | undefined;
  private names: Promise<Map<string, string>> | undefined;

  /** Opens the graph for one export. `history`: superseded and retracted claims too, unless something narrows the selection. Throws as readSelection does. `onClaim` is called for each claim read. */
  static async open(store: Neo4jStore, options: SelectionOptions, { history, onClaim = () => undefined }: { history: boolean; onClaim?: () => void }): Promise<GraphSource> {
    const reader = store.reader(Date.now() + QUESTION_MS);
    const selection = await readSelection(reader, options, history);
    const [state, extent] = await Promise.all([reader.rows('exports/state', {}), reader.rows('exports/extent', { f: selection.filter })]);
    const [{ revision, changedAt } = {}] = state as { revision?: number; changedAt?: string | null }[];
    const [{ claims, firstRecordedAt } = {}] = extent as { claims?: number; firstRecordedAt?: string | null }[];
    const header = { revision: revision ?? 0, changedAt: changedAt ?? null, firstRecordedAt: firstRecordedAt ?? null, claims: claims ?? 0, selection: selection.words };
    return new GraphSource(store, selection, header, onClaim);
  }

  /** Throws FealtyError OVERTAKEN if the graph has changed since this source was opened: what was read is then of no one revision. */
  async requireUnchanged(): Promise<void> {
    const [row] = await this.rows('exports/state', {});
    if (row?.revision === this.header.revision) return;
    throw new FealtyError('OVERTAKEN', `The graph went from revision ${this.header.revision} to ${String(row?.revision)} while it was being exported. Run the export again.`);
  }

  /** Parties in the order of ids. */
  async *parties(): AsyncGenerator<PartyNode> {
    yield* this.wanted('parties', this.nodes<PartyNode>('exports/parties'));
  }

  async *origins(): AsyncGenerator<OriginNode> {
    yield* this.wanted('origins', this.nodes<OriginNode>('exports/origins'));
  }

  async *articles(): AsyncGenerator<ArticleNode> {
    yield* this.wanted('articles', this.nodes<ArticleNode>('exports/articles'));
  }

  /** Incidents in the order of ids; of the incidents that each may be, those of the selection. */
  async *incidents(): AsyncGenerator<IncidentNode> {
    const needed = await this.neededIds();
    for await (const incident of this.wanted('incidents', this.nodes<IncidentNode & { matches: unknown }>('exports/incidents'))) {
      const matches = (incident.matches as unknown as [string, Props][]).map(([other, props]) => ({ other, props }));
      yield { ...incident, matches: matches.filter(({ other }) => needed?.incidents.has(other) ?? true) };
    }
  }

  /** Ties as the graph's relationships, in the order of their ids. Of a narrowed selection, each with the counts of the claims selected. */
  async *tieEdges(): AsyncGenerator<TieEdge> {
    if (this.selection.narrowed) {
      for await (const { evidence: _evidence, ended: _ended, from, to, ...counts } of this.citedTies()) yield { type: counts.type, from, to, props: { ...counts } };
      return;
    }
    for await (const { id, ties } of this.store.stream<{ id: string; ties: [string, string, Props][] }>('exports/ties', {})) for (const [type, to, props] of ties) yield { type, from: id, to, props };
  }

  /** Ties with their counts, in the order of their ids. Of the whole graph with history, those that have ended too. */
  async *ties(): AsyncGenerator<TieRecord> {
    for await (const { type, props } of this.tieEdges()) {
      const ended = type === 'WAS_TIED';
      if (ended && !this.selection.filter.statuses.includes('retracted')) continue;
      const { claims, origins, articles, earliest, latest, contested } = props as unknown as Omit<TieRecord, 'contested'> & { contested?: boolean };
      yield { ...parseTieId(props.id as string), claims, origins, articles, earliest: earliest ?? null, latest: latest ?? null, contested: contested ?? false, ended };
    }
  }

  /** Ties with every claim behind them, in the order of their ids. */
  citedTies(): AsyncGenerator<CitedTie> {
    return groupByTie(this.claims());
  }

  /** Claims in the order of their ties, and of citation; or those with a place (that are about a place, that tell of an incident) in the order of that. Of what was known on a day, each as it stood then. */
  async *claims(order: Order = 'tie'): AsyncGenerator<CitedClaim> {
    const names = await this.namesById();
    const then = this.selection.filter.asKnownOn !== null;
    for await (const row of this.store.stream<CitedRow>(`exports/claims-by-${order}`, { f: this.selection.filter })) {
      this.onClaim();
      yield toCitedClaim(then ? { ...row, status: 'live', endedAt: null } : row, names);
    }
  }

  /** Claims that cannot easily both hold, as they were marked, in the order of ids: a pair that curators marked from both sides comes twice. */
  rivalPairs(): AsyncGenerator<RivalPair> {
    return this.store.stream<RivalPair>('exports/rivals', { f: this.selection.filter });
  }

  /** When what is claimed of each tie was first recorded and last changed, in the order of the ties' ids: of all ties that ever were. */
  tieTimes(): AsyncGenerator<TieTimes> {
    return this.store.stream<TieTimes>('exports/tie-times', { asKnownOn: this.selection.filter.asKnownOn });
  }

  /** Claims with all properties, in the order of ids. Of what was known on a day, each as it stood then. */
  async *claimNodes(): AsyncGenerator<ClaimNode> {
    const then = this.selection.filter.asKnownOn !== null;
    for await (const { rivals, ...claim } of this.nodes<ClaimNode & { rivals: unknown }>('exports/claim-nodes')) {
      this.onClaim();
      if (then) Object.assign(claim.props, { status: 'live', endedAt: null });
      yield { ...claim, rivals: (rivals as unknown as [string, Props][]).map(([other, props]) => ({ other, props })) };
    }
  }

  private async *nodes<N extends NodeRecord>(statement: string): AsyncGenerator<N> {
    for await (const node of this.store.stream<N>(statement, { f: this.selection.filter })) {
      node.labels.sort();
      yield node;
    }
  }

  private async *wanted<N extends NodeRecord>(kind: keyof Needed, nodes: AsyncGenerator<N>): AsyncGenerator<N> {
    const needed = await this.neededIds();
    for await (const node of nodes) if (needed === null || needed[kind].has(node.id)) yield node;
  }

  /** What the selected claims refer to; null where all is wanted. */
  private async neededIds(): Promise<Needed | null> {
    if (!this.selection.narrowed) return null;
    this.needed ??= neededBy({
      claims: () => this.claims(), parties: () => this.nodes('exports/parties'), origins: () => this.nodes('exports/origins'),
      articles: () => this.nodes('exports/articles'), incidents: () => this.nodes('exports/incidents'),
    });
    return this.needed;
  }

  /** Names of all parties and origins: some thousands where there are a hundred times as many claims. */
  private namesById(): Promise<Map<string, string>> {
    this.names ??= this.rows('exports/names', {}).then((rows) => new Map(rows.map(({ id, name }) => [id as string, name as string])));
    return this.names;
  }

  private rows(statement: string, params: Params): Promise<Row[]> {
    return this.store.reader(Date.now() + QUESTION_MS).rows(statement, params);
  }
}

import type { Neo4jStore } from '../../src/store/neo4j-store';
import { cypher } from './graph';

const TIMES = new Set(['recordedAt', 'endedAt']);
/** The time of recording inside a packed claim; event dates have no milliseconds. */
const RECORDED = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;

/** Everything that the graph holds but the times of recording and the revision, in an order of its own: two graphs with the same dump are the same. */
export async function dump(store: Neo4jStore): Promise<string[]> {
  const nodes = await cypher(store, 'MATCH (n) WHERE NOT n:Migration AND NOT n:Ledger RETURN labels(n) AS labels, properties(n) AS props');
  const ties = await cypher(store, 'MATCH (a)-[r]->(b) RETURN type(r) AS type, coalesce(a.id, a.key) AS from, coalesce(b.id, b.key) AS to, properties(r) AS props');
  const plain = (props: unknown): string => JSON.stringify(Object.entries(props as object).filter(([key]) => !TIMES.has(key)).sort(([a], [b]) => (a < b ? -1 : 1))).replace(RECORDED, 'a time');
  return [
    ...nodes.map(({ labels, props }) => `${(labels as string[]).sort().join(':')} ${plain(props)}`),
    ...ties.map(({ type, from, to, props }) => `${String(from)} ${String(type)} ${String(to)} ${plain(props)}`),
  ].sort();
}

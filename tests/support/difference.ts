import { createHash } from 'node:crypto';
import neo4j, { type Driver, type Integer } from 'neo4j-driver';
import type { Connection } from '../../src/store/neo4j-store';

/** How many of each differ between two graphs, with the first few named. */
export interface Difference {
  /** Nodes and relationships that are in one graph alone; claims are counted apart from other nodes. */
  nodes: number;
  claims: number;
  relationships: number;
  /** Nodes and relationships of both graphs whose labels or properties are not the same. */
  properties: number;
  total: number;
  examples: string[];
  /** What the first graph holds. */
  held: { nodes: number; claims: number; relationships: number };
}

/** What a copy has of its own: which graph it is, who writes to it, which migrations ran when. */
const NODES = `MATCH (n) WHERE NOT n:Migration
  RETURN labels(n) AS labels, coalesce(n.id, n.key) AS id, properties(n) AS props`;
const RELATIONSHIPS = `MATCH (a)-[r]->(b) WHERE NOT a:Migration
  RETURN type(r) AS type, labels(a) AS fromLabels, coalesce(a.id, a.key) AS from, labels(b) AS toLabels, coalesce(b.id, b.key) AS to, properties(r) AS props`;
const OWN = new Set(['born', 'writer', 'announced']);
const EXAMPLES = 10;

/** Compares everything that two databases hold, with the kinds of their values; `floatsAsWhole` takes 3.0 and 3 for the same. */
export async function difference(one: Connection, other: Connection, { floatsAsWhole = false } = {}): Promise<Difference> {
  const held = await fingerprints(one, floatsAsWhole);
  const found: Difference = { nodes: 0, claims: 0, relationships: 0, properties: 0, total: 0, examples: [], held: { nodes: 0, claims: 0, relationships: 0 } };
  const kind = (key: string): 'nodes' | 'claims' | 'relationships' => (key.startsWith('(Claim') ? 'claims' : key.startsWith('(') ? 'nodes' : 'relationships');
  for (const key of held.keys()) found.held[kind(key)] += 1;
  const differs = (what: 'nodes' | 'claims' | 'relationships' | 'properties', key: string): void => {
    found[what] += 1;
    found.total += 1;
    if (found.examples.length < EXAMPLES) found.examples.push(`${what}: ${key}`);
  };
  for (const [key, print] of await fingerprints(other, floatsAsWhole)) {
    const same = held.get(key);
    held.delete(key);
    if (same === undefined) differs(kind(key), key);
    else if (same !== print) differs('properties', key);
  }
  for (const key of held.keys()) differs(kind(key), key);
  return found;
}

async function fingerprints({ uri, user, password }: Connection, floatsAsWhole: boolean): Promise<Map<string, string>> {
  // Not the store's own driver: this one tells Cypher's integers from its floats.
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const prints = new Map<string, string>();
  const put = (key: string, value: unknown): void => {
    if (prints.has(key)) throw new Error(`${key} is there twice`);
    prints.set(key, createHash('sha1').update(JSON.stringify(plain(value, floatsAsWhole))).digest('base64'));
  };
  const kindOf = (labels: string[]): string => ['Party', 'Claim', 'Article', 'Origin', 'Incident', 'Name', 'Ledger'].find((label) => labels.includes(label)) ?? labels.join();
  try {
    await each(driver, NODES, ({ labels, id, props }) => put(`(${kindOf(labels as string[])} ${String(id)})`, [(labels as string[]).sort(), props]));
    await each(driver, RELATIONSHIPS, ({ type, fromLabels, from, toLabels, to, props }) => {
      // What tells parallel relationships apart.
      const { id, rule, position } = props as { id?: string; rule?: string; position?: Integer };
      put(`${kindOf(fromLabels as string[])} ${String(from)} -[${[type as string, id, rule, position?.toString()].filter((part) => part !== undefined).join(' ')}]-> ${kindOf(toLabels as string[])} ${String(to)}`, props);
    });
  } finally {
    await driver.close();
  }
  return prints;
}

async function each(driver: Driver, text: string, use: (row: Record<string, unknown>) => void): Promise<void> {
  const session = driver.session();
  try {
    await new Promise<void>((resolve, reject) => session.run(text).subscribe({ onNext: (record) => use(record.toObject()), onCompleted: () => resolve(), onError: reject }));
  } finally {
    await session.close();
  }
}

function plain(value: unknown, floatsAsWhole: boolean): unknown {
  if (neo4j.isInt(value)) return floatsAsWhole ? value.toNumber() : `integer ${value.toString()}`;
  if (neo4j.isPoint(value)) return ['point', value.srid.toString(), value.x, value.y];
  if (Array.isArray(value)) return value.map((item) => plain(item, floatsAsWhole));
  if (value !== null && typeof value === 'object') return Object.entries(value).filter(([key]) => !OWN.has(key)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, plain(item, floatsAsWhole)]);
  return value;
}

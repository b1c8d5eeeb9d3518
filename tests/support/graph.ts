import { join } from 'node:path';
import { graphql, type ExecutionResult } from 'graphql';
import { buildSchema } from '../../src/graphql/schema';
import { ingest } from '../../src/intake/ingest';
import { Ledger } from '../../src/store/ledger';
import { migrate } from '../../src/store/migrations';
import { Neo4jStore } from '../../src/store/neo4j-store';
import { packageRoot } from '../../src/store/package-root';
import { Questions } from '../../src/store/questions/questions';
import type { Reader, Row } from '../../src/store/reader';

export const DATA = join(packageRoot(), 'data');
const DEADLINE_MS = 60_000;

export function testConnection(): { uri: string; user: string; password: string } {
  return { uri: process.env.TEST_NEO4J_URI as string, user: 'neo4j', password: process.env.TEST_NEO4J_PASSWORD as string };
}

export function openTestStore(): Neo4jStore {
  return new Neo4jStore(testConnection());
}

/** Runs a statement of the test's own. */
export async function cypher(store: Neo4jStore, text: string, params: Record<string, unknown> = {}): Promise<Row[]> {
  return (await store.runAlone(text, params)).records.map((record) => record.toObject());
}

/** An empty graph with the schema in place. */
export async function emptied(store: Neo4jStore): Promise<Neo4jStore> {
  await cypher(store, 'MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  await migrate(store);
  return store;
}

/** The graph of the five articles. */
export async function seeded(store: Neo4jStore): Promise<Neo4jStore> {
  await emptied(store);
  await ingest(DATA, new Ledger(store));
  return store;
}

const schema = buildSchema();

export interface Answer extends ExecutionResult {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers freely
  data: any;
  reader: Reader;
}

/** Asks the schema, without HTTP, and tells how many round trips it took. */
export async function ask(store: Neo4jStore, source: string, variableValues: Record<string, unknown> = {}): Promise<Answer> {
  const reader = store.reader(Date.now() + DEADLINE_MS);
  const result = await graphql({ schema, source, variableValues, contextValue: { questions: new Questions(reader) } });
  return { ...result, data: JSON.parse(JSON.stringify(result.data ?? null)), reader };
}

/** The answer's data; fails the test on any error. */
export async function answer(store: Neo4jStore, source: string, variables: Record<string, unknown> = {}): Promise<Answer['data']> {
  const { data, errors } = await ask(store, source, variables);
  expect(errors?.map((error) => error.message)).toBeUndefined();
  return data;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { graphql, type GraphQLSchema } from 'graphql';
import { readExamples } from './http/examples';
import type { Neo4jStore } from './store/neo4j-store';
import { Questions } from './store/questions/questions';

const DEADLINE_MS = 60_000;
/** Whoever waited for the start asks first. */
const PAUSE_MS = 1_000;

/**
 * Asks the examples once, one after the other, so that Neo4j has planned every kind of question soon after the start: a new server takes seconds over the larger ones,
 * and several of them at once could outlast a request. Answers are thrown away. Stops between two of them when `signal` says so.
 */
export async function planExamples(schema: GraphQLSchema, store: Neo4jStore, folder: string, signal: AbortSignal): Promise<void> {
  await sleep(PAUSE_MS, undefined, { ref: false });
  for (const { query } of readExamples(folder)) {
    if (signal.aborted) return;
    await graphql({ schema, source: query, contextValue: { questions: new Questions(store.reader(Date.now() + DEADLINE_MS)) } });
  }
}

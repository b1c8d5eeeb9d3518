import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { graphql, type GraphQLSchema } from 'graphql';
import { toGlobalId } from './domain/global-id';
import { readExamples } from './http/examples';
import type { Neo4jStore } from './store/neo4j-store';
import { Questions } from './store/questions/questions';

const DEADLINE_MS = 60_000;
const PAUSE_MS = 1_000;
/** What the explorer asks first, without a filter and with one: the page must not wait for the planner. */
const FIRST_LOOK = /^query (Start|Network|NetworkClaims|Find|TieEvidence)\b/;
const ANY = { limit: 500, first: 10, text: 'Iran', id: toGlobalId('Tie', 'nobody ATTACKED nobody') };
const FIRST_VARIABLES = [ANY, { ...ANY, filter: { stance: ['STATED'] } }];

/**
 * Asks the explorer's first questions and then the examples once, one after the other, so that Neo4j has planned every kind of question soon after the start: a new server takes seconds
 * over the larger ones, and several of them at once could outlast a request. Answers are thrown away. Stops between two of them when `signal` says so.
 */
export async function planAhead(schema: GraphQLSchema, store: Neo4jStore, { examplesDir, documentsFile }: { examplesDir: string; documentsFile: string }, signal: AbortSignal): Promise<void> {
  const answer = async (source: string, variableValues?: Record<string, unknown>): Promise<void> => {
    if (!signal.aborted) await graphql({ schema, source, variableValues, contextValue: { questions: new Questions(store.reader(Date.now() + DEADLINE_MS)) } });
  };
  const documents = existsSync(documentsFile) ? Object.values(JSON.parse(readFileSync(documentsFile, 'utf8')) as Record<string, string>) : [];
  for (const variables of FIRST_VARIABLES) for (const text of documents.filter((document) => FIRST_LOOK.test(document))) await answer(text, variables);
  // Whoever waited for the start asks first.
  await sleep(PAUSE_MS, undefined, { ref: false });
  for (const { query } of readExamples(examplesDir)) await answer(query);
}

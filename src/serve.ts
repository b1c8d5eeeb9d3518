import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config';
import { buildSchema } from './graphql/schema';
import { buildHttpServer } from './http/server';
import { planAhead } from './plan-ahead';
import { ingest } from './intake/ingest';
import { progressLine } from './intake/report';
import { Ledger } from './store/ledger';
import type { Neo4jStore } from './store/neo4j-store';
import { packageRoot } from './store/package-root';
import { Questions } from './store/questions/questions';
import type { RevisionMemory } from './store/reader';
import { reportDefinitions } from './store/reports/report-files';
import { RevisionWatch } from './store/revision-watch';

const SEED_DEADLINE_MS = 30_000;

/** An empty graph is filled with the data that comes with Fealty. */
export async function seed(store: Neo4jStore, folder: string, say: (line: string) => void): Promise<void> {
  if ((await new Questions(store.reader(Date.now() + SEED_DEADLINE_MS)).revision()) > 0) return;
  say('The graph is empty; reading the articles into it.');
  const begun = Date.now();
  await ingest(folder, new Ledger(store), (progress) => say(progressLine(progress, Date.now() - begun)));
}

/** What one request's resolvers need, and what it tells when it is done. */
export function requestContext(store: Neo4jStore, deadline: number, memory?: RevisionMemory): { questions: Questions; report: () => { roundTrips: number }; revision: () => Promise<string | null> } {
  const reader = store.reader(deadline, memory);
  return {
    questions: new Questions(reader),
    report: () => ({ roundTrips: reader.roundTrips }),
    // A request that read nothing (introspection, say) tells of no state of the graph.
    // Neither does one whose answer may change while the revision stands, such as one of what reports were made.
    revision: async () => (reader.revision === undefined || !reader.lasting ? null : reader.revision),
  };
}

export interface Service {
  server: FastifyInstance;
  /** To be called when it listens: has the larger questions planned before anybody asks them. */
  planAhead(signal: AbortSignal): Promise<void>;
}

/** The HTTP server over an open store; not listening yet. */
export async function buildService(store: Neo4jStore, config: Config): Promise<Service> {
  // A report whose file is wrong stops the start, rather than being found out on Monday. What only Neo4j can tell, the scheduler asks it later: planning them all takes seconds.
  reportDefinitions();
  const schema = buildSchema();
  const watch = new RevisionWatch(store);
  const examplesDir = join(packageRoot(), 'examples');
  const documentsFile = join(packageRoot(), 'dist', 'explorer-documents.json');
  const server = await buildHttpServer({
    schema,
    context: ({ deadline }) => requestContext(store, deadline, config.answerCacheBytes > 0 ? watch : undefined),
    revision: () => watch.now(),
    ready: () => store.ready(),
    config: {
      logLevel: config.logLevel,
      limits: config.limits,
      answerCacheBytes: config.answerCacheBytes,
      examplesDir,
      graphiqlDir: join(packageRoot(), 'dist', 'graphiql'),
      explorerDir: join(packageRoot(), 'dist', 'explorer'),
      documentsFile,
      exportsDir: config.reports.folder,
    },
  });
  return { server, planAhead: (signal) => planAhead(schema, store, { examplesDir, documentsFile }, signal) };
}

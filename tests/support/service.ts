import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Limits } from '../../src/graphql/limits/limits';
import { buildSchema } from '../../src/graphql/schema';
import { buildHttpServer, startHttp } from '../../src/http/server';
import { readConfig } from '../../src/config';
import type { Neo4jStore } from '../../src/store/neo4j-store';
import { packageRoot } from '../../src/store/package-root';
import { requestContext } from '../../src/serve';
import { RevisionWatch } from '../../src/store/revision-watch';

export interface Service {
  app: FastifyInstance;
  url: string;
  /** Posts a body to /graphql. */
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** The real service over HTTP on a free port of loopback. */
export async function startService(store: Neo4jStore, limits: Partial<Limits> = {}, port = 0, exportsDir?: string): Promise<Service> {
  const watch = new RevisionWatch(store);
  const app = await buildHttpServer({
    schema: buildSchema(),
    context: ({ deadline }) => requestContext(store, deadline, watch),
    revision: () => watch.now(),
    ready: () => store.ready(1_000),
    config: { logLevel: 'silent', answerCacheBytes: readConfig({}).answerCacheBytes, limits: { ...readConfig({}).limits, ...limits }, examplesDir: join(packageRoot(), 'examples'), graphiqlDir: join(packageRoot(), 'dist', 'graphiql'), explorerDir: join(packageRoot(), 'dist', 'explorer'), documentsFile: join(packageRoot(), 'dist', 'explorer-documents.json'), exportsDir },
  });
  const url = await startHttp(app, { host: '127.0.0.1', port });
  return {
    app,
    url,
    post: (body, headers = {}) =>
      fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}

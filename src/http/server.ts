import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import Fastify, { LogController, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { FealtyError } from '../domain/errors';
import type { Limits } from '../graphql/limits/limits';
import { limitsPlugin } from '../graphql/limits/limits-plugin';
import { AnswerCache } from './answer-cache';
import { compiledExecutor } from './compiled-executor';
import { documentStore } from './document-store';
import { readExamples } from './examples';
import { formatError } from './format-error';
import { httpPlugin } from './http-plugin';
import { keepAnswers, keptAnswer, type ToldOf } from './keep-answers';
import type { RequestContext } from './request-context';
import { serveExplorer } from './serve-explorer';
import { trustedDocuments } from './trusted-documents';

export interface HttpOptions {
  schema: GraphQLSchema;
  /** What the schema's resolvers need for one request that must be answered by `deadline` (epoch milliseconds). `report` adds to the access log. */
  context: (request: { requestId: string; deadline: number }) => object & { report?: () => Record<string, unknown>; revision?: () => Promise<string | null> };
  /** The graph's revision at some moment after the call; without it no answer is kept for later. */
  revision?: () => Promise<string>;
  /** Whether the store answers. */
  ready: () => Promise<boolean>;
  config: { logLevel: string; limits: Limits; answerCacheBytes: number; examplesDir: string; graphiqlDir: string; explorerDir: string; documentsFile: string; exportsDir?: string };
}

/** Well-formed request ids of a caller are kept, so that a request can be followed through several services. */
const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;
/** A report, the time of a run, and a file of it or its manifest. */
const REPORT_FILE = /^[a-z0-9]+(?:-[a-z0-9]+)*\/(?:\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z|latest)\/[a-z0-9-]+\.(?:html|md|csv|json|xlsx|pdf)$/;
/** How long a caller may take to send a request. */
const HEADERS_MS = 10_000;
const SWEEP_MS = 50;
/** Parsed and checked operations kept. */
const MOST_DOCUMENTS = 300;

/** Only what this server serves may run; GraphiQL's editor sets styles from code and runs workers. */
const CONTENT_SECURITY = {
  defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"], workerSrc: ["'self'", 'blob:'], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"], upgradeInsecureRequests: null,
};

/** The HTTP side: /graphql, /graphiql, /reports/…, /healthz, /readyz. Not listening yet. */
export async function buildHttpServer({ schema, context, revision, ready, config }: HttpOptions): Promise<FastifyInstance> {
  const { limits } = config;
  const app = Fastify({
    logger: { level: config.logLevel },
    bodyLimit: limits.bodyBytes,
    requestTimeout: HEADERS_MS,
    // Query texts may stand in the address of a GET; the access log below leaves addresses out.
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    genReqId: ({ headers }) => (typeof headers['x-request-id'] === 'string' && REQUEST_ID.test(headers['x-request-id']) ? headers['x-request-id'] : randomUUID()),
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance;
  const told: ToldOf = new WeakMap();

  const apollo = new ApolloServer<RequestContext>({
    gateway: compiledExecutor(schema),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // The service only reads and knows no cookies, so a forged request gains nothing; GraphQL over HTTP wants plain GET to work.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: limits.tokens },
    documentStore: documentStore(MOST_DOCUMENTS),
    formatError,
    stopOnTerminationSignals: false,
    // Without its plugin for cache hints Apollo does not wrap every field, and compiled operations read fields directly.
    plugins: [ApolloServerPluginCacheControlDisabled(), limitsPlugin(limits), httpPlugin(), fastifyApolloDrainPlugin(app)],
  });
  await apollo.start();

  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const about = told.get(request);
    const { operation, codes } = about?.told ?? {};
    const kept = keptAnswer(reply);
    request.log.info(
      {
        method: request.method, path: request.routeOptions.url ?? 'unknown', status: reply.statusCode, ms: Math.round(reply.elapsedTime),
        ...(operation ? { operation } : {}), ...(codes && codes.length > 0 ? { codes } : {}), ...(kept ? { kept, roundTrips: 1 } : {}), ...about?.report?.(),
      },
      'request',
    );
  });
  // A connection whose request was in flight when closing began falls idle afterwards; without this the server would wait for the caller to hang up.
  const closing: NodeJS.Timeout[] = [];
  app.addHook('preClose', async () => {
    closing.push(setInterval(() => app.server.closeIdleConnections(), SWEEP_MS));
    // Past a request's own time nobody can still be owed an answer: what is left are callers who never finished asking.
    closing.push(setTimeout(() => app.server.closeAllConnections(), limits.requestMs + SWEEP_MS));
  });
  app.addHook('onClose', async () => closing.forEach(clearTimeout));
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ errors: [{ message: 'There is nothing here. The explorer is at /, GraphQL at /graphql, a page to ask by hand at /graphiql.', extensions: { code: 'NOT_FOUND' } }] }));

  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY }, strictTransportSecurity: false });
  const handler = fastifyApolloHandler(apollo, {
    context: async (request) => {
      const deadline = Date.now() + limits.requestMs;
      const value = { ...context({ requestId: request.id, deadline }), requestId: request.id, deadline, log: request.log, told: {} };
      told.set(request, value);
      return value;
    },
  });
  app.route({ method: ['GET', 'POST'], url: '/graphql', handler, preValidation: trustedDocuments(config.documentsFile), ...(revision && config.answerCacheBytes > 0 ? keepAnswers(new AnswerCache(config.answerCacheBytes), revision, told) : {}) });

  app.get('/healthz', () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => ((await ready()) ? { status: 'ready' } : reply.code(503).send({ status: 'the database does not answer' })));
  const examples = readExamples(config.examplesDir);
  app.get('/graphiql/examples.json', () => examples);
  if (existsSync(config.graphiqlDir)) {
    await app.register(fastifyStatic, { root: config.graphiqlDir, prefix: '/graphiql/', index: ['index.html'], preCompressed: true });
    app.get('/graphiql', (_request, reply) => reply.sendFile('index.html', config.graphiqlDir));
  } else {
    await app.register(fastifyStatic, { root: config.examplesDir, serve: false });
    app.get('/graphiql', (_request, reply) => reply.code(503).type('text/plain').send('The page is not built yet. Run `npm run build`, then start again.\n'));
  }
  await serveExplorer(app, config.explorerDir, config.documentsFile);
  if (config.exportsDir !== undefined) serveReports(app, config.exportsDir);
  return app;
}

/** The files of reports, as `ReportFile.path` names them; nothing else of the export folder, and nothing half made, whose folders have other names. */
function serveReports(app: FastifyInstance, folder: string): void {
  app.get<{ Params: { report: string; run: string; file: string } }>('/reports/:report/:run/:file', (request, reply) => {
    const { report, run, file } = request.params;
    if (!REPORT_FILE.test(`${report}/${run}/${file}`)) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile(`${report}/${run}/${file}`, folder, { dotfiles: 'deny', index: false });
  });
}

/** Faults that arise before GraphQL sees the request: a body too large, broken JSON, an unknown media type. */
async function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const status = error.statusCode ?? 500;
  const codes: Record<number, [string, string]> = {
    413: ['BODY_TOO_LARGE', 'The request is too large.'],
    415: ['UNSUPPORTED_MEDIA_TYPE', 'Send JSON, with content-type: application/json.'],
  };
  if (status >= 500) request.log.error({ err: error }, 'unexpected error');
  const [code, message] = codes[status] ?? (status < 500 ? ['BAD_REQUEST', 'The request cannot be read: it must be well-formed JSON.'] : ['INTERNAL_ERROR', 'Something went wrong on our side. The response header x-request-id names the request.']);
  // What is left of a request that was refused half-read would be taken for the next one.
  if (!request.raw.complete) void reply.header('connection', 'close');
  return reply.code(status).type('application/json').send({ errors: [{ message, extensions: { code } }] });
}

/** Starts listening; returns the address. Throws FealtyError PORT_IN_USE with what to do. */
export async function startHttp(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new FealtyError('PORT_IN_USE', `Port ${port} on ${host} is in use. End what uses it, or choose another: PORT=${port + 1} npm start`);
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL') throw new FealtyError('PORT_IN_USE', `Cannot listen on ${host}:${port} (${code}). Choose others with HOST and PORT.`);
    throw error;
  }
}

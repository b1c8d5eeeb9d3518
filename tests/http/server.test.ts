import { serverAudits } from 'graphql-http';
import { startHttp } from '../../src/http/server';
import { Neo4jStore } from '../../src/store/neo4j-store';
import { cypher, openTestStore, seeded, testConnection } from '../support/graph';
import { startService, type Service } from '../support/service';

let store: Neo4jStore;
let service: Service;
beforeAll(async () => {
  store = await seeded(openTestStore());
  service = await startService(store);
  // Planned once, so that what follows measures the refusals alone.
  await service.post({ query: '{ claims(first: 1) { nodes { id } } }' });
});
afterAll(async () => {
  await service.app.close();
  await store.close();
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers freely
const json = async (response: Response): Promise<any> => response.json();
const codeOf = async (response: Response): Promise<string> => (await json(response)).errors[0].extensions.code;

describe('GraphQL over HTTP', () => {
  it('passes the whole audit', async () => {
    const audits = serverAudits({ url: `${service.url}/graphql`, fetchFn: fetch });
    const results = await Promise.all(audits.map((audit) => audit.fn()));
    expect(results.filter(({ status }) => status !== 'ok').map(({ name }) => name)).toEqual([]);
    expect(results).toHaveLength(61);
  });

  it('answers the flagship question', async () => {
    const response = await service.post({ query: '{ opponentsOfProxies(patron: "IRGC") { nodes { opponent { name } } } }' });
    expect(response.status).toBe(200);
    expect((await json(response)).data.opponentsOfProxies.nodes.map(({ opponent }: { opponent: { name: string } }) => opponent.name)).toContain('Assad\'s "National Guard"');
  });

  it('keeps a caller\'s request id, makes one otherwise, and takes no strange one', async () => {
    expect((await service.post({ query: '{ revision }' }, { 'x-request-id': 'caller-12345' })).headers.get('x-request-id')).toBe('caller-12345');
    for (const strange of ['x', 'a b c d e f g h', 'x'.repeat(200)]) {
      const id = (await service.post({ query: '{ revision }' }, { 'x-request-id': strange })).headers.get('x-request-id');
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

const fragments = (n: number): string => `{ ...f0 } ${Array.from({ length: n }, (_, i) => `fragment f${i} on Query { ${i + 1 < n ? `...f${i + 1} ...f${i + 1}` : 'revision'} }`).join(' ')}`;

describe('hostile documents get a 4xx and a stable code, quickly', () => {
  it.each<[string, string, string | RegExp]>([
    ['10,000 aliases', `{ ${Array.from({ length: 2_500 }, (_, i) => `a${i}: revision`).join(' ')} }`, 'DOCUMENT_TOO_LARGE'],
    ['2,100 tokens', `{ ${'revision '.repeat(2_100)} }`, 'DOCUMENT_TOO_LARGE'],
    ['a list of directives', `{ revision ${'@skip(if: false) '.repeat(500)} }`, 'DOCUMENT_TOO_LARGE'],
    ['500 open braces', `${'{ a '.repeat(500)}`, /GRAPHQL_PARSE_FAILED|DOCUMENT_TOO_LARGE/],
    ['30 fields at the root', `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: revision`).join(' ')} }`, 'FIELD_LIMIT'],
    ['30 fields at the root behind a fragment', `{ ...f } fragment f on Query { ${Array.from({ length: 30 }, (_, i) => `a${i}: revision`).join(' ')} }`, 'FIELD_LIMIT'],
    ['pages in pages', '{ opponentsOfProxies(patron: "Iran", first: 500) { nodes { fights { chain { claims(first: 500) { nodes { attribution { name } } } } } } } }', 'COST_LIMIT'],
    ['pages in pages by variables', 'query ($n: Int!) { opponentsOfProxies(patron: "Iran", first: $n) { nodes { fights { chain { claims(first: $n) { nodes { attribution { name } } } } } } } }', 'COST_LIMIT'],
    ['a circle of fragments', '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }', 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['introspection in circles', `{ __schema { types ${'{ fields { type '.repeat(8)} { name } ${'} }'.repeat(8)} } }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['a syntax error', '{ claims( }', 'GRAPHQL_PARSE_FAILED'],
    ['an unfinished string', '{ search(text: "', 'GRAPHQL_PARSE_FAILED'],
    ['nothing at all', ' ', /GRAPHQL_PARSE_FAILED|BAD_REQUEST/],
  ])('%s', async (_what, query, code) => {
    const begun = performance.now();
    const response = await service.post({ query, variables: { n: 500 } });
    const took = performance.now() - begun;
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await codeOf(response)).toMatch(code);
    expect(took).toBeLessThan(1_000);
  });

  it('levels beyond the limit', async () => {
    const tight = await startService(store, { depth: 4 });
    try {
      const response = await tight.post({ query: '{ claims { nodes { subject { ... on Location { within { name } } } } } }' });
      expect([response.status, await codeOf(response)]).toEqual([400, 'DEPTH_LIMIT']);
      expect((await tight.post({ query: '{ claims { nodes { id } } }' })).status).toBe(200);
    } finally {
      await tight.app.close();
    }
  });

  it('fragments that double at every step are weighed once each', async () => {
    const response = await service.post({ query: fragments(60) });
    expect(response.status).toBe(200);
  });

  it('a body too large, one that is no JSON, one of another kind', async () => {
    const large = await service.post({ query: '{ revision }', variables: { x: 'x'.repeat(150_000) } });
    expect([large.status, await codeOf(large)]).toEqual([413, 'BODY_TOO_LARGE']);
    const broken = await service.post('{"query": ');
    expect([broken.status, await codeOf(broken)]).toEqual([400, 'BAD_REQUEST']);
    const other = await service.post('query={revision}', { 'content-type': 'text/plain' });
    expect(other.status).toBeGreaterThanOrEqual(400);
    expect(other.status).toBeLessThan(500);
    const batch = await service.post([{ query: '{ revision }' }, { query: '{ revision }' }]);
    expect(batch.status).toBe(400);
  });

  it('GraphiQL\'s own introspection and every example pass the limits', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect((await service.post({ query: getIntrospectionQuery() })).status).toBe(200);
    const examples = await json(await fetch(`${service.url}/graphiql/examples.json`)) as { name: string; query: string }[];
    expect(examples.length).toBeGreaterThanOrEqual(20);
    for (const { name, query } of examples) {
      const body = await json(await service.post({ query }));
      expect([name, body.errors]).toEqual([name, undefined]);
    }
  });
});

describe('errors', () => {
  it.each([
    ['{ claims(first: -1) { totalCount } }', 'BAD_USER_INPUT', /first: must not be less than 0/],
    ['{ claims(first: 501) { totalCount } }', 'BAD_USER_INPUT', /first: must not be greater than 500/],
    ['{ search(text: "") { totalCount } }', 'BAD_USER_INPUT', /text: must be longer/],
    ['{ claims(filter: { minOrigins: 0 }) { totalCount } }', 'BAD_USER_INPUT', /filter\.minOrigins: must not be less than 1/],
    ['{ opponentsOfProxies(patron: "Ruritania") { totalCount } }', 'UNKNOWN_NAME', /no actor of that name/],
  ])('%s is told by field', async (query, code, message) => {
    const { errors: [error] } = await json(await service.post({ query }));
    expect(error.extensions.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  it('leave without stack, path of the machine or query text', async () => {
    // A claim whose subject has lost its name makes the service stumble.
    await cypher(store, "MATCH (p:Party {id: 'isis'}) SET p.aliases = null");
    try {
      const response = await service.post({ query: 'query Secret { actor(name: "Daesh") { self { aliases } } }' });
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(JSON.parse(text).errors[0].extensions).toEqual({ code: 'INTERNAL_ERROR' });
      expect(text).not.toMatch(/stack|node_modules|\.ts|\/work|Secret|aliases\.map/);
    } finally {
      await seeded(store);
    }
  });
});

describe('around GraphQL', () => {
  it('serves the page to ask by hand, with nothing from elsewhere', async () => {
    const page = await fetch(`${service.url}/graphiql`);
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe-eval|https?:/);
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\//);
    for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) expect((await fetch(service.url + String(path))).status).toBe(200);
  });

  it('is alive, is ready, and says so when the store goes', async () => {
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
    const away = new Neo4jStore({ ...testConnection(), uri: 'bolt://127.0.0.1:1' });
    const lost = await startService(away);
    try {
      expect((await fetch(`${lost.url}/healthz`)).status).toBe(200);
      expect((await fetch(`${lost.url}/readyz`)).status).toBe(503);
      const begun = performance.now();
      const response = await lost.post({ query: '{ revision }' });
      expect([response.status, await codeOf(response)]).toEqual([503, 'STORE_UNAVAILABLE']);
      expect(performance.now() - begun).toBeLessThan(10_000);
    } finally {
      await lost.app.close();
      await away.close();
    }
  });

  it('knows nothing elsewhere, and serves the explorer at /', async () => {
    const nothing = await fetch(`${service.url}/nothing`);
    expect([nothing.status, await codeOf(nothing)]).toEqual([404, 'NOT_FOUND']);
    const page = await fetch(service.url);
    expect([page.status, page.headers.get('cache-control'), await page.text()]).toEqual([200, 'no-cache', expect.stringContaining('<title>Fealty</title>')]);
    for (const encoding of ['identity', 'gzip', 'br, gzip']) expect((await fetch(service.url, { headers: { 'accept-encoding': encoding } })).status).toBe(200);
  });

  it('says in one line that a port is taken', async () => {
    const port = Number(new URL(service.url).port);
    const other = (await import('fastify')).default();
    await expect(startHttp(other, { host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'PORT_IN_USE', message: expect.stringContaining(`PORT=${port + 1}`) });
  });

  it('finishes what is in flight before it stops', async () => {
    const stopping = await startService(store);
    const answer = stopping.post({ query: '{ patronNetwork(patron: "Iran") { nodes { party { name } } } }' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    await Promise.all([stopping.app.close(), answer.then((response) => expect(response.status).toBe(200))]);
  });
});

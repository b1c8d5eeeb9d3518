import fc from 'fast-check';
import type { Neo4jStore } from '../../src/store/neo4j-store';
import { ask, cypher, openTestStore, seeded } from '../support/graph';

let store: Neo4jStore;
beforeAll(async () => {
  store = await seeded(openTestStore());
});
afterAll(() => store.close());

/** Every argument of type String or ID that the schema has, with a place for the payload. */
const PLACES: Record<string, string> = {
  patron: 'query ($x: String!) { opponentsOfProxies(patron: $x) { totalCount } }',
  actor: 'query ($x: String!) { actor(name: $x) { self { id } allies { totalCount } proxies { totalCount } timeline { totalCount } } }',
  commander: 'query ($x: String!) { commander(name: $x) { self { id } commands { totalCount } } }',
  location: 'query ($x: String!) { location(name: $x) { self { id } claims { totalCount } contains { totalCount } } }',
  article: 'query ($x: ID!) { article(id: $x) { self { id } claims { totalCount } parties { totalCount } incidents { totalCount } } }',
  network: 'query ($x: String!) { patronNetwork(patron: $x) { more } }',
  allies: 'query ($x: String!) { alliesWhoFought(party: $x) { totalCount } }',
  coProxies: 'query ($x: String!) { coProxiesWhoFought(patron: $x) { totalCount } }',
  common: 'query ($x: String!) { commonOpponents(patronA: $x, patronB: $x) { totalCount } }',
  rivals: 'query ($x: ID!, $y: String!) { a: rivals(tie: $x) { totalCount } b: rivals(party: $y) { totalCount } }',
  tie: 'query ($x: ID!) { tie(id: $x) { id } }',
  between: 'query ($x: String!) { tiesBetween(a: $x, b: $x) { id } }',
  paths: 'query ($x: String!) { paths(from: $x, to: $x) { length } }',
  neighbourhood: 'query ($x: String!) { neighbourhood(of: $x) { more } }',
  search: 'query ($x: String!) { search(text: $x) { totalCount hits { matched } } }',
  node: 'query ($x: ID!) { node(id: $x) { id } }',
  during: 'query ($x: String!) { claims(filter: { during: { edtf: $x } }) { totalCount } }',
  asKnownOn: 'query ($x: String!) { claims(filter: { asKnownOn: $x }) { totalCount } }',
  publishedBy: 'query ($x: String!) { claims(filter: { publishedBy: $x }) { totalCount } }',
  place: 'query ($x: String!) { claims(filter: { place: $x }) { totalCount } }',
  filterPatron: 'query ($x: String!) { claims(filter: { patron: $x }) { totalCount } }',
  party: 'query ($x: String!) { claims(filter: { party: $x }) { totalCount } }',
  articles: 'query ($x: ID!) { claims(filter: { articles: [$x] }) { totalCount } }',
  filterTie: 'query ($x: ID!) { claims(filter: { tie: $x }) { totalCount } }',
  incident: 'query ($x: ID!) { claims(filter: { incident: $x }) { totalCount } }',
  after: 'query ($x: String!) { claims(after: $x) { totalCount } }',
  before: 'query ($x: String!) { actors(last: 3, before: $x) { totalCount } }',
};

const CORE = [
  "' OR 1=1 //", "'}) DETACH DELETE n //", '"}) MATCH (n) DETACH DELETE n RETURN ("', "IRGC' SET n.name='x", '`) DETACH DELETE (n)', '\\u0027 DELETE n', "'; CALL dbms.shutdown();//", '$f', '{folded: null}', '*', '?', '~0', '[* TO *]', 'name:*', '/.*/', '%00', '\u0000', "Iran\u2019) DELETE", '/* */', '// x',
  'LOAD CSV FROM "file:///etc/passwd" AS x RETURN x', "CALL apoc.export.csv.all('x',{})", '<script>alert(1)</script>', '../../etc/passwd', '${7*7}', '{{7*7}}', 'null', 'true', '9'.repeat(30), '\ud800', '🙂', 'IRGC"', "IRGC'", 'IRGC`',
];
const payload = fc.oneof(
  fc.constantFrom(...CORE),
  fc.tuple(fc.constantFrom(...CORE), fc.string({ maxLength: 20, unit: 'grapheme' })).map(([core, tail]) => `${core}${tail}`.slice(0, 190)),
  fc.tuple(fc.constantFrom(...CORE), fc.constantFrom('Actor', 'Claim', 'Tie', 'Incident', 'Article')).map(([core, type]) => Buffer.from(`${type}:${core}`).toString('base64url').slice(0, 190)),
  fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
);

const ALLOWED = new Set(['BAD_USER_INPUT', 'UNKNOWN_NAME', 'UNKNOWN_ARTICLE', 'AMBIGUOUS_NAME']);

it('at least 500 payloads over every string argument change no row and break nothing', async () => {
  const fingerprint = (): Promise<unknown> => cypher(store, 'MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS relationships, sum(size(keys(n))) AS properties');
  const before = await fingerprint();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.entries(PLACES)), payload, async ([, source], x) => {
      runs += 1;
      const { errors } = await ask(store, source, { x, y: x });
      for (const error of errors ?? []) {
        const meant = error.originalError as { code?: string; name?: string } | undefined;
        const known = meant === undefined || ALLOWED.has(meant.code ?? '') || /ArgumentValidationError|GraphQLError/.test(meant.constructor.name);
        if (!known) throw new Error(`${String(meant?.name)}: ${error.message}`);
      }
    }),
    { numRuns: 700 },
  );
  expect(runs).toBeGreaterThanOrEqual(500);
  expect(await fingerprint()).toEqual(before);
}, 300_000);

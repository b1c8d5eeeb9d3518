import { ingest } from '../../src/intake/ingest';
import { Ledger } from '../../src/store/ledger';
import type { Neo4jStore } from '../../src/store/neo4j-store';
import { answer, ask, cypher, emptied, openTestStore } from '../support/graph';
import { actor, article, claim, dataFolder, origin } from '../support/yaml';

const store: Neo4jStore = openTestStore();
beforeEach(() => emptied(store));
afterAll(() => store.close());

const registries = {
  actors: ['a', 'b', 'c', 'd', 'e'].map((id) => actor(id)),
  commanders: [{ id: 'c1', name: 'Commander One' }],
  locations: [{ id: 'town', name: 'Town', kind: 'town' }],
  origins: [origin('outlet')],
  incidents: [{ id: 'fight', title: 'The fight' }],
};
const load = (...claims: Record<string, unknown>[]): Promise<unknown> => ingest(dataFolder({ ...registries, articles: [article('one', claims)] }), new Ledger(store));

/** Each root question, asked about Militia xa and the like. */
const QUESTIONS = [
  '{ opponentsOfProxies(patron: "Militia xa", includePatron: true) { totalCount nodes { opponent { name } fights { distance chain { id } } } } }',
  '{ actor(name: "Militia xa") { self { name } patrons { totalCount nodes { distance } } proxies { totalCount } allies { totalCount } opponents { totalCount } frictions { totalCount } commanders { totalCount } parts { totalCount } wholes { totalCount } places { totalCount } timeline { totalCount nodes { id } } } }',
  '{ commander(name: "Commander One") { self { name } commands { totalCount } otherTies { totalCount } timeline { totalCount } } }',
  '{ location(name: "Town") { self { name } contains { totalCount } incidents { totalCount } parties { totalCount } claims { totalCount } } }',
  '{ patronNetwork(patron: "Militia xa") { nodes { distance } ties { id } more } }',
  '{ alliesWhoFought { totalCount nodes { one { name } } } }',
  '{ coProxiesWhoFought(patron: "Militia xa") { totalCount } }',
  '{ commonOpponents(patronA: "Militia xa", patronB: "Militia xb") { totalCount } }',
  '{ rivals { totalCount } }',
  '{ tiesBetween(a: "Militia xa", b: "Militia xb") { id } }',
  '{ paths(from: "Militia xa", to: "Militia xc") { length } }',
  '{ neighbourhood(of: "Militia xa", depth: 4) { nodes { distance } ties { id } more } }',
  '{ search(text: "Militia xa") { totalCount } }',
  '{ overview { claims ties byType { claims } } }',
  '{ claims { totalCount nodes { id } } }',
];

describe('a graph with parties and no claims', () => {
  it.each(QUESTIONS)('answers %s with nothing', async (question) => {
    await load();
    const { errors, data, reader } = await ask(store, question);
    expect(errors).toBeUndefined();
    // The search finds the parties themselves.
    if (!question.includes('search')) expect(JSON.stringify(data)).not.toMatch(/"totalCount":[1-9]/);
    expect(reader.roundTrips).toBeLessThanOrEqual(2);
  });
});

describe('an empty graph', () => {
  it('has nothing, and knows nobody', async () => {
    expect((await answer(store, '{ claims { totalCount nodes { id } } actors { totalCount } overview { claims revision } revision rivals { totalCount } alliesWhoFought { totalCount } search(text: "x") { totalCount } }'))).toEqual({
      claims: { totalCount: 0, nodes: [] }, actors: { totalCount: 0 }, overview: { claims: 0, revision: 0 }, revision: 0, rivals: { totalCount: 0 }, alliesWhoFought: { totalCount: 0 }, search: { totalCount: 0 },
    });
    expect((await ask(store, '{ opponentsOfProxies(patron: "IRGC") { totalCount } }')).errors?.[0]?.originalError).toMatchObject({ code: 'UNKNOWN_NAME' });
  });
});

describe('a circle: a backs b, b backs a, and both back c', () => {
  beforeEach(() => load(
    claim('1', 'BACKED_BY', 'a', 'b'), claim('2', 'BACKED_BY', 'b', 'a'), claim('3', 'BACKED_BY', 'c', 'a'), claim('4', 'BACKED_BY', 'c', 'b'),
    claim('5', 'PART_OF', 'd', 'c'), claim('6', 'CLASHED_WITH', 'd', 'e'), claim('7', 'CLASHED_WITH', 'a', 'b'),
  ));

  it('ends, with each proxy once and by a shortest chain', async () => {
    const { actor: found } = await answer(store, '{ actor(name: "Militia xa") { proxies { nodes { party { slug } distance } } patrons { nodes { party { slug } distance } } } }');
    expect(found.proxies.nodes).toEqual([{ party: { slug: 'b' }, distance: 1 }, { party: { slug: 'c' }, distance: 1 }, { party: { slug: 'd' }, distance: 2 }]);
    expect(found.patrons.nodes).toEqual([{ party: { slug: 'b' }, distance: 1 }]);
  });

  it('names opponents once for each party fought', async () => {
    const { opponentsOfProxies } = await answer(store, '{ opponentsOfProxies(patron: "Militia xa") { nodes { opponent { slug } fights { member { slug } distance chain { type } } } } }');
    expect(opponentsOfProxies.nodes).toEqual([
      { opponent: { slug: 'a' }, fights: [{ member: { slug: 'b' }, distance: 1, chain: [{ type: 'BACKED_BY' }] }] },
      { opponent: { slug: 'e' }, fights: [{ member: { slug: 'd' }, distance: 2, chain: [{ type: 'BACKED_BY' }, { type: 'PART_OF' }] }] },
    ]);
  });

  it.each(QUESTIONS)('answers %s', async (question) => {
    const { errors, reader } = await ask(store, question);
    expect(errors).toBeUndefined();
    expect(reader.roundTrips).toBeLessThanOrEqual(2);
  });
});

describe('one pair with 10,000 claims', () => {
  it('answers every question, in two round trips, with the first claims and the full count', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => claim(`k${i}`, 'CLASHED_WITH', i % 2 ? 'a' : 'b', i % 2 ? 'b' : 'a', { summary: `clash ${i}`, date: `201${i % 10}-01-01`, place: 'town', incident: 'fight' }));
    await load(...many, claim('back', 'BACKED_BY', 'b', 'c'), claim('ally', 'ALLIED_WITH', 'a', 'b'));
    expect(await cypher(store, 'MATCH ()-[r:CLASHED_WITH]->() RETURN r.claims AS claims, r.earliest AS earliest, r.latest AS latest')).toEqual([{ claims: 10_000, earliest: '2010-01-01', latest: '2019-01-01' }]);
    for (const question of QUESTIONS) {
      const { errors, reader } = await ask(store, question);
      expect(errors).toBeUndefined();
      expect(reader.roundTrips).toBeLessThanOrEqual(2);
    }
    const { opponentsOfProxies } = await answer(store, '{ opponentsOfProxies(patron: "Militia xc") { nodes { opponent { slug } fights { fight { claimCount originCount claims(first: 2) { totalCount pageInfo { hasNextPage } nodes { summary } } } } } } }');
    expect(opponentsOfProxies.nodes).toEqual([{ opponent: { slug: 'a' }, fights: [{ fight: { claimCount: 10_000, originCount: 1, claims: { totalCount: 10_000, pageInfo: { hasNextPage: true }, nodes: [{ summary: 'clash 0' }, { summary: 'clash 1' }] } } }] }]);
    const during = await answer(store, '{ tiesBetween(a: "Militia xa", b: "Militia xb", types: [CLASHED_WITH], filter: { during: { edtf: "2013" } }) { claimCount earliest latest } }');
    expect(during.tiesBetween).toEqual([{ claimCount: 1_000, earliest: '2013-01-01', latest: '2013-01-01' }]);
  }, 180_000);
});

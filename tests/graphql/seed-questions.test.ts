import type { Neo4jStore } from '../../src/store/neo4j-store';
import { answer, ask, openTestStore, seeded } from '../support/graph';

let store: Neo4jStore;
beforeAll(async () => {
  store = await seeded(openTestStore());
});
afterAll(() => store.close());

interface Named { name: string }
const OPPONENTS = `query ($patron: String!, $reach: Reach, $with: Boolean, $filter: EvidenceFilter) {
  opponentsOfProxies(patron: $patron, reach: $reach, includePatron: $with, filter: $filter, first: 100) {
    totalCount
    nodes { opponent { name } fights { member { name } distance
      fight { type claimCount claims { nodes { paragraph article { slug } date { edtf } place { name } } } }
      chain { type source { name } target { name } claims { nodes { paragraph article { slug } } } } } }
  }
}`;
const opponents = async (variables: Record<string, unknown>): Promise<string[]> =>
  (await answer(store, OPPONENTS, variables)).opponentsOfProxies.nodes.map(({ opponent }: { opponent: Named }) => opponent.name).sort();

describe('who has clashed with the proxies of a patron', () => {
  it('names the opponents of the IRGC\'s proxies, each with the passage of the clash and of the backing', async () => {
    const { opponentsOfProxies } = await answer(store, OPPONENTS, { patron: 'IRGC' });
    expect(opponentsOfProxies.nodes.map(({ opponent }: { opponent: Named }) => opponent.name)).toEqual(['Assad\'s "National Guard"', 'Assad-linked proxy forces']);
    for (const { fights } of opponentsOfProxies.nodes) {
      for (const { fight, chain, distance } of fights) {
        expect(chain).toHaveLength(distance);
        for (const tie of [fight, ...chain]) {
          expect(tie.claims.nodes.length).toBeGreaterThan(0);
          for (const { paragraph, article } of tie.claims.nodes) {
            expect(paragraph).toBeGreaterThan(0);
            expect(article.slug).toBe('mesopotamia-news-national-guard');
          }
        }
        expect(chain.at(-1).target?.name ?? chain.at(-1).source.name).toBe('Islamic Revolutionary Guard Corps');
      }
    }
  });

  it('adds the patron itself when asked, with an empty chain', async () => {
    const { opponentsOfProxies } = await answer(store, OPPONENTS, { patron: "Iran's Revolutionary Guards", with: true });
    const found = opponentsOfProxies.nodes.find(({ opponent }: { opponent: Named }) => opponent.name === 'National Defense militia');
    expect(found.fights).toMatchObject([{ member: { name: 'Islamic Revolutionary Guard Corps' }, distance: 0, chain: [], fight: { claimCount: 3 } }]);
  });

  it.each(['IRGC', 'irgc', 'Islamic Revolutionary Guard Corps', 'الحرس الثوري الإيراني', 'Revolutionary Guards'])('knows the patron as %s', async (patron) => {
    expect(await opponents({ patron })).toHaveLength(2);
  });

  it('tells direct from transitive', async () => {
    const direct = await opponents({ patron: 'Iran', reach: 'DIRECT' });
    const transitive = await opponents({ patron: 'Iran', reach: 'TRANSITIVE' });
    expect(transitive).toEqual(expect.arrayContaining(direct));
    // The IRGC's proxies reach Iran only through the IRGC.
    expect(direct).not.toContain('Assad-linked proxy forces');
    expect(transitive).toContain('Assad-linked proxy forces');
  });

  it.each([['Russia', 'Republican Guard'], ['Russia', 'Unidentified attackers of the bus near Kiheel'], ['Assad regime', 'Iranian militias'], ['Iran', 'ISIS'], ['Iran', 'Russian forces']])('of %s: %s', async (patron, opponent) => {
    expect(await opponents({ patron, with: true })).toContain(opponent);
  });

  it('pages forwards and backwards over the same list', async () => {
    const all = await opponents({ patron: 'Iran' });
    expect(all.length).toBeGreaterThan(5);
    const page = 'query ($first: Int, $after: String, $last: Int, $before: String) { opponentsOfProxies(patron: "Iran", first: $first, after: $after, last: $last, before: $before) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { opponent { name } } } }';
    const walk = async (way: 'first' | 'last'): Promise<string[]> => {
      const names: string[] = [];
      let cursor: string | null = null;
      for (;;) {
        const { opponentsOfProxies: found } = await answer(store, page, way === 'first' ? { first: 2, after: cursor } : { last: 2, before: cursor });
        expect(found.totalCount).toBe(all.length);
        const names2 = found.nodes.map(({ opponent }: { opponent: Named }) => opponent.name);
        if (way === 'first') names.push(...names2);
        else names.unshift(...names2);
        if (!(way === 'first' ? found.pageInfo.hasNextPage : found.pageInfo.hasPreviousPage)) return names;
        cursor = way === 'first' ? found.pageInfo.endCursor : found.pageInfo.startCursor;
      }
    };
    const forwards = await walk('first');
    expect([...forwards].sort()).toEqual(all);
    expect(await walk('last')).toEqual(forwards);
  });
});

describe('periods and recorded time', () => {
  it('CERTAIN keeps only what surely lies in the period, POSSIBLE what may', async () => {
    const certain = await opponents({ patron: 'Iran', reach: 'DIRECT', filter: { during: { edtf: '2018-11', certainty: 'CERTAIN' } } });
    expect(certain).toEqual(['Syrian regime forces']);
    const possible = await opponents({ patron: 'Iran', filter: { during: { edtf: '2018-11' } } });
    expect(possible).toEqual(expect.arrayContaining(['Syrian regime forces', 'National Defense militia']));
  });

  it('an event cannot be later than the article that tells of it', async () => {
    expect(await opponents({ patron: 'IRGC', filter: { during: { edtf: '2020' } } })).toEqual([]);
    expect(await opponents({ patron: 'IRGC', filter: { during: { edtf: '2019-06' } } })).toHaveLength(2);
  });

  it('as known before the first ingest: nothing; today: everything', async () => {
    expect(await opponents({ patron: 'IRGC', filter: { asKnownOn: '2020-01-01' } })).toEqual([]);
    expect(await opponents({ patron: 'IRGC', filter: { asKnownOn: new Date().toISOString() } })).toHaveLength(2);
  });

  it('what was published by a day', async () => {
    const { claims } = await answer(store, '{ claims(first: 500, filter: { publishedBy: "2018-12-31" }) { totalCount nodes { article { slug } } } }');
    expect(new Set(claims.nodes.map(({ article }: { article: { slug: string } }) => article.slug))).toEqual(new Set(['7dnews-isis-route']));
    expect(claims.totalCount).toBe(claims.nodes.length);
  });

  it.each([
    ['{ claims(filter: { during: { edtf: "XXXX-06-13" } }) { totalCount } }', 'BAD_USER_INPUT'],
    ['{ claims(filter: { asKnownOn: "tomorrow" }) { totalCount } }', 'BAD_USER_INPUT'],
    ['{ claims(first: 2, last: 2) { totalCount } }', 'BAD_USER_INPUT'],
    ['{ claims(after: "not a cursor") { totalCount } }', 'BAD_USER_INPUT'],
    ['{ claims(filter: { tie: "x" }) { totalCount } }', 'BAD_USER_INPUT'],
    ['{ opponentsOfProxies(patron: "Ruritania") { totalCount } }', 'UNKNOWN_NAME'],
    ['{ claims(filter: { place: "Atlantis" }) { totalCount } }', 'UNKNOWN_NAME'],
    ['{ actor(name: "Zenda") { self { name } allies { totalCount } } }', 'UNKNOWN_NAME'],
    ['{ location(name: "IRGC") { self { name } } }', 'UNKNOWN_NAME'],
    ['{ article(id: "no-such") { self { title } } }', 'UNKNOWN_ARTICLE'],
  ])('%s is refused with %s', async (source, code) => {
    const { errors, reader } = await ask(store, source);
    expect(errors?.[0]?.originalError).toMatchObject({ code });
    expect(reader.roundTrips).toBeLessThanOrEqual(2);
  });

  it('suggests the nearest names', async () => {
    const { errors } = await ask(store, '{ opponentsOfProxies(patron: "Ruussia") { totalCount } }');
    // A doubled letter is the same name; two wrong ones are not.
    expect(errors).toBeUndefined();
    const { errors: others } = await ask(store, '{ opponentsOfProxies(patron: "Rusia Fed") { totalCount } }');
    expect(others?.[0]?.originalError).toMatchObject({ code: 'UNKNOWN_NAME', details: { suggestions: expect.arrayContaining(['Russia']) } });
  });
});

describe('profiles', () => {
  it('tell of an actor from either member of a group against a group', async () => {
    const of = async (name: string): Promise<string[]> =>
      (await answer(store, 'query ($name: String!) { actor(name: $name) { opponents(first: 50) { nodes { party { name } } } } }', { name })).actor.opponents.nodes.map(({ party }: { party: Named }) => party.name);
    for (const name of ['Fifth Corps', 'Tiger Forces', 'Eight Division']) expect(await of(name)).toEqual(expect.arrayContaining(['Fourth Division', 'Republican Guard']));
    for (const name of ['Republican Guard', 'Fourth Division']) expect(await of(name)).toEqual(expect.arrayContaining(['Fifth Corps', 'Tiger Forces', 'Eighth Division']));
  });

  it('tell commanders, former ones, second roles and ranks apart', async () => {
    const commands = async (name: string): Promise<unknown> =>
      (await answer(store, 'query ($name: String!) { commander(name: $name) { commands { nodes { party { name } ties { claims { nodes { rank standing former } } } } } } }', { name })).commander.commands.nodes;
    expect(await commands('Wasim Masalmeh')).toEqual([
      { party: { name: '313 Brigade' }, ties: [{ claims: { nodes: [{ rank: null, standing: 'HEAD', former: false }] } }] },
      { party: { name: "People's Committees" }, ties: [{ claims: { nodes: [{ rank: null, standing: 'HEAD', former: true }] } }] },
    ]);
    expect(await commands('Hashem Al-Qiyadi')).toEqual([
      { party: { name: 'Lebanese Hezbollah' }, ties: [{ claims: { nodes: [expect.objectContaining({ standing: 'LEADER' })] } }] },
      { party: { name: 'Syrian Hezbollah' }, ties: [{ claims: { nodes: [expect.objectContaining({ standing: 'HEAD' })] } }] },
    ]);
    expect(await commands('Ghiath Dallah')).toMatchObject([{ ties: [{ claims: { nodes: [{ rank: 'Brigadier' }] } }] }]);
  });

  it('show both accounts of who leads the Fourth Division', async () => {
    const { rivals } = await answer(store, '{ rivals(party: "Fourth Division") { nodes { rule one { object { name } article { publisher } } other { object { name } article { publisher } } } } }');
    expect(rivals.nodes).toEqual([{ rule: 'TWO_HEADS', one: { object: { name: 'Ali Mahmoud' }, article: { publisher: 'IranWire' } }, other: { object: { name: 'Maher al-Assad' }, article: { publisher: 'The Schpiel' } } }]);
  });

  it.each(['Albukamal', 'Al Bukamal', 'Abu Kamal', 'البوكمال', 'أبو كمال'])('find one place as %s, with what lies within it', async (name) => {
    const { location } = await answer(store, 'query ($name: String!) { location(name: $name) { self { slug within { name } } contains(first: 50) { nodes { slug } } claims(first: 500) { totalCount nodes { article { slug } } } incidents { nodes { slug } } parties(first: 50) { nodes { party { name } } } } }', { name });
    expect(location.self.slug).toBe('albukamal');
    expect(location.self.within.map(({ name: larger }: Named) => larger)).toEqual(['Deir ez-Zor province', 'Eastern Syria', 'Syria']);
    expect(location.contains.nodes.map(({ slug }: { slug: string }) => slug)).toEqual(expect.arrayContaining(['albukamal-central-square', 'feehe-district']));
    expect(new Set(location.claims.nodes.map(({ article }: { article: { slug: string } }) => article.slug))).toEqual(new Set(['iranwire-albukamal-clashes', 'mesopotamia-news-national-guard']));
    expect(location.claims.totalCount).toBe(location.claims.nodes.length);
    expect(location.incidents.nodes.length).toBeGreaterThan(2);
    expect(location.parties.nodes.map(({ party }: { party: Named }) => party.name)).toEqual(expect.arrayContaining(['Iranian militias', 'Russian military police', 'Syrian regime forces']));
  });
});

describe('cross questions', () => {
  it('find allies who fought each other, directly allied or by a common ally', async () => {
    const { alliesWhoFought } = await answer(store, '{ alliesWhoFought(first: 50) { nodes { one { slug } other { slug } bonds { bond commonAlly { slug } ties { claims { nodes { paragraph } } } } fights { claims { nodes { paragraph } } } } } }');
    const found = new Map(alliesWhoFought.nodes.map((pair: { one: { slug: string }; other: { slug: string }; bonds: { bond: string }[] }) => [[pair.one.slug, pair.other.slug].sort().join(' '), pair.bonds.map(({ bond }) => bond)]));
    expect(found.get('irgc-proxies national-guard')).toEqual(['DIRECT']);
    expect(found.get('irgc national-defense')).toContain('COMMON_ALLY');
    const { alliesWhoFought: direct } = await answer(store, '{ alliesWhoFought(commonAlly: false) { nodes { one { slug } bonds { bond } } } }');
    for (const { bonds } of direct.nodes) expect(bonds.map(({ bond }: { bond: string }) => bond)).toEqual(['DIRECT']);
    const { alliesWhoFought: one } = await answer(store, '{ alliesWhoFought(party: "NDF") { totalCount } }');
    expect(one.totalCount).toBe(1);
  });

  it('find groups of one patron that fought each other, with both chains', async () => {
    const { coProxiesWhoFought } = await answer(store, '{ coProxiesWhoFought(patron: "Assad regime") { nodes { one { slug } other { slug } chainOne { type } chainOther { type } fights { type } } } }');
    expect(coProxiesWhoFought.nodes.map(({ one, other }: { one: { slug: string }; other: { slug: string } }) => [one.slug, other.slug].sort().join(' '))).toEqual(expect.arrayContaining(['fifth-corps fourth-division']));
    for (const { chainOne, chainOther, fights } of coProxiesWhoFought.nodes) for (const list of [chainOne, chainOther, fights]) expect(list.length).toBeGreaterThan(0);
  });

  it('find opponents of both of two patrons', async () => {
    const { commonOpponents } = await answer(store, '{ commonOpponents(patronA: "Iran", patronB: "Assad regime", reach: DIRECT) { nodes { opponent { slug } fightsA { member { slug } } fightsB { member { slug } } } } }');
    expect(commonOpponents.nodes.map(({ opponent }: { opponent: { slug: string } }) => opponent.slug)).toContain('isis');
    const isis = commonOpponents.nodes.find(({ opponent }: { opponent: { slug: string } }) => opponent.slug === 'isis');
    expect(isis.fightsA.map(({ member }: { member: { slug: string } }) => member.slug)).toContain('iranian-militias');
    expect(isis.fightsB.map(({ member }: { member: { slug: string } }) => member.slug)).toContain('syrian-regime-forces');
  });

  it('count origins, not citations', async () => {
    const { tiesBetween } = await answer(store, '{ tiesBetween(a: "NDF", b: "IRGC", types: [CLASHED_WITH]) { claimCount originCount articleCount } }');
    expect(tiesBetween).toEqual([{ claimCount: 3, originCount: 1, articleCount: 1 }]);
    const filtered = await answer(store, '{ patronNetwork(patron: "Iran", filter: { minOrigins: 2 }) { ties { originCount } } }');
    expect(filtered.patronNetwork.ties.length).toBeGreaterThan(0);
    for (const { originCount } of filtered.patronNetwork.ties) expect(originCount).toBeGreaterThanOrEqual(2);
  });

  it('find shortest ways with their passages, and none where there is none', async () => {
    const { paths } = await answer(store, '{ paths(from: "Wasim Masalmeh", to: "Iran") { length parties { name } ties { claims { nodes { paragraph } } } } }');
    expect(paths[0].length).toBe(paths[0].ties.length);
    expect(paths[0].parties[0].name).toBe('Wasim Masalmeh');
    expect(paths[0].parties.at(-1).name).toBe('Iran');
    for (const { claims } of paths[0].ties) expect(claims.nodes.length).toBeGreaterThan(0);
    expect((await answer(store, '{ paths(from: "Wasim Masalmeh", to: "Iran", types: [MET_WITH]) { length } }')).paths).toEqual([]);
  });

  it('show a neighbourhood with how many more there are', async () => {
    const { neighbourhood: all } = await answer(store, '{ neighbourhood(of: "Iran", depth: 2, limit: 500) { nodes { party { slug } distance hiddenTies } ties { source { slug } target { slug } } more } }');
    expect(all.more).toBe(0);
    const { neighbourhood: some } = await answer(store, '{ neighbourhood(of: "Iran", depth: 2, limit: 5) { nodes { party { slug } distance hiddenTies } ties { source { slug } target { slug } } more } }');
    expect(some.nodes).toHaveLength(6);
    expect(some.more).toBe(all.nodes.length - 6);
    expect(some.nodes[0]).toMatchObject({ party: { slug: 'iran' }, distance: 0 });
    const shown = new Set(some.nodes.map(({ party }: { party: { slug: string } }) => party.slug));
    for (const { source, target } of some.ties) expect(shown.has(source.slug) && shown.has(target.slug)).toBe(true);
    expect(some.nodes[0].hiddenTies).toBeGreaterThan(0);
  });
});

describe('search', () => {
  const best = async (text: string, kinds?: string[]): Promise<string | undefined> =>
    (await answer(store, 'query ($text: String!, $kinds: [SearchKind!]) { search(text: $text, kinds: $kinds, first: 5) { hits { node { ... on Actor { slug } ... on Commander { slug } ... on Location { slug } ... on Article { slug } ... on Claim { slug } ... on Incident { slug } } } } }', { text, kinds })).search.hits[0]?.node.slug;

  it.each([
    ['Albukamal', 'albukamal'], ['Al Bukamal', 'albukamal'], ['al-bukamal', 'albukamal'], ['Abu Kamal', 'albukamal'], ['Abou Kamal', 'albukamal'], ['Albukamall', 'albukamal'], ['البوكمال', 'albukamal'], ['ابو كمال', 'albukamal'],
    ['Deir Ezzor', 'deir-ez-zor'], ['Deir al Zour', 'deir-ez-zor'], ['Mayadeen', 'al-mayadeen'], ['Fatemiyoun', 'fatimiyoun-brigade'], ['Fatimiyun', 'fatimiyoun-brigade'], ['hizballah', 'lebanese-hezbollah'],
    ['Daesh', 'isis'], ['داعش', 'isis'], ['Ghayath Dalla', 'ghiath-dallah'], ['Firas', 'firas-al-iraqiya'], ['Maher Asad', 'maher-al-assad'], ['الحرس الثوري', 'irgc'], ['SDF', 'syrian-democratic-forces'],
  ])('%s finds %s first', async (text, slug) => expect(await best(text)).toBe(slug));

  it('finds titles and summaries', async () => {
    expect(await best('hashish')).toBe('syrian-observer-al-ashara/p7-01');
    expect(await best('Regime Allies', ['ARTICLE'])).toBe('syrian-observer-al-ashara');
    expect(await best('bus bombing', ['INCIDENT'])).toBe('bus-bombing-kiheel');
  });

  it.each(['', ' ', '***', '"', 'AND OR NOT', '~^(){}[]', '\\', 'text:*', '/.*/', '🙂', 'x'.repeat(200)])('takes %p without harm', async (text) => {
    const { errors } = await ask(store, 'query ($text: String!) { search(text: $text) { totalCount } }', { text });
    if (text === '') expect(errors).toHaveLength(1);
    else expect(errors).toBeUndefined();
  });
});

describe('lists, nodes and totals', () => {
  it('come back by their global ids', async () => {
    const { claims, articles, origins, incidents, actors, locations, commanders } = await answer(store, '{ claims(first: 1) { nodes { id } } articles(first: 1) { nodes { id } } origins(first: 1) { nodes { id } } incidents(first: 1) { nodes { id } } actors(first: 1) { nodes { id } } locations(first: 1) { nodes { id } } commanders(first: 1) { nodes { id } } }');
    const { tiesBetween } = await answer(store, '{ tiesBetween(a: "ISIS", b: "SDF") { id } }');
    for (const { id } of [...[claims, articles, origins, incidents, actors, locations, commanders].map((list) => list.nodes[0]), tiesBetween[0]]) {
      expect((await answer(store, 'query ($id: ID!) { node(id: $id) { __typename id } }', { id })).node.id).toBe(id);
    }
    expect((await answer(store, '{ node(id: "nonsense") { id } }')).node).toBeNull();
  });

  it('total what is there', async () => {
    const { overview, claims, revision } = await answer(store, '{ overview { claims ties byType { type claims } byMonth { month claims } byPatron { patron { slug } proxies } contestedPlaces { place { slug } events claims } revision } claims(first: 0) { totalCount } revision }');
    expect(overview.claims).toBe(claims.totalCount);
    expect(overview.revision).toBe(revision);
    for (const counts of [overview.byType, overview.byMonth]) expect(counts.reduce((sum: number, { claims: n }: { claims: number }) => sum + n, 0)).toBe(overview.claims);
    expect(overview.byPatron.map(({ patron }: { patron: { slug: string } }) => patron.slug)).toEqual(expect.arrayContaining(['russia', 'iran', 'irgc', 'assad-regime']));
  });

  it.each(['actors', 'commanders', 'locations', 'articles', 'origins', 'incidents', 'claims'])('%s page the same forwards and backwards', async (list) => {
    const walk = async (way: 'first' | 'last'): Promise<string[]> => {
      const ids: string[] = [];
      let cursor: string | null = null;
      for (;;) {
        const found: { pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string }; nodes: { id: string }[] } = (await answer(store, `query ($n: Int, $cursor: String) { ${list}(${way}: $n, ${way === 'first' ? 'after' : 'before'}: $cursor) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id } } }`, { n: 37, cursor }))[list];
        const page = found.nodes.map(({ id }) => id);
        if (way === 'first') ids.push(...page);
        else ids.unshift(...page);
        if (!(way === 'first' ? found.pageInfo.hasNextPage : found.pageInfo.hasPreviousPage)) return ids;
        cursor = way === 'first' ? found.pageInfo.endCursor : found.pageInfo.startCursor;
      }
    };
    const forwards = await walk('first');
    expect(new Set(forwards).size).toBe(forwards.length);
    expect(await walk('last')).toEqual(forwards);
    const { [list]: counted } = await answer(store, `{ ${list}(first: 0) { totalCount } }`);
    expect(counted.totalCount).toBe(forwards.length);
  });
});

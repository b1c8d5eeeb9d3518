import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ingest } from '../../src/intake/ingest';
import { Ledger } from '../../src/store/ledger';
import type { Neo4jStore } from '../../src/store/neo4j-store';
import { DATA, answer, cypher, emptied, openTestStore } from '../support/graph';
import { actor, article, claim, dataFolder, origin, type TestData } from '../support/yaml';

let store: Neo4jStore;
let ledger: Ledger;
beforeAll(() => {
  store = openTestStore();
  ledger = new Ledger(store);
});
beforeEach(() => emptied(store));
afterAll(() => store.close());

const base: Omit<TestData, 'articles'> = {
  actors: [actor('a'), actor('b'), actor('p', { kind: 'state' })],
  commanders: [{ id: 'c1', name: 'First Commander' }, { id: 'c2', name: 'Second Commander' }],
  locations: [{ id: 'town', name: 'Town', kind: 'town' }],
  origins: [origin('outlet'), origin('other'), origin('own-source', { kind: 'unnamed', belongsTo: 'outlet' })],
  incidents: [{ id: 'fight', title: 'The fight', place: 'town' }],
};
const withClaims = (...claims: Record<string, unknown>[]): string => dataFolder({ ...base, articles: [article('one', claims)] });
const everything = (): Promise<Record<string, unknown>[]> => cypher(store, "MATCH (n) WHERE NOT n:Migration OPTIONAL MATCH (n)-[r]->(m) RETURN n.id AS id, properties(n) AS props, type(r) AS type, properties(r) AS rel, m.id AS other ORDER BY id, type, other");

describe('ingest', () => {
  it('writes the five articles once, and nothing the second time', async () => {
    const first = await ingest(DATA, ledger);
    expect(first.articles.reduce((sum, { created }) => sum + created, 0)).toBeGreaterThan(150);
    const before = await everything();
    const second = await ingest(DATA, ledger);
    for (const report of [second.registries, ...second.articles]) {
      expect(report.counters).toEqual({});
      expect(report).toMatchObject({ created: 0, superseded: 0, retracted: 0 });
    }
    expect(await everything()).toEqual(before);
  });

  it('supersedes a changed claim and keeps the old one', async () => {
    await ingest(withClaims(claim('k', 'CLASHED_WITH', 'a', 'b')), ledger);
    const report = await ingest(withClaims(claim('k', 'CLASHED_WITH', 'a', 'b', { summary: 'said better' })), ledger);
    expect(report.articles[0]).toMatchObject({ created: 0, superseded: 1, retracted: 0, unchanged: 0 });
    const rows = await cypher(store, 'MATCH (c:Claim) OPTIONAL MATCH (c)-[:SUPERSEDES]->(old) RETURN c.id AS id, c.status AS status, c.endedAt IS NULL AS open, old.id AS old ORDER BY id');
    expect(rows).toEqual([
      { id: 'one/k', status: 'superseded', open: false, old: null },
      { id: 'one/k@2', status: 'live', open: true, old: 'one/k' },
    ]);
    expect(await cypher(store, 'MATCH ()-[r:CLASHED_WITH]->() RETURN r.claims AS claims')).toEqual([{ claims: 1 }]);
  });

  it('retracts a claim that is gone, with a date, and takes its tie away without forgetting it', async () => {
    await ingest(withClaims(claim('k', 'CLASHED_WITH', 'a', 'b'), claim('l', 'ALLIED_WITH', 'a', 'b')), ledger);
    const knownThen = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const report = await ingest(withClaims(claim('l', 'ALLIED_WITH', 'a', 'b')), ledger);
    expect(report.articles[0]).toMatchObject({ retracted: 1, unchanged: 1 });
    expect(await cypher(store, "MATCH (c:Claim {status: 'retracted'}) RETURN c.id AS id, c.endedAt > $given.then AS dated", { then: knownThen })).toEqual([{ id: 'one/k', dated: true }]);
    const question = '($f: EvidenceFilter) { tiesBetween(a: "Militia xa", b: "Militia xb", filter: $f) { type claims { nodes { status } } } }';
    expect((await answer(store, `query ${question}`)).tiesBetween.map(({ type }: { type: string }) => type)).toEqual(['ALLIED_WITH']);
    const then = await answer(store, `query ${question}`, { f: { asKnownOn: knownThen } });
    expect(then.tiesBetween.map(({ type }: { type: string }) => type).sort()).toEqual(['ALLIED_WITH', 'CLASHED_WITH']);
  });

  it('brings a retracted claim back as its next version', async () => {
    const full = [claim('k', 'CLASHED_WITH', 'a', 'b'), claim('l', 'ALLIED_WITH', 'a', 'b')] as const;
    await ingest(withClaims(...full), ledger);
    await ingest(withClaims(full[1]), ledger);
    await ingest(withClaims(...full), ledger);
    expect(await cypher(store, "MATCH (c:Claim) WHERE c.key = 'k' RETURN c.id AS id, c.status AS status ORDER BY id")).toEqual([{ id: 'one/k', status: 'retracted' }, { id: 'one/k@2', status: 'live' }]);
    expect(await cypher(store, 'MATCH ()-[r:WAS_TIED|CLASHED_WITH]->() RETURN type(r) AS type')).toEqual([{ type: 'CLASHED_WITH' }]);
  });

  it('makes and unmakes a patron with the claims that say so', async () => {
    await ingest(withClaims(claim('k', 'BACKED_BY', 'a', 'p')), ledger);
    expect(await cypher(store, 'MATCH (n:Patron) RETURN n.id AS id')).toEqual([{ id: 'p' }]);
    await ingest(withClaims(), ledger);
    expect(await cypher(store, 'MATCH (n:Patron) RETURN n.id AS id')).toEqual([]);
  });

  it('counts an outlet and its own source as one origin, another outlet as a second', async () => {
    await ingest(withClaims(
      claim('k', 'CLASHED_WITH', 'a', 'b'), claim('l', 'CLASHED_WITH', 'b', 'a', { attribution: ['own-source'] }), claim('m', 'CLASHED_WITH', 'a', 'b', { attribution: ['other'] }),
    ), ledger);
    expect(await cypher(store, 'MATCH ()-[r:CLASHED_WITH]->() RETURN r.claims AS claims, r.origins AS origins, r.articles AS articles')).toEqual([{ claims: 3, origins: 2, articles: 1 }]);
  });

  it('counts again when an origin turns out to belong to another', async () => {
    const articles = [article('one', [claim('k', 'CLASHED_WITH', 'a', 'b'), claim('m', 'CLASHED_WITH', 'a', 'b', { attribution: ['other'] })])];
    await ingest(dataFolder({ ...base, articles }), ledger);
    await ingest(dataFolder({ ...base, origins: [origin('outlet'), origin('other', { belongsTo: 'outlet' })], articles }), ledger);
    expect(await cypher(store, 'MATCH ()-[r:CLASHED_WITH]->() RETURN r.claims AS claims, r.origins AS origins')).toEqual([{ claims: 2, origins: 1 }]);
  });

  it('finds two heads of one group rivals, but not a former head or one of its leaders', async () => {
    const by = (key: string, who: string, more: Record<string, unknown>): Record<string, unknown> => claim(key, 'COMMANDED_BY', 'a', who, { standing: 'head', ...more });
    await ingest(withClaims(by('k', 'c1', {}), by('l', 'c2', {})), ledger);
    expect(await cypher(store, 'MATCH (a:Claim)-[r:RIVALS]->(b:Claim) RETURN a.id AS a, b.id AS b, r.rule AS rule')).toEqual([{ a: 'one/k', b: 'one/l', rule: 'two_heads' }]);
    expect(await cypher(store, 'MATCH ()-[r:COMMANDED_BY]->() RETURN r.contested AS contested')).toEqual([{ contested: true }, { contested: true }]);
    await ingest(withClaims(by('k', 'c1', {}), by('l', 'c2', { former: true })), ledger);
    expect(await cypher(store, 'MATCH ()-[r:COMMANDED_BY]->() RETURN r.contested AS contested')).toEqual([{ contested: false }, { contested: false }]);
    await emptied(store);
    await ingest(withClaims(by('k', 'c1', { date: '2017' }), by('l', 'c2', { date: '2018' })), ledger);
    expect(await cypher(store, 'MATCH ()-[r:RIVALS]->() RETURN r')).toEqual([]);
  });

  it('keeps rivals that a curator marks, across articles, with the reason', async () => {
    const articles = [
      article('one', [claim('k', 'CLASHED_WITH', 'a', 'b', { rivals: [{ claim: 'two/k', reason: 'one says they fought, the other that they joined' }] })]),
      article('two', [claim('k', 'ALLIED_WITH', 'a', 'b')]),
    ];
    await ingest(dataFolder({ ...base, articles }), ledger);
    const { rivals } = await answer(store, '{ rivals { totalCount nodes { rule reason one { slug } other { slug } } } }');
    expect(rivals).toEqual({ totalCount: 1, nodes: [{ rule: 'CURATED', reason: 'one says they fought, the other that they joined', one: { slug: 'one/k' }, other: { slug: 'two/k' } }] });
  });

  it('reads one article file with the registries beside it', async () => {
    const folder = withClaims(claim('k', 'CLASHED_WITH', 'a', 'b'));
    const report = await ingest(join(folder, 'articles', 'one.yaml'), ledger);
    expect(report.articles).toMatchObject([{ id: 'one', created: 1 }]);
  });

  it('reads an article alone if the store knows what it refers to', async () => {
    await ingest(withClaims(), ledger);
    const alone = dataFolder({ articles: [article('two', [claim('k', 'CLASHED_WITH', 'a', 'b', { attribution: ['own-source'] })])] });
    const report = await ingest(join(alone, 'articles', 'two.yaml'), ledger);
    expect(report.articles).toMatchObject([{ id: 'two', created: 1 }]);
    expect(await cypher(store, 'MATCH (c:Claim) RETURN c.rootOrigin AS root')).toEqual([{ root: 'outlet' }]);
  });

  it('takes turns when two ingest the same at once', async () => {
    const folder = withClaims(claim('k', 'CLASHED_WITH', 'a', 'b'), claim('l', 'BACKED_BY', 'a', 'p'));
    await Promise.all([ingest(folder, ledger), ingest(folder, new Ledger(store)), ingest(folder, new Ledger(store))]);
    expect(await cypher(store, 'MATCH (c:Claim) RETURN c.id AS id ORDER BY id')).toEqual([{ id: 'one/k' }, { id: 'one/l' }]);
    expect(await cypher(store, 'MATCH ()-[r:CLASHED_WITH|BACKED_BY]->() RETURN r.claims AS claims')).toEqual([{ claims: 1 }, { claims: 1 }]);
  });

  it('writes an article whole or not at all', async () => {
    await ingest(withClaims(claim('k', 'CLASHED_WITH', 'a', 'b')), ledger);
    const before = await everything();
    // A constraint of the test's own makes the last step of the transaction fail.
    await cypher(store, 'CREATE CONSTRAINT test_block FOR (n:Ledger) REQUIRE n.changedAt IS UNIQUE');
    await cypher(store, "CREATE (:Ledger {id: 'block', changedAt: 'x'})");
    const advance = jest.spyOn(Date.prototype, 'toISOString').mockReturnValue('x');
    await expect(ingest(withClaims(claim('k', 'CLASHED_WITH', 'a', 'b'), claim('n', 'BACKED_BY', 'a', 'p')), ledger)).rejects.toThrow();
    advance.mockRestore();
    await cypher(store, 'DROP CONSTRAINT test_block');
    await cypher(store, "MATCH (n:Ledger {id: 'block'}) DELETE n");
    expect(await everything()).toEqual(before);
  });
});

describe('faults', () => {
  const refused = async (path: string): Promise<{ line: number; field: string; value: string; expected: string }[]> => {
    const before = await everything();
    const error = await ingest(path, ledger).then(
      () => { throw new Error('was not refused'); },
      (reason: unknown) => reason as { code: string; message: string; faults: { file: string; line: number; field: string; value: string; expected: string }[] },
    );
    expect(error.code).toBe('BAD_DATA');
    expect(error.message.split('\n')).toHaveLength(error.faults.length);
    expect(await everything()).toEqual(before);
    return error.faults;
  };

  it.each<[string, Record<string, unknown>, string, RegExp, string]>([
    ['an unknown type', { type: 'FOUGHT' }, 'claims[0].type', /one of .*CLASHED_WITH/, '"FOUGHT"'],
    ['no summary', { summary: undefined }, 'claims[0].summary', /a string/, 'nothing'],
    ['an empty summary', { summary: ' ' }, 'claims[0].summary', /some text/, '" "'],
    ['paragraph zero', { paragraph: 0 }, 'claims[0].paragraph', /from 1/, '0'],
    ['a paragraph beyond the article', { paragraph: 9 }, 'claims[0].paragraph', /1 to 3/, '9'],
    ['a date that is none', { date: 'last June' }, 'claims[0].date', /EDTF/, '"last June"'],
    ['an impossible day', { date: '2018-02-30' }, 'claims[0].date', /EDTF/, '"2018-02-30"'],
    ['an unknown subject', { subject: 'nobody' }, 'claims[0].subject', /id of an actor.*registries or in the store/, '"nobody"'],
    ['a place as subject', { subject: 'town' }, 'claims[0].subject', /this is a location/, '"town"'],
    ['the same party twice', { object: 'a' }, 'claims[0].object', /another party/, '"a"'],
    ['an unknown origin', { attribution: ['outlet', 'rumour'] }, 'claims[0].attribution[1]', /an origin/, '"rumour"'],
    ['an unknown incident', { incident: 'riot' }, 'claims[0].incident', /an incident/, '"riot"'],
    ['an unknown place', { place: 'nowhere' }, 'claims[0].place', /a location/, '"nowhere"'],
    ['an unknown stance', { stance: 'guessed' }, 'claims[0].stance', /stated, reported, alleged/, '"guessed"'],
    ['a field that does not exist', { colour: 'red' }, 'claims[0].colour', /no such field/, '"red"'],
    ['casualties without figures', { casualties: [{ party: 'a' }] }, 'claims[0].casualties[0]', /killed or wounded/, '{"party":"a"}'],
    ['negative casualties', { casualties: [{ killed: -1 }] }, 'claims[0].casualties[0].killed', /at least 0/, '-1'],
    ['casualties of a stranger', { casualties: [{ party: 'nobody', killed: 1 }] }, 'claims[0].casualties[0].party', /actor or a commander/, '"nobody"'],
    ['a rank outside command', { rank: 'General' }, 'claims[0].rank', /not COMMANDED_BY/, '"General"'],
    ['command without standing', { type: 'COMMANDED_BY', object: 'c1' }, 'claims[0].standing', /head, leader or member/, 'nothing'],
    ['a rival that is not there', { rivals: [{ claim: 'zz', reason: 'r' }] }, 'claims[0].rivals[0].claim', /key of a claim/, '"zz"'],
    ['a bad key', { key: 'Not A Slug' }, 'claims[0].key', /an id/, '"Not A Slug"'],
  ])('%s is told with field, value and what was expected', async (_what, change, field, expected, value) => {
    const faults = await refused(withClaims({ ...claim('k', 'CLASHED_WITH', 'a', 'b'), ...change }));
    expect(faults).toContainEqual(expect.objectContaining({ field, value, expected: expect.stringMatching(expected) }));
  });

  it('all of a file are told at once, each with its line, and good files beside it are not written either', async () => {
    const folder = dataFolder({ ...base, articles: [article('good', [claim('k', 'CLASHED_WITH', 'a', 'b')])] });
    writeFileSync(join(folder, 'articles', 'bad.yaml'), `id: bad
title: Bad
publisher: nobody-known
language: english
paragraphs:
  - n: 1
    gist: something
claims:
  - key: k
    paragraph: 1
    type: CLASHED_WITH
    subject: stranger
    object: b
    summary: they fought
    date: yesterday
    stance: stated
`);
    const faults = await refused(folder);
    expect(faults.map(({ line, field }) => [line, field]).sort()).toEqual([[12, 'claims[0].subject'], [15, 'claims[0].date'], [3, 'publisher'], [4, 'language']].sort());
  });

  it('broken YAML is told with its line', async () => {
    const folder = withClaims();
    writeFileSync(join(folder, 'articles', 'broken.yaml'), 'id: broken\ntitle: "no end\nclaims: []\n');
    const faults = await refused(folder);
    expect(faults[0]).toMatchObject({ field: '(file)', expected: expect.stringContaining('well-formed YAML') });
    expect(faults[0]?.line).toBeGreaterThan(1);
  });

  it('ids taken twice, circles and unaccounted paragraphs are told', async () => {
    const twice = await refused(dataFolder({ ...base, actors: [...(base.actors ?? []), actor('town')], articles: [] }));
    expect(twice).toContainEqual(expect.objectContaining({ expected: expect.stringContaining('an id of its own') }));
    const circle = await refused(dataFolder({ ...base, locations: [{ id: 'x', name: 'X', kind: 'town', in: 'y' }, { id: 'y', name: 'Y', kind: 'town', in: 'x' }], incidents: [], articles: [] }));
    expect(circle).toContainEqual(expect.objectContaining({ field: '[0].in' }));
    const paragraphs = await refused(dataFolder({ ...base, articles: [article('one', [], { paragraphs: [{ n: 1, gist: 'g' }, { n: 3, gist: 'g', noClaim: 'w' }] })] }));
    expect(paragraphs.map(({ field }) => field)).toEqual(expect.arrayContaining(['paragraphs[0].noClaim', 'paragraphs[1].n']));
  });

  it('a missing path and an empty folder are told', async () => {
    await expect(ingest('/no/such/folder', ledger)).rejects.toMatchObject({ code: 'NO_DATA' });
    await expect(ingest(join(dataFolder({ articles: [] }), 'articles'), ledger)).rejects.toMatchObject({ code: 'NO_DATA' });
  });
});

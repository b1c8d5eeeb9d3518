import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import { safeCell } from '../../src/exports/cells';
import { exportGraph, type ExportReport } from '../../src/exports/export-graph';
import { EXPORT_FORMATS } from '../../src/exports/formats/formats';
import { GraphSource } from '../../src/exports/graph/graph-source';
import type { SelectionOptions } from '../../src/exports/graph/selection';
import { importEvents } from '../../src/intake/events/import-events';
import { ucdpGed } from '../../src/intake/events/ucdp-ged';
import { ingest } from '../../src/intake/ingest';
import { Ledger } from '../../src/store/ledger';
import { packageRoot } from '../../src/store/package-root';
import { endAll, run } from '../support/command';
import { fillWithEverything } from '../support/full-graph';
import { gedCsv } from '../support/ged';
import { cypher, DATA, emptied, openTestStore } from '../support/graph';
import { actor, article, claim, dataFolder, origin } from '../support/yaml';

const store = openTestStore();
const work = mkdtempSync(join(process.env.TEST_NEO4J_HOME as string, 'formats-'));
beforeAll(async () => {
  await emptied(store);
  await fillWithEverything(store, work);
}, 180_000);
afterEach(endAll);
afterAll(() => store.close());

const format = (name: string): NonNullable<ReturnType<typeof EXPORT_FORMATS.get>> => EXPORT_FORMATS.get(name) as never;
const write = (name: string, out: string, options: SelectionOptions = {}): Promise<ExportReport> => exportGraph(store, { format: format(name), out: join(work, out), ...options });
const text = async (name: string, options: SelectionOptions = {}): Promise<string> => {
  await write(name, 'one.out', options);
  return readFileSync(join(work, 'one.out'), 'utf8');
};
/** The tables of `csv`, as they are in the file. */
async function tables(options: SelectionOptions = {}): Promise<Record<'nodes' | 'ties' | 'claims' | 'articles' | 'origins' | 'incidents' | 'rivals', Record<string, string>[]>> {
  await write('csv', 'tables', options);
  return Object.fromEntries(['nodes', 'ties', 'claims', 'articles', 'origins', 'incidents', 'rivals'].map((name) => [name, parse(readFileSync(join(work, 'tables', `${name}.csv`), 'utf8'), { columns: true })])) as never;
}

describe('every format', () => {
  it.each([...EXPORT_FORMATS.keys()])('%s gives the same bytes for the same data, and leaves nothing beside them', async (name) => {
    const folder = join(work, `same-${name}`);
    for (const out of ['one', 'other']) await write(name, join(`same-${name}`, name === 'csv' || name === 'neo4j-admin' ? `${out}.zip` : out));
    const files = readdirSync(folder);
    expect(files).toHaveLength(2);
    const [one, other] = files.map((file) => readFileSync(join(folder, file)));
    expect(one?.length).toBeGreaterThan(500);
    expect(one?.equals(other as Buffer)).toBe(true);
  });
});

describe('the tables', () => {
  it('hold each claim once, with article and paragraph, and all that it names', async () => {
    const { nodes, ties, claims, articles } = await tables();
    const [counted] = await cypher(store, 'RETURN COUNT { (:Claim) } AS claims, COUNT { (:Party) } AS parties, COUNT { (:Party)-[r]->(:Party) WHERE r.claims IS NOT NULL } AS ties');
    expect({ claims: claims.length, parties: nodes.length, ties: ties.length }).toEqual(counted);
    const [ids, ends, cited] = [new Set(claims.map(({ id }) => id)), new Set(nodes.map(({ id }) => id)), new Set(articles.map(({ id }) => id))];
    expect(ids.size).toBe(claims.length);
    for (const { subject, object, article: source, title, publisher } of claims) expect([ends.has(subject), ends.has(object), cited.has(source), title !== '', publisher !== '']).toEqual([true, true, true, true, true]);
    expect(claims.find(({ id }) => id === 'awkward/changes')).toMatchObject({ status: 'superseded', paragraph: '1', ended_at: expect.stringMatching(/^\d{4}-/) });
    expect(claims.find(({ id }) => id === 'awkward/changes@2')).toMatchObject({ status: 'live', summary: 'changed', version: '2' });
    expect(ties.find(({ id }) => id === 'a ATTACKED b')).toMatchObject({ ended: 'true', claims: '0' });
  });

  it('have no cell that starts a formula', async () => {
    await tables();
    for (const name of readdirSync(join(work, 'tables'))) for (const row of parse(readFileSync(join(work, 'tables', name), 'utf8'))) for (const cell of row) expect(cell).not.toMatch(/^[=+@\t\r]|^-\D/);
    expect((await tables()).nodes.find(({ id }) => id === 'b')?.name).toBe(`'=HYPERLINK("x")`);
  });

  it.each(['=1', '+1', '-1', '@x', '\tx', '\rx', '＝1', ' =1'])('a cell %j becomes text', (value) => expect(safeCell(value)).toBe(`'${value}`));
  it.each(['1=1', 'x', '', ' 1=1 is no formula'])('a cell %j stays', (value) => expect(safeCell(value)).toBe(value));
});

describe('a selection', () => {
  it.each([
    ['of a patron', { patron: 'IRGC' }], ['of types', { types: ['clashed_with', 'ATTACKED'] }], ['of a period', { during: '2030' }], ['of both', { patron: 'Iran', types: ['BACKED_BY'] }],
  ])('%s holds the live claims that match, and what these need: no more, no less', async (_name, options) => {
    const whole = await tables();
    const { nodes, ties, claims, articles, origins, incidents } = await tables(options);
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.length).toBeLessThan(whole.claims.filter(({ status }) => status === 'live').length);
    for (const { status, type, earliest, latest } of claims) {
      expect(status).toBe('live');
      if ('types' in options) expect(options.types?.map((wanted) => wanted.toUpperCase())).toContain(type);
      if ('during' in options) expect((earliest === '' || (earliest as string) <= '2030-12-31') && (latest === '' || (latest as string) >= '2030-01-01')).toBe(true);
    }
    const places = new Map(whole.nodes.map(({ id, within }) => [id, within]));
    const needed = new Set(claims.flatMap(({ subject, object, place }) => [subject, object, place]).concat(incidents.map(({ place }) => place)).filter((id) => id !== ''));
    for (const id of needed) if (places.get(id) !== '' && places.get(id) !== undefined) needed.add(places.get(id));
    // Casualties may name a party that is neither side.
    const hurt = new Set(claims.flatMap(({ casualties }) => (casualties as string).split(' | ').map((side) => side.split(':')[0])).filter((id) => id !== '' && id !== 'all'));
    expect(nodes.map(({ id }) => id).filter((id) => !hurt.has(id))).toEqual([...needed].filter((id) => !hurt.has(id)).sort());
    expect(ties.map(({ id }) => id)).toEqual([...new Set(claims.map(({ tie }) => tie))].sort());
    for (const { id, claims: counted } of ties) expect(Number(counted)).toBe(claims.filter(({ tie }) => tie === id).length);
    expect(articles.map(({ id }) => id)).toEqual([...new Set(claims.map((row) => row.article))].sort());
    const known = new Set(origins.map(({ id }) => id));
    for (const { publisher } of articles) expect(known.has(publisher)).toBe(true);
    expect(incidents.map(({ id }) => id)).toEqual([...new Set(claims.map(({ incident }) => incident))].filter((id) => id !== '').sort());
  });

  it('as known on a day holds claims as they stood then', async () => {
    const [row] = await cypher(store, "MATCH (c:Claim {id: 'awkward/changes'}) RETURN c.recordedAt AS recorded, c.endedAt AS ended");
    const between = new Date((Date.parse(row?.recorded as string) + Date.parse(row?.ended as string)) / 2).toISOString();
    const { claims, ties } = await tables({ asKnownOn: between });
    const then = claims.filter(({ id }) => (id as string).startsWith('awkward/changes') || id === 'awkward/goes');
    expect(then.map(({ id, status, ended_at: ended }) => [id, status, ended])).toEqual([['awkward/goes', 'live', ''], ['awkward/changes', 'live', '']].sort());
    expect(ties.find(({ id }) => id === 'a ATTACKED b')).toMatchObject({ claims: '1', ended: 'false' });
  });

  it('as known on a day leaves out rivals that were marked later, and what came to be backed later', async () => {
    const day = '2031-05-01T00:00:00.000Z';
    const [later] = await cypher(store, "MATCH (:Claim {id: 'awkward/rival'})-[r:RIVALS]->(other:Claim {id: 'awkward/changes@2'}) SET r.was = r.recordedAt, r.recordedAt = '2031-06-01T00:00:00.000Z' RETURN r.rule AS rule");
    expect(later).toEqual({ rule: 'curated' });
    const rivalsOf = async (options: SelectionOptions): Promise<string | undefined> => (await tables(options)).claims.find(({ id }) => id === 'awkward/rival')?.rivals;
    expect([await rivalsOf({}), await rivalsOf({ asKnownOn: day }), await rivalsOf({ asKnownOn: '2031-07-01' })]).toEqual([expect.stringContaining('awkward/changes'), '', expect.stringContaining('awkward/changes')]);
    const [backing] = await cypher(store, "MATCH (c:Claim {type: 'BACKED_BY', objectId: 'irgc'}) WITH c.subjectId AS proxy, collect(c) AS all LIMIT 1 FOREACH (c IN all | SET c.was = c.recordedAt, c.recordedAt = '2031-06-01T00:00:00.000Z') RETURN proxy");
    const about = async (options: SelectionOptions): Promise<number> => (await tables({ patron: 'IRGC', ...options })).claims.filter(({ subject, object }) => [subject, object].includes(backing?.proxy as string) && ![subject, object].includes('irgc')).length;
    expect(await about({})).toBeGreaterThan(0);
    expect(await about({ asKnownOn: day })).toBe(0);
    await cypher(store, 'MATCH (c:Claim) WHERE c.was IS NOT NULL SET c.recordedAt = c.was REMOVE c.was WITH count(c) AS claims MATCH ()-[r:RIVALS]->() WHERE r.was IS NOT NULL SET r.recordedAt = r.was REMOVE r.was');
  });

  it.each([[{ types: ['ALLIED_WITH'] }], [{ patron: 'IRGC' }], [{ types: ['COMMANDED_BY'] }]])('%j names no claim that it does not hold', async (options) => {
    const { '@graph': nodes } = JSON.parse(await text('jsonld', options)) as { '@graph': Record<string, unknown>[] };
    const held = new Set(nodes.map((node) => node['@id']));
    const claims = nodes.filter((node) => (node['@type'] as string[]).includes('fealty:Claim'));
    expect(claims.length).toBeGreaterThan(0);
    for (const claim of claims) for (const name of ['wasRevisionOf', 'rivals']) for (const other of (claim[name] ?? []) as string[]) expect(held).toContain(other);
    for (const { rivals, claims: told } of [await tables(options)]) for (const { claim, rival } of rivals) expect(told.map(({ id }) => id)).toEqual(expect.arrayContaining([claim, rival]));
  });

  it('says that a tie is contested though the rival account is not selected', async () => {
    const contested = (await tables()).ties.filter((tie) => tie.contested === 'true' && tie.ended === 'false');
    expect(contested.length).toBeGreaterThan(0);
    for (const { type } of contested) {
      const { ties } = await tables({ types: [type as string] });
      expect(ties.filter((tie) => tie.contested === 'true').map(({ id }) => id)).toEqual(contested.filter((tie) => tie.type === type).map(({ id }) => id));
    }
  });

  it('counts the ties of the whole graph as the graph itself does', async () => {
    const graph = await GraphSource.open(store, {}, { history: false });
    const derived = new Map<string, unknown>();
    for await (const { evidence: _evidence, ...tie } of graph.citedTies()) derived.set(tie.id, tie);
    let count = 0;
    for await (const tie of graph.ties()) {
      count += 1;
      expect(derived.get(tie.id)).toEqual(tie);
    }
    expect(count).toBe(derived.size);
  });
});

describe('what other tools see', () => {
  it('GEXF, read by graphology: each live tie an edge with its citations, dates as spells', async () => {
    const document = await text('gexf');
    const graph = gexf.parse(MultiDirectedGraph, document);
    const [counted] = await cypher(store, 'RETURN COUNT { (:Party) } AS order, COUNT { (:Party)-[r]->(:Party) WHERE r.claims > 0 } AS size, COUNT { (c:Claim) WHERE c.endedAt IS NULL } AS citations');
    const citations = graph.reduceEdges((sum, _edge, { citations: cited }) => sum + (JSON.parse(cited as string) as unknown[]).length, 0);
    expect({ order: graph.order, size: graph.size, citations }).toEqual(counted);
    expect(document).toContain('<spell start="2018-11-21" end="2018-11-21"/>');
  });

  it('STIX: each citation a reference, no confidence, and ids that are the same in every export', async () => {
    const { objects } = JSON.parse(await text('stix')) as { objects: { type: string; id: string; name?: string; labels?: string[]; external_references?: { source_name: string; description: string }[] }[] };
    expect(objects.some((object) => 'confidence' in object)).toBe(false);
    expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length);
    expect(objects.find(({ name }) => name === 'Islamic Revolutionary Guard Corps')?.id).toBe('identity--bf98ddb2-e996-550d-aa25-cba3eb93d703');
    const references = objects.flatMap((object) => object.external_references ?? []);
    for (const { source_name: publisher, description } of references) expect([publisher !== '', / \(.+\)(, paragraph \d+)?( \(headline\))?: .+ \((stated|reported|alleged)/s.test(description)]).toEqual([true, true]);
  });

  it('STIX: whatever changes of a tie moves its time, and a tie that has ended is revoked', async () => {
    type Relationship = { id: string; created: string; modified: string; revoked?: boolean; labels: string[]; external_references?: { external_id: string }[] };
    const relationships = async (): Promise<Relationship[]> => (JSON.parse(await text('stix')) as { objects: Relationship[] }).objects.filter(({ id }) => id.startsWith('relationship'));
    const before = await relationships();
    const [row] = await cypher(store, "MATCH (c:Claim {id: 'awkward/goes'}) RETURN c.recordedAt AS recorded, c.endedAt AS ended");
    expect(before.filter(({ revoked }) => revoked)).toEqual([expect.objectContaining({ created: row?.recorded, modified: row?.ended, labels: ['ATTACKED'] })]);
    await cypher(store, "MATCH (c:Claim {id: 'awkward/awkward-0'}) SET c.status = 'retracted', c.endedAt = '2031-01-01T00:00:00.000Z'");
    const clash = (all: Relationship[]): Relationship | undefined => all.find(({ external_references: cited }) => cited?.some(({ external_id: id }) => id === 'awkward/awkward-1'));
    const after = clash(await relationships());
    expect(after).toMatchObject({ id: clash(before)?.id, created: clash(before)?.created, modified: '2031-01-01T00:00:00.000Z' });
    expect(after?.external_references).toHaveLength((clash(before)?.external_references?.length ?? 0) - 1);
    await cypher(store, "MATCH (c:Claim {id: 'awkward/awkward-0'}) SET c.status = 'live', c.endedAt = null");
  });

  it('STIX of a selection that nothing matches has no list of objects', async () => {
    expect(JSON.parse(await text('stix', { types: ['KILLED_CIVILIANS'] }))).toEqual({ type: 'bundle', id: expect.stringMatching(/^bundle--/) });
  });

  it('GeoJSON: a place is cited for who holds it, was there or left', async () => {
    const { features } = JSON.parse(await text('geojson', { types: ['CONTROLS', 'PRESENT_AT', 'WITHDREW_FROM'] })) as { features: { properties: { feature: string; citations: { claim: string }[] } }[] };
    const cited = new Set(features.filter(({ properties: { feature } }) => feature === 'place').flatMap(({ properties: { citations } }) => citations.map(({ claim: id }) => id)));
    const [counted] = await cypher(store, "MATCH (c:Claim) WHERE c.type IN ['CONTROLS', 'PRESENT_AT', 'WITHDREW_FROM'] AND c.endedAt IS NULL RETURN count(c) AS claims");
    expect(cited.size).toBe(counted?.claims);
    expect(cited.size).toBeGreaterThan(50);
  });

  it('GeoJSON: an incident that a collection knows to be near a place lies that much around it', async () => {
    await cypher(store, "MATCH (i:Incident {id: 'ucdp-ged-1'}) SET i.placeMetres = 25000");
    const { features } = JSON.parse(await text('geojson')) as { features: { id: string; properties: { precision_m: number } }[] };
    expect(features.find(({ id }) => id === 'incident/ucdp-ged-1')?.properties.precision_m).toBe(25_000);
    await cypher(store, "MATCH (i:Incident {id: 'ucdp-ged-1'}) SET i.placeMetres = 2000");
  });

  it('a former commander is not told as one who commands', async () => {
    const former = (await tables()).claims.filter(({ former: over, status }) => over === 'true' && status === 'live').map(({ id }) => id);
    expect(former.length).toBeGreaterThan(0);
    const [edges, links] = [await text('graphml'), (await text('ftm')).split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { properties: Record<string, string[]> })];
    for (const id of former) {
      expect(edges).toMatch(new RegExp(`&quot;claim&quot;:&quot;${id}&quot;[^}]*&quot;former&quot;:true`));
      expect(links.find(({ properties }) => properties.recordId?.[0] === id && properties.summary !== undefined)?.properties.status).toEqual(['former']);
    }
  });

  it('BibTeX: braces balance, whatever a title holds', async () => {
    const bib = await text('bibtex');
    const bare = bib.replace(/\\text\w+\{\}/g, '');
    expect((bare.match(/\{/g) ?? []).length).toBe((bare.match(/\}/g) ?? []).length);
    expect(bib).toContain('\\textbraceleft{}braces\\textbraceright{}, 50\\% \\& <more>');
  });

  it('the read-back by foreign parsers is not part of the everyday test', () => {
    const script = (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts['test:interop'];
    expect(script).toContain('tests/interop/run.ts');
  });
});

describe('nothing half-written', () => {
  it('a graph that changes meanwhile is told, and the old file stays', async () => {
    await write('csl', 'kept.json');
    const before = readFileSync(join(work, 'kept.json'), 'utf8');
    const changing = { ...format('csl'), text: async function* () { yield '['; await cypher(store, "MATCH (l:Ledger) SET l.revision = l.revision + 1"); yield ']'; } };
    await expect(exportGraph(store, { format: changing, out: join(work, 'kept.json') })).rejects.toMatchObject({ code: 'OVERTAKEN' });
    expect(readFileSync(join(work, 'kept.json'), 'utf8')).toBe(before);
    expect(readdirSync(work).filter((name) => name.includes('.partial'))).toEqual([]);
  });

  it('a folder that holds anything else is left alone; one of an export is replaced', async () => {
    mkdirSync(join(work, 'mine'));
    writeFileSync(join(work, 'mine', 'thesis.txt'), 'mine');
    await expect(write('csv', 'mine')).rejects.toMatchObject({ code: 'BAD_OUTPUT', message: expect.stringContaining('thesis.txt') });
    await write('csv', 'again');
    rmSync(join(work, 'again', 'ties.csv'));
    await write('csv', 'again');
    expect(existsSync(join(work, 'again', 'ties.csv'))).toBe(true);
    expect(readdirSync(work).filter((name) => name.includes('.partial'))).toEqual([]);
  });

  it('an interrupted export leaves the old one and nothing else', async () => {
    await write('graphml', 'old.graphml');
    const stop = new AbortController();
    const stopping = { ...format('graphml'), text: async function* () { yield 'half'; stop.abort(new Error('interrupted')); yield 'other half'; } };
    const before = readFileSync(join(work, 'old.graphml'), 'utf8');
    await expect(exportGraph(store, { format: stopping, out: join(work, 'old.graphml'), signal: stop.signal })).rejects.toThrow('interrupted');
    expect(readFileSync(join(work, 'old.graphml'), 'utf8')).toBe(before);
  });

  it('a list that neo4j-admin could not tell apart is refused', async () => {
    await cypher(store, "MATCH (n:Party {id: 'b'}) SET n.aliases = ['a\u001Fb']");
    await expect(write('neo4j-admin', 'refused')).rejects.toMatchObject({ code: 'UNWRITABLE' });
    await cypher(store, "MATCH (n:Party {id: 'b'}) SET n.aliases = [], n.unheardOf = 1");
    await expect(write('neo4j-admin', 'refused')).rejects.toMatchObject({ code: 'UNKNOWN_PROPERTY', message: expect.stringContaining('unheardOf') });
    await cypher(store, "MATCH (n:Party {id: 'b'}) REMOVE n.unheardOf");
    expect(existsSync(join(work, 'refused'))).toBe(false);
  });
});

describe('intake', () => {
  it('refuses half a surrogate pair, and bytes that were no UTF-8, naming file, line and field', async () => {
    const folder = dataFolder({ actors: [actor('x'), actor('y')], origins: [origin('outlet')], articles: [article('half', [claim('k', 'CLASHED_WITH', 'x', 'y', { summary: 'SUMMARY' })])] });
    const file = join(folder, 'articles', 'half.yaml');
    const plain = readFileSync(file, 'utf8');
    writeFileSync(file, plain.replace('SUMMARY', '"half \\uD83D here"'));
    await expect(ingest(folder, new Ledger(store))).rejects.toMatchObject({ faults: [{ field: 'claims[0].summary', line: expect.any(Number), expected: expect.stringContaining('surrogate pair') }] });
    writeFileSync(file, Buffer.concat([Buffer.from(plain.split('SUMMARY')[0] as string), Buffer.from([0x22, 0xed, 0xa0, 0xbd, 0x22]), Buffer.from(plain.split('SUMMARY')[1] as string)]));
    await expect(ingest(folder, new Ledger(store))).rejects.toMatchObject({ faults: [{ field: 'claims[0].summary' }] });
    expect(await cypher(store, "MATCH (a:Article {id: 'half'}) RETURN a")).toEqual([]);
  });

  it('refuses them in event data too', async () => {
    const file = join(work, 'half.csv');
    const row = { id: 7, side_a: 'IS', side_b: 'SDF', source_article: '"SOHR,2018-11-24,A HALF report"', date_start: '2018-11-21', date_end: '2018-11-21', low: 1, best: 1, high: 1 };
    const [before, after] = gedCsv([row]).split('HALF') as [string, string];
    writeFileSync(file, Buffer.concat([Buffer.from(before), Buffer.from([0xed, 0xa0, 0xbd]), Buffer.from(after)]));
    const loading = importEvents({ file, format: ucdpGed, release: null, mappingFile: join(DATA, 'mappings', 'ucdp-ged.yaml'), rejectsFile: `${file}.rejects`, strict: true }, new Ledger(store));
    await expect(loading).rejects.toMatchObject({ faults: [{ line: 2, field: 'source_article', expected: expect.stringContaining('surrogate pair') }] });
  });
});

describe('the command', () => {
  const env = { INIT_CWD: work };

  it('writes where it is told, and says what it did', async () => {
    const outcome = await run(['src/cli.ts', 'export', '--format', 'graphml', '--patron', 'IRGC', '--type', 'BACKED_BY,CLASHED_WITH', '--out', 'told.graphml', '--json'], env).ended;
    expect(outcome.code).toBe(0);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ format: 'graphml', out: join(work, 'told.graphml'), selection: 'patron: IRGC (Islamic Revolutionary Guard Corps); type: BACKED_BY, CLASHED_WITH', claims: expect.any(Number), bytes: readFileSync(join(work, 'told.graphml')).length });
    expect(outcome.stderr).toMatch(/\d+ of \d+ claims read \(\d+\/s/);
  });

  it('gives the standard output the export and nothing else', async () => {
    const { code, stdout, stderr } = await run(['src/cli.ts', 'export', '--format', 'csl', '--out', '-'], env).ended;
    expect(code).toBe(0);
    expect(stdout).toBe(await text('csl'));
    expect(stderr).toContain('Standard output: csl');
  });

  it('says in one line what is wrong', async () => {
    const usage = await run(['src/cli.ts', 'export', '--format', 'nonsense'], env).ended;
    expect(usage).toMatchObject({ code: 2, stderr: expect.stringMatching(/Allowed choices|Expected one of/) });
    const folder = await run(['src/cli.ts', 'export', '--format', 'csl', '--out', '.'], env).ended;
    expect(folder).toMatchObject({ code: 1, stderr: expect.stringMatching(/is a folder\. Name a file\.\n$/) });
    expect(folder.stderr).not.toMatch(/\n\s+at /);
  });

  it.each<[SelectionOptions, RegExp]>([
    [{ patron: 'Islamic Revolutionary Gard Corps' }, /^--patron: no actor of that name is known\. Did you mean .*Islamic Revolutionary Guard Corps/],
    [{ types: ['FOUGHT'] }, /^--type: got "FOUGHT", expected one or more of ALLIED_WITH/],
    [{ during: 'yesterday' }, /^--during: expected a period/],
    [{ asKnownOn: '2018-13-01' }, /^--as-known-on: expected a day/],
  ])('says what is wrong with %j', async (options, line) => {
    await expect(write('csl', 'wrong.json', options)).rejects.toThrow(line);
    expect(existsSync(join(work, 'wrong.json'))).toBe(false);
  });
});

import { readFileSync, readlinkSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportDefinition, ReportRow, ReportRun } from '../../src/domain/report';
import { readRows } from '../../src/exports/reports/rows-file';
import type { Manifest } from '../../src/exports/reports/manifest';
import type { ReportHouse } from '../../src/exports/reports/run-report';
import { ingest } from '../../src/intake/ingest';
import { Ledger } from '../../src/store/ledger';
import { reportDefinitions, reportNamed } from '../../src/store/reports/report-files';
import { emptied, openTestStore, seeded } from '../support/graph';
import { all, house, make, ownReport, HEADER } from '../support/reports';
import { actor, article, claim, dataFolder, origin } from '../support/yaml';

const store = openTestStore();
afterAll(() => store.close());

const registries = {
  actors: [actor('a'), actor('b'), actor('c'), actor('p', { kind: 'state' })],
  commanders: [{ id: 'c1', name: 'First Commander' }, { id: 'c2', name: 'Second Commander' }], origins: [origin('outlet'), origin('other')],
  locations: [{ id: 'town', name: 'Town', kind: 'town' }, { id: 'port', name: 'Port', kind: 'town' }],
};
type Claims = Record<string, unknown>[];
/** The record is what these articles say: the first one, and perhaps another. */
const record = (first: Claims, second?: Claims): Promise<unknown> =>
  ingest(dataFolder({ ...registries, articles: [article('one', first), ...(second ? [article('two', second, { publisher: 'other', title: 'The added article' })] : [])] }), new Ledger(store));

const BACKING = claim('back', 'BACKED_BY', 'a', 'p');
const CLASH = claim('clash', 'CLASHED_WITH', 'a', 'b');
const text = (exportFolder: string, run: ReportRun | null, format: 'md' | 'html'): string => readFileSync(join(exportFolder, run?.folder as string, `${run?.report}.${format}`), 'utf8');
const rowsOf = (at: ReportHouse, run: ReportRun | null): Promise<ReportRow[]> => all(readRows(join(at.exportFolder, run?.folder as string, `${run?.report}.json`)));
const manifestOf = (at: ReportHouse, run: ReportRun | null): Manifest => JSON.parse(readFileSync(join(at.exportFolder, run?.folder as string, 'manifest.json'), 'utf8')) as Manifest;
const changes = (markdown: string): string[] => {
  const [, part = ''] = /## What changed since the last report\n\n([\s\S]*?)\n\n## /.exec(markdown) ?? [];
  return part.split('\n').filter((line) => line !== '').map((line) => line.replace(/\\/g, '').replace(/\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?/g, 'DAY'));
};

it('rows that changed alike are told together, after those that have reasons of their own', async () => {
  await emptied(store);
  const at = house(store);
  const report = reportNamed('clashes-with-proxies');
  const fights = [BACKING, CLASH, claim('other', 'CLASHED_WITH', 'a', 'c')];
  await record(fights);
  await make(at, report, { patron: '#p' }, { formats: ['md', 'html'] });
  await record(fights, [claim('back-too', 'BACKED_BY', 'a', 'p', { summary: 'P pays A' })]);
  const run = await make(at, report, { patron: '#p' }, { formats: ['md', 'html'] });
  expect(changes(text(at.exportFolder, run, 'md')).slice(1)).toEqual([
    '- **changed**: 2 rows alike: Militia xb · Militia xa · clashed with; Militia xc · Militia xa · clashed with',
    '  - Also cited now: P pays A (The added article, Outlet other, paragraph 1; two/back-too)',
  ]);
  expect(text(at.exportFolder, run, 'html')).toContain('<b>2 rows alike</b>: <span dir="auto">Militia xb · Militia xa · clashed with</span>; ');
});

it('what a claim says otherwise is told: stance, date, figures; and an undated claim leaves the days of a row open', async () => {
  await emptied(store);
  const at = house(store);
  const report = reportNamed('clashes-with-proxies');
  const dead = (best: number): Record<string, unknown> => ({ casualties: [{ killed: best }] });
  await record([BACKING, { ...CLASH, date: '2019-05-06', ...dead(3) }]);
  const first = await make(at, report, { patron: '#p' }, { formats: ['md', 'html'] });
  expect((await rowsOf(at, first))[0]?.columns).toMatchObject({ firstDay: '2019-05-06', lastDay: '2019-05-06', dated: 1, claims: 1, bothSides: false });
  for (const format of ['md', 'html'] as const) expect(text(at.exportFolder, first, format)).toContain('casualties all: killed 3');
  await record([BACKING, { ...CLASH, stance: 'alleged', date: '2019-05', ...dead(4) }, claim('undated', 'CLASHED_WITH', 'b', 'a')]);
  const second = await make(at, report, { patron: '#p' }, { formats: ['md', 'html'] });
  expect((await rowsOf(at, second))[0]?.columns).toMatchObject({ firstDay: null, dated: 1, claims: 2 });
  const became = ': "a CLASHED_WITH b" stays; stance stated → alleged; date DAY → 2019-05; casualties all: killed 3 → all: killed 4 (Article one, Outlet outlet, paragraph 1; one/clash)';
  expect(changes(text(at.exportFolder, second, 'md'))).toEqual(expect.arrayContaining([`  - Superseded on DAY by one/clash@2${became}`, `- **superseded**: one/clash by one/clash@2${became}`]));
});

it('what changed is told with its reason: an article added, a claim said anew, one taken back, and none', async () => {
  await emptied(store);
  const at = house(store);
  const report = reportNamed('clashes-with-proxies');
  const run = (): Promise<ReportRun | null> => make(at, report, { patron: '#p' }, { formats: ['md', 'html'] });
  await record([BACKING, CLASH]);

  const first = await run();
  expect(first?.changes).toBeNull();
  expect(changes(text(at.exportFolder, first, 'md'))).toEqual(['This is the first report of its kind with these parameters; there is none to compare it with.']);

  const again = await run();
  expect(again?.changes).toEqual({ new: 0, changed: 0, gone: 0, superseded: 0 });

  // An article is added: one tie is new, one known tie gains a claim.
  await record([BACKING, CLASH], [claim('more', 'CLASHED_WITH', 'b', 'a', { paragraph: 2, summary: 'They fought again' }), claim('other', 'ATTACKED', 'c', 'a', { paragraph: 3, summary: 'C attacked A' })]);
  const added = await run();
  expect(added?.changes).toEqual({ new: 1, changed: 1, gone: 0, superseded: 0 });
  expect(changes(text(at.exportFolder, added, 'md'))).toEqual([
    'The last report is of DAY UTC, at revision 2. Since then 1 new, 1 changed, 0 gone; 0 claims superseded.',
    '- **new**: Militia xc · Militia xa · attacked',
    '  - Recorded since: C attacked A (The added article, Outlet other, paragraph 3; two/other)',
    '- **changed**: Militia xb · Militia xa · clashed with',
    '  - Claims: 1 → 2',
    '  - Origins: 1 → 2',
    '  - Also cited now: They fought again (The added article, Outlet other, paragraph 2; two/more)',
  ]);
  expect(text(at.exportFolder, added, 'html')).toContain('<b>1</b> new, <b>1</b> changed, <b>0</b> gone');

  // The first article says it otherwise, and the added one is taken back in part.
  await record([BACKING, { ...CLASH, summary: 'Said better' }], [claim('more', 'CLASHED_WITH', 'b', 'a', { paragraph: 2, summary: 'They fought again' })]);
  const changed = await run();
  expect(changed?.changes).toEqual({ new: 0, changed: 1, gone: 1, superseded: 1 });
  expect(changes(text(at.exportFolder, changed, 'md'))).toEqual([
    'The last report is of DAY UTC, at revision 3. Since then 0 new, 1 changed, 1 gone; 1 claim superseded.',
    '- **changed**: Militia xb · Militia xa · clashed with',
    '  - Superseded on DAY by one/clash@2: "a CLASHED_WITH b" became "Said better" (Article one, Outlet outlet, paragraph 1; one/clash)',
    '- **gone**: Militia xc · Militia xa · attacked',
    '  - Retracted on DAY: C attacked A (The added article, Outlet other, paragraph 3; two/other)',
    '- **superseded**: one/clash by one/clash@2: "a CLASHED_WITH b" became "Said better" (Article one, Outlet outlet, paragraph 1; one/clash)',
  ]);

  // What joined a row falls away, while the claim of the fight itself stands.
  await record([{ ...CLASH, summary: 'Said better' }], [claim('more', 'CLASHED_WITH', 'b', 'a', { paragraph: 2, summary: 'They fought again' })]);
  const parted = await run();
  expect(parted?.changes).toEqual({ new: 0, changed: 0, gone: 1, superseded: 0 });
  expect(changes(text(at.exportFolder, parted, 'md'))[2]).toBe('  - Retracted on DAY: a BACKED_BY p (Article one, Outlet outlet, paragraph 1; one/back)');
}, 120_000);

it('the report of new and changed ties tells of what came since its last run, by itself', async () => {
  await emptied(store);
  const at = house(store);
  const report = reportNamed('new-and-changed-ties');
  const rows = async (): Promise<Record<string, unknown>[]> => {
    const run = await make(at, report, {}, { formats: ['json'] });
    return (JSON.parse(readFileSync(join(at.exportFolder, run?.folder as string, 'new-and-changed-ties.json'), 'utf8')) as { rows: { key: string; columns: object }[] }).rows.map(({ key, columns }) => ({ key, ...columns }));
  };
  await record([BACKING, CLASH]);
  expect(await rows()).toEqual([expect.objectContaining({ key: 'a BACKED_BY p', isNew: true, before: 0, now: 1, added: 1 }), expect.objectContaining({ key: 'a CLASHED_WITH b', isNew: true })].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? 1 : -1)));
  expect(await rows()).toEqual([]);
  await record([{ ...CLASH, summary: 'Said better' }], [claim('lead', 'COMMANDED_BY', 'a', 'c1', { standing: 'head' })]);
  expect((await rows()).sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1))).toEqual([
    expect.objectContaining({ key: 'a BACKED_BY p', isNew: false, isGone: true, before: 1, now: 0, added: 0, superseded: 0, retracted: 1 }),
    expect.objectContaining({ key: 'a CLASHED_WITH b', isNew: false, isGone: false, before: 1, now: 1, added: 1, superseded: 1, retracted: 0 }),
    expect.objectContaining({ key: 'a COMMANDED_BY c1', isNew: true, before: 0, now: 1, added: 1 }),
  ]);
}, 120_000);

it('a graph made anew is not compared with what another was told', async () => {
  await emptied(store);
  await record([BACKING, CLASH]);
  const at = house(store);
  const report = reportNamed('clashes-with-proxies');
  await make(at, report, { patron: '#p' }, { formats: ['json'] });
  await emptied(store);
  await record([BACKING, CLASH]);
  expect((await make(at, report, { patron: '#p' }, { formats: ['json'] }))?.changes).toBeNull();
}, 120_000);

it('of a claim replaced twice the last version is told; of one replaced and taken back, that it was', async () => {
  await emptied(store);
  const at = house(store);
  const run = (): Promise<ReportRun | null> => make(at, reportNamed('clashes-with-proxies'), { patron: '#p' }, { formats: ['md'] });
  const other = claim('other', 'ATTACKED', 'c', 'a', { paragraph: 3, summary: 'C attacked A' });
  await record([BACKING, CLASH, other]);
  await run();
  await record([BACKING, { ...CLASH, summary: 'Said better' }, { ...other, summary: 'C raided A' }]);
  await record([BACKING, { ...CLASH, summary: 'Said best' }]);
  const last = await run();
  expect(last?.changes).toEqual({ new: 0, changed: 1, gone: 1, superseded: 1 });
  expect(changes(text(at.exportFolder, last, 'md')).slice(1)).toEqual([
    '- **changed**: Militia xb · Militia xa · clashed with',
    '  - Superseded on DAY by one/clash@3: "a CLASHED_WITH b" became "Said best" (Article one, Outlet outlet, paragraph 1; one/clash)',
    '- **gone**: Militia xc · Militia xa · attacked',
    '  - Retracted on DAY, as one/other@2 that had superseded it: C attacked A (Article one, Outlet outlet, paragraph 3; one/other)',
    '- **superseded**: one/clash by one/clash@3: "a CLASHED_WITH b" became "Said best" (Article one, Outlet outlet, paragraph 1; one/clash)',
  ]);
}, 120_000);

const EACH_CLAIM = "MATCH (c:Claim) WHERE c.endedAt IS NULL\nRETURN c.articleId + ' ' + c.key AS key, c.summary AS name, [c.id] AS cited";

it('changes are counted past those that are told, claims superseded too, and the text says so', async () => {
  await emptied(store);
  const at = house(store);
  const report = ownReport(EACH_CLAIM);
  const fights = (word: string): Claims => Array.from({ length: 120 }, (_, i) => claim(`k${i}`, 'CLASHED_WITH', 'a', 'b', { summary: `${word} ${i}` }));
  await record(fights('Fight'));
  await make(at, report);
  await record(fights('Battle'));
  const run = await make(at, report, {}, { formats: ['md'] });
  expect(run?.changes).toEqual({ new: 0, changed: 120, gone: 0, superseded: 120 });
  expect(text(at.exportFolder, run, 'md')).toContain('100 of 120 changes and 100 of 120 claims superseded are told.');
}, 120_000);

it.each<[string, (file: string) => void]>([
  ['missing', (file) => rmSync(file)],
  ['cut off', (file) => truncateSync(file, 900)],
  ['garbled', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('"columns":{', '"columns"{'))],
])('rows of the last report that are %s stop nothing: the report says why it tells no changes', async (_what, damage) => {
  await emptied(store);
  await record([BACKING, CLASH]);
  const at = house(store);
  const report = ownReport(EACH_CLAIM);
  const first = await make(at, report);
  damage(join(at.exportFolder, first?.folder as string, 'own.json'));
  const run = await make(at, report, {}, { formats: ['md'] });
  expect(run).toMatchObject({ status: 'done', changes: null });
  expect(changes(text(at.exportFolder, run, 'md'))).toEqual(['The rows of the last report, of DAY UTC, are missing or damaged. Rows are compared again from the next one on.']);
  expect(manifestOf(at, run)).toMatchObject({ changes: null, comparedWith: null, lastRun: { run: first?.id } });
  expect((await make(at, report))?.changes).toEqual({ new: 0, changed: 0, gone: 0, superseded: 0 });
}, 60_000);

it('a report that asks something else than last time says so, and compares nothing', async () => {
  await emptied(store);
  await record([BACKING, CLASH]);
  const at = house(store);
  await make(at, ownReport(EACH_CLAIM));
  expect((await make(at, ownReport(EACH_CLAIM.replace('RETURN', '// A remark changes nothing.\nRETURN'))))?.changes).toEqual({ new: 0, changed: 0, gone: 0, superseded: 0 });
  const run = await make(at, ownReport(EACH_CLAIM.replace('WHERE', "WHERE c.type = 'BACKED_BY' AND")), {}, { formats: ['md'] });
  expect(run?.changes).toBeNull();
  expect(changes(text(at.exportFolder, run, 'md'))).toEqual([expect.stringContaining('The report itself has changed since')]);
  // So does one whose default is another.
  const [one, other] = ['a', 'b'].map((usual) => ownReport(EACH_CLAIM, [...HEADER, 'parameters:', `  word: { type: text, default: ${usual}, about: A word. }`]));
  await make(at, one as ReportDefinition);
  expect((await make(at, other as ReportDefinition))?.changes).toBeNull();
}, 60_000);

it('a party is one series however it is spelled', async () => {
  await emptied(store);
  await record([BACKING, CLASH]);
  const at = house(store);
  const report = ownReport(`${EACH_CLAIM.replace('WHERE', 'WHERE c.subjectId = $given.party AND')}`, [...HEADER, 'parameters:', '  party: { type: name, default: Militia xa, about: A party. }']);
  const series = async (given: Record<string, string>): Promise<string | undefined> => (await make(at, report, given))?.series;
  expect([await series({}), await series({ party: 'MILITIA XA' }), await series({ party: '#a' })]).toEqual(['own', 'own', 'own']);
  expect([await series({ party: 'Militia xb' }), await series({ party: '#b' })]).toEqual(['own?party=%23b', 'own?party=%23b']);
  expect(manifestOf(at, await make(at, report, { party: 'MILITIA XB' }))).toMatchObject({ parameters: { party: 'MILITIA XB' }, values: { party: 'b' }, changes: { new: 0, changed: 0, gone: 0, superseded: 0 } });
}, 60_000);

it('what is run by hand takes nothing from what is scheduled, and turns the pointer only with all formats', async () => {
  await emptied(store);
  const at = house(store, undefined, { keep: 1 });
  const report = ownReport(EACH_CLAIM);
  const scheduled = (due: number): Promise<ReportRun | null> => make(at, report, {}, { trigger: 'schedule', due });
  const latest = (): string => `own/${readlinkSync(join(at.exportFolder, 'own', 'latest'))}`;
  await record([BACKING]);
  const monday = await scheduled(1);
  await record([BACKING, CLASH]);
  expect((await make(at, report, {}, { formats: ['json'] }))?.changes).toMatchObject({ new: 1 });
  expect(latest()).toBe(monday?.folder);
  const whole = await make(at, report);
  expect(whole?.changes).toMatchObject({ new: 0 });
  expect(latest()).toBe(whole?.folder);
  // Though only one run is kept, Monday's was not removed.
  const next = await scheduled(2);
  expect(next?.changes).toMatchObject({ new: 1, changed: 0, gone: 0 });
  expect(manifestOf(at, next)).toMatchObject({ lastRun: { run: monday?.id } });
}, 60_000);

it('since when is told and kept, and a run into another folder is measured from the last in the usual one', async () => {
  await emptied(store);
  await record([BACKING]);
  const at = house(store);
  const report = reportNamed('new-and-changed-ties');
  const first = await make(at, report, {}, { formats: ['md'] });
  expect(text(at.exportFolder, first, 'md').replace(/\\/g, '')).toContain('since: last-run (there is none: everything is new).');
  expect(manifestOf(at, first)).toMatchObject({ values: { since: '' }, lastRun: null });
  await record([BACKING, CLASH]);
  const there = house(store);
  const second = await make({ ...at, elsewhere: there.exportFolder }, report, {}, { formats: ['md'] });
  const { graph } = manifestOf(at, first);
  expect(second?.rows).toBe(1);
  expect(manifestOf(there, second)).toMatchObject({ values: { since: graph.changedAt }, lastRun: { run: first?.id, revision: graph.revision, changedAt: graph.changedAt } });
  const told = text(there.exportFolder, second, 'md').replace(/\\/g, '');
  expect(told).toContain(`since: last-run (${graph.changedAt}, the last change that the report of `);
  expect(told).toContain(`, at revision ${graph.revision}; run ${first?.id}).`);
}, 60_000);

describe('on a graph that stays as it is', () => {
  const of = house(store);
  beforeAll(() => seeded(store), 180_000);

  it.each(reportDefinitions().map(({ name }) => name))('%s finds nothing changed', async (name) => {
    const report = reportNamed(name);
    const twice = [await make(of, report, {}, { formats: ['json'] }), await make(of, report, {}, { formats: ['json'] })];
    // Reports of what changed count since the last run: nothing.
    if (!report.compare) for (const { columns } of await rowsOf(of, twice[1] ?? null)) expect([columns.recorded ?? columns.added ?? 0, columns.ended ?? columns.retracted ?? 0]).toEqual([0, 0]);
    expect(twice[1]?.changes).toEqual(report.compare ? { new: 0, changed: 0, gone: 0, superseded: 0 } : null);
    // Only what is measured from the last run itself differs from one to the next.
    if (!report.parameters.some(({ default: usual }) => usual === 'last-run')) expect(twice[1]?.rows).toBe(twice[0]?.rows);
  }, 60_000);
});

it('an article is covered while claims of it stand, and by what it said once they do not; not if it never had any', async () => {
  await emptied(store);
  const at = house(store);
  const covered = async (): Promise<[unknown, unknown, unknown, number][]> =>
    (await rowsOf(at, await make(at, reportNamed('article-coverage'), {}, { formats: ['json'] }))).map(({ key, columns, citations }) => [key, columns.claims, columns.ended, citations.length]);
  await record([BACKING, CLASH], []);
  expect(await covered()).toEqual([['one', 2, 0, 2]]);
  await record([]);
  expect(await covered()).toEqual([['one', 0, 2, 2]]);
}, 120_000);

describe('what rows rest on', () => {
  const of = house(store);
  const many = (n: number, key: string, ...tie: [string, string, string]): Claims => Array.from({ length: n }, (_, i) => claim(`${key}${i}`, ...tie, { summary: `${key} ${i}` }));
  const rows = async (name: string, given: Record<string, string> = {}): Promise<ReportRow[]> => rowsOf(of, await make(of, reportNamed(name), given, { formats: ['json'] }));
  const cited = (row?: ReportRow): string[] => (row?.citations ?? []).map(({ claimId }) => claimId.replace('one/', ''));
  beforeEach(() => emptied(store));

  it('in a period is the claims of that period alone: their number, origins, days and places too', async () => {
    const early = claim('early', 'CLASHED_WITH', 'a', 'b', { date: '2018-01-05', place: 'town', summary: 'Early' });
    await record([BACKING, early], [claim('late', 'CLASHED_WITH', 'a', 'b', { date: '2019-05-06', place: 'port', summary: 'Late' })]);
    const [row] = await rows('clashes-with-proxies', { patron: '#p', during: '2019' });
    expect(row?.columns).toMatchObject({ claims: 1, origins: 1, firstDay: '2019-05-06', lastDay: '2019-05-06', places: ['Port'] });
    expect(cited(row)).toEqual(['back', 'two/late']);
    expect((await rows('clashes-with-proxies', { patron: '#p' }))[0]?.columns).toMatchObject({ claims: 2, origins: 2, firstDay: '2018-01-05', lastDay: '2019-05-06', places: ['Port', 'Town'] });
    expect(await rows('clashes-with-proxies', { patron: '#p', during: '2020' })).toEqual([]);
  }, 60_000);

  it('has every link of a chain, and the alliance itself, however much else is claimed', async () => {
    await record([
      ...many(15, 'near', 'BACKED_BY', 'c', 'p'), claim('remote', 'BACKED_BY', 'a', 'c'), CLASH,
      claim('direct', 'ALLIED_WITH', 'a', 'b'), ...many(40, 'one', 'ALLIED_WITH', 'a', 'c'), claim('other', 'ALLIED_WITH', 'c', 'b'),
    ]);
    const chain = (await rows('clashes-with-proxies', { patron: '#p' })).find(({ key }) => key === 'a a CLASHED_WITH b');
    expect(cited(chain)).toEqual(expect.arrayContaining(['near0', 'remote', 'clash']));
    const [allies] = await rows('allies-who-fought');
    expect(allies?.columns).toMatchObject({ direct: true, commonAllies: ['Militia xc'] });
    expect(cited(allies)).toEqual(expect.arrayContaining(['clash', 'direct', 'one0', 'other']));
  }, 60_000);

  it('has who is said to hold a place, however much was fought there', async () => {
    await record([...many(45, 'fight', 'ATTACKED', 'a', 'town'), claim('held', 'CONTROLS', 'b', 'town', { paragraph: 3 })]);
    const [place] = await rows('contested-places');
    expect(place?.columns).toMatchObject({ place: 'Town', claims: 46, holders: ['Militia xb'] });
    expect(cited(place)).toContain('held');
  }, 60_000);

  it('of rival accounts is one row a pair, from whichever side it was marked, and the same row when a paragraph is corrected', async () => {
    const mine = claim('clash', 'CLASHED_WITH', 'a', 'b', { rivals: [{ claim: 'two/joined', reason: 'they fought' }] });
    const theirs = claim('joined', 'ALLIED_WITH', 'a', 'b', { rivals: [{ claim: 'one/clash', reason: 'they joined' }] });
    await record([mine], [theirs]);
    const before = await rows('rival-accounts');
    expect(before.map(({ columns }) => columns)).toEqual([expect.objectContaining({ rule: 'curated', reasons: ['they fought', 'they joined'], oneAccount: 'a CLASHED_WITH b', otherAccount: 'a ALLIED_WITH b' })]);
    await record([{ ...mine, paragraph: 2 }], [theirs]);
    expect((await rows('rival-accounts')).map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  }, 60_000);

  it('may hold any end of a line', async () => {
    await record([{ ...CLASH, summary: 'One\u2028two\u2029three' }]);
    const run = await make(of, ownReport(EACH_CLAIM));
    expect(readFileSync(join(of.exportFolder, run?.folder as string, 'own.json'), 'utf8')).not.toMatch(/[\u2028\u2029]/);
    expect((await rowsOf(of, run))[0]?.columns).toEqual({ name: 'One\u2028two\u2029three' });
  }, 60_000);
});

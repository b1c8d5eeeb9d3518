import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportRow, ReportRun } from '../../src/domain/report';
import { readRows } from '../../src/exports/reports/rows-file';
import type { ReportHouse } from '../../src/exports/reports/run-report';
import { ingest } from '../../src/intake/ingest';
import { Ledger } from '../../src/store/ledger';
import { reportDefinitions, reportNamed } from '../../src/store/reports/report-files';
import { emptied, openTestStore, seeded } from '../support/graph';
import { all, house, make } from '../support/reports';
import { actor, article, claim, dataFolder, origin } from '../support/yaml';

const store = openTestStore();
afterAll(() => store.close());

const registries = { actors: [actor('a'), actor('b'), actor('c'), actor('p', { kind: 'state' })], commanders: [{ id: 'c1', name: 'First Commander' }, { id: 'c2', name: 'Second Commander' }], origins: [origin('outlet'), origin('other')] };
type Claims = Record<string, unknown>[];
/** The record is what these articles say: the first one, and perhaps another. */
const record = (first: Claims, second?: Claims): Promise<unknown> =>
  ingest(dataFolder({ ...registries, articles: [article('one', first), ...(second ? [article('two', second, { publisher: 'other', title: 'The added article' })] : [])] }), new Ledger(store));

const BACKING = claim('back', 'BACKED_BY', 'a', 'p');
const CLASH = claim('clash', 'CLASHED_WITH', 'a', 'b');
const text = (exportFolder: string, run: ReportRun | null, format: 'md' | 'html'): string => readFileSync(join(exportFolder, run?.folder as string, `${run?.report}.${format}`), 'utf8');
const rowsOf = (at: ReportHouse, run: ReportRun | null): Promise<ReportRow[]> => all(readRows(join(at.exportFolder, run?.folder as string, `${run?.report}.json`)));
const changes = (markdown: string): string[] => {
  const [, part = ''] = /## What changed since the last report\n\n([\s\S]*?)\n\n## /.exec(markdown) ?? [];
  return part.split('\n').filter((line) => line !== '').map((line) => line.replace(/\\/g, '').replace(/\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?/g, 'DAY'));
};

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

describe('on a graph that stays as it is', () => {
  const of = house(store);
  beforeAll(() => seeded(store), 180_000);

  it.each(reportDefinitions().map(({ name }) => name))('%s finds nothing changed', async (name) => {
    const report = reportNamed(name);
    const twice = [await make(of, report, {}, { formats: ['json'] }), await make(of, report, {}, { formats: ['json'] })];
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

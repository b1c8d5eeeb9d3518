import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ReportRow } from '../../src/domain/report';
import type { Manifest } from '../../src/exports/reports/manifest';
import { readRows } from '../../src/exports/reports/rows-file';
import { ingest } from '../../src/intake/ingest';
import { Ledger } from '../../src/store/ledger';
import { reportDefinitions, reportNamed } from '../../src/store/reports/report-files';
import { readConfig } from '../../src/config';
import { cypher, emptied, openTestStore, seeded } from '../support/graph';
import { all, house, make, ownReport, rowsStatement, scratch, HEADER } from '../support/reports';
import { actor, article, claim, dataFolder, origin } from '../support/yaml';

const store = openTestStore();
beforeAll(() => seeded(store), 180_000);
afterAll(() => store.close());

describe('the reports on the articles', () => {
  const of = { exports: '' };
  beforeAll(() => (of.exports = scratch('exports')));

  it.each(reportDefinitions().map(({ name }) => name))('%s has rows, and each cites article, publisher, paragraph and claim as the record has them', async (name) => {
    const run = await make(house(store, of.exports), reportNamed(name));
    expect(run).toMatchObject({ status: 'done', revision: 6 });
    const folder = join(of.exports, run?.folder as string);
    const rows = await all(readRows(join(folder, `${name}.json`)));
    expect(rows.length).toBeGreaterThan(0);
    expect(run?.rows).toBe(rows.length);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    const known = new Map((await cypher(store, 'MATCH (c:Claim)-[:STATED_IN]->(a)-[:PUBLISHED_BY]->(p) RETURN c.id AS id, a.title AS title, p.name AS publisher, c.paragraph AS paragraph')).map((row) => [row.id, row]));
    for (const { citations } of rows) {
      expect(citations.length).toBeGreaterThan(0);
      for (const { claimId, articleTitle, publisher, paragraph } of citations) expect({ id: claimId, title: articleTitle, publisher, paragraph }).toEqual(known.get(claimId));
    }
    // The whole file is JSON too, for whoever reads it at once.
    expect((JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { rows: unknown[] }).rows).toHaveLength(rows.length);
  });

  it('tell what the articles say', async () => {
    const rows = (name: string): Promise<ReportRow[]> => all(readRows(join(of.exports, name, 'latest', `${name}.json`)));
    expect((await rows('clashes-with-proxies')).find(({ key }) => key === 'irgc-proxies irgc-proxies CLASHED_WITH national-guard')).toMatchObject({
      columns: { opponent: 'Assad\'s "National Guard"', proxy: 'IRGC-linked proxy forces', fight: 'CLASHED_WITH', attacker: null, claims: 4, origins: 4, contested: false, dated: 0, bothSides: true, firstDay: null, chain: ['IRGC-linked proxy forces', 'backed by Islamic Revolutionary Guard Corps', 'part of Iran'] },
    });
    expect((await rows('rival-accounts')).map(({ columns }) => columns)).toEqual([expect.objectContaining({ about: 'Fourth Division', rule: 'two heads', sameArticle: false })]);
    expect((await rows('allies-who-fought')).map(({ key }) => key)).toContain('irgc-proxies national-guard');
    expect((await rows('command-changes')).filter(({ columns }) => columns.group === 'Fourth Division')).toHaveLength(2);
    expect((await rows('article-coverage')).map(({ columns }) => columns.claims)).toHaveLength(5);
    expect((await rows('single-origin-ties')).every(({ citations }) => new Set(citations.map((one) => one.origin)).size === 1)).toBe(true);
    expect((await rows('patron-dossier')).filter(({ columns }) => columns.links === 0).length).toBeGreaterThan(0);
    expect((await rows('contested-places')).map(({ columns }) => columns.place)).toContain('Albukamal');
  });
});

describe('the page', () => {
  afterAll(() => seeded(store));

  it('has its figures, the network, a timeline, a map, rows with notes, and what it is', async () => {
    const at = house(store);
    const run = await make(at, reportNamed('clashes-with-proxies'), {}, { formats: ['html'] });
    const html = readFileSync(join(at.exportFolder, run?.folder as string, 'clashes-with-proxies.html'), 'utf8');
    const part = (id: string): string => new RegExp(`<section id="${id}">([\\s\\S]*?)</section>`).exec(html)?.[1] ?? '';
    expect(html).toContain(`<dl class="figures"><div><dt>rows</dt><dd>${run?.rows}</dd></div>`);
    for (const id of ['network', 'timeline', 'map']) expect([id, part(id)]).toEqual([id, expect.stringMatching(/<svg viewBox="[^"]+" role="img"[\s\S]*<(?:circle|rect) [\s\S]*<\/svg>[\s\S]*<figcaption>/)]);
    expect(part('network')).toContain('IRGC-linked proxy forces');
    expect(part('timeline')).toContain('<title>2018-11: 2 clashed with</title>');
    expect(part('map')).toMatch(/<title>Aleppo[^<]*: \d+ claims?/);
    expect(part('rows').match(/<tr/g)).toHaveLength((run?.rows as number) + 1);
    expect(part('citations').match(/<li id="note-\d+">/g)?.length).toBeGreaterThan(10);
    expect(part('method')).toContain('<dt>graph revision</dt><dd>6</dd>');
  });

  it('has notes for every row, however many claims the rows before it cite, and says which have more', async () => {
    await emptied(store);
    const claims = Array.from({ length: 1_800 }, (_, i) => claim(`k${i}`, 'CLASHED_WITH', 'a', 'b', { summary: `Fight ${i}` }));
    await ingest(dataFolder({ actors: [actor('a'), actor('b')], origins: [origin('outlet')], articles: [article('one', claims)] }), new Ledger(store));
    const at = house(store);
    const report = ownReport("MATCH (c:Claim) WITH c ORDER BY c.sortKey WITH collect(c.id) AS ids\nUNWIND range(0, 29) AS i\nRETURN 'row ' + toString(i) AS key, 'name' AS name, ids[i * 60 .. i * 60 + 60] AS cited");
    const run = await make(at, report, {}, { formats: ['md', 'html'] });
    const text = (format: string): string => readFileSync(join(at.exportFolder, run?.folder as string, `own.${format}`), 'utf8');
    const rows = text('md').split('\n').filter((line) => line.startsWith('| name |'));
    expect(rows.map((line) => (line.match(/\[\^\d+\]/g) ?? []).length)).toEqual([...Array<number>(24).fill(60), 45, 3, 3, 3, 3, 3]);
    expect(rows.map((line) => / and (\d+) more /.exec(line)?.[1])).toEqual([...Array<undefined>(24).fill(undefined), '15', '57', '57', '57', '57', '57']);
    expect(text('html').match(/<span class="soft">and 57 more<\/span>/g)).toHaveLength(5);
    expect(text('md')).toContain('There is room for 1,500 citations here');
  }, 120_000);
});

describe('a run', () => {
  it('has its files with their SHA-256 in the manifest, and the pointer to it', async () => {
    const at = house(store);
    const run = await make(at, reportNamed('rival-accounts'));
    const folder = join(at.exportFolder, run?.folder as string);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    expect(manifest).toMatchObject({ report: 'rival-accounts', parameters: { party: null }, graph: { revision: 6, revisionAfter: 6 }, rows: 1, changes: null, versions: { fealty: 'test', database: expect.stringMatching(/^Neo4j\/5\./) }, skipped: [{ format: 'pdf', why: 'no Chromium is there' }] });
    expect(manifest.files.map(({ name }) => name).sort()).toEqual(['rival-accounts.csv', 'rival-accounts.html', 'rival-accounts.json', 'rival-accounts.md', 'rival-accounts.xlsx']);
    expect(readdirSync(folder).sort()).toEqual([...manifest.files.map(({ name }) => name), 'manifest.json'].sort());
    for (const { name, bytes, sha256 } of manifest.files) {
      const content = readFileSync(join(folder, name));
      expect({ bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }).toEqual({ bytes, sha256 });
    }
    expect(readlinkSync(join(at.exportFolder, 'rival-accounts', 'latest'))).toBe((run?.folder as string).split('/')[1]);
    expect(readdirSync(join(at.exportFolder, 'rival-accounts')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('with special parameters is a series of its own: it turns its own pointer, and is compared with its like', async () => {
    const at = house(store);
    const report = reportNamed('patron-dossier');
    const usual = await make(at, report);
    const russia = await make(at, report, { patron: 'Moscow' });
    expect(russia).toMatchObject({ series: 'patron-dossier?patron=%23russia', changes: null });
    const folder = join(at.exportFolder, 'patron-dossier');
    expect(readlinkSync(join(folder, 'latest'))).toBe(usual?.folder?.split('/')[1]);
    const [own] = readdirSync(folder).filter((name) => name.startsWith('latest-patron-russia-'));
    expect(readlinkSync(join(folder, own as string))).toBe(russia?.folder?.split('/')[1]);
    expect((await make(at, report, { patron: 'Moscow' }, { formats: ['csv'] }))?.changes).toEqual({ new: 0, changed: 0, gone: 0, superseded: 0 });
  });

  it('does not begin with a name that nobody has, nor one that several have', async () => {
    const at = house(store);
    await expect(make(at, reportNamed('patron-dossier'), { patron: 'Irania Nova' })).rejects.toMatchObject({ code: 'UNKNOWN_NAME', message: expect.stringContaining('Iran') });
    expect(await cypher(store, "MATCH (r:ReportRun {status: 'failed'}) RETURN r.id")).toEqual([]);
  });

  it('keeps the last ones by number and by age, each series for itself, and never removes the last', async () => {
    const at = house(store, scratch('exports'), { keep: 2 });
    const report = ownReport(rowsStatement(1));
    const names: string[] = [];
    for (let i = 0; i < 4; i++) names.push((await make(at, report))?.folder as string);
    const left = (): string[] => readdirSync(join(at.exportFolder, 'own')).filter((name) => /^\d{4}/.test(name)).map((name) => `own/${name}`);
    expect(left()).toEqual(names.slice(2));
    expect((await cypher(store, "MATCH (r:ReportRun {report: 'own'}) WHERE r.removedAt IS NOT NULL RETURN r.folder AS folder ORDER BY folder")).map(({ folder }) => folder)).toEqual(names.slice(0, 2));
    // By age: a run made long ago goes, however few there are; but the last stays.
    const { RunFolder } = await import('../../src/exports/reports/run-folder.js');
    const inAYear = new Date(Date.now() + 365 * 86_400_000);
    expect(await new RunFolder(at.exportFolder, 'own').retain({ keep: 10, keepDays: 30 }, inAYear)).toEqual([names[2]]);
    expect(left()).toEqual([names[3]]);
  });

  it('prints PDF through Chromium where there is one', async () => {
    const { chromium } = readConfig(process.env).reports;
    if (chromium === null) return console.warn('There is no Chromium here: printing PDF is left out.');
    const at = house(store, scratch('exports'), { chromium });
    const run = await make(at, reportNamed('rival-accounts'), {}, { formats: ['pdf'] });
    expect(run?.files.map(({ name }) => name)).toEqual(['rival-accounts.json', 'rival-accounts.pdf']);
    expect(readFileSync(join(at.exportFolder, run?.folder as string, 'rival-accounts.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('that must print PDF and cannot, fails and says what to do', async () => {
    await expect(make(house(store), reportNamed('rival-accounts'), {}, { formats: ['pdf'] })).rejects.toMatchObject({ code: 'PDF_FAILED', message: expect.stringContaining('FEALTY_CHROMIUM') });
  });
});

describe('awkward texts', () => {
  const HOSTILE = '=HYPERLINK("http://x","y") <script>alert(1)</script> | "quoted", \'single\' \\ ` [a](http://x) & é إيران 🙂';
  const at = { run: '', exports: '' };
  beforeAll(async () => {
    await emptied(store);
    await ingest(dataFolder({
      actors: [actor('a', { name: HOSTILE }), actor('b', { name: '@SUM(1)' }), actor('p', { name: '-2; +3', kind: 'state' })], origins: [origin('outlet', { name: '+Outlet <b>' })],
      articles: [article('one', [claim('k', 'CLASHED_WITH', 'a', 'b', { summary: `${HOSTILE}\nsecond line` }), claim('l', 'BACKED_BY', 'b', 'p', { summary: 'See www.example.org, ftp://example.org or me@example.org' })], { title: 'Title </title><img src=x onerror=alert(1)>' })],
    }), new Ledger(store));
    const of = house(store);
    at.exports = of.exportFolder;
    at.run = (await make(of, reportNamed('clashes-with-proxies'), { patron: '#p' }))?.folder as string;
  });
  afterAll(() => seeded(store));
  const file = (format: string): string => readFileSync(join(at.exports, at.run, `clashes-with-proxies.${format}`), 'utf8');

  it('stay texts in the page, which allows nothing but its own style', () => {
    const html = file('html');
    expect(html).not.toMatch(/<(script|img|b>)/i);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    expect(html).toContain(`content="default-src &#39;none&#39;; style-src &#39;sha256-${createHash('sha256').update(style).digest('base64')}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`);
    // Nothing that the policy would stop, and no address outside of the page.
    const tags = html.match(/<[^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(50);
    for (const tag of tags) expect(tag.replace(/="[^"]*"/g, (value) => (value.startsWith('="#') ? '="#"' : '=""'))).not.toMatch(/\s(?:style|on\w+)=|(?:src|href)="(?!#)/i);
  });

  it('start no formula in a spreadsheet, and come back whole', () => {
    const rows: Record<string, string>[] = parse(file('csv'), { bom: true, columns: true });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ opponent: `'${HOSTILE}`, proxy: "'@SUM(1)", citation_claims: 'one/k | one/l', citation_paragraphs: '1 | 1', chain: "'@SUM(1); backed by -2, +3" });
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[\s]*[=+\-@]/);
  });

  it('do not break a table of Markdown, nor become markup in it', () => {
    const lines = file('md').split('\n');
    const table = lines.filter((line) => line.startsWith('|'));
    const bars = table.map((line) => line.replace(/\\\|/g, '').split('|').length);
    expect(new Set(bars).size).toBe(1);
    expect(file('md')).not.toMatch(/<script|<img|[^\\]\[a\]\(|:\/\/|www\.|@example/);
    expect(file('md')).toContain('See www&#46;example.org, ftp:&#47;&#47;example.org or me&#64;example.org');
  });

  it('stay texts in the workbook, which is a well-formed archive', () => {
    const path = join(at.exports, at.run, 'clashes-with-proxies.xlsx');
    expect(spawnSync('unzip', ['-t', path]).status).toBe(0);
    const sheet = spawnSync('unzip', ['-p', path, 'xl/worksheets/sheet1.xml']).stdout.toString();
    expect(sheet).toContain('<is><t xml:space="preserve">=HYPERLINK(&quot;http://x&quot;');
    expect(sheet).not.toContain('<f>');
    expect(statSync(path).size).toBeGreaterThan(1_000);
  });
});

describe('a report that goes wrong', () => {
  const fails = (statement: string, header = HEADER): Promise<unknown> => make(house(store), ownReport(statement, header));

  it.each<[string, string, RegExp]>([
    ['columns that are not declared', 'MATCH (c:Claim) WITH c LIMIT 1\nRETURN c.id AS key, c.id AS name, 1 AS more, [c.id] AS cited', /own\.cypher:3: returns key, name, more, cited; its header declares name, key, cited/],
    ['a row without a citation', "RETURN 'a' AS key, 'b' AS name, [] AS cited", /returns row "a" without a citation/],
    ['a claim that nobody made', "RETURN 'a' AS key, 'b' AS name, ['no/claim'] AS cited", /cites a claim which is not in the record/],
    ['a row without a key', rowsStatement(1).replace("'row ' + toString(i)", 'null'), /without a key/],
    ['a key twice', rowsStatement(3).replace("'row ' + toString(i)", "'row'"), /two rows with the key "row"/],
    ['a node as a value', rowsStatement(1).replace("'name ' + toString(i) AS name", 'c AS name'), /returns a name that is no text/],
    ['a syntax fault', 'MATCH (c:Claim RETURN c', /own\.cypher: Neo4j says: .*Invalid input/],
    ['a fault while it runs', rowsStatement(1).replace("'row ' + toString(i)", "toString(1 / (i - 1))"), /own\.cypher: Neo4j says: .*by zero/],
  ])('because of %s says so and leaves nothing', async (_what, statement, message) => {
    const at = house(store);
    await expect(make(at, ownReport(statement))).rejects.toMatchObject({ code: 'BAD_REPORT', message: expect.stringMatching(message) });
    expect(readdirSync(join(at.exportFolder, 'own'))).toEqual([]);
    const [last] = await cypher(store, "MATCH (r:ReportRun {report: 'own'}) RETURN r.status AS status, r.error AS error ORDER BY r.order LIMIT 1");
    expect(last).toEqual({ status: 'failed', error: expect.stringMatching(/^BAD_REPORT: /) });
  });

  it('because it is slow ends at its deadline', async () => {
    const begun = Date.now();
    await expect(fails(`UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH max(a * b % 7) AS m\n${rowsStatement(1)}`, [...HEADER, 'deadline: 1'])).rejects.toMatchObject({ code: 'TIMEOUT', message: expect.stringContaining('took longer than its 1 s') });
    expect(Date.now() - begun).toBeLessThan(5_000);
  });
});

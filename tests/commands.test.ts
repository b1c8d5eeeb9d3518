import { createServer, type AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/store/package-root';
import { DATA, emptied, openTestStore, seeded } from './support/graph';
import { endAll, run } from './support/command';
import { gedCsv } from './support/ged';
import { actor, article, claim, dataFolder, origin } from './support/yaml';

const store = openTestStore();
beforeAll(() => seeded(store));
afterEach(endAll);
afterAll(() => store.close());

const LISTENING = /Fealty answers at (http:\/\/\S+)\/graphql/;
describe('the service', () => {
  it('says where it listens, answers, and ends cleanly on SIGTERM', async () => {
    const service = run(['src/main.ts'], { PORT: '0' });
    const [, url] = await service.says(LISTENING);
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ revision }"}' });
    expect(response.status).toBe(200);
    service.child.kill('SIGTERM');
    expect((await service.ended).code).toBe(0);
  });

  it('ends when npm\'s shell between it and npm is ended', async () => {
    const service = run(['src/main.ts'], { PORT: '0', npm_lifecycle_event: 'start' }, { throughShell: '; true' });
    const [, url] = await service.says(LISTENING);
    service.child.kill('SIGTERM');
    // Its output closes only when the service itself has ended.
    await service.ended;
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it('says in one line that its port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await run(['src/main.ts'], { PORT: String(port), LOG_LEVEL: 'silent' }).ended;
    other.close();
    expect(code).toBe(1);
    expect(stderr).toBe(`Port ${port} on 127.0.0.1 is in use. End what uses it, or choose another: PORT=${port + 1} npm start\n`);
  });

  it('says in one line, without the password, that no Neo4j answers', async () => {
    const { code, stderr } = await run(['src/main.ts'], { NEO4J_URI: 'bolt://127.0.0.1:9', NEO4J_PASSWORD: 'very-secret' }).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^No Neo4j answers at 127\.0\.0\.1:9\. .*\n$/);
    expect(stderr).not.toContain('very-secret');
  });

  it.each([
    ['PORT', 'abc', 'PORT: expected a whole number from 0 to 65535'],
    ['NEO4J_URI', 'http://here', 'NEO4J_URI: expected bolt://host:7687 or neo4j://host:7687, or either with +s or +ssc'],
    ['NEO4J_PASSWORD_FILE', '/nowhere/at/all', 'NEO4J_PASSWORD_FILE: expected the path of a readable file'],
    ['LIMIT_DEPTH', '-1', 'LIMIT_DEPTH: expected a whole number from 3 to 100'],
  ])('says in one line what %s must be', async (name, value, line) => {
    const { code, stderr } = await run(['src/main.ts'], { [name]: value }).ended;
    expect({ code, stderr }).toEqual({ code: 1, stderr: `${line}\n` });
  });
});

describe('ingest', () => {
  it('tells a file\'s faults with file, line, field, value and what was expected, for people and for programs, and writes nothing', async () => {
    const folder = dataFolder({
      actors: [actor('a'), actor('b')], origins: [origin('outlet')],
      articles: [article('one', [claim('k', 'CLASHED_WITH', 'a', 'nobody'), claim('l', 'FOUGHT', 'a', 'b')])],
    });
    const forPeople = await run(['src/cli.ts', 'ingest', folder]).ended;
    expect(forPeople.code).toBe(1);
    expect(forPeople.stderr).toMatch(/one\.yaml:\d+.*object.*nobody/);
    expect(forPeople.stderr).toMatch(/one\.yaml:\d+.*type.*FOUGHT/);
    const forPrograms = await run(['src/cli.ts', 'ingest', folder, '--json']).ended;
    expect(forPrograms.code).toBe(1);
    expect((JSON.parse(forPrograms.stdout) as { faults: object[] }).faults).toEqual([
      expect.objectContaining({ line: expect.any(Number), field: expect.stringContaining('object'), value: '"nobody"' }),
      expect.objectContaining({ line: expect.any(Number), field: expect.stringContaining('type'), value: '"FOUGHT"' }),
    ]);
  });

  it('tells where YAML itself is broken', async () => {
    const folder = mkdtempSync(join(process.env.TEST_NEO4J_HOME as string, 'broken-'));
    writeFileSync(join(folder, 'broken.yaml'), 'id: x\ntitle: "never ends\nclaims: [\n');
    const { code, stderr } = await run(['src/cli.ts', 'ingest', join(folder, 'broken.yaml')]).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/broken\.yaml:\d+/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('writes the first time and nothing the second', async () => {
    await emptied(store);
    const first = await run(['src/cli.ts', 'ingest', DATA, '--json']).ended;
    expect(first.code).toBe(0);
    const second = await run(['src/cli.ts', 'ingest', DATA]).ended;
    expect(second.code).toBe(0);
    const lines = second.stdout.trim().split('\n');
    expect(lines).toHaveLength(6);
    for (const line of lines) expect(line).toMatch(/; nothing written$/);
  });

  it('has help, and says what is wrong with its arguments', async () => {
    const help = await run(['src/cli.ts', 'ingest', '--help']).ended;
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('Exit codes');
    for (const args of [['ingest'], ['ingest', 'x', '--what'], ['nothing']]) expect((await run(['src/cli.ts', ...args]).ended).code).toBe(2);
    const nowhere = await run(['src/cli.ts', 'ingest', 'no/such/folder']).ended;
    expect(nowhere.code).toBe(1);
    expect(nowhere.stderr).toContain('no/such/folder');
  });
});

it('events go into the embedded store while the service runs on it, and when it does not', async () => {
  const home = mkdtempSync(join(process.env.TEST_NEO4J_HOME as string, 'shared-'));
  symlinkSync(join(packageRoot(), '.fealty', 'cache'), join(home, 'cache'));
  const env = { NEO4J_URI: '', NEO4J_PASSWORD: '', FEALTY_HOME: home, PORT: '0', FEALTY_NEO4J_PORT: '0' };
  const file = join(home, 'events.csv');
  writeFileSync(file, gedCsv([{ id: 1, side_a: 'IS', side_b: 'SDF', source_article: '"SOHR,2018-11-24,A report"', date_start: '2018-11-21', date_end: '2018-11-21', low: 1, best: 1, high: 1 }]));
  const load = (): ReturnType<typeof run>['ended'] => run(['src/cli.ts', 'ingest', '--format', 'ucdp-ged', file, '--rejects', join(home, 'rejects.csv')], env).ended;
  const service = run(['src/main.ts'], env);
  const [, url] = await service.says(LISTENING);
  const total = async (): Promise<number> => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ claims(first: 1) { totalCount } }"}' });
    return ((await response.json()) as { data: { claims: { totalCount: number } } }).data.claims.totalCount;
  };
  const before = await total();
  expect(await load()).toMatchObject({ code: 0, stdout: expect.stringContaining('claims: 1 new') });
  expect(await total()).toBe(before + 1);
  // And the graph comes out while the service runs.
  expect(await run(['src/cli.ts', 'export', '--format', 'bibtex', '--out', join(home, 'articles.bib')], env).ended).toMatchObject({ code: 0, stdout: expect.stringContaining(`${before + 1} claims`) });
  expect(readFileSync(join(home, 'articles.bib'), 'utf8').match(/^@article/gm)).toHaveLength(6);
  service.child.kill('SIGTERM');
  await service.ended;
  expect(await load()).toMatchObject({ code: 0, stdout: expect.stringContaining('1 unchanged; nothing written') });
}, 120_000);

it('every variable that the program reads is in the README', () => {
  const config = readFileSync(join(__dirname, '..', 'src', 'config.ts'), 'utf8');
  const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8') + readFileSync(join(__dirname, '..', 'docs', 'limits.md'), 'utf8');
  for (const [, name] of config.matchAll(/'((?:[A-Z0-9]+_)*[A-Z0-9]{4,})'/g)) if (name !== 'INIT_CWD' && name !== 'BAD_CONFIG') expect(readme).toContain(`\`${name}`);
});

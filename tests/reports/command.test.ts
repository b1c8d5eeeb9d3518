import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReportRun } from '../../src/domain/report';
import { reportDefinitions } from '../../src/store/reports/report-files';
import { answer, cypher, openTestStore, seeded } from '../support/graph';
import { endAll, run, type Outcome } from '../support/command';
import { scratch } from '../support/reports';

const store = openTestStore();
const exportFolder = scratch('exports');
beforeAll(() => seeded(store), 180_000);
afterEach(endAll);
afterAll(() => store.close());
const report = (args: string[], env: Record<string, string> = {}): Promise<Outcome> => run(['src/cli.ts', 'report', ...args], { FEALTY_EXPORTS: exportFolder, ...env }).ended;

it('lists and shows reports without a database', async () => {
  const nowhere = { NEO4J_URI: 'bolt://127.0.0.1:9' };
  const list = await report(['list', '--json'], nowhere);
  expect((JSON.parse(list.stdout) as { name: string }[]).map(({ name }) => name)).toEqual(reportDefinitions().map(({ name }) => name));
  const show = await report(['show', 'rival-accounts'], nowhere);
  expect(show).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Rival accounts \(rival-accounts, cypher\/reports\/rival-accounts\.cypher\)[\s\S]*party +name: Only accounts about this party\.[\s\S]*MATCH/) });
});

it('runs one, tells where its files are, and remembers it', async () => {
  const made = await report(['run', 'rival-accounts', '--param', 'party=Fourth Division', '--format', 'csv,md', '--json']);
  expect(made.code).toBe(0);
  const { path, rows, files } = JSON.parse(made.stdout) as ReportRun & { path: string };
  expect(rows).toBe(1);
  for (const { name, sha256 } of files) expect(createHash('sha256').update(readFileSync(join(path, name))).digest('hex')).toBe(sha256);
  expect(readdirSync(path).sort()).toEqual(['manifest.json', 'rival-accounts.csv', 'rival-accounts.json', 'rival-accounts.md']);
  const history = await report(['history', 'rival-accounts', '--json']);
  expect(JSON.parse(history.stdout)).toEqual([expect.objectContaining({ status: 'done', rows: 1, parameters: { party: 'Fourth Division' } })]);
  const due = await report(['due', '--json']);
  expect((JSON.parse(due.stdout) as { report: string; state: string; nextDue: string }[]).find((one) => one.report === 'rival-accounts')).toMatchObject({ state: 'not scheduled yet', nextDue: expect.stringMatching(/T06:05:00\.000Z$/) });
  // No command schedules anything by itself.
  expect(await cypher(store, 'MATCH (l:ReportLease) WHERE l.doneDue IS NOT NULL RETURN l.report')).toEqual([]);
});

it('has Neo4j say of every report whether it returns what its header says', async () => {
  expect(await report(['check'])).toMatchObject({ code: 0, stdout: `All ${reportDefinitions().length} reports return what their headers say, and only read.\n` });
});

it('prints one format where no folder is wanted, and leaves none', async () => {
  const { code, stdout } = await report(['run', 'rival-accounts', '--format', 'md', '--out', '-']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^# Rival accounts\n/) });
  expect(stdout).toContain('claim the-schpiel-russia-iran/p5-01');
});

it('shows whom a name in another spelling was taken for, and a name as it is by itself', async () => {
  const made = (patron: string): Promise<Outcome> => report(['run', 'patron-dossier', '--param', `patron=${patron}`, '--format', 'md', '--out', '-']);
  expect((await made('Irann')).stdout).toContain('patron: Irann (Iran); depth: 6.');
  expect((await made('Iran')).stdout).toContain('patron: Iran; depth: 6.');
});

it('gives up when the reader of what it prints goes', async () => {
  const running = run(['src/cli.ts', 'report', 'run', 'rival-accounts', '--format', 'html', '--out', '-'], { FEALTY_EXPORTS: exportFolder });
  running.child.stdout?.destroy();
  expect(await running.ended).toMatchObject({ code: 130, stderr: 'The reader closed the pipe; the export was given up.\n' });
});

it('told to end, has the exit code that shells have for it', async () => {
  const [chromium, started] = [join(scratch('chromium'), 'chromium'), join(scratch('chromium'), 'started')];
  writeFileSync(chromium, `#!/bin/sh\ntouch '${started}'; exec sleep 5\n`, { mode: 0o755 });
  const running = run(['src/cli.ts', 'report', 'run', 'rival-accounts', '--format', 'pdf', '--out', scratch('elsewhere')], { FEALTY_CHROMIUM: chromium, FEALTY_EXPORTS: scratch('exports') });
  while (!existsSync(started)) await sleep(50);
  running.child.kill('SIGINT');
  expect(await running.ended).toMatchObject({ code: 130, stderr: 'Stopped before it was made.\n' });
  await cypher(store, 'MATCH (n) WHERE n:ReportRun OR n:ReportLease DETACH DELETE n');
});

it('prints what came since the last run in the usual folder', async () => {
  await report(['run', 'new-and-changed-ties', '--format', 'json']);
  const { stdout } = await report(['run', 'new-and-changed-ties', '--format', 'json', '--out', '-']);
  expect(JSON.parse(stdout)).toMatchObject({ parameters: { since: 'last-run' }, values: { since: expect.stringMatching(/^\d{4}-/) }, rows: [] });
});

it.each<[string[], number, string | RegExp]>([
  [['run', 'weekly'], 2, /^There is no report "weekly"\. There are: /],
  [['run', 'rival-accounts', '--param', 'colour=red'], 2, "rival-accounts: parameter colour: expected one of the report's parameters: party\n"],
  [['run', 'rival-accounts', '--param', 'party=Nobody Whatsoever'], 2, /^party: no actor or commander or location of that name is known\./],
  [['run', 'rival-accounts', '--format', 'docx'], 2, /^error: option '--format <name>' argument 'docx' is invalid\. Expected html, md, csv, json, xlsx, pdf\.\n\(see --help\)\n$/],
  [['run', 'rival-accounts', '--out', '-'], 2, '--out -: expected exactly one --format to print\n'],
])('%j is told in one line with exit code %i', async (args, code, told) => {
  const outcome = await report(args);
  expect(outcome.code).toBe(code);
  expect(outcome.stderr).toEqual(typeof told === 'string' ? told : expect.stringMatching(told));
});

it('while no database answers, says so, and records the failure beside the exports', async () => {
  const outcome = await report(['run', 'rival-accounts'], { NEO4J_URI: 'bolt://127.0.0.1:9' });
  expect(outcome).toMatchObject({ code: 1, stderr: expect.stringMatching(/^No Neo4j answers at 127\.0\.0\.1:9\./) });
  expect(existsSync(join(exportFolder, 'history.jsonl'))).toBe(true);
  const history = await report(['history', '--json'], { NEO4J_URI: 'bolt://127.0.0.1:9' });
  expect(JSON.parse(history.stdout)).toEqual([expect.objectContaining({ status: 'failed', error: 'STORE_UNAVAILABLE: the graph could not be opened.' })]);
});

it('one made elsewhere is in the history without its files, which the service does not give; what failed there is in the history too', async () => {
  const elsewhere = scratch('elsewhere');
  const { path, files, rows } = JSON.parse((await report(['run', 'rival-accounts', '--format', 'csv', '--out', elsewhere, '--json'])).stdout) as ReportRun & { path: string };
  expect(readdirSync(path).sort()).toEqual(['manifest.json', ...files.map(({ name }) => name)].sort());
  const { reportRuns } = await answer(store, '{ reportRuns(first: 1) { nodes { status rows files { path } } } }');
  expect(reportRuns.nodes).toEqual([{ status: 'DONE', rows, files: [] }]);
  await report(['run', 'rival-accounts', '--out', elsewhere], { NEO4J_URI: 'bolt://127.0.0.1:9' });
  expect(readdirSync(elsewhere)).toEqual(['rival-accounts']);
  expect(readdirSync(exportFolder)).toContain('history.jsonl');
});

it('due --run makes all that is due, though one fails and another process is at the next', async () => {
  writeFileSync(join(exportFolder, 'allies-who-fought'), '');
  await cypher(store, "UNWIND ['allies-who-fought', 'article-coverage', 'rival-accounts'] AS name MERGE (l:ReportLease {report: name}) SET l.until = 0, l.doneDue = 0");
  await cypher(store, "MATCH (l:ReportLease {report: 'article-coverage'}) SET l.holder = 'another', l.until = timestamp() + 600000");
  const { code, stdout, stderr } = await report(['due', '--run', '--json']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^Report allies-who-fought was not made: The export folder cannot be written: .*\nReport article-coverage was not made: article-coverage is being made by another process\. .*\n$/) });
  const states = (JSON.parse(stdout) as { report: string; state: string }[]).map((one) => [one.report, one.state]);
  expect(Object.fromEntries(states)).toMatchObject({ 'allies-who-fought': 'settled', 'article-coverage': 'running', 'rival-accounts': 'settled' });
  expect(await cypher(store, "MATCH (r:ReportRun {trigger: 'schedule'}) RETURN r.report AS report, r.status AS status ORDER BY report")).toEqual([{ report: 'allies-who-fought', status: 'failed' }, { report: 'rival-accounts', status: 'done' }]);
  rmSync(join(exportFolder, 'allies-who-fought'));
  await cypher(store, 'MATCH (n) WHERE n:ReportRun OR n:ReportLease DETACH DELETE n');
  // A service that starts afterwards makes it anew.
  rmSync(join(exportFolder, 'rival-accounts'), { recursive: true });
});

it('the service itself catches up what it missed, says so, and ends cleanly', async () => {
  await cypher(store, "MERGE (l:ReportLease {report: 'rival-accounts'}) SET l.until = 0, l.doneDue = 0");
  const service = run(['src/main.ts'], { PORT: '0', REPORTS_SCHEDULE: 'on', FEALTY_EXPORTS: exportFolder });
  await service.says(/Report rival-accounts: 1 rows, in rival-accounts\/\S+\./);
  service.child.kill('SIGTERM');
  expect((await service.ended).code).toBe(0);
  expect(await cypher(store, "MATCH (r:ReportRun {trigger: 'schedule'}) RETURN r.report AS report, r.status AS status")).toEqual([{ report: 'rival-accounts', status: 'done' }]);
}, 180_000);

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HistoryFile } from '../../src/exports/reports/history-file';
import { Neo4jStore } from '../../src/store/neo4j-store';
import { packageRoot } from '../../src/store/package-root';
import { cypher, openTestStore, seeded, testConnection } from '../support/graph';
import { endAll, run, type Running } from '../support/command';
import { HEADER, house, make, ownReport, reportFolder, rowsStatement, scratch } from '../support/reports';

const store = openTestStore();
beforeAll(() => seeded(store), 180_000);
afterEach(endAll);
afterAll(() => store.close());

/** So many rows that it is surely still at it when it is ended. */
const LONG = rowsStatement(3_000_000);
const SHORT = ownReport(rowsStatement(10));
const long = (): string => reportFolder({ own: { header: [...HEADER, 'deadline: 600'], statement: LONG } });
/** Every file below a folder, with its hash. */
function content(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile()).sort().map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]));
}
const last = async (): Promise<unknown> => (await cypher(store, "MATCH (r:ReportRun {report: 'own'}) RETURN r.status AS status, r.error AS error ORDER BY r.order LIMIT 1"))[0];
/** Frees the lease that a killed process holds, as time does: by the database's clock it is over. */
const timePasses = (): Promise<unknown> => cypher(store, "MATCH (l:ReportLease {report: 'own'}) SET l.until = 0");

/** The long report in a process of its own, once it has written part of its rows. */
async function inMidReport(exportFolder: string): Promise<Running> {
  const making = run(['tests/reports/run-one.ts', long(), exportFolder]);
  const half = (): boolean => readdirSync(join(exportFolder, 'own')).some((name) => name.startsWith('.tmp-') && existsSync(join(exportFolder, 'own', name, 'own.json')) && statSync(join(exportFolder, 'own', name, 'own.json')).size > 100_000);
  for (let i = 0; i < 600 && !half(); i++) await sleep(50);
  expect(half()).toBe(true);
  return making;
}

it('killed in mid-report (SIGKILL) leaves the old report as it was and nothing that looks like a new one; the next run clears up and goes through', async () => {
  const at = house(store);
  const old = await make(at, SHORT);
  const before = content(join(at.exportFolder, old?.folder as string));
  const making = await inMidReport(at.exportFolder);
  making.child.kill('SIGKILL');
  await making.ended;
  const folder = join(at.exportFolder, 'own');
  expect(readdirSync(folder).filter((name) => !name.startsWith('.')).sort()).toEqual([(old?.folder as string).split('/')[1], 'latest']);
  expect(content(join(folder, 'latest'))).toEqual(before);
  expect(await last()).toMatchObject({ status: 'running' });
  // Nobody may begin while its lease lasts; then it counts as interrupted.
  await expect(make(at, SHORT)).rejects.toMatchObject({ code: 'REPORT_BUSY' });
  await timePasses();
  const next = await make(at, SHORT);
  expect(next).toMatchObject({ status: 'done', changes: { new: 0, changed: 0, gone: 0, superseded: 0 } });
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  expect((await cypher(store, "MATCH (r:ReportRun {report: 'own'}) RETURN r.status AS status ORDER BY r.order")).map(({ status }) => status)).toEqual(['done', 'interrupted', 'done']);
}, 120_000);

it('told to end in mid-report (SIGTERM) leaves nothing half-written, says so in the history, and gives its lease back', async () => {
  const at = house(store);
  const old = await make(at, SHORT);
  const before = content(at.exportFolder);
  const making = await inMidReport(at.exportFolder);
  making.child.kill('SIGTERM');
  expect(await making.ended).toMatchObject({ code: 1, stderr: 'Stopped before it was made.\n' });
  expect(content(at.exportFolder)).toEqual(before);
  expect(readdirSync(join(at.exportFolder, 'own')).sort()).toEqual([(old?.folder as string).split('/')[1], 'latest']);
  expect(await last()).toEqual({ status: 'stopped', error: 'STOPPED: Stopped before it was made.' });
  expect(await make(at, SHORT)).toMatchObject({ status: 'done' });
}, 120_000);

it('a full disk is told in one line and in the history, and the old report is untouched', async () => {
  const at = house(store);
  await make(at, SHORT);
  const before = content(at.exportFolder);
  const { uri, password } = testConnection();
  // Where the system lets us, a disk of 256 KB of the process's own; elsewhere files that may not grow past that.
  const disk = join(at.exportFolder, 'own');
  const own = spawnSync('unshare', ['-Urm', 'true']).status === 0;
  const inside = `mount -t tmpfs -o size=256k tmpfs "$0" && exec "$1" --import tsx tests/reports/run-one.ts "$2" "$3"`;
  const reports = long();
  const child = own
    ? spawn('unshare', ['-Urm', 'sh', '-c', inside, disk, process.execPath, reports, at.exportFolder], { cwd: packageRoot(), env: { PATH: process.env.PATH, NEO4J_URI: uri, NEO4J_PASSWORD: password } })
    : spawn('sh', ['-c', 'ulimit -f 256; exec "$0" --import tsx tests/reports/run-one.ts "$1" "$2"', process.execPath, reports, at.exportFolder], { cwd: packageRoot(), env: { PATH: process.env.PATH, NEO4J_URI: uri, NEO4J_PASSWORD: password } });
  let told = '';
  child.stderr.on('data', (data: Buffer) => (told += data.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, told }).toEqual({ code: 1, told: own ? 'The export folder cannot be written: the disk is full (ENOSPC).\n' : expect.stringContaining('The export folder cannot be written') });
  expect(await last()).toMatchObject({ status: 'failed', error: expect.stringMatching(/^EXPORT_FAILED: The export folder cannot be written: /) });
  expect(content(at.exportFolder)).toEqual(before);
}, 120_000);

describe('a folder that cannot be written', () => {
  it('is told, without its path in the history', async () => {
    const folder = scratch('exports');
    // A file where a folder must be: that stops root as well.
    writeFileSync(join(folder, 'own'), '');
    await expect(make(house(store, folder), SHORT)).rejects.toMatchObject({ code: 'EXPORT_FAILED', details: { folder } });
    const { error } = (await last()) as { error: string };
    expect(error).toMatch(/^EXPORT_FAILED: /);
    expect(error).not.toContain(folder);
  });

  it('for want of rights is told too', async () => {
    if (process.getuid?.() === 0) return;
    const folder = scratch('exports');
    mkdirSync(join(folder, 'own'));
    chmodSync(join(folder, 'own'), 0o500);
    await expect(make(house(store, folder), SHORT)).rejects.toMatchObject({ code: 'EXPORT_FAILED' });
  });
});

it('while the graph is away a run is recorded beside the exports, and in the graph when it is back', async () => {
  const at = house(store);
  const away = new Neo4jStore({ ...testConnection(), uri: 'bolt://127.0.0.1:9' });
  await expect(make({ ...at, store: away }, SHORT)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  await away.close();
  const history = new HistoryFile(at.exportFolder);
  const [waiting] = await history.runs();
  expect(waiting).toMatchObject({ report: 'own', status: 'failed', error: expect.stringMatching(/^STORE_UNAVAILABLE: /) });
  await make(at, SHORT);
  expect(await history.runs()).toEqual([]);
  expect(await cypher(store, 'MATCH (r:ReportRun {id: $given.id}) RETURN r.status AS status', { id: waiting?.id })).toEqual([{ status: 'failed' }]);
}, 120_000);

it('rows are never held: a process with little memory makes a report many times as large', async () => {
  const at = house(store);
  const reports = reportFolder({ own: { header: [...HEADER.slice(0, -1), 'formats: [json, csv, xlsx, md, html]', 'deadline: 300'], statement: rowsStatement(60_000) } });
  const { uri, password } = testConnection();
  // 60,000 rows as objects take some 150 MB of heap; a process without any takes 40 to 50.
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=80', '--import', 'tsx', 'tests/reports/run-one.ts', reports, at.exportFolder], { cwd: packageRoot(), env: { PATH: process.env.PATH, NEO4J_URI: uri, NEO4J_PASSWORD: password }, encoding: 'utf8' });
  expect({ status, stderr, stdout }).toMatchObject({ status: 0, stdout: expect.stringMatching(/^made 60000 rows; peak \d+ MB\n$/) });
}, 120_000);

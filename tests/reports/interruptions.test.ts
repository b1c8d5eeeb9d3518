import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReportRun } from '../../src/domain/report';
import { HistoryFile } from '../../src/exports/reports/history-file';
import { RunFolder } from '../../src/exports/reports/run-folder';
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

it('a file of somebody else called latest stays; a pointer that is a file is turned', async () => {
  const log: string[] = [];
  const at = house(store, undefined, { log: (line) => log.push(line) });
  const latest = join(at.exportFolder, 'own', 'latest');
  mkdirSync(join(at.exportFolder, 'own'));
  writeFileSync(latest, 'my notes');
  expect(await make(at, SHORT)).toMatchObject({ status: 'done' });
  expect({ log, text: readFileSync(latest, 'utf8') }).toEqual({ log: ['own: made, but the pointer to it could not be turned: something else is called latest there'], text: 'my notes' });
  writeFileSync(latest, '2026-01-01T00-00-00-000Z\n');
  const made = await make(at, SHORT);
  expect(`own/${readlinkSync(latest)}`).toBe(made?.folder);
});

(process.platform === 'linux' ? it : it.skip)('an export folder below /proc, where none can be made, is told at once', async () => {
  await expect(make(house(store, '/proc/fealty/exports'), SHORT)).rejects.toMatchObject({ code: 'EXPORT_FAILED', message: 'The export folder cannot be written: a part of its path is not there, and cannot be made (ENOENT).' });
});

describe('a run that appeared whole before it could be said', () => {
  const MONDAY = Date.parse('2026-11-30T06:00:00.000Z');
  const statuses = (): Promise<unknown[]> => cypher(store, "MATCH (r:ReportRun {report: 'own'}) WHERE r.order IS NOT NULL RETURN r.status AS status, r.folder AS folder ORDER BY r.order");
  const runsOf = (exportFolder: string): string[] => readdirSync(join(exportFolder, 'own')).filter((name) => /^\d{4}/.test(name));
  const settledUpTo = async (): Promise<unknown> => (await cypher(store, "MATCH (l:ReportLease {report: 'own'}) RETURN l.doneDue AS doneDue"))[0]?.doneDue;
  beforeEach(() => cypher(store, "MATCH (n) WHERE n:ReportRun OR n:ReportLease AND n.report = 'own' DETACH DELETE n"));
  /** As a process leaves it that dies right after the folder appears. */
  const diedAfterwards = async (exportFolder: string): Promise<void> => {
    await cypher(store, "MATCH (r:ReportRun {report: 'own'}) SET r.status = 'running', r.endedAt = null, r.folder = null, r.files = null, r.rows = null, r.revision = null");
    await cypher(store, "MATCH (l:ReportLease {report: 'own'}) SET l.until = 0, l.holder = 'dead', l.doneDue = null");
    rmSync(join(exportFolder, 'own', 'latest'));
  };

  it('is said by the next look, which makes no second one', async () => {
    const at = house(store);
    const run = await make(at, SHORT, {}, { trigger: 'schedule', due: MONDAY });
    const recorded = await statuses();
    await diedAfterwards(at.exportFolder);
    expect(await make(at, SHORT, {}, { trigger: 'schedule', due: MONDAY })).toEqual(run);
    expect(await statuses()).toEqual(recorded);
    expect(runsOf(at.exportFolder)).toHaveLength(1);
    expect(readlinkSync(join(at.exportFolder, 'own', 'latest'))).toBe(runsOf(at.exportFolder)[0]);
    expect(await settledUpTo()).toBe(MONDAY);
    expect(await make(at, SHORT, {}, { trigger: 'schedule', due: MONDAY })).toBeNull();
  });

  it('is said and settled by one made by hand too', async () => {
    const at = house(store);
    const run = await make(at, SHORT, {}, { trigger: 'schedule', due: MONDAY });
    await diedAfterwards(at.exportFolder);
    const byHand = await make(at, SHORT);
    expect(await statuses()).toEqual([{ status: 'done', folder: byHand?.folder }, { status: 'done', folder: run?.folder }]);
    expect(await settledUpTo()).toBe(MONDAY);
  });

  it('is not made again if only its time was not settled, the graph being away', async () => {
    const at = house(store);
    const run = await make(at, SHORT, {}, { trigger: 'schedule', due: MONDAY });
    await cypher(store, "MATCH (l:ReportLease {report: 'own'}) SET l.doneDue = null");
    expect(await make(at, SHORT, {}, { trigger: 'schedule', due: MONDAY })).toEqual(run);
    expect(runsOf(at.exportFolder)).toHaveLength(1);
  });
});

it('one whose lease has gone to another before its folder appears does not let it appear', async () => {
  const at = house(store);
  const making = make(at, ownReport(rowsStatement(20_000)));
  making.catch(() => undefined);
  for (let i = 0; i < 500 && !existsSync(join(at.exportFolder, 'own')); i++) await sleep(10);
  await cypher(store, "MATCH (l:ReportLease {report: 'own'}) SET l.holder = 'another'");
  await expect(making).rejects.toMatchObject({ code: 'LEASE_LOST' });
  expect(readdirSync(join(at.exportFolder, 'own'))).toEqual([]);
  await timePasses();
});

it('told to end while it is compared with the last, it ends at once', async () => {
  const at = house(store);
  const folder = join(at.exportFolder, 'own');
  const old = await make(at, ownReport(rowsStatement(1)));
  // What it is compared with does not end for 15 s.
  const file = join(at.exportFolder, old?.folder as string, 'own.json');
  const row = readFileSync(file, 'utf8').split('\n')[1] as string;
  rmSync(file);
  expect(spawnSync('mkfifo', [file]).status).toBe(0);
  const endless = spawn('sh', ['-c', 'exec timeout 15 yes "$0" > "$1"', row, file], { stdio: 'ignore' });
  try {
    const stopping = new AbortController();
    const making = make(at, ownReport(rowsStatement(1)), {}, { signal: stopping.signal });
    making.catch(() => undefined);
    const written = (): boolean => readdirSync(folder).some((name) => name.startsWith('.tmp-') && existsSync(join(folder, name, 'own.json')) && readFileSync(join(folder, name, 'own.json'), 'utf8').endsWith(']}\n'));
    for (let i = 0; i < 1_000 && !written(); i++) await sleep(10);
    await sleep(1_000);
    const begun = Date.now();
    stopping.abort();
    await expect(making).rejects.toMatchObject({ code: 'STOPPED' });
    expect(Date.now() - begun).toBeLessThan(5_000);
  } finally {
    endless.kill('SIGTERM');
  }
}, 60_000);

describe('Chromium that does not work', () => {
  const PDF = ownReport(rowsStatement(1), [...HEADER.slice(0, -1), 'formats: [json, html, pdf]']);
  const program = (script: string): string => {
    const path = join(scratch('chromium'), 'chromium');
    writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return path;
  };

  it('leaves out PDF and says why, without a path; the rest is there', async () => {
    const told: string[] = [];
    const chromium = program('echo broken >&2; exit 1');
    const at = house(store, scratch('exports'), { chromium, log: (line) => told.push(line) });
    const run = await make(at, PDF);
    expect(run?.files.map(({ name }) => name)).toEqual(['own.json', 'own.html']);
    expect(JSON.parse(readFileSync(join(at.exportFolder, run?.folder as string, 'manifest.json'), 'utf8'))).toMatchObject({ skipped: [{ format: 'pdf', why: 'Chromium did not start.' }] });
    expect(told).toEqual([expect.stringContaining('broken')]);
  });

  it('fails a run that was to print, whose history names no path', async () => {
    const chromium = program('exit 1');
    await expect(make(house(store, scratch('exports'), { chromium }), PDF, {}, { formats: ['pdf'] })).rejects.toMatchObject({ code: 'PDF_FAILED', details: { reason: expect.stringContaining(chromium) } });
    expect(await last()).toEqual({ status: 'failed', error: 'PDF_FAILED: Chromium did not start.' });
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('told to end while it prints (%s), it puts all in order and is still due', async (signal) => {
    const at = house(store);
    const reports = reportFolder({ own: { header: [...HEADER.slice(0, -1), 'formats: [json, pdf]'], statement: rowsStatement(1) } });
    const started = join(scratch('chromium'), 'started');
    const making = run(['tests/reports/run-one.ts', reports, at.exportFolder], { FEALTY_CHROMIUM: program(`touch '${started}'; exec sleep 5`) });
    for (let i = 0; i < 600 && !existsSync(started); i++) await sleep(50);
    making.child.kill(signal);
    expect(await making.ended).toMatchObject({ code: 1, stderr: 'Stopped before it was made.\n' });
    expect(readdirSync(join(at.exportFolder, 'own'))).toEqual([]);
    expect(await last()).toMatchObject({ status: 'stopped' });
  }, 60_000);
});

describe('what others left', () => {
  const left = (name: string): string => `.tmp-${name}-0a1b2c3d`;

  it('is removed though its process had the id that ours has, as in a container that is started again; what this process is at stays', async () => {
    const at = house(store);
    const folder = join(at.exportFolder, 'own');
    const here = new RunFolder(at.exportFolder, 'own');
    const ours = await here.begin();
    mkdirSync(join(folder, left(`${hostname().replace(/[^A-Za-z0-9-]/g, '_')}-${process.pid}`)));
    await here.begin();
    expect(readdirSync(folder)).toHaveLength(2);
    expect(existsSync(ours)).toBe(true);
  });

  it('may be a pointer from another machine that points nowhere', async () => {
    const at = house(store);
    mkdirSync(join(at.exportFolder, 'own'));
    symlinkSync('gone', join(at.exportFolder, 'own', left('elsewhere-1')));
    expect(await make(at, SHORT)).toMatchObject({ status: 'done' });
  });
});

it('a folder that appeared stays a run, even where the disk cannot be told to keep it', async () => {
  const folder = new RunFolder(scratch('exports'), 'own');
  const temporary = await folder.begin();
  chmodSync(folder.path, 0o300);
  const root = process.getuid?.() === 0;
  if (root) {
    for (const path of [folder.exportFolder, folder.path, temporary]) chownSync(path, 65_534, 65_534);
    chmodSync(process.env.TEST_NEO4J_HOME as string, 0o711);
    process.seteuid?.(65_534);
  }
  try {
    expect(await folder.publish(temporary, new Date('2026-11-30T06:00:00Z'))).toBe('2026-11-30T06-00-00-000Z');
  } finally {
    if (root) process.seteuid?.(0);
    chmodSync(folder.path, 0o700);
  }
});

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

it('what waits beside the exports is lost neither when the graph does not take it, nor by whoever dies over handing it over', async () => {
  const at = house(store);
  const history = new HistoryFile(at.exportFolder);
  const run = (await make(at, SHORT)) as ReportRun;
  await history.add(run);
  await expect(history.handOver(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
  // As one that is killed now leaves it.
  expect(existsSync(join(at.exportFolder, 'history.jsonl'))).toBe(false);
  expect(await history.runs()).toEqual([run]);
  const taken: ReportRun[] = [];
  await history.handOver(async (runs) => void taken.push(...runs));
  expect(taken).toEqual([run]);
  expect(readdirSync(at.exportFolder)).toEqual(['own']);
});

it('rows are never held: a process with little memory makes a report many times as large', async () => {
  const at = house(store);
  const reports = reportFolder({ own: { header: [...HEADER.slice(0, -1), 'formats: [json, csv, xlsx, md, html]', 'deadline: 300'], statement: rowsStatement(60_000) } });
  const { uri, password } = testConnection();
  // 60,000 rows as objects take some 150 MB of heap; a process without any takes 40 to 50.
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=80', '--import', 'tsx', 'tests/reports/run-one.ts', reports, at.exportFolder], { cwd: packageRoot(), env: { PATH: process.env.PATH, NEO4J_URI: uri, NEO4J_PASSWORD: password }, encoding: 'utf8' });
  expect({ status, stderr, stdout }).toMatchObject({ status: 0, stdout: expect.stringMatching(/^made 60000 rows; peak \d+ MB\n$/) });
}, 120_000);

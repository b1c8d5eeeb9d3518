import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportGraph, type ExportReport } from '../../src/exports/export-graph';
import type { ExportFormat, FilesFormat, TextFormat } from '../../src/exports/formats/format';
import { EXPORT_FORMATS } from '../../src/exports/formats/formats';
import { packageRoot } from '../../src/store/package-root';
import { endAll, run, type Running } from '../support/command';
import { openTestStore, seeded, testConnection } from '../support/graph';

const store = openTestStore();
beforeAll(() => seeded(store), 180_000);
afterEach(endAll);
afterAll(() => store.close());

const scratch = (): string => mkdtempSync(join(process.env.TEST_NEO4J_HOME as string, 'output-'));
const format = (name: string): ExportFormat => EXPORT_FORMATS.get(name) as ExportFormat;
const write = (name: string, out: string): Promise<ExportReport> => exportGraph(store, { format: format(name), out });
/** What a process of that id on that machine would call what it writes. */
const maker = (pid: number, host = hostname().replace(/[^A-Za-z0-9-]/g, '_')): string => `${host}-${pid}-0123abcd`;
/** No process has it. */
const GONE = 4_194_305;

describe('the place', () => {
  it('that is a pipe is refused, and stays', async () => {
    const pipe = join(scratch(), 'pipe');
    spawnSync('mkfifo', [pipe]);
    await expect(write('csl', pipe)).rejects.toMatchObject({ code: 'BAD_OUTPUT', message: expect.stringContaining('--out -') });
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  it('that is a link is where the link leads', async () => {
    const [folder, other] = [scratch(), scratch()];
    writeFileSync(join(other, 'file'), 'old');
    mkdirSync(join(other, 'tables'));
    for (const name of ['file', 'tables']) symlinkSync(join(other, name), join(folder, name));
    await write('csl', join(folder, 'file'));
    await write('csv', join(folder, 'tables'));
    for (const name of ['file', 'tables']) expect(lstatSync(join(folder, name)).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(other, 'file'), 'utf8')).toMatch(/^\[/);
    expect(readdirSync(join(other, 'tables'))).toContain('claims.csv');
    expect([readdirSync(folder), readdirSync(other)]).toEqual([['file', 'tables'], ['file', 'tables']]);
  });

  it('that is a link to nothing is refused', async () => {
    const link = join(scratch(), 'link');
    symlinkSync('nowhere', link);
    await expect(write('csl', link)).rejects.toMatchObject({ code: 'BAD_OUTPUT' });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it('may have two exports on their way to it at once', async () => {
    const folder = scratch();
    await Promise.all([write('csl', join(folder, 'articles')), write('bibtex', join(folder, 'articles'))]);
    expect(readdirSync(folder)).toEqual(['articles']);
  });

  (process.platform === 'linux' ? it : it.skip)('below /proc, where no folder can be made, is refused at once', async () => {
    await expect(write('csl', '/proc/fealty/further/one')).rejects.toMatchObject({ code: 'BAD_OUTPUT', message: '/proc/fealty/further/one cannot be written: a part of the path is not there, and cannot be made.' });
  });

  it('in a folder that cannot be written is refused before anything is read', async () => {
    const folder = scratch();
    // A file where a folder must be: that stops root as well.
    writeFileSync(join(folder, 'file'), '');
    for (const out of ['file/one', 'file/further/one']) await expect(write('csl', join(folder, out))).rejects.toMatchObject({ code: 'BAD_OUTPUT', message: expect.stringMatching(/ cannot be written: .+\.$/) });
    if (process.getuid?.() === 0) return;
    chmodSync(folder, 0o500);
    await expect(write('csl', join(folder, 'one'))).rejects.toMatchObject({ code: 'BAD_OUTPUT', message: expect.stringContaining('the folder may not be written') });
  });
});

it('a file saved into the folder during the export is kept, with the old export', async () => {
  const folder = join(scratch(), 'tables');
  await write('csv', folder);
  const csv = format('csv') as FilesFormat;
  const saving: FilesFormat = { ...csv, write: async (graph, files) => { await csv.write(graph, files); writeFileSync(join(folder, 'thesis.txt'), 'mine'); } };
  await expect(exportGraph(store, { format: saving, out: folder })).rejects.toMatchObject({ code: 'BAD_OUTPUT', message: expect.stringContaining('thesis.txt') });
  expect(readFileSync(join(folder, 'thesis.txt'), 'utf8')).toBe('mine');
  expect(readdirSync(folder).sort()).toEqual([...csv.files, 'thesis.txt'].sort());
  expect(readdirSync(join(folder, '..'))).toEqual(['tables']);
});

describe('what is half written', () => {
  it('says which process of which machine makes it', async () => {
    const folder = scratch();
    let seen: string[] = [];
    const looking: TextFormat = { ...(format('csl') as TextFormat), text: async function* () { seen = readdirSync(folder); yield '[]'; } };
    await exportGraph(store, { format: looking, out: join(folder, 'graph') });
    expect(seen).toEqual([expect.stringMatching(new RegExp(`^\\.graph\\.${maker(process.pid).replace('0123abcd', '[0-9a-f]{8}')}\\.partial$`))]);
  });

  it('is swept up by the next export to the same place if its maker is no more, and nothing else', async () => {
    const folder = scratch();
    const old = `.graph.${maker(1, 'elsewhere')}.partial`;
    // A container that starts again has its old host name and process id.
    const swept = [`.graph.${maker(GONE)}.partial.files`, `.graph.${maker(process.pid)}.partial`, old];
    const kept = [`.graph.${maker(process.ppid)}.partial`, `.graph.${maker(GONE, 'elsewhere')}.partial`, `.graph.csv.${maker(GONE)}.partial`, `.other.${maker(GONE)}.partial`, '.graph.mine.partial'];
    for (const name of [...swept, ...kept]) writeFileSync(join(folder, name), 'x');
    mkdirSync(join(folder, `.graph.${maker(GONE)}.partial`));
    utimesSync(join(folder, old), 0, Date.now() / 1000 - 25 * 3600);
    await write('bibtex', join(folder, 'graph'));
    expect(readdirSync(folder).sort()).toEqual([...kept, 'graph'].sort());
  });

  it('and an old folder moved away by a process that was killed is put back', async () => {
    const folder = scratch();
    const old = join(folder, `.tables.${maker(GONE)}.partial.old`);
    mkdirSync(old);
    writeFileSync(join(old, 'thesis.txt'), 'mine');
    await expect(write('csv', join(folder, 'tables'))).rejects.toMatchObject({ message: expect.stringContaining('thesis.txt') });
    expect(readdirSync(folder)).toEqual(['tables']);
  });
});

describe('the command', () => {
  const command = (args: string[], env: Record<string, string> = {}, throughShell?: string): Running => run(['src/cli.ts', 'export', ...args], env, { throughShell });
  /** Ends it as soon as there is a thing of that name in the folder. */
  async function endedOnce(running: Running, folder: string, name: RegExp): Promise<Awaited<Running['ended']>> {
    let over = false;
    void running.ended.then(() => (over = true));
    while (!over && !readdirSync(folder).some((found) => name.test(found))) await sleep(1);
    running.child.kill('SIGTERM');
    return running.ended;
  }

  it('gives the standard output the same archive as a file', async () => {
    const folder = scratch();
    expect(await command(['--format', 'csv', '--out', '-'], {}, `> '${join(folder, 'piped.zip')}'`).ended).toMatchObject({ code: 0, stderr: expect.stringContaining('Standard output: csv') });
    await write('csv', join(folder, 'tables.zip'));
    expect(readFileSync(join(folder, 'piped.zip')).equals(readFileSync(join(folder, 'tables.zip')))).toBe(true);
  });

  it.each(['csl', 'csv'])('says that a full disk takes no %s from the standard output', async (name) => {
    if (!existsSync('/dev/full')) return;
    const { code, stderr } = await command(['--format', name, '--out', '-'], {}, '> /dev/full').ended;
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/(^|\n)The standard output cannot be written: the disk is full\. What it got is no whole export\.\n$/) });
  });

  it('gives up when the reader of the pipe goes', async () => {
    const running = command(['--format', 'jsonld', '--out', '-']);
    running.child.stdout?.destroy();
    expect(await running.ended).toMatchObject({ code: 130, stderr: expect.stringMatching(/(^|\n)The reader closed the pipe; the export was given up\.\n$/) });
  });

  it('goes on when the reader of its progress goes', async () => {
    const folder = scratch();
    const running = command(['--format', 'csl', '--out', join(folder, 'one')]);
    running.child.stderr?.destroy();
    expect(await running.ended).toMatchObject({ code: 0 });
    expect(readdirSync(folder)).toEqual(['one']);
  });

  it('needs no temporary folder for a text on its way to the standard output; for an archive it does, and says so', async () => {
    // Set once tsx runs, which needs one itself.
    const without = (name: string): Running => run(['--import', 'data:text/javascript,process.env.TMPDIR="/dev/null"', 'src/cli.ts', 'export', '--format', name, '--out', '-']);
    expect(await without('csl').ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\[/) });
    expect(await without('csv').ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/ cannot be written: a part of the path is no folder\.\n$/) });
  });

  it('told to end (SIGTERM) leaves the old folder and nothing else', async () => {
    const folder = scratch();
    await write('neo4j-admin', join(folder, 'graph'));
    const before = lstatSync(join(folder, 'graph')).ino;
    expect(await endedOnce(command(['--format', 'neo4j-admin', '--out', join(folder, 'graph')]), folder, /partial/)).toMatchObject({ code: 130, stderr: expect.stringMatching(/(^|\n)Interrupted; nothing was written\.\n$/) });
    expect(readdirSync(folder)).toEqual(['graph']);
    expect(lstatSync(join(folder, 'graph')).ino).toBe(before);
  });

  it('told to end while its own Neo4j starts says that too', async () => {
    const home = scratch();
    symlinkSync(join(packageRoot(), '.fealty', 'cache'), join(home, 'cache'));
    const own = command(['--format', 'csl', '--out', '-'], { NEO4J_URI: '', NEO4J_PASSWORD: '', FEALTY_HOME: home, FEALTY_NEO4J_PORT: '0' });
    expect(await endedOnce(own, home, /^(?!cache$)/)).toMatchObject({ code: 130, stdout: '', stderr: expect.stringMatching(/(^|\n)Interrupted; what was written is no whole export\.\n$/) });
  });

  it('told to end on its way to the standard output says that this got no whole export, and clears up after itself and those that could not', async () => {
    const folder = scratch();
    const kept = `fealty-export-${maker(process.ppid)}`;
    for (const name of [kept, `fealty-export-${maker(GONE)}`]) mkdirSync(join(folder, name));
    expect(await endedOnce(command(['--format', 'csv', '--out', '-'], { TMPDIR: folder }), folder, /^fealty-export-.+(?<!0123abcd)$/)).toMatchObject({ code: 130, stderr: expect.stringMatching(/(^|\n)Interrupted; what was written is no whole export\.\n$/) });
    expect(readdirSync(folder).filter((name) => name.startsWith('fealty-export-'))).toEqual([kept]);
  });

  it('says that the disk is full, and leaves the old file and nothing else', async () => {
    const disk = scratch();
    // Where the system lets us, a disk of 64 KB of the process's own; elsewhere files that may not grow past that.
    const own = spawnSync('unshare', ['-Urm', 'true']).status === 0;
    const inside = `${own ? 'mount -t tmpfs -o size=64k tmpfs "$0"' : 'ulimit -f 64'} && echo old > "$0/graph" && "$@"; code=$?; cat "$0"/* && ls -A "$0" && exit $code`;
    const [program, ...start] = own ? ['unshare', '-Urm', 'sh', '-c'] as const : ['sh', '-c'] as const;
    const { uri, password } = testConnection();
    const { status, stdout, stderr } = spawnSync(program, [...start, inside, disk, process.execPath, '--import', 'tsx', 'src/cli.ts', 'export', '--format', 'jsonld', '--out', join(disk, 'graph')], { cwd: packageRoot(), env: { PATH: process.env.PATH, NEO4J_URI: uri, NEO4J_PASSWORD: password }, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: 'old\ngraph\n' });
    expect(stderr).toMatch(own ? /graph cannot be written: the disk is full\.\n$/ : /graph cannot be written: the file grew too large for its disk\.\n$/);
  });

  it('says so if no claim matches, and what --as-known-on asks', async () => {
    const { code, stdout } = await command(['--format', 'csl', '--patron', 'Iran', '--as-known-on', '2018-11-30', '--out', join(scratch(), 'articles')]).ended;
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/ s\. No claim matches patron: Iran; as known on: 2018-11-30\S*\. --as-known-on asks what was recorded here by then, not what was published by then\.\n$/) });
  });

  it('takes the types of every --type', async () => {
    const out = join(scratch(), 'articles');
    const { code, stdout } = await command(['--format', 'csl', '--type', 'BACKED_BY', '--type', 'CLASHED_WITH,ATTACKED', '--out', out, '--json']).ended;
    expect({ code, ...(JSON.parse(stdout) as object) }).toMatchObject({ code: 0, selection: 'type: BACKED_BY, CLASHED_WITH, ATTACKED' });
  });

  it.each([['--type', 'FOUGHT'], ['--during', 'yesterday'], ['--as-known-on', '2018-13-01'], ['--patron', 'nobody at all']])('has the exit code of wrong usage for %s %s', async (option, value) => {
    const out = join(scratch(), 'articles');
    expect(await command(['--format', 'csl', option, value, '--out', out]).ended).toMatchObject({ code: 2, stderr: expect.stringMatching(new RegExp(`^${option}: .+\\n$`)) });
    expect(existsSync(out)).toBe(false);
  });
});

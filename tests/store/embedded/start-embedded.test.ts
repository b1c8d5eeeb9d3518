import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { chmod, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { EmbeddedOptions, EmbeddedServer } from '../../../src/store/embedded/start-embedded';
import { startEmbedded } from '../../../src/store/embedded/start-embedded';
import { packageRoot } from '../../../src/store/package-root';
import { ask, CACHE, isGone, javaOf, removeScratchFolders, scratchFolder } from './scratch';

/** The first start on a machine fetches and trains. */
const FIRST = 300_000;

const servers: EmbeddedServer[] = [];
const holders: ChildProcessByStdio<null, Readable, null>[] = [];

async function start(home: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ home, cache: CACHE, port: 0, fast: true, log: () => undefined, ...options });
  servers.push(server);
  return server;
}

/** Another process that owns the home's database. */
async function hold(home: string): Promise<ChildProcessByStdio<null, Readable, null>> {
  const holder = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'holder.ts'), home, CACHE], {
    cwd: packageRoot(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  holders.push(holder);
  const said = await new Promise((resolve) => {
    createInterface({ input: holder.stdout }).once('line', resolve).once('close', resolve);
  });
  expect(said).toBe('owned');
  return holder;
}

afterEach(async () => {
  for (const holder of holders.splice(0)) holder.kill('SIGKILL');
  for (const server of servers.splice(0)) await server.stop();
});

afterAll(removeScratchFolders);

test('a start makes a private store behind a password; what is written survives a restart', async () => {
  const home = await scratchFolder();
  const first = await start(home);
  expect(first).toMatchObject({ owned: true, user: 'neo4j', uri: expect.stringMatching(/^bolt:\/\/127\.0\.0\.1:\d+$/) });
  await ask(first, "CREATE (:Note {text: 'kept'})");

  expect((await stat(join(home, 'neo4j-password'))).mode & 0o777).toBe(0o600);
  expect((await stat(join(home, 'run.json'))).mode & 0o777).toBe(0o600);
  expect((await stat(join(home, 'neo4j'))).mode & 0o777).toBe(0o700);
  await expect(ask(first, 'RETURN 1', 'neo4j')).rejects.toMatchObject({ code: 'Neo.ClientError.Security.Unauthorized' });
  await expect(ask(first, "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line")).rejects.toThrow(/disabled|not allowed|configuration/i);
  await expect(ask(first, "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line")).rejects.toThrow(/blocked/i);

  const java = await javaOf(home);
  if (process.platform === 'linux') {
    for (const file of ['cmdline', 'environ']) expect(await readFile(`/proc/${java}/${file}`, 'utf8')).not.toContain(first.password);
  }
  await first.stop();
  await first.stop();
  await first.exited;
  expect(await isGone(java, 1_000)).toBe(true);

  const second = await start(home);
  expect(second.password).toBe(first.password);
  expect(await ask(second, 'MATCH (n:Note) RETURN n.text')).toBe('kept');
}, FIRST);

test('only this machine can reach it', async () => {
  const server = await start(await scratchFolder());
  const port = Number(new URL(server.uri).port);
  const answers = (host: string): Promise<boolean> =>
    new Promise<boolean>((resolve) => {
      const socket = connect({ host, port, timeout: 1_000 });
      for (const [event, answer] of [['connect', true], ['error', false], ['timeout', false]] as const) {
        socket.once(event, () => {
          socket.destroy();
          resolve(answer);
        });
      }
    });
  expect(await answers('127.0.0.1')).toBe(true);
  const outside = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []).filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of outside) expect(await answers(address)).toBe(false);
}, FIRST);

test('a port in use is left alone: another is taken, and said', async () => {
  const busy = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => busy.once('listening', resolve));
  const { port } = busy.address() as AddressInfo;
  const lines: string[] = [];
  const server = await start(await scratchFolder(), { port, log: (line) => lines.push(line) });
  const taken = new URL(server.uri).port;
  expect(taken).not.toBe(String(port));
  expect(lines.join('\n')).toContain(`Port ${port} is in use; the embedded Neo4j listens on ${taken} instead.`);
  expect(await ask(server, 'RETURN 1')).toBe(1);
  busy.close();
}, FIRST);

test('a killed owner takes its database with it; who shared it can then own it', async () => {
  const home = await scratchFolder();
  const holder = await hold(home);
  const shared = await start(home);
  expect(shared.owned).toBe(false);
  await ask(shared, "CREATE (:Note {text: 'by the other'})");
  const java = await javaOf(home);

  holder.kill('SIGKILL');
  await shared.exited;
  expect(await isGone(java, 5_000)).toBe(true);

  const own = await start(home);
  expect(own.owned).toBe(true);
  expect(await ask(own, 'MATCH (n:Note) RETURN n.text')).toBe('by the other');
}, FIRST);

test('letting go of a shared database leaves it running', async () => {
  const home = await scratchFolder();
  const [one, other] = await Promise.all([start(home), start(home)]);
  expect([one.owned, other.owned].sort()).toEqual([false, true]);
  const [owner, guest] = one.owned ? [one, other] : [other, one];
  await guest.stop();
  expect(await ask(owner, 'RETURN 1')).toBe(1);
}, FIRST);

test('a killed database is noticed, and starts again with its data', async () => {
  const home = await scratchFolder();
  const first = await start(home);
  await ask(first, "CREATE (:Note {text: 'committed'})");
  process.kill(await javaOf(home), 'SIGKILL');
  await first.exited;
  const second = await start(home);
  expect(second.owned).toBe(true);
  expect(await ask(second, 'MATCH (n:Note) RETURN n.text')).toBe('committed');
}, FIRST);

test('a lost password is replaced, and one that others could read is made private again', async () => {
  const home = await scratchFolder();
  const file = join(home, 'neo4j-password');
  const first = await start(home);
  await first.stop();
  await rm(file);
  const second = await start(home);
  expect(second.password).not.toBe(first.password);
  expect(await ask(second, 'RETURN 1')).toBe(1);
  await ask(second, 'SHOW DATABASES');
  await second.stop();

  await chmod(file, 0o644);
  const third = await start(home);
  expect(third.password).toBe(second.password);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
}, FIRST);

test('a store whose password was changed behind our back takes the one in the file again', async () => {
  const home = await scratchFolder();
  const first = await start(home);
  const system = (await import('neo4j-driver')).default.driver(first.uri, (await import('neo4j-driver')).auth.basic(first.user, first.password));
  await system.executeQuery("ALTER USER neo4j SET PASSWORD 'something else' CHANGE NOT REQUIRED", {}, { database: 'system' });
  await system.close();
  await first.stop();
  const second = await start(home);
  expect(await ask(second, 'RETURN 1')).toBe(1);
}, FIRST);

test('a start that is given up leaves nothing running, and what it left is no obstacle', async () => {
  const home = await scratchFolder();
  // At one of these the store is half made.
  for (const wait of [500, 1_200, 1_900]) {
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('no longer wanted')), wait);
    await expect(start(home, { signal: stop.signal })).rejects.toThrow('no longer wanted');
  }
  const lasting = await start(home);
  expect(lasting.owned).toBe(true);
  await ask(lasting, "CREATE (:Note {text: 'kept'})");
  await lasting.stop();
  expect(await readdir(join(home, 'neo4j'))).not.toContain('unfinished');
  expect(await ask(await start(home), 'MATCH (n:Note) RETURN n.text')).toBe('kept');
}, FIRST);

test('a store whose making was cut short is made anew', async () => {
  const home = await scratchFolder();
  await (await start(home)).stop();
  // What a process killed at the worst moment leaves: databases without their logs.
  await rm(join(home, 'neo4j', 'data', 'transactions'), { recursive: true });
  await writeFile(join(home, 'neo4j', 'unfinished'), '');
  expect(await ask(await start(home), 'RETURN 1')).toBe(1);
}, FIRST);

import { fork } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import neo4j from 'neo4j-driver';
import { exportGraph } from '../src/exports/export-graph';
import { EXPORT_FORMATS } from '../src/exports/formats/formats';
import { readSelection } from '../src/exports/graph/selection';
import { keepHeapLean } from '../src/exports/lean-heap';
import { Ledger } from '../src/store/ledger';
import { migrate } from '../src/store/migrations';
import { Neo4jStore, type Connection } from '../src/store/neo4j-store';
import { packageRoot } from '../src/store/package-root';
import { startEmbedded, type EmbeddedServer } from '../src/store/embedded/start-embedded';
import { statementText } from '../src/store/statement-files';
import type { Batch } from '../src/store/batch-change';
import { articleRow, type CitedArticle } from '../src/intake/rows';
import { AWKWARD } from '../tests/support/awkward';
import { difference } from '../tests/support/difference';
import { runScript } from '../tests/support/script';
import { generate, type Generated } from './generate';
import { load } from './load';
import { median } from './measure';
import { residentMegabytes } from './processes';

const say = (line: string): void => console.error(line);

/** What a bare loop reads: the very statements that formats stream, each row as a line of JSON. */
const BARE: Record<string, readonly string[]> = {
  script: ['origins', 'parties', 'articles', 'incidents', 'ties', 'claim-nodes'],
  cited: ['names', 'origins', 'parties', 'articles', 'incidents', 'claims-by-tie'],
  placed: ['names', 'parties', 'claims-by-place', 'claims-by-object-place', 'incidents', 'claims-by-incident'],
  articles: ['articles'],
};
/** Which of them a format is set beside; `cited` where nothing else is said. */
const BESIDE: Record<string, string> = { cypher: 'script', 'neo4j-admin': 'script', geojson: 'placed', bibtex: 'articles', csl: 'articles' };
/** The loop that anybody would write: all properties of all nodes and relationships. */
const PROPERTIES = 'bare script';
const besideOf = (format: string): string => `bare ${BESIDE[format] ?? 'cited'}`;

interface Measured {
  milliseconds: number;
  /** The most that the process held. */
  megabytes: number;
}

/** Runs in a process of its own: `bare …`, or a format. */
async function child(what: string, out: string, connection: string): Promise<void> {
  // As the command does; the bare loop too, for a fair comparison.
  keepHeapLean();
  const at = JSON.parse(connection) as Connection;
  const begun = performance.now();
  const statements = BARE[what.replace(/^bare /, '')];
  if (statements !== undefined) {
    await bare(at, out, statements);
  } else {
    const store = new Neo4jStore(at);
    const format = EXPORT_FORMATS.get(what);
    if (format === undefined) throw new Error(`no format ${what}`);
    await exportGraph(store, { format, out });
    await store.close();
  }
  process.send?.(performance.now() - begun);
  process.disconnect?.();
}

async function bare(at: Connection, out: string, statements: readonly string[]): Promise<void> {
  const store = new Neo4jStore(at);
  const { filter } = await readSelection(store.reader(Date.now() + 10_000), {}, true);
  await store.close();
  const driver = neo4j.driver(at.uri, neo4j.auth.basic(at.user, at.password), { disableLosslessIntegers: true });
  const file = createWriteStream(out);
  for (const name of statements) {
    const session = driver.session();
    for await (const record of session.run(statementText(`exports/${name}`), { given: { f: filter } })) if (!file.write(`${JSON.stringify(record.toObject())}\n`)) await once(file, 'drain');
    await session.close();
  }
  file.end();
  await once(file, 'close');
  await driver.close();
}

async function measured(what: string, out: string, server: Connection): Promise<Measured> {
  const { uri, user, password } = server;
  const running = fork(__filename, ['child', what, out, JSON.stringify({ uri, user, password })], { execArgv: ['--import', 'tsx'] });
  let megabytes = 0;
  const watch = setInterval(() => {
    try {
      megabytes = Math.max(megabytes, residentMegabytes(running.pid as number));
    } catch {
      // It has just ended.
    }
  }, 100);
  const ended = once(running, 'exit') as Promise<[number | null]>;
  const [milliseconds] = (await Promise.race([once(running, 'message'), ended.then(([code]) => { throw new Error(`${what} ended with ${code}`); })])) as [number];
  await ended;
  clearInterval(watch);
  return { milliseconds, megabytes };
}

/** Generated claims whose texts nobody should write; the awkward texts take turns. */
function awkward(generated: Generated): Generated {
  const texts = AWKWARD.map((text) => text.trim()).filter((text) => text !== '');
  let n = 0;
  const changed = ({ articles, ...batch }: Batch): Batch => ({
    ...batch,
    articles: articles.map((article) => ({
      ...article,
      claims: article.claims.map((claim) => {
        const text = `${String(claim.props.summary)} ${texts[n++ % texts.length]}`;
        return { ...claim, props: { ...claim.props, summary: text, caveat: texts[n % texts.length] } };
      }),
    })),
  });
  return { ...generated, batches: function* () { for (const batch of generated.batches()) yield changed(batch); } };
}

/** What a generated graph lacks: versions, retractions and rivals, in an article of their own. */
async function addHistory(ledger: Ledger): Promise<void> {
  const record = (summaries: string[]): CitedArticle => ({
    id: 'history', title: 'What changed', publisher: 'outlet-0', published: '2018-01-01', language: 'en', paragraphs: [{ n: 1, gist: 'all of it' }],
    claims: summaries.map((summary, i) => ({ key: `h${i}`, paragraph: 1, type: 'COMPETES_WITH', subject: `group-${i}`, object: `group-${i + 1}`, summary, headline: false, stance: 'stated', former: false, attribution: [], casualties: [], rivals: i === 0 ? [{ claim: 'h1', reason: AWKWARD.join(' ') }] : [] })),
  });
  for (const summaries of [['first', 'first', 'first'], ['second', 'first']]) {
    const row = articleRow(record(summaries));
    await ledger.writeArticle(row, row.rivals);
  }
}

async function main({ scale, rounds, formats, roundTrip, at }: { scale: string; rounds: string; formats: string; roundTrip: boolean; at?: string }): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'fealty-bench-'));
  const start = (name: string): Promise<EmbeddedServer> => startEmbedded({ home: join(work, name), port: 0, heap: '1g', cache: join(packageRoot(), '.fealty', 'cache'), log: () => undefined });
  const servers: EmbeddedServer[] = [];
  try {
    const source = at === undefined ? await start('source') : given(at);
    if (at === undefined) {
      servers.push(source as EmbeddedServer);
      await fill(source, Number(scale));
    }
    const claims = await claimsIn(source);
    say(`${claims} claims`);
    const names = formats === 'all' ? [...EXPORT_FORMATS.keys()] : formats.split(',');
    const took = new Map([...new Set([PROPERTIES, ...names.map(besideOf), ...names])].map((name): [string, Measured[]] => [name, []]));
    for (let round = 0; round < Number(rounds); round++) {
      for (const [name, of] of took) {
        const out = join(work, `round-${round}-${name.replace(' ', '-')}${name === 'neo4j-admin' || name === 'csv' ? '' : '.out'}`);
        const one = await measured(name, out, source);
        of.push(one);
        say(`round ${round + 1}: ${name} ${(one.milliseconds / 1000).toFixed(1)} s, ${one.megabytes} MB`);
        if (name !== 'cypher') rmSync(out, { recursive: true, force: true });
      }
    }
    const middleOf = (name: string): number => median((took.get(name) as Measured[]).map(({ milliseconds }) => milliseconds));
    console.log('| format | claims/s | of a bare loop over all properties | of a bare loop over its own statements | most memory, MB |\n|---|---|---|---|---|');
    for (const [name, of] of took) {
      const middle = middleOf(name);
      const beside = name.startsWith('bare ') ? name : besideOf(name);
      console.log(`| ${name} | ${Math.round(claims / (middle / 1000))} | ${(middleOf(PROPERTIES) / middle).toFixed(2)} | ${(middleOf(beside) / middle).toFixed(2)} | ${Math.max(...of.map(({ megabytes }) => megabytes))} |`);
    }
    if (roundTrip) await measureRoundTrip(source, work, start, servers);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(work, { recursive: true, force: true });
  }
}

async function fill(source: Connection, scale: number): Promise<void> {
  const store = new Neo4jStore(source);
  await migrate(store);
  const rate = await load(awkward(generate(scale)), new Ledger(store), say);
  await addHistory(new Ledger(store));
  await store.close();
  say(`loaded at ${Math.round(rate)} claims/s`);
}

/** A server that holds the graph already: `bolt://user:password@host:port`. */
function given(at: string): Connection {
  const url = new URL(at);
  return { uri: `${url.protocol}//${url.host}`, user: url.username, password: decodeURIComponent(url.password) };
}

async function claimsIn(source: Connection): Promise<number> {
  const store = new Neo4jStore(source);
  const { records } = await store.runAlone('MATCH (c:Claim) RETURN count(c) AS claims');
  await store.close();
  return records[0]?.get('claims') as number;
}

/** The script into an empty Neo4j and out of it again. */
async function measureRoundTrip(source: Connection, work: string, start: (name: string) => Promise<EmbeddedServer>, servers: EmbeddedServer[]): Promise<void> {
  const format = EXPORT_FORMATS.get('cypher');
  if (format === undefined) throw new Error('no format cypher');
  const exported = async (server: Connection, name: string): Promise<string> => {
    const store = new Neo4jStore(server);
    await exportGraph(store, { format, out: join(work, name) });
    await store.close();
    return join(work, name);
  };
  const first = await exported(source, 'first.cypher');
  const copy = await start('copy');
  servers.push(copy);
  const begun = Date.now();
  const statements = await runScript(first, copy);
  say(`${statements} statements loaded in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  const { total, held, examples } = await difference(source, copy);
  const second = await exported(copy, 'second.cypher');
  const same = readFileSync(first).equals(readFileSync(second));
  console.log(`round trip: ${total} differences in ${held.nodes} nodes, ${held.claims} claims, ${held.relationships} relationships and their properties; the copy's export is ${same ? 'the same bytes' : 'NOT the same bytes'}`);
  for (const example of examples) console.log(`  ${example}`);
  if (total > 0 || !same) process.exitCode = 1;
}

const program = new Command('bench:export').description('Measures exports of a generated graph with awkward texts beside bare driver loops that run the same statements and write JSON lines, their memory, and the round trip of the script.');
program.option('--scale <n>', 'times 10,000 claims', '10').option('--rounds <n>', 'rounds, interleaved', '3').option('--formats <names>', 'with commas between, or all', 'all').option('--at <address>', 'a server that holds the graph already: bolt://user:password@host:port').option('--no-round-trip', 'leave the round trip out').action(main);
program.command('child <what> <out> <connection>', { hidden: true }).action(child);
program.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

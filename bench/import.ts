import { fork } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import neo4j from 'neo4j-driver';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify';
import { Command } from 'commander';
import { ingest } from '../src/intake/ingest';
import { BATCH_SIZE, importEvents, type ImportReport } from '../src/intake/events/import-events';
import { eventRows } from '../src/intake/events/event-rows';
import { openCsv } from '../src/intake/events/csv-rows';
import type { EventRecord } from '../src/intake/events/event';
import { readMapping } from '../src/intake/events/mapping';
import { ucdpGed } from '../src/intake/events/ucdp-ged';
import { Ledger } from '../src/store/ledger';
import type { Batch } from '../src/store/batch-change';
import { REGISTRY_ORDER } from '../src/store/ledger-rows';
import { migrate } from '../src/store/migrations';
import { Neo4jStore } from '../src/store/neo4j-store';
import { packageRoot } from '../src/store/package-root';
import { startEmbedded } from '../src/store/embedded/start-embedded';
import { median } from './measure';

const data = join(packageRoot(), 'data');
const mappingFile = join(data, 'mappings', 'ucdp-ged.yaml');
const say = (line: string): void => console.error(line);

/** What a bare loop would send: each finished row once, in batches of the same size, no check of what is there, no counting of ties, no ledger. */
const BARE = {
  registries: `UNWIND $rows AS row CALL (row) {
      WITH row WHERE row.label = 'Origin' MERGE (n:Origin {id: row.id}) SET n += row.props
    } CALL (row) {
      WITH row WHERE row.label = 'Incident' MERGE (n:Incident {id: row.id}) SET n += row.props WITH n, row MATCH (p:Party {id: row.place}) CREATE (n)-[:AT]->(p)
    } CALL (row) {
      WITH row WHERE row.label IN ['Actor', 'Location'] MERGE (n:Party {id: row.id}) SET n:$(row.label), n += row.props
      SET n.point = CASE WHEN row.point IS NULL THEN null ELSE point({latitude: row.point.lat, longitude: row.point.lon}) END
      WITH n, row UNWIND row.names AS name MERGE (m:Name {key: name.key}) SET m += name MERGE (m)-[:NAMES]->(n)
    }`,
  articles: 'UNWIND $rows AS row MERGE (a:Article {id: row.id}) SET a += row.props WITH a, row MATCH (o:Origin {id: row.publisher}) MERGE (a)-[:PUBLISHED_BY]->(o)',
  claims: `UNWIND $rows AS row MATCH (s:Party {id: row.props.subjectId}) MATCH (o:Party {id: row.props.objectId}) MATCH (a:Article {id: row.props.articleId}) MATCH (i:Incident {id: row.props.incidentId})
    MATCH (last:Origin {id: row.lastOrigin}) MATCH (p:Party {id: row.props.placeId})
    CREATE (c:Claim {id: row.id}) SET c += row.props, c.rootOrigin = last.root
    CREATE (c)-[:SUBJECT]->(s), (c)-[:OBJECT]->(o), (c)-[:STATED_IN]->(a), (c)-[:TELLS_OF]->(i), (c)-[:ENDS_AT]->(last), (c)-[:AT]->(p)
    WITH c, row UNWIND row.attribution AS id MATCH (x:Origin {id: id}) CREATE (c)-[:ATTRIBUTED_TO]->(x)`,
  ties: 'UNWIND $rows AS row MATCH (s:Party {id: row.from}) MATCH (o:Party {id: row.to}) MERGE (s)-[r:$(row.type) {id: row.id}]->(o) SET r.claims = coalesce(r.claims, 0) + 1',
};

async function bare(batches: Batch[], { uri, password }: { uri: string; password: string }): Promise<number> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password));
  const begun = Date.now();
  const known = new Set<string>();
  for (const { registries, articles } of batches) {
    const session = driver.session();
    const fresh = REGISTRY_ORDER.flatMap((label) => registries[label].filter(({ id }) => !known.has(id) && known.add(id)).map((row) => ({ ...row, label })));
    await session.executeWrite(async (tx) => {
      await tx.run(BARE.registries, { rows: fresh });
      await tx.run(BARE.articles, { rows: articles.map(({ id, props, publisher }) => ({ id, props, publisher })) });
      const claims = articles.flatMap((article) => article.claims.map((claim) => ({ id: `${article.id}/${claim.key}`, props: claim.props, lastOrigin: claim.lastOrigin, attribution: claim.attribution, tie: claim.tie })));
      await tx.run(BARE.claims, { rows: claims });
      await tx.run(BARE.ties, { rows: claims.map(({ tie }) => tie) });
    });
    await session.close();
  }
  await driver.close();
  return Date.now() - begun;
}

async function finishedRows(file: string): Promise<Batch[]> {
  const collection = { format: 'ucdp-ged' as const, title: 'UCDP GED', mapping: readMapping(mappingFile) };
  const batches: Batch[] = [];
  const events: EventRecord[] = [];
  for await (const { row } of (await openCsv(file, ucdpGed)).rows()) {
    const read = row && ucdpGed.read(row);
    if (read && !Array.isArray(read)) events.push(read);
    if (events.length === BATCH_SIZE) batches.push(eventRows(events.splice(0), collection));
  }
  return events.length > 0 ? [...batches, eventRows(events, collection)] : batches;
}

/** A file of `times` as many events: each copy with ids and headlines of its own, a year apart. */
async function multiplied(file: string, times: number, folder: string): Promise<string> {
  const path = join(folder, `events-${times}.csv`);
  const out = stringify();
  const written = createWriteStream(path);
  out.pipe(written);
  let header: string[] | undefined;
  for (let copy = 0; copy < times; copy++) {
    let line = 0;
    for await (const row of createReadStream(file).pipe(parse({ bom: true })) as AsyncIterable<string[]>) {
      if (line++ === 0) {
        if (header === undefined) out.write((header = row));
        continue;
      }
      const cells = [...row];
      const at = (name: string): number => (header as string[]).indexOf(name);
      cells[at('id')] = String(Number(row[at('id')]) + copy * 10_000_000);
      cells[at('source_article')] = (row[at('source_article')] ?? '').replace(/"$/, copy === 0 ? '"' : ` (${copy})"`);
      if (!out.write(cells)) await once(out, 'drain');
    }
  }
  out.end();
  await once(written, 'finish');
  return path;
}

interface Outcome extends ImportReport {
  /** Megabytes of memory, every two seconds. */
  memory: number[];
}

/** Runs one import in a process of its own, and follows its memory. */
function imported(file: string, { uri, password }: { uri: string; password: string }): Promise<Outcome> {
  const child = fork(__filename, ['child', file, uri], { env: { ...process.env, NEO4J_PASSWORD: password }, execArgv: ['--import', 'tsx'] });
  return new Promise((resolve, reject) => {
    child.once('message', (outcome) => resolve(outcome as Outcome));
    child.once('exit', (code) => code !== 0 && reject(new Error(`the import ended with ${code}`)));
  });
}

async function child(file: string, uri: string): Promise<void> {
  const memory: number[] = [];
  const watch = setInterval(() => memory.push(Math.round(process.memoryUsage.rss() / 1_048_576)), 2_000);
  const store = new Neo4jStore({ uri, user: 'neo4j', password: process.env.NEO4J_PASSWORD ?? '' });
  const report = await importEvents({ file, format: ucdpGed, release: 'bench', mappingFile, rejectsFile: join(tmpdir(), `rejects-${process.pid}.csv`), strict: false }, new Ledger(store));
  clearInterval(watch);
  await store.close();
  process.send?.({ ...report, memory });
}

async function main(file: string, options: { rounds: string; times: string }): Promise<void> {
  const batches = await finishedRows(file);
  const rates: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  const fresh = async <T>(work: (server: { uri: string; password: string }) => Promise<T>): Promise<T> => {
    const home = mkdtempSync(join(tmpdir(), 'fealty-bench-'));
    const server = await startEmbedded({ home, port: 0, heap: '1g', cache: join(packageRoot(), '.fealty', 'cache'), log: () => undefined });
    try {
      const store = new Neo4jStore(server);
      await migrate(store);
      await ingest(data, new Ledger(store));
      await store.close();
      return await work(server);
    } finally {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    }
  };
  const events = batches.reduce((sum, { registries }) => sum + registries.Incident.length, 0);
  for (let round = 0; round < Number(options.rounds); round++) {
    const took = await fresh((server) => bare(batches, server));
    rates.bare.push(events / (took / 1000));
    const [first, second] = await fresh(async (server) => [await imported(file, server), await imported(file, server)]);
    rates.ours.push(first.events / (first.milliseconds / 1000));
    say(`round ${round + 1}: bare ${rates.bare.at(-1)?.toFixed(0)} events/s, ours ${rates.ours.at(-1)?.toFixed(0)}; claims ${first.claims.created}; second run ${JSON.stringify(second.claims)} in ${(second.milliseconds / 1000).toFixed(1)} s; memory ${first.memory.join(' ')}`);
  }
  console.log(`ours / bare: ${median(rates.ours.map((rate, i) => rate / (rates.bare[i] ?? NaN))).toFixed(2)}; ours ${median(rates.ours).toFixed(0)} events/s, bare ${median(rates.bare).toFixed(0)}`);
  if (Number(options.times) > 1) {
    const folder = mkdtempSync(join(tmpdir(), 'fealty-bench-'));
    const larger = await multiplied(file, Number(options.times), folder);
    const outcome = await fresh((server) => imported(larger, server));
    console.log(`${options.times}× the file: ${outcome.events} events in ${(outcome.milliseconds / 1000).toFixed(0)} s (${Math.round(outcome.events / (outcome.milliseconds / 1000))}/s); memory, MB: ${outcome.memory.filter((_, i) => i % 10 === 0).join(' ')}`);
    rmSync(folder, { recursive: true, force: true });
  }
}

const program = new Command('bench:import').description("Measures the import of a UCDP GED file beside a bare driver loop that writes the same rows, and its memory on a file several times as long.");
program.argument('<csv>').option('--rounds <n>', 'rounds, interleaved', '2').option('--times <n>', 'how many times as long the larger file is; 1 leaves it out', '10').action(main);
program.command('child <file> <uri>', { hidden: true }).action(child);
program.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

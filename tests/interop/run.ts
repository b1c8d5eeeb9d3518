import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import { exportGraph } from '../../src/exports/export-graph';
import { EXPORT_FORMATS } from '../../src/exports/formats/formats';
import { packageRoot } from '../../src/store/package-root';
import { startEmbedded, type EmbeddedServer } from '../../src/store/embedded/start-embedded';
import { Neo4jStore } from '../../src/store/neo4j-store';
import { migrate } from '../../src/store/migrations';
import { difference } from '../support/difference';
import { fillWithEverything } from '../support/full-graph';
import { cypher } from '../support/graph';
import { runScript } from '../support/script';
import { cypherShell, importByNeo4jAdmin } from './neo4j-tools';
import { amiss, passagesOf, type CitedPassage, type Passage } from './passages';
import { findPython, interopPython } from './python';

/** What a reader found in an export, and what is wrong beside the counts and passages. */
interface Found {
  format: string;
  parser: string;
  nodes?: number | null;
  ties?: number | null;
  citations?: number | null;
  passages?: Passage[];
  fault?: string;
}

type Counts = [nodes: number | null, ties: number | null, citations: number | null];

const say = (line: string): void => console.error(line);

async function main(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'fealty-interop-'));
  const start = (name: string): Promise<EmbeddedServer> => startEmbedded({ home: join(work, name), port: 0, fast: true, heap: '512m', cache: join(packageRoot(), '.fealty', 'cache'), log: say });
  const servers: EmbeddedServer[] = [];
  try {
    const server = await start('source');
    servers.push(server);
    const store = new Neo4jStore(server);
    await migrate(store);
    await fillWithEverything(store, work);
    const folder = join(work, 'exports');
    for (const format of EXPORT_FORMATS.values()) {
      const { bytes, milliseconds } = await exportGraph(store, { format, out: join(folder, format.kind === 'files' && !format.archiveOnly ? format.name : `fealty.${format.extension}`) });
      say(`exported ${format.name}: ${bytes} bytes, ${milliseconds} ms`);
    }
    const ours = await expected(store);
    const found = [...(await inNeo4j(folder, work, server, start, servers)), graphologyGexf(folder), ...(await inPython(folder))];
    const cited = await passagesOf(store);
    await store.close();
    report(ours, cited, found);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(work, { recursive: true, force: true });
  }
}

/** What the graph holds, counted by Cypher of the test's own. */
async function expected(store: Neo4jStore): Promise<Map<string, Counts>> {
  const [counted] = await cypher(store, `RETURN COUNT { (:Party) } AS parties, COUNT { (:Party)-[r]->(:Party) WHERE r.claims > 0 } AS live, COUNT { (:Party)-[r]->(:Party) WHERE r.claims IS NOT NULL } AS ties,
    COUNT { (:Claim)-[:STATED_IN]->(:Article) } AS claims, COUNT { (c:Claim)-[:STATED_IN]->(:Article) WHERE c.endedAt IS NULL } AS liveClaims, COUNT { (:Article) } AS articles,
    COUNT { (:Location) } + COUNT { (:Incident) } AS features, COUNT { (c:Claim)-[:AT|OBJECT]->(:Location) WHERE c.endedAt IS NULL } + COUNT { (c:Claim)-[:TELLS_OF]->() WHERE c.endedAt IS NULL } AS featureCitations`);
  const { parties, live, ties, claims, liveClaims, articles, features, featureCitations } = counted as Record<string, number>;
  const whole = [parties, ties, claims] as Counts;
  const picture = [parties, live, liveClaims] as Counts;
  return new Map<string, Counts>([
    ...['cypher', 'neo4j-admin', 'csv', 'xlsx', 'jsonld'].map((name): [string, Counts] => [name, whole]), ...['graphml', 'gexf', 'stix', 'ftm'].map((name): [string, Counts] => [name, picture]),
    ['geojson', [features ?? null, null, featureCitations ?? null]], ...['bibtex', 'csl'].map((name): [string, Counts] => [name, [null, null, articles ?? null]]),
  ]);
}

/** The script run by Neo4j's own shell in an empty Neo4j, and the import by Neo4j's own tool: both must come out the same as what was exported. */
async function inNeo4j(folder: string, work: string, source: EmbeddedServer, start: (name: string) => Promise<EmbeddedServer>, servers: EmbeddedServer[]): Promise<Found[]> {
  const attempt = async (format: string, parser: string, load: () => Promise<EmbeddedServer>): Promise<Found> => {
    try {
      const server = await load();
      servers.push(server);
      if (format === 'neo4j-admin') await runScript(join(folder, 'neo4j-admin', 'after-import.cypher'), server);
      const { total, examples } = await difference(source, server);
      const copy = new Neo4jStore(server);
      const [nodes, ties, citations] = (await expected(copy)).get(format) as Counts;
      await copy.close();
      await server.stop();
      return { format, parser: `${parser}, ${total} differences`, nodes, ties, citations, ...(total > 0 ? { fault: examples.join('; ') } : {}) };
    } catch (error) {
      // A program's own last words; its command line alone would fill the page.
      const { message, stderr } = error as Error & { stderr?: string };
      return { format, parser, fault: stderr ? stderr.trim().slice(-2_000) : message.slice(0, 2_000) };
    }
  };
  const shell = await cypherShell(work, say);
  return [
    await attempt('cypher', `${shell === null ? 'an empty Neo4j' : 'cypher-shell'}, twice`, async () => {
      const server = await start('script');
      // The second time changes nothing.
      for (let time = 1; time <= 2; time++) await (shell ?? runScript)(join(folder, 'fealty.cypher'), server);
      return server;
    }),
    await attempt('neo4j-admin', 'neo4j-admin import', async () => {
      await importByNeo4jAdmin(join(folder, 'neo4j-admin'), join(work, 'imported'), say);
      return start('imported');
    }),
  ];
}

function graphologyGexf(folder: string): Found {
  const base = { format: 'gexf', parser: 'graphology-gexf' };
  try {
    const graph = gexf.parse(MultiDirectedGraph, readFileSync(join(folder, 'fealty.gexf'), 'utf8'));
    const passages = graph.reduceEdges<Passage[]>((all, _edge, { citations: text }) => [...all, ...(JSON.parse(text as string) as Passage[]).map(({ claim, article, paragraph, headline = false, former = false, attribution, summary }) => ({ claim, article, paragraph, headline, former, attribution, summary }))], []);
    return { ...base, nodes: graph.order, ties: graph.size, citations: passages.length, passages };
  } catch (error) {
    return { ...base, fault: (error as Error).message };
  }
}

async function inPython(folder: string): Promise<Found[]> {
  const python = findPython();
  if (python === null) {
    say('No Python 3.11 or newer here. Left out: pandas, openpyxl, networkx, igraph, stix2, stix2-validator, followthemoney, rdflib, pyshacl, geopandas, shapely, pybtex, citeproc-py.');
    return [];
  }
  const own = await interopPython(python, say);
  const child = spawn(own, ['-W', 'ignore', join(__dirname, 'check.py'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const found: Found[] = [];
  for await (const line of createInterface({ input: child.stdout })) found.push(JSON.parse(line) as Found);
  const code = await ended;
  if (code !== 0) found.push({ format: 'all', parser: 'check.py', fault: `it ended with ${code}` });
  return found;
}

function report(ours: Map<string, Counts>, cited: CitedPassage[], found: Found[]): void {
  const cell = (value: number | null | undefined): string => (value == null ? '–' : String(value));
  const rows = found.map(({ format, parser, nodes, ties, citations, passages, fault: told }) => {
    const fault = told ?? (passages === undefined ? undefined : amiss(format, passages, cited));
    const theirs: Counts = [nodes ?? null, ties ?? null, citations ?? null];
    const wanted = ours.get(format) ?? [null, null, null];
    const passed = fault === undefined && theirs.every((count, i) => count === wanted[i]);
    return { passed, fault, cells: [format, parser, ...theirs.map((count, i) => `${cell(count)} of ${cell(wanted[i])}`), passed ? 'passed' : 'FAILED'] };
  });
  const table = [['format', 'read by', 'nodes', 'ties', 'citations', ''], ...rows.map(({ cells }) => cells)];
  const widths = table[0]?.map((_cell, i) => Math.max(...table.map((cells) => cells[i]?.length ?? 0))) ?? [];
  for (const cells of table) console.log(cells.map((text, i) => text.padEnd(widths[i] ?? 0)).join('  ').trimEnd());
  for (const { cells, fault } of rows) if (fault !== undefined) console.log(`${cells[0]} (${cells[1]}): ${fault}`);
  const passed = rows.filter((row) => row.passed).length;
  console.log(`${passed} passed, ${rows.length - passed} failed`);
  if (passed < rows.length) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportGraph } from '../../src/exports/export-graph';
import { cypher as script } from '../../src/exports/formats/cypher';
import { cypherLiteral } from '../../src/exports/formats/cypher-literal';
import { importEvents } from '../../src/intake/events/import-events';
import { ucdpGed } from '../../src/intake/events/ucdp-ged';
import { ingest } from '../../src/intake/ingest';
import type { EmbeddedServer } from '../../src/store/embedded/start-embedded';
import { Ledger } from '../../src/store/ledger';
import { migrate } from '../../src/store/migrations';
import { Neo4jStore } from '../../src/store/neo4j-store';
import { AWKWARD } from '../support/awkward';
import { difference } from '../support/difference';
import { gedCsv } from '../support/ged';
import { cypher, DATA, openTestStore, seeded, testConnection } from '../support/graph';
import { runScript } from '../support/script';
import { startSecondDatabase } from '../support/second-database';
import { actor, article, claim, dataFolder, origin } from '../support/yaml';

const store = openTestStore();
const folder = mkdtempSync(join(process.env.TEST_NEO4J_HOME as string, 'round-trip-'));
let second: EmbeddedServer;
let copy: Neo4jStore;

beforeAll(async () => {
  const started = startSecondDatabase();
  await seeded(store);
  const ledger = new Ledger(store);
  // A claim that is superseded, one that is retracted, rivals that a curator marked, and texts that nobody should write.
  const awkward = AWKWARD.map((text) => text.trim()).filter((text) => text !== '').map((text, i) => claim(`awkward-${i}`, 'CLASHED_WITH', 'a', 'b', { summary: text, caveat: `caveat ${text}` }));
  const [changes, goes] = [claim('changes', 'ALLIED_WITH', 'b', 'a'), claim('goes', 'ATTACKED', 'a', 'b')];
  const rival = claim('rival', 'ALLIED_WITH', 'a', 'b', { rivals: [{ claim: 'changes', reason: AWKWARD.join(' ') }] });
  const data = { actors: [actor('a', { aliases: AWKWARD.map((text) => text.trim()).filter((text) => text !== '') }), actor('b')], origins: [origin('outlet')] };
  await ingest(dataFolder({ ...data, articles: [article('awkward', [...awkward, changes, goes, rival])] }), ledger);
  await ingest(dataFolder({ ...data, articles: [article('awkward', [...awkward, { ...changes, summary: 'changed' }, rival])] }), ledger);
  const file = join(folder, 'events.csv');
  writeFileSync(file, gedCsv([{ id: 1, side_a: 'IS', side_b: 'SDF', source_article: '"SOHR,2018-11-24,A report"', where_coordinates: 'Hajin town', date_start: '2018-11-21', date_end: '2018-11-21', low: 1, best: 1, high: 1 }]));
  await importEvents({ file, format: ucdpGed, release: null, mappingFile: join(DATA, 'mappings', 'ucdp-ged.yaml'), rejectsFile: `${file}.rejects`, strict: false }, ledger);
  second = await started;
  copy = new Neo4jStore(second);
}, 120_000);
afterAll(async () => {
  await store.close();
  await copy.close();
  await second.stop();
});

const exported = async (from: Neo4jStore, name: string): Promise<string> => {
  await exportGraph(from, { format: script, out: join(folder, name) });
  return readFileSync(join(folder, name), 'utf8');
};

/** The first lines that are not the same; a whole script would drown the report. */
function changedLines(one: string, other: string): string[] {
  const [lines, others] = [one.split('\n'), other.split('\n')];
  return Array.from({ length: Math.max(lines.length, others.length) }, (_, i) => (lines[i] === others[i] ? [] : [`${i + 1}: ${lines[i]?.slice(0, 300)} | ${others[i]?.slice(0, 300)}`])).flat().slice(0, 3);
}

it('holds what a graph can hold', async () => {
  const [row] = await cypher(store, `RETURN COUNT { (:Claim {status: 'superseded'}) } AS superseded, COUNT { (:Claim {status: 'retracted'}) } AS retracted, COUNT { ()-[:SUPERSEDES]->() } AS supersedes, COUNT { ()-[:RIVALS]->() } AS rivals,
    COUNT { ()-[:WAS_TIED]->() } AS was, COUNT { ()-[:POSSIBLY_SAME]->() } AS matches, COUNT { (:Claim) WHERE true } AS claims`);
  for (const [name, count] of Object.entries(row as Record<string, number>)) expect({ name, some: count > 0 }).toEqual({ name, some: true });
});

it('a script makes the same graph in an empty Neo4j; its export is the same script; running it again changes nothing', async () => {
  const first = await exported(store, 'first.cypher');
  await runScript(join(folder, 'first.cypher'), second);
  const there = await difference(testConnection(), second);
  expect(there).toMatchObject({ total: 0, examples: [] });
  const [counted] = await cypher(store, 'RETURN COUNT { (:Claim) } AS claims, COUNT { (:Party)-[]->(:Party) } AS ties');
  expect(there.held.claims).toBe(counted?.claims);
  console.log(`round trip of the seed: ${there.total} differences in ${there.held.nodes} nodes, ${there.held.claims} claims, ${there.held.relationships} relationships and their properties`);
  // As Fealty would, opening it.
  await migrate(copy);
  expect(changedLines(first, await exported(copy, 'second.cypher'))).toEqual([]);
  await runScript(join(folder, 'first.cypher'), second);
  expect(await difference(testConnection(), second)).toMatchObject({ total: 0, examples: [] });
  expect(changedLines(first, await exported(copy, 'third.cypher'))).toEqual([]);
}, 120_000);

it('the comparison sees what differs', async () => {
  await cypher(copy, "MATCH (c:Claim {id: 'awkward/awkward-1'}) SET c.paragraph = 1.0 WITH c MATCH (c)-[r:STATED_IN]->() DELETE r CREATE (:Claim {id: 'more'})");
  expect(await difference(testConnection(), second)).toMatchObject({ nodes: 0, claims: 1, relationships: 1, properties: 1, total: 3 });
});

it('no text leaves its quotation marks, nor its line', async () => {
  for (const text of AWKWARD) {
    expect(cypherLiteral(text)).not.toMatch(/[\n\r\u2028\u2029\u0085]/);
    expect(await cypher(store, `RETURN ${cypherLiteral(text)} AS text`)).toEqual([{ text }]);
  }
});

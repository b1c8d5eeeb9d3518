import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportGraph } from '../../src/exports/export-graph';
import { cypher as script } from '../../src/exports/formats/cypher';
import { cypherLiteral } from '../../src/exports/formats/cypher-literal';
import type { EmbeddedServer } from '../../src/store/embedded/start-embedded';
import { migrate } from '../../src/store/migrations';
import { Neo4jStore } from '../../src/store/neo4j-store';
import { AWKWARD } from '../support/awkward';
import { difference } from '../support/difference';
import { fillWithEverything } from '../support/full-graph';
import { cypher, emptied, openTestStore, testConnection } from '../support/graph';
import { runScript } from '../support/script';
import { startSecondDatabase } from '../support/second-database';

const store = openTestStore();
const folder = mkdtempSync(join(process.env.TEST_NEO4J_HOME as string, 'round-trip-'));
let second: EmbeddedServer;
let copy: Neo4jStore;

beforeAll(async () => {
  const started = startSecondDatabase();
  await emptied(store);
  await fillWithEverything(store, folder);
  second = await started;
  copy = new Neo4jStore(second);
}, 240_000);
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
}, 240_000);

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

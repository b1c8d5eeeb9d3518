import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { importEvents } from '../../src/intake/events/import-events';
import { ucdpGed } from '../../src/intake/events/ucdp-ged';
import { Ledger } from '../../src/store/ledger';
import type { Neo4jStore } from '../../src/store/neo4j-store';
import { statementNames, statementText } from '../../src/store/statement-files';
import { gedCsv } from '../support/ged';
import { DATA, openTestStore, seeded, testConnection } from '../support/graph';

let store: Neo4jStore;
beforeAll(async () => {
  // Neo4j warns of labels and properties that no node has, so the graph must hold one of each: the articles, an event that may be an incident of theirs, a claim that was superseded, one that was retracted.
  store = await seeded(openTestStore());
  const file = join(process.env.TEST_NEO4J_HOME as string, 'one-event.csv');
  writeFileSync(file, gedCsv([{ id: 1, side_a: 'IS', side_b: 'SDF', source_article: '"SOHR,2018-11-24,A report"', where_coordinates: 'Hajin town', date_start: '2018-11-21', date_end: '2018-11-21', low: 1, best: 1, high: 1 }]));
  await importEvents({ file, format: ucdpGed, release: null, mappingFile: join(DATA, 'mappings', 'ucdp-ged.yaml'), rejectsFile: `${file}.rejects`, strict: false }, new Ledger(store));
  await store.runAlone("MATCH (c:Claim), (a:Article) WITH c, a LIMIT 1 SET c.endedAt = 'x', a.url = 'x'");
  await store.runAlone("MATCH (c:Claim), (d:Claim) WITH c, d LIMIT 1 CREATE (c)-[:SUPERSEDES]->(d), (c)-[:RIVALS {rule: 'curated', reason: 'r', recordedAt: 'x'}]->(d)");
  await store.runAlone("CREATE (:ReportRun {id: 'x', report: 'x', series: 'x', status: 'done', trigger: 'command', due: 1, startedAt: 'x', endedAt: 'x', parameters: 'x', revision: 1, rows: 1, folder: 'x', files: 'x', changes: 'x', error: 'x', removedAt: 'x', order: 'x'}), (:ReportLease {report: 'x', holder: 'x', until: 1, doneDue: 1, askedAt: 1})");
  await store.runAlone("MATCH (a:Actor), (b:Actor) WHERE a <> b WITH a, b LIMIT 1 CREATE (a)-[:WAS_TIED {id: 'x', type: 'x', claims: 0, origins: 0, articles: 0}]->(b)");
});
afterAll(() => store.close());

const filter = { none: false, asKnownOn: null, publishedBy: null, statuses: ['live'], from: null, to: null, certain: false, types: null, stances: null, articles: null, place: null, patron: null, minOrigins: neo4j.int(1) };

/** A value of the right kind for each parameter name that the text uses. */
function paramsFor(text: string): Record<string, unknown> {
  const lists = new Set(['names', 'ids', 'ties', 'rows', 'claims', 'ended', 'rivals', 'groups', 'places', 'parties', 'origins', 'incidents', 'otherSources', 'types', 'undirected', 'kinds', 'labels', 'reports', 'runs', 'folders']);
  const numbers = new Set(['limit', 'kilometres', 'skip', 'maxDepth', 'depth', 'maxLength', 'version', 'now', 'expired', 'due', 'doneDue', 'length', 'minClaims']);
  const flags = new Set(['count', 'includePatron', 'commonAlly', 'patronsOnly', 'whole']);
  const used = [...new Set([...text.matchAll(/\$given\.([a-zA-Z]+)\b/g)].map((match) => match[1] as string))];
  return Object.fromEntries(
    used.map((name) => [name, name === 'f' || name === 'b' ? filter : lists.has(name) ? [] : numbers.has(name) ? neo4j.int(1) : flags.has(name) ? true : name === 'props' ? {} : 'x']),
  );
}

describe('every statement in cypher/', () => {
  const names = statementNames();

  it('is there', () => expect(names.length).toBeGreaterThan(40));

  it.each(names)('%s is understood by Neo4j, without any notification, in every form', async (name) => {
    const driver = neo4j.driver(testConnection().uri, neo4j.auth.basic('neo4j', testConnection().password));
    const session = driver.session();
    try {
      const forms = [false, true].flatMap((plain) => [false, true].map((backward) => statementText(name, { plain, backward })));
      for (const text of new Set(forms)) {
        const { summary } = await session.run(`EXPLAIN ${text}`, { given: paramsFor(text) });
        const notes = summary.gqlStatusObjects.filter(({ gqlStatus }) => !/^0(0|2)/.test(gqlStatus)).map(({ gqlStatus, statusDescription }) => `${gqlStatus} ${statusDescription}`);
        expect(notes).toEqual([]);
      }
    } finally {
      await session.close();
      await driver.close();
    }
  });

  it.each(names)('%s takes its values as parameters only', (name) => {
    const code = statementText(name).replace(/\/\/.*$/gm, '');
    // Strings in the text are the vocabulary of the model, never data.
    const strings = [...code.matchAll(/'([^']*)'/g)].map((match) => match[1] as string);
    for (const text of strings) expect(text).toMatch(/^([sifbp]?| |_|#|9999|part of |backed by |ledger|live|superseded|retracted|head|alleged|running|interrupted|BOTH|OUT|IN|DIRECT|COMMON_ALLY|two_heads|two_holders|curated|names_text|passages_text|Actor|Commander|Location|Origin|Incident|Article|Claim|[A-Z]+_[A-Z]+|ATTACKED|PRESSED|CONTROLS)$/);
    expect(code).not.toMatch(/LOAD CSV|apoc\./i);
  });
});

import neo4j, { type Driver } from 'neo4j-driver';
import { checkReports } from '../../src/store/reports/check-reports';
import { reportDefinitions } from '../../src/store/reports/report-files';
import { openReport } from '../../src/store/reports/read-rows';
import { refusedPlan, refusedText, type PlanNode } from '../../src/store/reports/read-only';
import { cypher, openTestStore, seeded, testConnection } from '../support/graph';
import { ownReport, rowsStatement } from '../support/reports';

const store = openTestStore();
let driver: Driver;
beforeAll(async () => {
  await seeded(store);
  driver = neo4j.driver(testConnection().uri, neo4j.auth.basic('neo4j', testConnection().password));
}, 180_000);
afterAll(async () => {
  await driver.close();
  await store.close();
});

/** What a report may not do, plainly and in hiding; and what the refusal says. */
const REFUSED: [string, string, RegExp][] = [
  ['a node', 'CREATE (n:X) RETURN n', /write \(CREATE\)/],
  ['in small letters', 'create (n:X) return n', /write/],
  ['a merge', 'MERGE (n:X) RETURN n', /write/],
  ['a property', 'MATCH (n:Claim) SET n.x = 1 RETURN n', /write/],
  ['a deletion', 'MATCH (n) DETACH DELETE n RETURN 1 AS x', /write/],
  ['a label taken away', 'MATCH (n:Actor) REMOVE n:Actor RETURN n', /write/],
  ['a loop', 'FOREACH (i IN [1] | CREATE (:X)) RETURN 1 AS x', /write/],
  ['in a subquery', 'CALL { CREATE (n:X) RETURN n } RETURN n', /write/],
  ['in a scoped subquery', 'MATCH (a:Actor) CALL (a) { SET a.x = 1 RETURN 1 AS y } RETURN y', /write/],
  ['an insertion as in GQL', 'INSERT (n:X) RETURN n', /write/],
  ['a constraint', 'DROP CONSTRAINT claim_id', /write/],
  ['a file', "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", /load files/],
  ['an address', "LOAD CSV WITH HEADERS FROM 'http://127.0.0.1/x' AS row RETURN row", /load files/],
  ['a file over two lines', "LOAD\n\n\tCSV FROM 'file:///x' AS row RETURN row", /load files/],
  ['a file around a comment', "LOAD/* nothing */CSV FROM 'file:///x' AS row RETURN row", /load files/],
  ['a file around a line comment', "LOAD // nothing\nCSV FROM 'file:///x' AS row RETURN row", /load files/],
  ['a file after odd spaces', "LOAD\u00a0\u2003CSV FROM 'file:///x' AS row RETURN row", /load files/],
  ['a file behind a carriage return', "RETURN 1 AS x // \r UNION LOAD CSV FROM 'file:///x' AS row RETURN row AS x", /load files/],
  ['a file in mixed letters', "lOaD cSv FROM 'file:///x' AS row RETURN row", /load files/],
  ['a file in Unicode escapes', "\\u004c\\u004f\\u0041\\u0044 CSV FROM 'file:///x' AS row RETURN row", /Unicode escape/],
  ['a write behind an escaped quote', "RETURN '\\u0027 AS x UNION MATCH (n) SET n.x = 1 RETURN 1 AS x //'", /Unicode escape/],
  ['a write between strings that look like comments', "WITH '/*' AS a CREATE (n:X) WITH '*/' AS b RETURN b", /write/],
  ['a write after a string that looks like a line comment', "WITH 'http://x' AS a CREATE (n:X) RETURN a", /write/],
  ['a write after a string with an escaped quote', "WITH 'it\\'s // ' AS a CREATE (n:X) RETURN a", /write/],
  ['a write after a string with the other quote', 'WITH "\'" AS a CREATE (n:X) WITH "\'" AS b RETURN b', /write/],
  ['a write after a name with a quote in it', "WITH 1 AS `'` CREATE (n:X) WITH 1 AS `'` RETURN 1 AS x", /write/],
  ['a write after a closed comment with a star', 'RETURN 1 AS x /***/ UNION CREATE (n:X) RETURN 1 AS x', /write/],
  ['a write after a line comment with a comment mark', '// /*\nCREATE (n:X) RETURN n // */', /write/],
  ['a procedure', 'CALL db.labels() YIELD label RETURN label', /call procedures/],
  ['a procedure around a comment', 'CALL /* { */ db.labels() YIELD label RETURN label', /call procedures/],
  ['a procedure over lines', 'CALL\n  db . labels ( ) YIELD label RETURN label', /call procedures/],
  ['a procedure in backticks', 'CALL `db`.`labels`() YIELD label RETURN label', /call procedures/],
  ['a procedure in a subquery', 'CALL { CALL db.labels() YIELD label RETURN label } RETURN label', /call procedures/],
  ['an optional procedure', 'OPTIONAL CALL db.labels() YIELD label RETURN label', /call procedures/],
  ['a procedure that writes', "CALL apoc.cypher.doIt('CREATE (n) RETURN n', {}) YIELD value RETURN value", /call procedures/],
  ['a function of a plug-in', "RETURN apoc.cypher.runFirstColumnSingle('RETURN 1', {}) AS x", /functions of plug-ins/],
  ['a file after a name that is a dot', "WITH 1 AS `.` LOAD CSV FROM 'http://127.0.0.1/x' AS row RETURN row", /load files/],
  ['a write after a name that is a colon', 'MATCH (n:Claim) WITH n AS `:` SET `:`.x = 1 RETURN 1 AS x', /write \(SET\)/],
  ['a creation after a name that is a dollar', 'WITH 1 AS `$` CREATE (n:X) RETURN n', /write \(CREATE\)/],
  ['a procedure after a name that is a dot', 'WITH 1 AS `.` CALL db.labels() YIELD label RETURN label', /call procedures/],
  ['a procedure whose name is a brace', 'CALL `{`.labels() YIELD label RETURN label', /call procedures/],
  ['a word that only looks like the key of a map', 'WITH 1 AS `,` CREATE `:` RETURN 1 AS x', /write \(CREATE\)/],
  ['a function of a plug-in in backticks', "RETURN `apoc.cypher.runFirstColumnSingle`('RETURN 1', {}) AS x", /functions of plug-ins/],
  ['users', 'SHOW USERS YIELD user RETURN user', /administer/],
  ['other transactions', 'TERMINATE TRANSACTIONS "x"', /administer/],
  ['another graph', 'USE system MATCH (n) RETURN n', /choose a graph/],
  ['transactions of its own', 'MATCH (n) CALL (n) { RETURN 1 AS x } IN TRANSACTIONS RETURN x', /transactions of its own/],
  ['a second statement', 'RETURN 1 AS x; MATCH (n) DELETE n', /write|second statement/],
  ['a second statement that reads', 'RETURN 1 AS x; RETURN 2 AS x', /second statement/],
  ['a planner option', 'CYPHER runtime=slotted RETURN 1 AS x', /how it is run/],
  ['nothing to return', 'MATCH (n:Claim) FINISH', /without RETURN/],
  ['a comment that never ends', 'RETURN 1 AS x /* CREATE (n)', /never ends/],
  ['a string that never ends', "RETURN 'x", /never ends/],
];

/** Harmless, whatever it looks like. */
const ALLOWED = [
  'CALL { MATCH (n:Claim) RETURN n } RETURN n.id AS x',
  'MATCH (a:Actor) CALL (a) { MATCH (a)-[r]-() RETURN count(r) AS n } RETURN n',
  'CALL (*) { RETURN 1 AS n } RETURN n',
  "RETURN 'LOAD CSV; CREATE (n) // DELETE' AS x",
  'RETURN "CALL db.labels()" AS x // CREATE (n)',
  '/* MERGE (n) */ RETURN 1 AS x',
  'WITH {set: 1, create: 2} AS map RETURN map.set AS x, map.create AS y',
  'WITH 1 AS `delete` RETURN `delete` AS x',
  'MATCH (n:Claim) RETURN point.distance(point({latitude: 1, longitude: 1}), point({latitude: 2, longitude: 1})) AS x, date.truncate(\'month\', date()) AS y LIMIT 1',
  'RETURN 1 AS x;',
  'WITH 1 AS `;`, 2 AS `.` RETURN `;` + `.` AS x',
  'WITH 1 AS `.` RETURN point.distance(point({x: 1, y: 1}), point({x: 1, y: 2})) + `.` AS x',
];

it.each(REFUSED)('refuses %s: %s', (_what, statement, says) => {
  expect(refusedText(statement)?.what).toMatch(says);
});

it.each(ALLOWED)('allows %s', async (statement) => {
  expect(refusedText(statement)).toBeNull();
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  const { summary } = await session.run(`EXPLAIN ${statement}`);
  await session.close();
  expect(refusedPlan(summary.queryType, summary.plan === false ? null : (summary.plan as unknown as PlanNode))).toBeNull();
});

it('says on which line', () => {
  expect(refusedText('MATCH (n)\n/* one\ntwo */ WHERE n.x = \'a\nb\'\nSET n.x = 1\nRETURN n')).toEqual({ line: 5, what: 'write (SET)' });
});

describe('what Neo4j itself makes of a statement is judged too', () => {
  const judged = async (statement: string): Promise<string | null> => {
    const session = driver.session();
    try {
      const { summary } = await session.run(`EXPLAIN ${statement}`);
      return refusedPlan(summary.queryType, summary.plan === false ? null : summary.plan);
    } finally {
      await session.close();
    }
  };

  it('the hidden ones of the list do what they are refused for', async () => {
    // Of those that Neo4j understands each is a write, a procedure or a file for Neo4j as well: the list is no list of mere looks.
    const found: Record<string, string | null> = {};
    for (const [what, statement] of REFUSED) found[what] = await judged(statement).catch(() => 'not understood');
    const harmful = Object.entries(found).filter(([, what]) => what !== null && what !== 'not understood');
    expect(harmful.length).toBeGreaterThanOrEqual(25);
    expect(found).toMatchObject({
      'a file around a comment': 'load files or addresses (LOAD CSV)', 'a file behind a carriage return': 'load files or addresses (LOAD CSV)',
      'a write behind an escaped quote': 'write', 'a write between strings that look like comments': 'write', 'a write after a name with a quote in it': 'write',
      'a file after a name that is a dot': 'load files or addresses (LOAD CSV)', 'a write after a name that is a colon': 'write', 'a procedure after a name that is a dot': 'call procedures (CALL)',
      'a procedure around a comment': 'call procedures (CALL)', 'a procedure in backticks': 'call procedures (CALL)', 'in a scoped subquery': 'write',
    });
  });

  it.each([
    ["LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", 'load files or addresses (LOAD CSV)'], ['CALL db.labels() YIELD label RETURN label', 'call procedures (CALL)'], ['CREATE (n:X) RETURN n', 'write'],
  ])('%s', async (statement, what) => expect(await judged(statement)).toBe(what));
});

it('a refused statement is refused when it is opened, and nothing of it has run', async () => {
  const report = ownReport(rowsStatement(1));
  const nodes = async (): Promise<unknown> => cypher(store, 'MATCH (n) RETURN count(n) AS n');
  const before = await nodes();
  for (const [, statement] of REFUSED) {
    await expect(openReport(store, { ...report, statement }, {}, new AbortController().signal)).rejects.toMatchObject({ code: 'REPORT_REFUSED', message: expect.stringMatching(/^cypher\/reports\/own\.cypher: a report may not /) });
  }
  expect(await nodes()).toEqual(before);
});

it('Neo4j is asked about all reports before any runs; whatever it would not run is told, file by file', async () => {
  const { signal } = new AbortController();
  await expect(checkReports(store, reportDefinitions(), signal)).resolves.toBeUndefined();
  const more = { ...ownReport(rowsStatement(1).replace('RETURN', 'RETURN 1 AS more,')), file: 'cypher/reports/more.cypher' };
  const misspelt = { ...ownReport(rowsStatement(1).replace('c.id', 'd.id')), file: 'cypher/reports/misspelt.cypher' };
  await expect(checkReports(store, [more, ownReport(rowsStatement(1)), misspelt], signal)).rejects.toMatchObject({
    code: 'BAD_REPORT', message: expect.stringMatching(/^cypher\/reports\/more\.cypher:3: returns more, key, name, cited; its header declares name, key, cited\ncypher\/reports\/misspelt\.cypher: Neo4j says: .*`d` not defined \(line 8, /),
  });
});

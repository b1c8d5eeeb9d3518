import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import type { JavaStart } from './java-process';
import { startJava } from './java-process';
import type { JavaRuntime } from './java-runtime';
import type { Library } from './libraries';
import type { ProgressListener } from './progress';
import { boltUri, USER } from './sign-in';

/**
 * A class-data-sharing archive: the classes that a start and the usual questions load, parsed and checked once. It halves the time to
 * the first answer, and is good for exactly one Java and one set of jars, hence the key.
 */
export async function archiveFile(cache: string, runtime: JavaRuntime, program: string, libraries: Library[]): Promise<string> {
  const modules = await stat(join(runtime.home, 'lib', 'modules')).catch(() => undefined);
  const { mtimeMs } = await stat(program);
  const key = createHash('sha256').update(
    JSON.stringify([runtime.home, runtime.version, modules?.mtimeMs, modules?.size, program, mtimeMs, libraries]),
  );
  return join(cache, `classes-${key.digest('hex').slice(0, 16)}.jsa`);
}

/** Writing the archive is part of ending, and takes some seconds on a slow machine. */
const TRAINING_END_MS = 120_000;

/** Whether the archive is there and whole. 'none': this Java cannot make one, so there is no point in trying again. */
export async function archiveState(file: string): Promise<'ready' | 'none' | 'missing'> {
  const noted = await readFile(`${file}.size`, 'utf8').catch(() => undefined);
  if (noted === 'none') return 'none';
  const size = await stat(file).then((found) => found.size, () => undefined);
  return size !== undefined && noted === String(size) ? 'ready' : 'missing';
}

/** Makes the archive by one training run: a database of its own that is started, asked the usual kinds of question, and stopped. */
export async function trainArchive(
  file: string,
  start: Omit<JavaStart, 'home' | 'port' | 'password'>,
  progress: ProgressListener,
  signal?: AbortSignal,
): Promise<void> {
  const what = "Preparing the database's classes, so that later starts are fast (once)";
  progress({ step: 'train', message: `${what} …`, done: false });
  const home = await mkdtemp(join(start.cache, 'training-'));
  const draft = join(home, 'classes.jsa');
  try {
    const password = 'for-training-only';
    const java = await startJava({ ...start, home, port: 0, password, options: [...start.options, `-XX:ArchiveClassesAtExit=${draft}`] });
    signal?.addEventListener('abort', java.kill);
    if (signal?.aborted) java.kill();
    const answer = await java.answer;
    // A statement that this Neo4j does not take is no reason against what the others have loaded.
    if (answer.kind === 'ready') await exercise(answer.port, password).catch(() => undefined);
    await java.stop(TRAINING_END_MS);
    signal?.removeEventListener('abort', java.kill);
    signal?.throwIfAborted();
    if (answer.kind !== 'ready' || (await java.exited) !== 0) {
      // The start to come will meet the same trouble and tell of it; an archive of half a run would only be in the way.
      progress({ step: 'train', message: 'The preparation did not succeed; this start goes on without it.', done: true });
      return;
    }
    const size = await stat(draft).then((found) => found.size, () => 0);
    if (size > 0) {
      await rename(draft, file);
      await removeOthers(start.cache, file);
    }
    await writeFile(`${file}.size`, size > 0 ? String(size) : 'none');
    const outcome = size > 0 ? `Prepared the database's classes (${Math.round(size / 1e6)} MB).` : 'This Java cannot keep prepared classes; starts stay slower.';
    progress({ step: 'train', message: outcome, done: true });
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function exercise(port: number, password: string): Promise<void> {
  const driver = neo4j.driver(boltUri(port), neo4j.auth.basic(USER, password), { connectionTimeout: 10_000, maxTransactionRetryTime: 10_000 });
  try {
    const write = driver.session();
    for (const statement of SCHEMA) await write.run(statement);
    await write.run('CALL db.awaitIndexes(60)');
    await write.executeWrite(async (transaction) => {
      for (const statement of WRITES) await transaction.run(statement, PARAMETERS);
    });
    await write.close();
    // Several times: what is asked often is done by other classes than what is asked once.
    for (let round = 0; round < 2; round++) {
      const read = driver.session({ defaultAccessMode: neo4j.session.READ });
      for (const statement of READS) await read.executeRead((transaction) => transaction.run(statement, PARAMETERS));
      await read.close();
    }
  } finally {
    await driver.close();
  }
}

/** Archives of other Javas or older jars; two are kept, for a machine that goes back and forth. */
async function removeOthers(cache: string, file: string): Promise<void> {
  const archives = (await readdir(cache)).filter((name) => /^classes-.*\.jsa$/.test(name)).map((name) => join(cache, name));
  const aged = await Promise.all(archives.filter((path) => path !== file).map(async (path) => ({ path, at: (await stat(path)).mtimeMs })));
  for (const { path } of aged.sort((a, b) => b.at - a.at).slice(1)) {
    await rm(path, { force: true });
    await rm(`${path}.size`, { force: true });
  }
}

const PARAMETERS = {
  rows: [1, 2, 3, 4, 5].map((number) => ({ id: `a${number}`, name: `Name ${number}`, from: `2018-0${number}-01`, tags: ['x', 'y'], share: number / 3 })),
  ids: ['a1', 'a2', 'a3'],
  id: 'a1',
  text: 'name',
  skip: neo4j.int(0),
  limit: neo4j.int(10),
};

/** The kinds of statement that Fealty uses; names are of no importance, only which parts of the database get loaded. */
const SCHEMA = [
  'CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (a:Actor) REQUIRE a.id IS UNIQUE',
  'CREATE CONSTRAINT tie_id IF NOT EXISTS FOR ()-[r:BACKED_BY]-() REQUIRE r.id IS UNIQUE',
  'CREATE INDEX actor_name IF NOT EXISTS FOR (a:Actor) ON (a.name)',
  'CREATE TEXT INDEX actor_text IF NOT EXISTS FOR (a:Actor) ON (a.name)',
  'CREATE POINT INDEX actor_point IF NOT EXISTS FOR (a:Actor) ON (a.point)',
  'CREATE FULLTEXT INDEX actor_search IF NOT EXISTS FOR (a:Actor) ON EACH [a.name]',
  'SHOW INDEXES', 'SHOW CONSTRAINTS',
];

const WRITES = [
  'UNWIND $rows AS row MERGE (a:Actor {id: row.id}) ON CREATE SET a += row, a.point = point({longitude: 36.2, latitude: 33.5}), a.recordedAt = datetime() SET a:Patron',
  'UNWIND range(0, size($rows) - 2) AS i MATCH (a:Actor {id: $rows[i].id}), (b:Actor {id: $rows[i + 1].id}) MERGE (a)-[r:BACKED_BY {id: a.id + b.id}]->(b) SET r.since = date($rows[i].from)',
  "UNWIND ['ALLIED_WITH', 'CLASHED_WITH'] AS type MATCH (a:Actor {id: 'a1'}), (b:Actor {id: 'a3'}) CREATE (a)-[r:$(type) {id: type}]->(b)",
  'MATCH (a:Actor {id: $id}) CALL (a) { CREATE (c:Claim {subject: a.id}) RETURN c } WITH c DETACH DELETE c',
  'MATCH (a:Actor {id: $id}) FOREACH (x IN $ids | SET a.last = x) REMOVE a.last',
];

const READS = [
  'RETURN 1',
  'MATCH (a:Actor) WHERE a.id IN $ids RETURN a ORDER BY a.name SKIP $skip LIMIT $limit',
  'UNWIND $ids AS id MATCH (a:Actor {id: id})-[r:BACKED_BY|ALLIED_WITH]-(b:Actor) RETURN id, collect(r.id) AS ties, collect(b.name) AS names, count(*) AS n',
  'MATCH (a:Actor {id: $id}) OPTIONAL MATCH (a)<-[r:BACKED_BY*1..6]-(b) RETURN a, collect(DISTINCT b {.id, .name, chain: [x IN r | x.id]}) AS proxies',
  'MATCH (a:Actor {id: $id})((x)-[r:BACKED_BY]->(y)){1,4}(b) RETURN b.id, [t IN r | t.id] AS chain',
  "MATCH p = shortestPath((a:Actor {id: $id})-[*..8]-(b:Actor {id: 'a5'})) RETURN [n IN nodes(p) | n.id] AS ids, length(p) AS hops, p",
  "CALL db.index.fulltext.queryNodes('actor_search', $text + '*') YIELD node, score RETURN node.id, score LIMIT $limit",
  'MATCH (a:Actor) WHERE a.name CONTAINS $text OR toLower(a.name) STARTS WITH $text RETURN count(a) AS n, avg(a.share) AS share, min(a.from) AS first, max(a.from) AS last',
  'MATCH (a:Actor) WHERE point.distance(a.point, point({longitude: 36, latitude: 33})) < 100000 RETURN a.id, a.point, a.recordedAt',
  'MATCH (a:Actor) WHERE EXISTS { (a)-[:BACKED_BY]->() } AND NOT EXISTS { (a)-[:CLASHED_WITH]->(:Actor {id: $id}) } RETURN a.id, COUNT { (a)--() } AS ties, labels(a) AS labels ORDER BY ties DESC',
  'MATCH (a:Actor) CALL (a) { MATCH (a)-[r]-(b) RETURN collect({type: type(r), with: b.id}) AS ties } RETURN a.id, ties, CASE WHEN size(ties) > 1 THEN true ELSE false END AS busy UNION MATCH (a:Patron) RETURN a.id, [] AS ties, false AS busy',
  'MATCH (a:Actor) WITH a, [x IN a.tags WHERE x <> $id | toUpper(x)] AS tags WHERE any(t IN tags WHERE t = "X") RETURN DISTINCT a.id, reduce(s = "", t IN tags | s + t) AS joined, properties(a) AS all',
  'EXPLAIN MATCH (a:Actor)-[r]->(b) RETURN r',
];

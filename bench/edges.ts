import neo4j from 'neo4j-driver';
import { median } from './measure';

/** One edge a claim against one edge a pair, on a graph that holds event data. Builds the edges a claim beside what is there, measures, and takes them away again. Usage: edges.ts <bolt uri>, NEO4J_PASSWORD set. */
const BUILD = `MATCH (c:Claim {type: 'CLASHED_WITH'}) WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL
  CALL (c) { MATCH (a:Party {id: split(c.tieId, ' ')[0]}) MATCH (b:Party {id: split(c.tieId, ' ')[2]}) CREATE (a)-[:EDGE_A_CLAIM {claim: c.id}]->(b) } IN TRANSACTIONS OF 2000 ROWS`;
const DROP = 'MATCH ()-[r:EDGE_A_CLAIM]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS';

const QUESTIONS: [string, (edge: string) => string][] = [
  ['opponents of ISIS', (edge) => `MATCH (:Party {id: 'isis'})-[:${edge}]-(o) RETURN count(DISTINCT o) AS n`],
  ['opponents of opponents', (edge) => `MATCH (:Party {id: 'syrian-democratic-forces'})-[:${edge}]-()-[:${edge}]-(o) RETURN count(DISTINCT o) AS n`],
  ['shortest path', (edge) => `MATCH (a:Party {id: 'lebanese-hezbollah'}), (b:Party {id: 'syrian-democratic-forces'}) MATCH p = shortestPath((a)-[:${edge}*..6]-(b)) RETURN length(p) AS n`],
  ['all shortest paths', (edge) => `MATCH (a:Party {id: 'lebanese-hezbollah'}), (b:Party {id: 'syrian-democratic-forces'}) MATCH p = allShortestPaths((a)-[:${edge}*..6]-(b)) RETURN count(p) AS n`],
];
const LIMIT_MS = 30_000;

async function main(uri: string): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', process.env.NEO4J_PASSWORD ?? ''), { disableLosslessIntegers: true });
  const session = driver.session();
  await session.run(BUILD);
  try {
    for (const [name, cypher] of QUESTIONS) {
      for (const edge of ['CLASHED_WITH', 'EDGE_A_CLAIM']) {
        const took: number[] = [];
        let n: unknown;
        for (let i = 0; i < 9; i++) {
          const begun = performance.now();
          n = await session.run(cypher(edge), {}, { timeout: LIMIT_MS }).then(({ records }) => records[0]?.get('n') as unknown, () => `none in ${LIMIT_MS / 1000} s`);
          took.push(performance.now() - begun);
          if (typeof n === 'string') break;
        }
        console.log(`${name}, ${edge === 'CLASHED_WITH' ? 'an edge a pair' : 'an edge a claim'}: ${median(took).toFixed(1)} ms (answer ${String(n)})`);
      }
    }
  } finally {
    await session.run(DROP);
    await driver.close();
  }
}

void main(process.argv[2] as string);

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest } from '../src/intake/ingest';
import { startEmbedded } from '../src/store/embedded/start-embedded';
import { Ledger } from '../src/store/ledger';
import { migrate } from '../src/store/migrations';
import { Neo4jStore } from '../src/store/neo4j-store';
import { packageRoot } from '../src/store/package-root';

/** Makes a report of 10,000, 100,000 and 1,000,000 rows, each size in a process of its own, in five formats, and once more to be compared with the first; tells time and peak memory (RSS). */
async function main(sizes: number[]): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'fealty-bench-reports-'));
  const server = await startEmbedded({ home, port: 0, heap: '1g', cache: join(packageRoot(), '.fealty', 'cache'), log: () => undefined });
  const store = new Neo4jStore(server);
  try {
    await migrate(store);
    await ingest(join(packageRoot(), 'data'), new Ledger(store));
    for (const rows of sizes) {
      const [reports, exports] = [join(home, `reports-${rows}`), join(home, `exports-${rows}`)];
      mkdirSync(reports);
      writeFileSync(join(reports, 'many.cypher'), `// title: Many rows
// purpose: To be measured.
// columns:
//   name: A name.
//   number: A number.
// formats: [json, csv, xlsx, md, html]
// deadline: 3600
MATCH (c:Claim) WITH c ORDER BY c.sortKey WITH collect(c.id) AS ids
UNWIND range(1, ${rows}) AS i
RETURN 'row ' + toString(i) AS key, 'The name of row ' + toString(i) AS name, i AS number, [ids[i % size(ids)]] AS cited
`);
      for (const which of ['first', 'compared']) {
        const begun = Date.now();
        const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', join(packageRoot(), 'tests', 'reports', 'run-one.ts'), reports, exports], { cwd: packageRoot(), env: { ...process.env, NEO4J_URI: server.uri, NEO4J_PASSWORD: server.password }, encoding: 'utf8' });
        if (status !== 0) throw new Error(stderr);
        const seconds = (Date.now() - begun) / 1_000;
        const [last] = readdirSync(join(exports, 'many')).filter((name) => /^\d/.test(name)).sort().reverse();
        const bytes = readdirSync(join(exports, 'many', last as string)).reduce((sum, name) => sum + statSync(join(exports, 'many', last as string, name)).size, 0);
        console.log(`${which.padEnd(9)} ${stdout.trim()}; ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, ${Math.round(bytes / 2 ** 20)} MB of files`);
      }
      rmSync(exports, { recursive: true });
    }
  } finally {
    await store.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

void main(process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000, 1_000_000]);

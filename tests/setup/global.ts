import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type EmbeddedServer } from '../../src/store/embedded/start-embedded';
import { packageRoot } from '../../src/store/package-root';

/** One real Neo4j for the whole run: a store of its own in a temporary folder, on a free port, ended with the run whatever happens. */
export default async function start(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'fealty-tests-'));
  const server = await startEmbedded({
    home, port: 0, heap: '768m', cache: join(packageRoot(), '.fealty', 'cache'), log: (line) => process.stderr.write(`${line}\n`),
  }).catch((error: unknown) => {
    rmSync(home, { recursive: true, force: true });
    throw error;
  });
  process.env.TEST_NEO4J_URI = server.uri;
  process.env.TEST_NEO4J_PASSWORD = server.password;
  process.env.TEST_NEO4J_HOME = home;
  (globalThis as unknown as { testServer: EmbeddedServer }).testServer = server;
}

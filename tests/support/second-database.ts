import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded, type EmbeddedServer } from '../../src/store/embedded/start-embedded';
import { packageRoot } from '../../src/store/package-root';

/** A second Neo4j, empty, on a free port; its store goes with the run's. */
export function startSecondDatabase(home = mkdtempSync(join(process.env.TEST_NEO4J_HOME as string, 'second-'))): Promise<EmbeddedServer> {
  return startEmbedded({ home, port: 0, fast: true, heap: '512m', cache: join(packageRoot(), '.fealty', 'cache'), log: () => undefined });
}

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '@jest/types';
import { startEmbedded, type EmbeddedServer } from '../../src/store/embedded/start-embedded';
import { packageRoot } from '../../src/store/package-root';
import teardown from './teardown';

/** What tests/setup/worker.ts hands to the tests of one worker. */
export interface TestServer {
  uri: string;
  password: string;
  home: string;
}

/** A real Neo4j for each worker, for the whole run: a store of its own in a temporary folder, on a free port, ended with the run whatever happens. */
export default async function start({ maxWorkers }: Pick<Config.GlobalConfig, 'maxWorkers'>): Promise<void> {
  const started: { home: string; server?: EmbeddedServer }[] = [];
  (globalThis as unknown as { testServers: typeof started }).testServers = started;
  const servers: TestServer[] = [];
  try {
    // One after the other: the first may have to fetch and compile, and what it made serves the others.
    for (let i = 0; i < maxWorkers; i += 1) {
      const home = mkdtempSync(join(tmpdir(), 'fealty-tests-'));
      const place: (typeof started)[number] = { home };
      started.push(place);
      place.server = await startEmbedded({ home, port: 0, heap: '768m', cache: join(packageRoot(), '.fealty', 'cache'), log: (line) => process.stderr.write(`${line}\n`) });
      servers.push({ uri: place.server.uri, password: place.server.password, home });
    }
  } catch (error) {
    await teardown();
    throw error;
  }
  process.env.TEST_NEO4J_SERVERS = JSON.stringify(servers);
}

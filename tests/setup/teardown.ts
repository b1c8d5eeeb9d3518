import { rmSync } from 'node:fs';
import type { EmbeddedServer } from '../../src/store/embedded/start-embedded';

export default async function stop(): Promise<void> {
  const { testServers = [] } = globalThis as unknown as { testServers?: { home: string; server?: EmbeddedServer }[] };
  await Promise.all(testServers.flatMap(({ server }) => (server ? [server.stop()] : [])));
  for (const { home } of testServers) rmSync(home, { recursive: true, force: true });
}

import { rmSync } from 'node:fs';
import type { EmbeddedServer } from '../../src/store/embedded/start-embedded';

export default async function stop(): Promise<void> {
  await (globalThis as unknown as { testServer?: EmbeddedServer }).testServer?.stop();
  if (process.env.TEST_NEO4J_HOME) rmSync(process.env.TEST_NEO4J_HOME, { recursive: true, force: true });
}

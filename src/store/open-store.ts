import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded, type EmbeddedServer } from './embedded/start-embedded';
import type { ProgressListener } from './embedded/progress';
import type { Connection, Neo4jStore } from './neo4j-store';

export interface StoreOptions {
  /** The server to use; null for the embedded one. */
  neo4j: Connection | null;
  embedded: { home: string; port: number; heap: string; fast?: boolean; cache?: string };
  /** Whether questions will be asked of it, and are worth planning ahead. */
  warm?: boolean;
  log: (line: string) => void;
  progress?: ProgressListener;
  /** Called when the embedded server has been started and is being waited for. */
  spawned?: () => void;
  signal?: AbortSignal;
}

export interface OpenStore {
  store: Neo4jStore;
  /** Where it is, for a person: an address, without user or password. */
  where: string;
  /** When the questions that come first have been planned: a request before that plans them once more, and waits longer than need be. */
  warm: Promise<void>;
  /** Lets go of the store, and stops the embedded server if it is ours. */
  close(): Promise<void>;
}

const RESTART_PAUSE_MS = 1_000;

/**
 * Opens the configured server, or starts (or joins) the embedded one, and brings its schema up to date. If the embedded server ends, or the process that owned it does,
 * it is started anew and the store is pointed at it. Throws FealtyError with one clear line: STORE_UNAVAILABLE, STORE_REFUSED, or why the embedded server cannot start.
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  if (options.neo4j) {
    const store = await storeAt(options.neo4j);
    return opened(store, options.neo4j.uri.replace(/\/\/[^@\/]*@/, '//'), options, () => store.close());
  }
  return openEmbedded(options);
}

async function openEmbedded(options: StoreOptions): Promise<OpenStore> {
  const { embedded, log, progress, spawned, signal } = options;
  const start = (): Promise<EmbeddedServer> => startEmbedded({ ...embedded, log, progress, spawned, signal });
  let server = await start();
  let closing = false;
  const store = await storeAt(server);
  const close = async (): Promise<void> => {
    closing = true;
    await store.close();
    await server.stop();
  };
  const watch = async (): Promise<void> => {
    for (;;) {
      await server.exited;
      if (closing) return;
      log('The embedded Neo4j has ended; starting it again.');
      for (;;) {
        try {
          server = await start();
          break;
        } catch (error) {
          log(`It did not start: ${(error as Error).message}`);
          await sleep(RESTART_PAUSE_MS);
        }
        if (closing) return;
      }
      store.reconnect(server);
      // Close came while it was starting: nobody else would stop it.
      if (closing) return void (await server.stop());
      log('The embedded Neo4j is back.');
    }
  };
  void watch();
  return opened(store, server.uri, options, close);
}

/** The driver is loaded here, not at the head: it takes a third of a second, and an embedded server can be starting meanwhile. */
async function storeAt(connection: Connection): Promise<Neo4jStore> {
  const module = await import('./neo4j-store.js');
  return new module.Neo4jStore(connection);
}

async function opened(store: Neo4jStore, where: string, { warm: warmed, log }: StoreOptions, close: () => Promise<void>): Promise<OpenStore> {
  const [{ migrate }, { warmUp }] = await Promise.all([import('./migrations.js'), import('./warm-up.js')]);
  let warm = Promise.resolve();
  try {
    await store.verify();
    if (warmed) warm = warmUp(store);
    await migrate(store, undefined, log);
  } catch (error) {
    await close();
    throw error;
  }
  return { store, where, warm, close };
}

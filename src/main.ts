import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readConfig } from './config';
import { FealtyError } from './domain/errors';
import { buildSchema } from './graphql/schema';
import { buildHttpServer, startHttp } from './http/server';
import { ingest } from './intake/ingest';
import { progressLine } from './intake/report';
import { terminalProgress } from './store/embedded/progress';
import { Ledger } from './store/ledger';
import { openStore, type OpenStore } from './store/open-store';
import { packageRoot } from './store/package-root';
import { Questions } from './store/questions/questions';

/** Reading of an empty graph happens once, so no deadline of a request applies. */
const SEED_DEADLINE_MS = 30_000;

function say(line: string): void {
  console.error(line);
}

/** An empty graph is filled with the data that comes with Fealty. */
async function seed({ store }: OpenStore, folder: string): Promise<void> {
  if ((await new Questions(store.reader(Date.now() + SEED_DEADLINE_MS)).revision()) > 0) return;
  say('The graph is empty; reading the articles into it.');
  const begun = Date.now();
  await ingest(folder, new Ledger(store), (progress) => say(progressLine(progress, Date.now() - begun)));
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const stopping = new AbortController();
  let stop: () => Promise<void> = async () => undefined;
  let stops = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stops += 1;
      // A second signal does not wait for anything.
      if (stops > 1) process.exit(130);
      stopping.abort();
      void stop().then(() => process.exit(0));
    });
  }
  const opened = await openStore({ ...config, log: say, progress: terminalProgress(process.stderr), signal: stopping.signal });
  stop = () => opened.close();
  await seed(opened, config.dataFolder);
  const server = await buildHttpServer({
    schema: buildSchema(),
    context: ({ deadline }) => {
      const reader = opened.store.reader(deadline);
      return { questions: new Questions(reader), report: () => ({ roundTrips: reader.roundTrips }) };
    },
    ready: () => opened.store.ready(),
    config: {
      logLevel: config.logLevel,
      limits: config.limits,
      examplesDir: join(packageRoot(), 'examples'),
      graphiqlDir: join(packageRoot(), 'dist', 'graphiql'),
    },
  });
  stop = async () => {
    await server.close();
    await opened.close();
  };
  const address = await startHttp(server, config);
  say(`Fealty answers at ${address}/graphql; ask by hand at ${address}/graphiql. The graph is at ${opened.where}.`);
}

main().catch((error: unknown) => {
  if (error instanceof FealtyError) console.error(error.message);
  else console.error(`Fealty could not start (${randomUUID()}):`, error);
  process.exit(1);
});

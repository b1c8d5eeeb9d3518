import { readConfig } from './config';
import { FealtyError } from './domain/errors';
import { watchParent } from './parent-watch';
import { terminalProgress } from './store/embedded/progress';
import { openStore } from './store/open-store';

function say(line: string): void {
  console.error(line);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const stopping = new AbortController();
  let stop: () => Promise<void> = async () => undefined;
  let stops = 0;
  const end = (): void => {
    stops += 1;
    // A second signal does not wait for anything.
    if (stops > 1) process.exit(130);
    stopping.abort();
    void stop().then(() => process.exit(0));
  };
  process.on('SIGINT', end).on('SIGTERM', end);
  if (config.underNpm) watchParent(() => stops === 0 && end());
  let spawned = (): void => undefined;
  const started = new Promise<void>((resolve) => (spawned = resolve));
  const opening = openStore({ ...config, warm: true, log: say, progress: terminalProgress(process.stderr), spawned, signal: stopping.signal });
  opening.catch(() => undefined);
  // The service's own modules load while the database starts, and not before: loading them lets nothing else run.
  await Promise.race([opening, started]);
  const [{ buildService, seed }, { startHttp }, { reportScheduler }] = await Promise.all([import('./serve.js'), import('./http/server.js'), import('./reports.js')]);
  const opened = await opening;
  stop = () => opened.close();
  await Promise.all([seed(opened.store, config.dataFolder, say), opened.warm]);
  const { server, planAhead } = await buildService(opened.store, config);
  const reports = reportScheduler(opened.store, config, say);
  stop = async () => {
    await Promise.all([server.close(), reports?.stop()]);
    await opened.close();
  };
  try {
    const address = await startHttp(server, config);
    say(`Fealty answers at ${address}/graphql; the explorer is at ${address}/, a page to ask by hand at ${address}/graphiql. The graph is at ${opened.where}.`);
    void planAhead(stopping.signal).finally(() => reports?.start());
  } catch (error) {
    await stop();
    throw error;
  }
}

main().catch((error: unknown) => {
  // What is meant for the user is one line; anything else is a defect, and its stack helps to mend it.
  console.error(error instanceof FealtyError ? error.message : error);
  process.exit(1);
});

/** Another Fealty process, for tests: runs the embedded database of a home until it is ended. Says `owned` or `shared`, then waits. */
import { startEmbedded } from '../../../src/store/embedded/start-embedded';

const [home = '', cache = ''] = process.argv.slice(2);

startEmbedded({ home, cache, port: 0, fast: true, log: (line) => process.stderr.write(`${line}\n`) }).then(
  (server) => {
    process.stdout.write(`${server.owned ? 'owned' : 'shared'}\n`);
    setInterval(() => undefined, 60_000);
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);

import { resolve } from 'node:path';
import { Command } from 'commander';
import { readConfig } from './config';
import { FealtyError } from './domain/errors';
import { IntakeError } from './intake/fault';
import { ingest } from './intake/ingest';
import { ingestSummary, progressLine } from './intake/report';
import { terminalProgress } from './store/embedded/progress';
import { Ledger } from './store/ledger';
import { openStore } from './store/open-store';

/** Exit codes: 0 done, 1 something failed and nothing was written, 2 wrong usage. */
const FAILED = 1;

const program = new Command('fealty').description('Who backs whom, who commands whom, who fights whom, and who says so.').showHelpAfterError().exitOverride((error) => {
  process.exit(error.exitCode === 0 ? 0 : 2);
});

program
  .command('ingest')
  .description('Validate articles and registries, then record what is new, supersede what changed, retract what is gone.')
  .argument('<path>', 'a data folder, a folder of articles, or one YAML file; registries beside or above it come along')
  .option('--json', 'print the outcome as JSON')
  .addHelpText('after', '\nNothing is written if any file has a fault. A fault names file, line, field, value and what was expected.\nExit codes: 0 done, 1 failed, 2 wrong usage.')
  .action(async (path: string, { json = false }: { json?: boolean }) => {
    const config = readConfig(process.env);
    const opened = await openStore({ ...config, log: (line) => console.error(line), progress: terminalProgress(process.stderr) });
    try {
      const begun = Date.now();
      const report = await ingest(resolve(config.startFolder, path), new Ledger(opened.store), (progress) => {
        if (!json) console.error(progressLine(progress, Date.now() - begun));
      });
      console.log(json ? JSON.stringify(report, null, 2) : ingestSummary(report));
    } catch (error) {
      if (json && error instanceof IntakeError) console.log(JSON.stringify({ faults: error.faults }, null, 2));
      throw error;
    } finally {
      await opened.close();
    }
  });

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof FealtyError ? error.message : error);
  process.exitCode = FAILED;
});

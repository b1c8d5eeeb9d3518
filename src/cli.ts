import { basename, join, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readConfig, type Config } from './config';
import { FealtyError } from './domain/errors';
import { FAILED, REJECTED, WRONG_USAGE } from './exit-codes';
import { addExportCommand } from './export-command';
import type { EventFormat } from './intake/events/event';
import { EVENT_FORMATS } from './intake/events/formats';
import { importEvents } from './intake/events/import-events';
import { importLine, importSummary } from './intake/events/report';
import { IntakeError } from './intake/fault';
import { ingest } from './intake/ingest';
import { ingestSummary, progressLine } from './intake/report';
import { addReportCommands } from './report-command';
import { terminalProgress, type ProgressListener } from './store/embedded/progress';
import { Ledger } from './store/ledger';
import { openStore } from './store/open-store';

const program = new Command('fealty').description('Who backs whom, who commands whom, who fights whom, and who says so.').showHelpAfterError('(see --help)').exitOverride((error) => {
  process.exit(error.exitCode === 0 ? 0 : WRONG_USAGE);
});

interface IngestFlags {
  json?: boolean;
  format?: EventFormat;
  release?: string;
  strict?: boolean;
  rejects?: string;
  mapping?: string;
}

program
  .command('ingest')
  .description('Record articles (YAML), or a collection of events (CSV, with --format): what is new is recorded, what changed supersedes, what is gone is retracted.')
  .argument('<path>', 'a data folder, a folder of articles, or one YAML file, whose registries beside or above it come along; with --format a CSV file')
  .addOption(new Option('--format <name>', 'the CSV file is an export of this collection').choices([...EVENT_FORMATS.keys()]).argParser(formatNamed))
  .option('--release <version>', "the collection's release, such as 18.1; left out, what the file's name says")
  .option('--strict', 'write nothing at all if any row of the CSV file has a fault')
  .option('--rejects <file>', 'where rows that cannot be used go (default: <name>.rejects.csv in the current folder)')
  .option('--mapping <file>', "which of the collection's names mean our registries' entries (default: data/mappings/<format>.yaml)")
  .option('--json', 'print the outcome as JSON')
  .addHelpText('after', `
YAML: nothing is written if any file has a fault. A fault names file, line, field, value and what was expected.
CSV: rows are written in whole batches; one with a fault goes to the rejects file, with its line and what was expected, and the rest goes in. Cut off, run it again: it goes on.
Exit codes: 0 done, 1 failed (for YAML and --strict: nothing was written), 2 wrong usage, 3 done, but rows were rejected.`)
  .action(async (path: string, flags: IngestFlags) => {
    const config = readConfig(process.env);
    const { json = false, format } = flags;
    if (format === undefined && /\.csv$/i.test(path)) throw new FealtyError('BAD_DATA', `${path} is a CSV file. Say which collection it is from: --format ${[...EVENT_FORMATS.keys()].join(' or --format ')}`);
    const show = terminalProgress(process.stderr);
    const opened = await openStore({ ...config, log: (line) => console.error(line), progress: show });
    try {
      const ledger = new Ledger(opened.store);
      if (format === undefined) await ingestArticles(resolve(config.startFolder, path), ledger, json);
      else await ingestEvents(resolve(config.startFolder, path), ledger, { ...flags, format }, config, show);
    } catch (error) {
      if (json && error instanceof IntakeError) console.log(JSON.stringify({ faults: error.faults }, null, 2));
      throw error;
    } finally {
      await opened.close();
    }
  });

async function ingestArticles(path: string, ledger: Ledger, json: boolean): Promise<void> {
  const begun = Date.now();
  const report = await ingest(path, ledger, (progress) => {
    if (!json) console.error(progressLine(progress, Date.now() - begun));
  });
  console.log(json ? JSON.stringify(report, null, 2) : ingestSummary(report));
}

async function ingestEvents(file: string, ledger: Ledger, { format, release, strict, rejects, mapping, json }: IngestFlags & { format: EventFormat }, { startFolder, dataFolder }: Config, show: ProgressListener): Promise<void> {
  const inStart = (path: string): string => resolve(startFolder, path);
  const report = await importEvents({
    file, format, release: release ?? null, strict: strict ?? false,
    mappingFile: mapping === undefined ? join(dataFolder, 'mappings', `${format.name}.yaml`) : inStart(mapping),
    rejectsFile: inStart(rejects ?? `${basename(file).replace(/\.csv$/i, '')}.rejects.csv`),
    onProgress: (progress) => show({ step: 'import', message: importLine(progress), done: progress.bytes.read >= progress.bytes.total }),
  }, ledger);
  console.log(json ? JSON.stringify(report, null, 2) : importSummary(report));
  if (report.rejected > 0) process.exitCode = REJECTED;
}

function formatNamed(name: string): EventFormat {
  const format = EVENT_FORMATS.get(name);
  if (format === undefined) throw new InvalidArgumentError(`Expected ${[...EVENT_FORMATS.keys()].join(' or ')}.`);
  return format;
}

addExportCommand(program, () => readConfig(process.env));
addReportCommands(program, () => readConfig(process.env));

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof FealtyError ? error.message : error);
  process.exitCode = FAILED;
});

import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Config } from './config';
import { FealtyError } from './domain/errors';
import { exitCode, FAILED, INTERRUPTED } from './exit-codes';
import { defaultName, exportGraph } from './exports/export-graph';
import type { ExportFormat } from './exports/formats/format';
import { EXPORT_FORMATS } from './exports/formats/formats';
import { keepHeapLean } from './exports/lean-heap';
import { exportLine, exportSummary } from './exports/report';
import { terminalProgress } from './store/embedded/progress';
import { openStore, type OpenStore } from './store/open-store';

interface ExportFlags {
  format: ExportFormat;
  patron?: string;
  type?: string[];
  during?: string;
  asKnownOn?: string;
  out?: string;
  json?: boolean;
}

/** Adds `fealty export`. The environment is read when the command runs: a fault of it is told then, and not for `--help`. */
export function addExportCommand(program: Command, config: () => Config): void {
  program
    .command('export')
    .description('Write the graph, or a part of it, with its citations, in a format that other tools read.')
    .addOption(new Option('--format <name>', 'which format').choices([...EXPORT_FORMATS.keys()]).argParser(formatNamed).makeOptionMandatory())
    .option('--patron <name>', 'only claims about this patron or whoever reaches it through BACKED_BY and PART_OF; any spelling, or an id')
    .option('--type <types>', 'only claims of these types, with commas between; may come several times', (value: string, all: string[] = []) => [...all, ...value.split(',')])
    .option('--during <period>', 'only claims that may be about this period, as EDTF: 2018, 2018-11, 2018-06-01/..')
    .option('--as-known-on <day>', 'only what was on record on this day or at this instant, as it stood then')
    .option('--out <file>', 'where it goes: a file, - for the standard output, or a folder for formats of several files unless the name ends in .zip (default: fealty.<ending of the format> in the current folder)')
    .option('--json', 'print the outcome as JSON; with --out - on the standard error')
    .addHelpText('after', `
Formats:
${[...EXPORT_FORMATS.values()].map(({ name, title, history }) => `  ${name.padEnd(12)} ${title}${history ? '' : '; live claims alone'}`).join('\n')}

Of the whole graph, formats that are records of it hold superseded and retracted claims too. With a filter an export holds the claims that match, and what these refer to.
The file appears when all of it is written, or not at all; a link is followed. The same data give the same bytes. It works while the service runs, and when it does not.
npm prints lines of its own on the standard output: npm run --silent export -- --format csl --out - | …
Exit codes: 0 done, 1 failed (nothing was written; what the standard output got is no whole export), 2 wrong usage, 130 interrupted, or the reader closed the pipe.`)
    .action((flags: ExportFlags) => run(flags, config()));
}

async function run({ out, json = false, type, ...flags }: ExportFlags, config: Config): Promise<void> {
  keepHeapLean();
  const toStream = out === '-';
  const show = terminalProgress(process.stderr);
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort(new Error('interrupted')));
  // Whoever writes the export to it learns of a fault there; unheard, it would end the process in the middle. A reader of the progress who goes is no reason to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  let opened: OpenStore | undefined;
  try {
    opened = await openStore({ ...config, log: (line) => console.error(line), progress: show, signal: interrupted.signal });
    const report = await exportGraph(opened.store, {
      ...flags, types: type,
      out: toStream ? process.stdout : resolve(config.startFolder, out ?? defaultName(flags.format)),
      onProgress: (progress) => show({ step: 'export', message: exportLine(progress), done: progress.done }),
      signal: interrupted.signal,
    });
    const told = json ? JSON.stringify(report, null, 2) : exportSummary(report);
    if (toStream) console.error(told);
    else console.log(told);
  } catch (error) {
    const end = (line: string, exitCode: number): void => {
      console.error(line);
      process.exitCode = exitCode;
    };
    if (interrupted.signal.aborted) end(`Interrupted; ${toStream ? 'what was written is no whole export' : 'nothing was written'}.`, INTERRUPTED);
    else if (error instanceof FealtyError && exitCode(error) !== FAILED) end(error.message, exitCode(error));
    else throw error;
  } finally {
    await opened?.close();
  }
}

function formatNamed(name: string): ExportFormat {
  const format = EXPORT_FORMATS.get(name);
  if (format === undefined) throw new InvalidArgumentError(`Expected one of ${[...EXPORT_FORMATS.keys()].join(', ')}.`);
  return format;
}

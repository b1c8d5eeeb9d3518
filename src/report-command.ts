import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Config } from './config';
import { FealtyError } from './domain/errors';
import { REPORT_FORMATS, type ReportDefinition, type ReportFormat, type ReportRun } from './domain/report';
import { lastDue, nextDue } from './domain/schedule';
import { BUSY, exitCode, FAILED, INTERRUPTED } from './exit-codes';
import { send } from './exports/output/send';
import { temporaryFolder } from './exports/output/temporary-folder';
import { faultText } from './exports/reports/fault-text';
import { HistoryFile } from './exports/reports/history-file';
import { runReport } from './exports/reports/run-report';
import { seriesOf } from './exports/reports/series';
import { reportHouse } from './reports';
import { terminalProgress } from './store/embedded/progress';
import type { Neo4jStore } from './store/neo4j-store';
import { openStore } from './store/open-store';
import { checkReports } from './store/reports/check-reports';
import { bindParameters } from './store/reports/parameters';
import { stopped } from './store/reports/read-rows';
import { readReports, reportNamed } from './store/reports/report-files';
import { ReportRuns } from './store/reports/report-runs';

interface RunFlags {
  param: Record<string, string>;
  format: ReportFormat[] | undefined;
  out?: string;
  json?: boolean;
}

/** Adds `report list | show | check | run | due | history` to the program. `config` is read when a command runs. */
export function addReportCommands(program: Command, config: () => Config): void {
  const report = program.command('report').description('Periodic reports: what there is, making one, what is due, what was made.').addHelpText('after', `
Each report is a file of cypher/reports. A run appears as a folder <exports>/<report>/<time>, whole or not at all.
Exit codes: 0 done, 1 failed (what was there is as it was), 2 wrong usage, 4 another process is making it, 130 stopped, or the reader closed the pipe.`);
  const withJson = (command: Command): Command => command.option('--json', 'print the outcome as JSON');

  withJson(report.command('list').description('The reports there are, and when they are due.')).action((flags: { json?: boolean }) => say(() => {
    const reports = readReports();
    print(flags, reports.map(described), reports.map(({ name, title, schedule }) => `${name.padEnd(24)} ${(schedule === null ? 'on demand' : `${schedule.cron} ${schedule.timeZone}`).padEnd(18)} ${title}`).join('\n'));
  }));

  withJson(report.command('show').description('What a report is: purpose, parameters, columns, schedule, formats, statement.').argument('<name>', 'a report')).action((name: string, flags: { json?: boolean }) => say(() => {
    const found = reportNamed(name, readReports());
    print(flags, { ...described(found), statement: found.statement }, shown(found));
  }));

  withJson(report.command('check').description('Has Neo4j plan every report, without running any: whether it understands it, and whether it returns what its header says.')).action((flags: { json?: boolean }) => say(() => check(flags, config())));

  withJson(report.command('run').description('Makes a report now.').argument('<name>', 'a report'))
    .option('--param <name=value>', 'set a parameter; may come several times', (text: string, all: Record<string, string>) => parameter(text, all), {})
    .addOption(new Option('--format <name>', 'only these formats; several times, or separated by commas (JSON is always made: the next run is compared with it)').argParser((text: string, all?: ReportFormat[]) => formats(text, all)))
    .option('--out <folder>', 'another export folder; - prints the one format asked for')
    .action((name: string, flags: RunFlags) => say(async () => run(reportNamed(name, readReports()), flags, config())));

  withJson(report.command('due').description('When each report was last due and is next, and whether a due one is yet to be made.'))
    .option('--run', 'make those that are due, as the service would')
    .action((flags: { json?: boolean; run?: boolean }) => say(() => due(flags, config())));

  withJson(report.command('history').description('Runs that were made, failed or were stopped, the last first.').argument('[name]', 'only of this report'))
    .option('--limit <n>', 'how many at most', (text) => whole(text), 20)
    .action((name: string | undefined, flags: { json?: boolean; limit: number }) => say(() => history(name, flags, config())));
}

async function check(flags: { json?: boolean }, config: Config): Promise<void> {
  const reports = readReports();
  const { signal } = new AbortController();
  await withStore(config, signal, (store) => checkReports(store, reports, signal));
  print(flags, reports.map(({ name }) => name), `All ${reports.length} reports return what their headers say, and only read.`);
}

async function run(report: ReportDefinition, { param, format, out, json }: RunFlags, config: Config): Promise<void> {
  const printed = out === '-';
  if (printed && format?.length !== 1) throw new FealtyError('BAD_USER_INPUT', '--out -: expected exactly one --format to print');
  const { texts } = bindParameters(report, param, null, new Date());
  const exportFolder = printed ? await temporaryFolder() : out === undefined ? config.reports.folder : resolve(config.startFolder, out);
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  // send() tells of a fault there; unheard, it would end the process with the temporary folder left.
  if (printed) process.stdout.on('error', () => undefined);
  try {
    const made = await withStore(config, stopping.signal, async (store) => {
      const house = { ...reportHouse(store, config, (line) => console.error(line)), elsewhere: exportFolder === config.reports.folder ? undefined : exportFolder };
      return runReport(house, { report, given: param, formats: format ?? null, trigger: 'command', due: null, signal: stopping.signal });
    }, async (error) => {
      const now = new Date().toISOString();
      await new HistoryFile(config.reports.folder).add({
        id: randomUUID(), report: report.name, series: seriesOf(report, texts), status: 'failed', trigger: 'command', due: null, startedAt: now, endedAt: now, parameters: texts, revision: null, rows: null,
        // Its own words may name hosts and paths; anybody may read the history.
        folder: null, files: [], changes: null, error: `${error.code}: the graph could not be opened.`, removedAt: null,
      }).catch(() => undefined);
    });
    if (made === null) return;
    const folder = join(exportFolder, made.folder ?? '');
    if (printed) for await (const piece of createReadStream(join(folder, `${report.name}.${format?.[0] ?? 'json'}`))) await send(process.stdout, piece as Buffer);
    else print({ json }, { ...made, path: folder }, `${report.title}: ${made.rows ?? 0} rows of revision ${made.revision ?? 0}${changed(made)}\n${made.files.map(({ name }) => join(folder, name)).join('\n')}`);
  } finally {
    if (printed) await rm(exportFolder, { recursive: true, force: true });
  }
}

async function due(flags: { json?: boolean; run?: boolean }, config: Config): Promise<void> {
  const reports = readReports();
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  await withStore(config, stopping.signal, async (store) => {
    const runs = new ReportRuns(store);
    const now = new Date();
    const scheduled = reports.flatMap((report) => (report.schedule === null ? [] : [{ report, schedule: report.schedule }]));
    if (flags.run === true) {
      const house = reportHouse(store, config, (line) => console.error(line));
      const settled = await runs.schedule(scheduled.map(({ report }) => report.name), now.getTime());
      for (const { report, schedule } of scheduled) {
        const last = lastDue(schedule, now)?.getTime() ?? null;
        if (last === null || last <= (settled.get(report.name) ?? Infinity) || stopping.signal.aborted) continue;
        try {
          await runReport(house, { report, given: {}, formats: null, trigger: 'schedule', due: last, signal: stopping.signal });
        } catch (error) {
          // One that fails, or that another is at, keeps none of the others.
          console.error(`Report ${report.name} was not made: ${faultText(error)}`);
          const code = error instanceof FealtyError ? exitCode(error) : FAILED;
          process.exitCode = code === BUSY ? (process.exitCode ?? BUSY) : code === INTERRUPTED ? INTERRUPTED : FAILED;
        }
      }
    }
    const settled = await runs.settled(scheduled.map(({ report }) => report.name));
    const rows = scheduled.map(({ report, schedule }) => {
      const { doneDue = null, running = false } = settled.get(report.name) ?? {};
      const last = lastDue(schedule, now);
      const state = running ? 'running' : doneDue === null ? 'not scheduled yet' : last !== null && last.getTime() > doneDue ? 'due' : 'settled';
      return { report: report.name, schedule, lastDue: last?.toISOString() ?? null, nextDue: nextDue(schedule, now)?.toISOString() ?? null, state };
    });
    print(flags, rows, rows.map((row) => `${row.report.padEnd(24)} ${row.state.padEnd(18)} last ${row.lastDue ?? 'never'}   next ${row.nextDue ?? 'never'}`).join('\n'));
  });
}

async function history(name: string | undefined, flags: { json?: boolean; limit: number }, config: Config): Promise<void> {
  if (name !== undefined) reportNamed(name, readReports());
  const waiting = (await new HistoryFile(config.reports.folder).runs()).filter((one) => name === undefined || one.report === name);
  let recorded: ReportRun[] = [];
  try {
    recorded = await withStore(config, new AbortController().signal, (store) => new ReportRuns(store).list(name ?? null, flags.limit));
  } catch (error) {
    // What was written beside the exports is still of use; but only part of it all.
    if (waiting.length === 0 || !(error instanceof FealtyError)) throw error;
    console.error(`${error.message} Shown is what was recorded beside the exports.`);
  }
  const all = [...new Map([...recorded, ...waiting].map((one) => [one.id, one])).values()].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1)).slice(0, flags.limit);
  print(flags, all, all.length === 0 ? 'No report was made yet.' : all.map((one) => `${one.startedAt}  ${one.status.padEnd(11)} ${one.report.padEnd(24)} ${one.error ?? `${one.rows ?? 0} rows${changed(one)}  ${one.folder ?? ''}${one.removedAt === null ? '' : ' (removed)'}`}`).join('\n'));
}

/** Opens the store for some work; `failed` is told if it cannot be opened. */
async function withStore<T>(config: Config, signal: AbortSignal, work: (store: Neo4jStore) => Promise<T>, failed?: (error: FealtyError) => Promise<void>): Promise<T> {
  let opened;
  try {
    opened = await openStore({ ...config, log: (line) => console.error(line), progress: terminalProgress(process.stderr), signal });
  } catch (error) {
    if (signal.aborted) throw stopped();
    if (error instanceof FealtyError) await failed?.(error);
    throw error;
  }
  try {
    return await work(opened.store);
  } finally {
    await opened.close();
  }
}

/** Runs a command; what is wrong with what was asked for has an exit code of its own. */
async function say(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof FealtyError)) throw error;
    console.error(faultText(error));
    process.exitCode = exitCode(error);
  }
}

function described({ name, file, title, purpose, parameters, columns, schedule, formats: all, deadline, compare }: ReportDefinition): Omit<ReportDefinition, 'statement'> {
  return { name, file, title, purpose, parameters, columns, schedule, formats: all, deadline, compare };
}

function shown(report: ReportDefinition): string {
  const { parameters, columns, schedule } = report;
  return [
    `${report.title} (${report.name}, ${report.file})`, report.purpose, '',
    'Parameters:', ...(parameters.length === 0 ? ['  none'] : parameters.map((one) => `  ${one.name.padEnd(14)} ${one.type}${one.from === null ? '' : ` from ${one.from}`}${one.to === null ? '' : ` to ${one.to}`}${one.default === null ? '' : `, ${one.default} unless said`}: ${one.about}${one.options.length > 0 ? ` (${one.options.join(', ')})` : ''}`)), '',
    'Columns:', ...columns.map(({ name, about }) => `  ${name.padEnd(14)} ${about}`), '',
    `Schedule: ${schedule === null ? 'only when asked for' : `${schedule.cron} ${schedule.timeZone}, next ${nextDue(schedule, new Date())?.toISOString() ?? 'never'}`}`,
    `Formats: ${report.formats.join(', ')}`, `Deadline: ${report.deadline} s`, '', report.statement.trimEnd(),
  ].join('\n');
}

function changed({ changes }: ReportRun): string {
  return changes === null ? '' : `; since the last ${changes.new} new, ${changes.changed} changed, ${changes.gone} gone`;
}

function print({ json }: { json?: boolean }, data: unknown, text: string): void {
  console.log(json === true ? JSON.stringify(data, null, 2) : text);
}

function parameter(text: string, all: Record<string, string>): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Expected name=value.');
  return { ...all, [text.slice(0, at)]: text.slice(at + 1) };
}

function formats(text: string, all: ReportFormat[] = []): ReportFormat[] {
  const names = text.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !(name in REPORT_FORMATS));
  if (wrong !== undefined) throw new InvalidArgumentError(`Expected ${Object.keys(REPORT_FORMATS).join(', ')}.`);
  return [...new Set([...all, ...(names as ReportFormat[])])];
}

function whole(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1 to 9999.');
  return Number(text);
}

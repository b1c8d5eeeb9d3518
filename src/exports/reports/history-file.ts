import { randomUUID } from 'node:crypto';
import { appendFile, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportRun } from '../../domain/report';
import { makeFolder } from '../output/make-folder';

const NAME = 'history.jsonl';

/** Runs that could not be recorded in the graph, because it was away: a line each, beside the exports, until they can be. */
export class HistoryFile {
  private readonly path: string;

  constructor(private readonly exportFolder: string) {
    this.path = join(exportFolder, NAME);
  }

  /** Adds a run. Throws if not even that can be written. */
  async add(run: ReportRun): Promise<void> {
    await makeFolder(this.exportFolder);
    await appendFile(this.path, `${JSON.stringify(run)}\n`);
  }

  /** The runs that wait here; lines that cannot be read are left out. */
  async runs(): Promise<ReportRun[]> {
    const texts = await Promise.all((await this.files()).map((path) => readFile(path, 'utf8').catch(() => '')));
    return parse(texts.join('\n'));
  }

  /** Hands the runs that wait to `record`, and forgets them once it has them; those that others could not hand over, too. Other processes may add more meanwhile, or hand over the same: `record` may be told twice. */
  async handOver(record: (runs: ReportRun[]) => Promise<void>): Promise<void> {
    // Out of the way of those who add; what is taken and not recorded lies there for the next.
    await rename(this.path, `${this.path}.${randomUUID()}`).catch(() => undefined);
    for (const path of await this.files()) {
      if (path === this.path) continue;
      await record(parse(await readFile(path, 'utf8').catch(() => '')));
      await rm(path, { force: true });
    }
  }

  /** The file, and those that were taken from it. */
  private async files(): Promise<string[]> {
    const names = await readdir(this.exportFolder).catch(() => []);
    return names.filter((name) => name === NAME || name.startsWith(`${NAME}.`)).map((name) => join(this.exportFolder, name));
  }
}

function parse(text: string): ReportRun[] {
  // The last version of a run counts.
  const runs = new Map<string, ReportRun>();
  for (const line of text.split('\n')) {
    try {
      const run = JSON.parse(line) as ReportRun;
      if (typeof run.id === 'string' && typeof run.startedAt === 'string') runs.set(run.id, run);
    } catch {
      // A line cut off by a full disk.
    }
  }
  return [...runs.values()];
}

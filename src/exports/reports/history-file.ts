import { appendFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportRun } from '../../domain/report';

const NAME = 'history.jsonl';

/** Runs that could not be recorded in the graph, because it was away: a line each, beside the exports, until they can be. */
export class HistoryFile {
  private readonly path: string;

  constructor(private readonly exportFolder: string) {
    this.path = join(exportFolder, NAME);
  }

  /** Adds a run. Throws if not even that can be written. */
  async add(run: ReportRun): Promise<void> {
    await mkdir(this.exportFolder, { recursive: true });
    await appendFile(this.path, `${JSON.stringify(run)}\n`);
  }

  /** The runs that wait here; lines that cannot be read are left out. */
  async runs(): Promise<ReportRun[]> {
    return parse(await readFile(this.path, 'utf8').catch(() => ''));
  }

  /** Hands the runs that wait to `record`, and forgets them once it has them. Other processes may add more meanwhile. */
  async handOver(record: (runs: ReportRun[]) => Promise<void>): Promise<void> {
    const taken = `${this.path}.${process.pid}`;
    try {
      await rename(this.path, taken);
    } catch {
      return;
    }
    const text = await readFile(taken, 'utf8');
    try {
      await record(parse(text));
    } catch (error) {
      await appendFile(this.path, text);
      throw error;
    } finally {
      await rm(taken, { force: true });
    }
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

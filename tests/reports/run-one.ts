import { runReport } from '../../src/exports/reports/run-report';
import { Neo4jStore } from '../../src/store/neo4j-store';
import { readReports } from '../../src/store/reports/report-files';

/** A process of its own that makes the one report of a folder into another: run-one.ts <reports> <exports>. Tells the peak of its memory in MB. */
async function main([reports = '', exportFolder = '']: string[]): Promise<void> {
  const store = new Neo4jStore({ uri: process.env.NEO4J_URI as string, user: 'neo4j', password: process.env.NEO4J_PASSWORD as string });
  const stopping = new AbortController();
  process.once('SIGTERM', () => stopping.abort()).once('SIGINT', () => stopping.abort());
  const [report] = readReports(reports);
  try {
    if (report === undefined) throw new Error('no report');
    const run = await runReport({ store, exportFolder, keep: 30, keepDays: 0, chromium: process.env.FEALTY_CHROMIUM ?? null, versions: {}, log: console.error }, { report, given: {}, formats: null, trigger: 'command', due: null, signal: stopping.signal });
    console.log(`made ${run?.rows ?? 0} rows; peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  } finally {
    await store.close();
  }
}

void main(process.argv.slice(2));

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config';
import type { ReportHouse } from './exports/reports/run-report';
import { ReportScheduler } from './exports/reports/scheduler';
import type { Neo4jStore } from './store/neo4j-store';
import { packageRoot } from './store/package-root';
import { reportDefinitions } from './store/reports/report-files';

/** What reports are made with, as the configuration says. */
export function reportHouse(store: Neo4jStore, { reports }: Config, log: (line: string) => void): ReportHouse {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  return { store, exportFolder: reports.folder, keep: reports.keep, keepDays: reports.keepDays, chromium: reports.chromium, versions: { fealty: version, node: process.versions.node }, log };
}

/** The scheduler of this service, not started yet; null if it is turned off. */
export function reportScheduler(store: Neo4jStore, config: Config, log: (line: string) => void): ReportScheduler | null {
  return config.reports.scheduled ? new ReportScheduler(reportHouse(store, config, log), reportDefinitions()) : null;
}

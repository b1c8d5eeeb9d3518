import { FealtyError } from '../../domain/errors';
import type { ReportDefinition } from '../../domain/report';
import { cypherParams } from '../cypher-params';
import type { Neo4jStore } from '../neo4j-store';
import { bindParameters } from './parameters';
import { bounded, judge, meaning } from './read-rows';

/**
 * Has Neo4j plan each report, without running any, so that what would fail when it runs is known before. Throws FealtyError: BAD_REPORT with a line for each that Neo4j does not understand, that returns
 * other columns than its header says, or that does what it may not; STORE_UNAVAILABLE; TIMEOUT; STOPPED when `signal` says so.
 */
export async function checkReports(store: Neo4jStore, reports: ReportDefinition[], signal: AbortSignal): Promise<void> {
  const faults: string[] = [];
  const session = store.readSession(1);
  try {
    for (const report of reports) {
      try {
        await bounded(judge(session, report, cypherParams(bindParameters(report, {}, null, new Date()).values)), Date.now() + report.deadline * 1_000, signal, report);
      } catch (error) {
        const meant = meaning(error, report);
        if (!(meant instanceof FealtyError) || !['BAD_REPORT', 'REPORT_REFUSED'].includes(meant.code)) throw meant;
        faults.push(meant.message);
      }
    }
  } finally {
    // A server that hangs would hold this for ever.
    void session.close().catch(() => undefined);
  }
  if (faults.length > 0) throw new FealtyError('BAD_REPORT', faults.join('\n'));
}

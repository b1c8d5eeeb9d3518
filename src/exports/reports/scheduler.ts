import { FealtyError } from '../../domain/errors';
import type { ReportDefinition, ReportSchedule } from '../../domain/report';
import { lastDue, nextDue } from '../../domain/schedule';
import { checkReports } from '../../store/reports/check-reports';
import { ReportRuns } from '../../store/reports/report-runs';
import { faultText } from './fault-text';
import { runReport, type ReportHouse } from './run-report';

/** At least so often it is looked whether a report is due: another service may have died over one. */
const LOOK_MS = 60_000;

type Scheduled = ReportDefinition & { schedule: ReportSchedule };

/**
 * Makes reports when they are due, one after the other. What is settled stands in the graph, so that of several services one makes each, what was missed while none ran is made once, and what a
 * service died over is made by another or at the next start. A report that nobody scheduled before begins with the first start.
 */
export class ReportScheduler {
  private readonly runs: ReportRuns;
  private readonly reports: Scheduled[];
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(private readonly house: ReportHouse, reports: ReportDefinition[], private readonly now: () => Date = () => new Date()) {
    this.runs = new ReportRuns(house.store);
    this.reports = reports.filter((report): report is Scheduled => report.schedule !== null);
  }

  /** Begins: says which reports would fail, and makes what was missed. */
  start(): void {
    if (this.stopping.signal.aborted) return;
    this.looking = this.check();
    void this.look();
  }

  /** Makes what is due now; nothing twice, however often it is called. Never throws: what goes wrong is in the log and the history. */
  look(): Promise<void> {
    this.looking = this.looking.then(() => this.makeDue()).finally(() => this.sleep());
    return this.looking;
  }

  /** Ends: a report in the making is cut short, leaves nothing behind, and is still due. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.looking;
    clearTimeout(this.timer);
  }

  private async check(): Promise<void> {
    try {
      await checkReports(this.house.store, this.reports, this.stopping.signal);
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      const areWrong = error instanceof FealtyError && error.code === 'BAD_REPORT';
      this.house.log(areWrong ? `Reports that will fail when they are due:\n${faultText(error)}` : `Reports could not be looked at before they are due: ${faultText(error)}`);
    }
  }

  private sleep(): void {
    clearTimeout(this.timer);
    if (this.stopping.signal.aborted) return;
    const now = this.now();
    const waits = this.reports.map(({ schedule }) => (nextDue(schedule, now)?.getTime() ?? Infinity) - now.getTime());
    this.timer = setTimeout(() => void this.look(), Math.max(1, Math.min(LOOK_MS, ...waits)));
    // It alone is no reason to stay: the service's own socket is.
    this.timer.unref();
  }

  private async makeDue(): Promise<void> {
    try {
      const settled = await this.runs.schedule(this.reports.map(({ name }) => name), this.now().getTime());
      for (const report of this.reports) {
        const due = lastDue(report.schedule, this.now())?.getTime();
        if (due !== undefined && due > (settled.get(report.name) ?? Infinity)) await this.make(report, due);
        if (this.stopping.signal.aborted) return;
      }
    } catch (error) {
      if (!this.stopping.signal.aborted) this.house.log(`Reports: ${faultText(error)}`);
    }
  }

  private async make(report: Scheduled, due: number): Promise<void> {
    try {
      const run = await runReport(this.house, { report, given: {}, formats: null, trigger: 'schedule', due, signal: this.stopping.signal });
      if (run !== null) this.house.log(`Report ${report.name}: ${run.rows ?? 0} rows, in ${run.folder ?? ''}.`);
    } catch (error) {
      // Another is at it: that is how it should be.
      if (error instanceof FealtyError && error.code === 'REPORT_BUSY') return;
      this.house.log(`Report ${report.name} was not made: ${faultText(error)}`);
    }
  }
}

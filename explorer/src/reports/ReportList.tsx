import { ReportsDocument } from '../api/generated/documents';
import { State } from '../evidence/State';
import { useAnswer } from '../state/use-answer';
import { ReportCard } from './ReportCard';

/** Every report there is, each with its last run to open. */
export default function ReportList(): preact.JSX.Element {
  const answered = useAnswer(ReportsDocument, {});
  const reports = answered.data?.reports.nodes ?? [];
  return (
    <>
      <p class="small quiet">A report answers one question as the graph stood at one moment; every row cites its passages, and says what has changed since the report before. The service makes those that are due.</p>
      <State answered={answered} />
      {answered.data && reports.length === 0 && <p class="notice">There are no reports here.</p>}
      <ul class="report-list" data-testid="reports">{reports.map((report) => <ReportCard key={report.id} report={report} />)}</ul>
    </>
  );
}

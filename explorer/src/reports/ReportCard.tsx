import { useState } from 'preact/hooks';
import { RunsOfReportDocument, type ReportsQuery } from '../api/generated/documents';
import { State } from '../evidence/State';
import { CopyButton } from '../shell/CopyButton';
import { useAnswer } from '../state/use-answer';
import { RunLine } from './RunLine';
import { momentInWords } from './moment-in-words';

type Report = ReportsQuery['reports']['nodes'][number];

const MOST_RUNS = 20;

/** One report: what it is for, when it is due, and its runs. */
export function ReportCard({ report }: { report: Report }): preact.JSX.Element {
  const { name, title, purpose, nextDue, lastRun } = report;
  const [earlier, setEarlier] = useState(false);
  return (
    <li class="card stack" aria-label={title}>
      <h3>{title}</h3>
      <p class="small">{purpose}</p>
      {lastRun ? <RunLine run={lastRun} title={title} /> : <p class="small quiet">Not made yet.</p>}
      <div class="row tiny quiet">
        <span>{nextDue === null ? 'Made when asked for.' : `Next due ${momentInWords(nextDue)}.`}</span>
        <CopyButton text={() => `npm run report -- run ${name}`} what="the command that makes it" />
      </div>
      {lastRun && (
        <details onToggle={({ currentTarget }) => setEarlier(currentTarget.open)}>
          <summary>Earlier runs</summary>
          {earlier && <EarlierRuns report={name} title={title} but={lastRun.id} />}
        </details>
      )}
    </li>
  );
}

function EarlierRuns({ report, title, but }: { report: string; title: string; but: string }): preact.JSX.Element {
  const answered = useAnswer(RunsOfReportDocument, { report, first: MOST_RUNS });
  const runs = (answered.data?.reportRuns.nodes ?? []).filter(({ id }) => id !== but);
  const total = answered.data?.reportRuns.totalCount ?? 0;
  return (
    <>
      <State answered={answered} />
      {answered.data && runs.length === 0 && <p class="small quiet">None.</p>}
      <div class="stack">{runs.map((run) => <RunLine key={run.id} run={run} title={title} />)}</div>
      {total > MOST_RUNS && <p class="tiny quiet">The last {MOST_RUNS} of {total.toLocaleString('en')}.</p>}
    </>
  );
}

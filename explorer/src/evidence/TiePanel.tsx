import { TieEvidenceDocument } from '../api/generated/documents';
import { evidenceFilter } from '../model/query';
import { count } from '../model/words';
import { select } from '../state/actions';
import { rules, shown, view } from '../state/store';
import { useAnswer } from '../state/use-answer';
import { onPage } from '../graph/looks';
import { Sign } from '../legend/Sign';
import { TieSample } from '../legend/TieSample';
import { isDark } from '../state/theme';
import { ClaimCard } from './ClaimCard';
import { Rivals } from './Rivals';
import { State } from './State';

/** What stands behind one line of the drawing. */
export function TiePanel({ id }: { id: string }): preact.JSX.Element {
  const answered = useAnswer(TieEvidenceDocument, { id, filter: evidenceFilter(view.value.filters) ?? null });
  const tie = answered.data?.tie;
  if (!answered.loading && answered.data && !tie) return <p class="notice">This tie is not in the graph, or nothing behind it passes the filters.</p>;
  const rule = tie ? rules.value.get(tie.type) : undefined;
  const both = shown.value.bothAllyAndEnemy.has(id);
  return (
    <section class="panel" aria-label="Tie" data-testid="tie-panel">
      {tie && (
        <>
          <div class="tie-title">
            <button type="button" class="link strong" onClick={() => select([{ kind: 'party', id: tie.source.id }])}><bdi>{tie.source.name}</bdi></button>
            <span class="tie-type" style={{ color: onPage(rule?.colour ?? '#7f7f7f', isDark.value) }}><TieSample type={tie.type} /> <span class="ink">{rule?.label}</span></span>
            <button type="button" class="link strong" onClick={() => select([{ kind: 'party', id: tie.target.id }])}><bdi>{tie.target.name}</bdi></button>
          </div>
          <p class="small quiet">{count(tie.claimCount, 'claim')} of {count(tie.originCount, 'distinct origin')} in {count(tie.articleCount, 'article')}{tie.originCount < tie.claimCount ? '; claims that go back to one origin count once' : ''}.</p>
          <div class="row">
            {tie.contested && <span class="tag bad"><Sign sign="rivals" /> rival accounts</span>}
            {both && <span class="tag bad"><Sign sign="both" /> these two are allied and hostile at once</span>}
          </div>
        </>
      )}
      <State answered={answered} />
      {answered.data && <Rivals pairs={answered.data.rivals.nodes} />}
      {tie && <div class="stack" data-testid="claims">{tie.claims.nodes.map((claim) => <ClaimCard key={claim.id} claim={claim} />)}</div>}
      {tie && (tie.claims.totalCount ?? 0) > tie.claims.nodes.length && <p class="small quiet">The first {tie.claims.nodes.length} of {(tie.claims.totalCount ?? 0).toLocaleString('en')} claims. Narrow by period, place or article to see the others.</p>}
    </section>
  );
}

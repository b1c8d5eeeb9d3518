import { select } from '../state/actions';
import { rules } from '../state/store';
import { count, plain } from '../model/words';
import type { Link } from './answer';
import { PassageLine } from './Passage';

/** A link of an answer: who to whom, in words, with its first passages; chosen, it is selected in the graph, with all of its evidence. `again`: its passages stand above already. */
export function LinkCard({ link, again }: { link: Link; again: boolean }): preact.JSX.Element {
  const rule = rules.value.get(link.type);
  const more = (link.claims.totalCount ?? 0) - link.claims.nodes.length;
  const choose = (): void => select([{ kind: 'tie', id: link.id }]);
  return (
    <div class="link-card" style={{ borderInlineStartColor: rule?.colour ?? 'var(--line-strong)' }}>
      <p class="link-line">
        <button type="button" class="link" onClick={choose}><bdi>{link.source.name}</bdi> <span class="verb">{rule?.label ?? plain(link.type)}</span> <bdi>{link.target.name}</bdi></button>
        {link.contested && <span class="tag bad">disputed</span>}
        {link.originCount > 1 && <span class="tag">{count(link.originCount, 'origin')}</span>}
      </p>
      {again ? <p class="quiet small">Its passages stand above.</p> : link.claims.nodes.map((passage) => <PassageLine key={passage.id} passage={passage} />)}
      {!again && more > 0 && <button type="button" class="link small" onClick={choose}>{count(more, 'more passage')}</button>}
    </div>
  );
}

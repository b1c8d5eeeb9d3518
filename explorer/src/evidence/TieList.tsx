import { onPage } from '../graph/looks';
import { Sign } from '../legend/Sign';
import { TieSample } from '../legend/TieSample';
import type { Tie } from '../model/network';
import { count } from '../model/words';
import { select } from '../state/actions';
import { rules, shown } from '../state/store';
import { isDark } from '../state/theme';

/** Ties as a list, read from one party if `of` names it; each opens its evidence. */
export function TieList({ ties, of, title = 'Ties on show' }: { ties: readonly Tie[]; of?: string; title?: string }): preact.JSX.Element | null {
  if (ties.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title} <span class="quiet">{ties.length}</span></h3>
      <ul class="tie-list">
        {ties.map((tie) => {
          const rule = rules.value.get(tie.type);
          const inward = of === tie.target.id && of !== tie.source.id;
          const other = inward ? tie.source : tie.target;
          return (
            <li key={tie.id}>
              <button type="button" class="tie-row" onClick={() => select([{ kind: 'tie', id: tie.id }])}>
                <span style={{ color: onPage(rule?.colour ?? '#7f7f7f', isDark.value) }}><TieSample type={tie.type} /></span>
                <span>{of === undefined && <><bdi>{tie.source.name}</bdi> </>}<em>{inward ? rule?.inverse : rule?.label}</em> <bdi>{of === undefined ? tie.target.name : other.name}</bdi>
                  {tie.contested && <Sign sign="rivals" title="Rival accounts" />}{shown.value.bothAllyAndEnemy.has(tie.id) && <Sign sign="both" title="Allied and hostile at once" />}</span>
                <span class="quiet tiny">{count(tie.claimCount, 'claim')}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

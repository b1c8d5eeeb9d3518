import { useState } from 'preact/hooks';
import { ApiError } from '../api/client';
import { TalliesDocument, type ClaimType, type Direction, type TalliesQuery } from '../api/generated/documents';
import { evidenceFilter } from '../model/query';
import { count } from '../model/words';
import { expand } from '../state/actions';
import { expanding } from '../state/panels';
import { parties, rules, view } from '../state/store';
import { useAnswer } from '../state/use-answer';
import { onPage } from '../graph/looks';
import { TieSample } from '../legend/TieSample';
import { isDark } from '../state/theme';
import { State } from './State';

type Tally = TalliesQuery['tieTallies'][number];
const keyOf = ({ type, direction }: Tally): string => `${type} ${direction}`;
const LIMITS = [10, 25, 50, 100, 500];

/** How many ties a party has of each type and direction, to choose from before any is drawn. */
export function Expansion({ party }: { party: { id: string; name: string } }): preact.JSX.Element {
  const answered = useAnswer(TalliesDocument, { of: party.id, filter: evidenceFilter(view.value.filters) ?? null });
  const tallies = answered.data?.tieTallies ?? [];
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(50);
  const [fault, setFault] = useState<string | null>(null);
  const chosen = tallies.filter((tally) => !left.has(keyOf(tally)));
  const hidden = parties.value.get(party.id)?.hiddenTies ?? 0;
  const go = async (): Promise<void> => {
    setFault(null);
    const directions: Direction[] = ['BOTH', 'OUT', 'IN'];
    const expansions = directions.map((direction) => ({ direction, types: chosen.filter((tally) => tally.direction === direction).map(({ type }): ClaimType => type) })).filter(({ types }) => types.length > 0);
    try {
      await expand(party, expansions, limit);
      expanding.value = null;
    } catch (error) {
      setFault(error instanceof ApiError ? error.message : 'Something went wrong.');
    }
  };
  return (
    <fieldset class="card stack" data-testid="expansion">
      <legend class="small">Expand <bdi>{party.name}</bdi></legend>
      <p class="tiny quiet">{hidden === 0 ? 'All its ties that pass the filters lead to parties asked for already.' : `${count(hidden, 'tie')} to parties that are not in the view yet.`}</p>
      <State answered={answered} />
      <ul class="checks">
        {tallies.map((tally) => {
          const rule = rules.value.get(tally.type);
          return (
            <li key={keyOf(tally)}><label>
              <input type="checkbox" checked={!left.has(keyOf(tally))} onChange={() => setLeft(toggled(left, keyOf(tally)))} />
              <span style={{ color: onPage(rule?.colour ?? '#7f7f7f', isDark.value) }}><TieSample type={tally.type} /></span>
              <span>{tally.direction === 'IN' ? rule?.inverse : rule?.label}</span><span class="quiet">{tally.ties}</span>
            </label></li>
          );
        })}
      </ul>
      <div class="row">
        <label class="row small">At most <select value={limit} onChange={({ currentTarget }) => setLimit(Number(currentTarget.value))}>{LIMITS.map((n) => <option key={n} value={n}>{n}</option>)}</select></label>
        <button type="button" class="button main" disabled={chosen.length === 0} onClick={() => void go()}>Expand</button>
        <button type="button" class="button" onClick={() => (expanding.value = null)}>Cancel</button>
      </div>
      {fault && <p class="notice" role="alert">{fault}</p>}
    </fieldset>
  );
}

function toggled(set: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

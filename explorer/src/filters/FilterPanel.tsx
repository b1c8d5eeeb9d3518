import type { ClaimType, Stance } from '../api/generated/documents';
import { onPage } from '../graph/looks';
import { TieSample } from '../legend/TieSample';
import { PartyPicker } from '../search/PartyPicker';
import { bringBack, clearFilters, setFilters } from '../state/actions';
import { filtersOpen } from '../state/panels';
import { rules, start, view } from '../state/store';
import { isDark } from '../state/theme';
import { count } from '../model/words';
import { PeriodField } from './PeriodField';

const STANCES: [Stance, string][] = [['STATED', 'stated as fact'], ['REPORTED', 'reported'], ['ALLEGED', 'alleged']];

/** All that narrows the network. What is set shows as chips above the graph as well. */
export function FilterPanel(): preact.JSX.Element | null {
  if (!filtersOpen.value) return null;
  const { filters, hidden } = view.value;
  const articles = start.value?.articles.nodes ?? [];
  const patrons = start.value?.actors.nodes ?? [];
  return (
    <aside class="left" aria-label="Filters">
      <div class="panel">
        <div class="row spread"><h2>Filters</h2><button type="button" class="button small" onClick={clearFilters}>Clear all</button></div>
        <fieldset><legend>Types of tie</legend>
          <ul class="checks">
            {[...rules.value.values()].map(({ type, label, colour }) => (
              <li key={type}><label><input type="checkbox" checked={filters.types?.includes(type) ?? true} onChange={() => toggleType(type)} /><span style={{ color: onPage(colour, isDark.value) }}><TieSample type={type} /></span><span>{label}</span></label></li>
            ))}
          </ul>
        </fieldset>
        <label class="field">Side of a patron
          <select value={filters.patron ?? ''} onChange={({ currentTarget: { value } }) => setFilters(value === '' ? 'Any side' : `Only the side of ${value}`, { patron: value || null })}>
            <option value="">any</option>{patrons.map(({ id, name }) => <option key={id} value={name}>{name}</option>)}
            {filters.patron !== null && !patrons.some(({ name }) => name === filters.patron) && <option value={filters.patron}>{filters.patron}</option>}
          </select>
        </label>
        <PartyPicker label="Place, or within it" kinds={['LOCATION']} value={filters.place ?? ''} onPick={({ name }) => setFilters(`Only at ${name}`, { place: name })} />
        <PeriodField />
        <fieldset><legend>Articles</legend>
          <ul class="checks">
            {articles.slice(0, 50).map(({ id, publisher, title }) => (
              <li key={id}><label title={title}><input type="checkbox" checked={filters.articles?.includes(id) ?? true} onChange={() => toggleArticle(id)} /><bdi>{publisher}</bdi></label></li>
            ))}
          </ul>
          {articles.length > 50 && <p class="tiny quiet">And {articles.length - 50} more: search for one to pick it.</p>}
        </fieldset>
        <fieldset><legend>How it is put</legend>
          <ul class="checks">{STANCES.map(([stance, words]) => <li key={stance}><label><input type="checkbox" checked={filters.stances?.includes(stance) ?? true} onChange={() => toggleStance(stance)} />{words}</label></li>)}</ul>
        </fieldset>
        <label class="field">Distinct origins behind a tie, at least
          <input type="number" min="1" max="1000" value={filters.minOrigins} onChange={({ currentTarget }) => setFilters('Distinct origins', { minOrigins: within(currentTarget.valueAsNumber, 1, 1000) }, true)} />
        </label>
        <label class="field">Ties of a party on show, at least
          <input type="number" min="0" max="1000" value={filters.minDegree} onChange={({ currentTarget }) => setFilters('Ties of a party', { minDegree: within(currentTarget.valueAsNumber, 0, 1000) }, true)} />
        </label>
        {hidden.length > 0 && <button type="button" class="button" onClick={() => bringBack()}>Bring back {count(hidden.length, 'hidden party', 'hidden parties')}</button>}
      </div>
    </aside>
  );
}

function within(n: number, low: number, high: number): number {
  return Number.isFinite(n) ? Math.min(high, Math.max(low, Math.round(n))) : low;
}

/** A list with one value more or less; null where all are in again. An empty list would show nothing, so the last one stays. */
function toggled<T>(list: readonly T[] | null, value: T, all: readonly T[]): T[] | null {
  const before = list ?? all;
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  if (after.length === 0) return [value];
  return all.every((other) => after.includes(other)) ? null : all.filter((other) => after.includes(other));
}

function toggleType(type: ClaimType): void {
  setFilters('Types of tie', { types: toggled(view.peek().filters.types, type, [...rules.peek().keys()]) });
}

function toggleArticle(id: string): void {
  setFilters('Articles', { articles: toggled(view.peek().filters.articles, id, (start.peek()?.articles.nodes ?? []).map((article) => article.id)) });
}

function toggleStance(stance: Stance): void {
  setFilters('How it is put', { stances: toggled(view.peek().filters.stances, stance, STANCES.map(([value]) => value)) });
}

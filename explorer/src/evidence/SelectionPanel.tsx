import { count } from '../model/words';
import type { Item } from '../model/view';
import { findPath, hide, keepOnly, select, selectNeighbours } from '../state/actions';
import { parties, rules, shown, shownIncidents, ties } from '../state/store';
import { socialTypes } from '../paths/social-types';
import { TieList } from './TieList';

/** Several things selected at once: what can be done with all of them, and each to look at alone. */
export function SelectionPanel({ items }: { items: readonly Item[] }): preact.JSX.Element {
  const ids = items.filter(({ kind }) => kind === 'party').map(({ id }) => id);
  const chosen = items.filter(({ kind }) => kind === 'tie').flatMap(({ id }) => ties.value.get(id) ?? []);
  const ends = [...new Set(chosen.flatMap(({ source, target }) => [source.id, target.id]))];
  const all = [...new Set([...ids, ...ends])];
  const here = new Set(ids);
  const between = shown.value.ties.filter(({ source, target }) => here.has(source.id) && here.has(target.id));
  const incidents = shownIncidents.value.filter(({ id }) => items.some((item) => item.id === id));
  const [from, to] = ids;
  return (
    <section class="panel" aria-label="Selection" data-testid="selection-panel">
      <h2>{count(items.length, 'thing')} selected</h2>
      <div class="row actions">
        <button type="button" class="button small" onClick={() => keepOnly(all)}>Keep only these</button>
        <button type="button" class="button small" disabled={ids.length === 0} onClick={() => hide(ids)}>Hide these</button>
        <button type="button" class="button small" disabled={ids.length === 0} onClick={selectNeighbours}>Select neighbours too</button>
        {ids.length === 2 && from !== undefined && to !== undefined && <button type="button" class="button small" onClick={() => findPath({ from, to, types: socialTypes(rules.value) })}>Find a path between them</button>}
        <button type="button" class="button small" onClick={() => select([])}>Clear</button>
      </div>
      {ids.length > 0 && <ul class="tie-list">{ids.slice(0, 200).map((id) => <li key={id}><button type="button" class="tie-row" onClick={() => select([{ kind: 'party', id }])}><bdi>{parties.value.get(id)?.party.name ?? 'not in view'}</bdi></button></li>)}</ul>}
      {incidents.length > 0 && <ul class="tie-list">{incidents.map(({ id, title }) => <li key={id}><button type="button" class="tie-row" onClick={() => select([{ kind: 'incident', id }])}><bdi>{title}</bdi></button></li>)}</ul>}
      <TieList ties={chosen.slice(0, 200)} title="Selected ties" />
      <TieList ties={between.slice(0, 200)} title="Ties among them" />
    </section>
  );
}

import { ask } from '../api/client';
import { NeighboursDocument, type ClaimType, type Direction } from '../api/generated/documents';
import { evidenceFilter } from '../model/query';
import { count } from '../model/words';
import { NO_FILTERS, sameItem, type Filters, type Item, type Pane, type PathRequest, type Sorting, type TableTab } from '../model/view';
import { announce } from './announcer';
import { change, network, parties, room, shown, view } from './store';

/** Selects items instead of, or with `add` beside, what is selected; with `add` an item that is selected already is let go. */
export function select(items: Item[], add = false): void {
  const before = view.peek().selection;
  const kept = before.filter((item) => !items.some((other) => sameItem(item, other)));
  const fresh = items.filter((item) => !before.some((other) => sameItem(item, other)));
  change(items.length === 0 && !add ? 'Clear selection' : 'Select', { selection: add ? [...kept, ...fresh] : items }, true);
}

export function setFilters(label: string, patch: Partial<Filters>, merges = false): void {
  change(label, { filters: { ...view.peek().filters, ...patch } }, merges);
}

export function clearFilters(): void {
  change('Clear filters', { filters: NO_FILTERS });
}

/** Which parties the view asks for, spelled out: the graph's own are those that came. */
function asked(): string[] {
  return view.peek().parties ?? network.peek().nodes.map(({ party }) => party.id);
}

/** Adds parties to the view. */
export function addParties(label: string, ids: string[]): void {
  const all = [...new Set([...asked(), ...ids])];
  change(label, { parties: all, hidden: view.peek().hidden.filter((id) => !ids.includes(id)) });
}

/** Brings a party into view, and selects it. */
export function showParty(id: string, name: string): void {
  const isHere = parties.peek().has(id);
  change(`Show ${name}`, {
    ...(isHere ? {} : { parties: [...new Set([...asked(), id])] }),
    hidden: view.peek().hidden.filter((other) => other !== id), selection: [{ kind: 'party', id }],
  });
}

export interface Expansion {
  types: ClaimType[];
  direction: Direction;
}

/** Adds a party's neighbours over the chosen types and directions, `limit` at most for each direction. Tells how many came and how many did not. Throws ApiError. */
export async function expand({ id, name }: { id: string; name: string }, expansions: Expansion[], limit: number): Promise<void> {
  const filter = evidenceFilter(view.peek().filters) ?? null;
  const fits = Math.min(limit, room());
  if (fits <= 0) return announce('No more parties fit. Hide some first.');
  const answers = await Promise.all(expansions.map(({ types, direction }) => ask(NeighboursDocument, { of: id, types, direction, limit: fits, filter })));
  const here = new Set(asked());
  const found = [...new Set(answers.flatMap(({ neighbourhood }) => neighbourhood.nodes.map(({ party }) => party.id)))].filter((other) => !here.has(other));
  const hidden = new Set(view.peek().hidden);
  const back = answers.flatMap(({ neighbourhood }) => neighbourhood.nodes.map(({ party }) => party.id)).filter((other) => hidden.has(other));
  const more = answers.reduce((sum, { neighbourhood }) => sum + neighbourhood.more, 0);
  if (found.length === 0 && back.length === 0) return announce(`${name}: all its neighbours over these ties are on show.`);
  addParties(`Expand ${name}`, [...found, ...back]);
  announce(`${name}: ${count(found.length + back.length, 'party', 'parties')} added${more > 0 ? `, ${more} more beyond the limit` : ''}.`);
}

/** Hides the neighbours that hang on this party alone. */
export function collapse({ id, name }: { id: string; name: string }): void {
  const { ties } = shown.peek();
  const neighbours = new Map<string, Set<string>>();
  for (const { source, target } of ties) {
    for (const [one, other] of [[source.id, target.id], [target.id, source.id]] as const) neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
  }
  const alone = [...(neighbours.get(id) ?? [])].filter((other) => other !== id && [...(neighbours.get(other) ?? [])].every((next) => next === id || next === other));
  if (alone.length === 0) return announce(`${name}: no neighbour hangs on it alone.`);
  change(`Collapse ${name}`, { hidden: [...view.peek().hidden, ...alone] });
  announce(`${name}: ${count(alone.length, 'party', 'parties')} hidden.`);
}

export function hide(ids: string[]): void {
  if (ids.length === 0) return announce('Nothing is selected.');
  const { hidden, selection } = view.peek();
  change(`Hide ${count(ids.length, 'party', 'parties')}`, { hidden: [...new Set([...hidden, ...ids])], selection: selection.filter(({ id }) => !ids.includes(id)) });
}

export function keepOnly(ids: string[]): void {
  if (ids.length === 0) return announce('Nothing is selected.');
  const kept = new Set(ids);
  const away = network.peek().nodes.map(({ party }) => party.id).filter((id) => !kept.has(id));
  change(`Keep only ${count(ids.length, 'party', 'parties')}`, { hidden: [...new Set([...view.peek().hidden, ...away])] });
}

export function bringBack(ids: string[] = view.peek().hidden): void {
  change('Bring back', { hidden: view.peek().hidden.filter((id) => !ids.includes(id)) });
}

/** Puts parties where the reader dragged them. */
export function pin(places: Record<string, [number, number]>): void {
  change('Move', { pinned: { ...view.peek().pinned, ...places } });
}

export function unpin(ids: string[]): void {
  change('Let go', { pinned: Object.fromEntries(Object.entries(view.peek().pinned).filter(([id]) => !ids.includes(id))) });
}

/** Selects the neighbours of the selected parties beside them. */
export function selectNeighbours(): void {
  const here = new Set(selectedParties());
  const near = shown.peek().ties.filter(({ source, target }) => here.has(source.id) || here.has(target.id)).flatMap(({ source, target }) => [source.id, target.id]);
  select([...new Set([...here, ...near])].map((id) => ({ kind: 'party', id })));
}

/** Ids of the selected parties. */
export function selectedParties(): string[] {
  const { selection } = view.peek();
  return selection.filter(({ kind }) => kind === 'party').map(({ id }) => id);
}

export function openPane(pane: Pane): void {
  change(pane === 'map' ? 'Open the map' : 'Back to the graph', { pane });
}

export function openTable(table: TableTab | null): void {
  change(table === null ? 'Close the table' : `Table of ${table}`, { table, sorting: null });
}

export function sortTable(sorting: Sorting): void {
  change('Sort the table', { sorting }, true);
}

export function findPath(path: PathRequest | null): void {
  change(path === null ? 'Close the path' : 'Find a path', { path });
}

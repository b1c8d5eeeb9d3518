import { batch, effect, signal, untracked } from '@preact/signals';
import type { ApiError } from '../api/client';
import { count, plain } from '../model/words';
import { FIRST_VIEW, NO_FILTERS, type Filters, type View } from '../model/view';
import { history, loading, network, problem, start, view } from '../state/store';
import { tellOfAddress } from './address-problem';

/** A view that came from elsewhere (a link, a saved view) and may name what the graph no longer has. */
const watched = signal<{ view: View; notes: string[] } | null>(null);
/** The refusal that was dealt with last: it stays on show until the next answer. */
let handled: ApiError | null = null;

/** Looks, once the network of the view on show is there, whether all that the view names is there too; what is gone leaves the view, and the reader is told. `unknown` are words that were left out already. */
export function watchForStale(unknown: string[]): void {
  watched.value = { view: view.peek(), notes: unknown.length === 0 ? [] : [`${unknown.map(plain).join(', ')} ${unknown.length === 1 ? 'is' : 'are'} not known to this page`] };
}

/** Call once. */
export function mendStaleViews(): void {
  effect(() => {
    const refused = problem.value;
    const asked = view.value;
    const wanted = watched.value;
    void network.value;
    if (wanted === null || loading.value || start.value === null) return;
    untracked(() => {
      if (wanted.view !== asked) watched.value = null;
      else if (refused === null) dropGone(wanted.notes);
      else if (isAboutTheView(refused) && refused !== handled) dropRefused(refused, wanted.notes);
    });
  });
}

/** Whether the service refuses what the view names; a question that only took too long, or asks for too much, is the reader's to narrow. */
function isAboutTheView({ code }: ApiError): boolean {
  return ['UNKNOWN_NAME', 'AMBIGUOUS_NAME', 'UNKNOWN_ARTICLE', 'BAD_USER_INPUT'].includes(code);
}

/** Puts a view in the place of the one on show, as if it had come so. */
function mend(mended: View): void {
  const { steps, at } = history.peek();
  history.value = { at, steps: steps.map((step, i) => (i === at ? { ...step, view: mended } : step)) };
}

const NAMES: { field: RegExp; name: keyof Filters; what: string }[] = [
  { field: /^filter\.place/, name: 'place', what: 'the place' },
  { field: /^filter\.patron/, name: 'patron', what: 'the patron' },
  { field: /^filter\.during/, name: 'period', what: 'the period' },
  { field: /^filter\.asKnownOn/, name: 'knownOn', what: 'the day of the record' },
  { field: /^filter\.articles/, name: 'articles', what: 'an article' },
  { field: /^filter\.stance/, name: 'stances', what: 'a stance' },
  { field: /^types/, name: 'types', what: 'a type of tie' },
];

/** The service does not take the view: without the filter that it names, else without any, else the first view. */
function dropRefused(refused: ApiError, notes: string[]): void {
  handled = refused;
  const field = typeof refused.extensions.field === 'string' ? refused.extensions.field : '';
  const asked = view.peek();
  const { mended, note } = withoutRefused(asked, field, refused.message);
  batch(() => {
    watched.value = { view: mended, notes: [...notes, note] };
    mend(mended);
  });
}

function withoutRefused(asked: View, field: string, message: string): { mended: View; note: string } {
  const { filters } = asked;
  const found = NAMES.find((known) => known.field.test(field));
  if (found !== undefined && filters[found.name] !== null) {
    const was = filters[found.name];
    return { mended: { ...asked, filters: { ...filters, [found.name]: null } }, note: `the filter for ${found.what}${typeof was === 'string' ? ` “${was}”` : ''} is left out, as the graph does not know it` };
  }
  if (JSON.stringify(filters) !== JSON.stringify(NO_FILTERS)) return { mended: { ...asked, filters: NO_FILTERS }, note: 'its filters are left out, as the service does not take them' };
  return { mended: FIRST_VIEW, note: `the service does not take it (${message})` };
}

function dropGone(told: string[]): void {
  watched.value = null;
  const asked = view.peek();
  const shownNow = network.peek();
  const here = new Set(shownNow.nodes.map(({ party }) => party.id));
  const notes = [...told];
  const gone = new Set((asked.parties ?? []).filter((id) => !here.has(id)));
  // Without filters all that can be selected is in the network; with filters what is selected may only be filtered away.
  const isWhole = shownNow.more === 0 && JSON.stringify(asked.filters) === JSON.stringify(NO_FILTERS);
  const ties = new Set(shownNow.ties.map(({ id }) => id));
  const lost = asked.selection.filter(({ kind, id }) => gone.has(id) || (isWhole && ((kind === 'party' && !here.has(id)) || (kind === 'tie' && !ties.has(id)))));
  const articles = start.peek()?.articles;
  const known = articles !== undefined && articles.nodes.length >= (articles.totalCount ?? Infinity) ? new Set(articles.nodes.map(({ id }) => id)) : null;
  const unknownArticles = known === null ? [] : (asked.filters.articles ?? []).filter((id) => !known.has(id));
  if (gone.size > 0) notes.push(`${count(gone.size, 'party', 'parties')} of ${asked.parties?.length ?? 0} ${gone.size === 1 ? 'is' : 'are'} no longer in the graph`);
  const others = lost.filter(({ id }) => !gone.has(id)).length;
  if (others > 0) notes.push(`${count(others, 'selected item')} ${others === 1 ? 'is' : 'are'} no longer in the graph`);
  if (unknownArticles.length > 0) notes.push(`${count(unknownArticles.length, 'article')} of its filter ${unknownArticles.length === 1 ? 'is' : 'are'} no longer in the graph`);
  if (gone.size + lost.length + unknownArticles.length > 0) mend(without(asked, gone, new Set(lost.map(({ id }) => id)), new Set(unknownArticles)));
  if (notes.length > 0) tellOfAddress(`This view is not as it was made: ${notes.join('; ')}. What remains is shown.`);
}

function without(asked: View, gone: ReadonlySet<string>, lost: ReadonlySet<string>, unknownArticles: ReadonlySet<string>): View {
  const articles = asked.filters.articles?.filter((id) => !unknownArticles.has(id)) ?? null;
  return {
    ...asked,
    parties: asked.parties?.filter((id) => !gone.has(id)) ?? null,
    hidden: asked.hidden.filter((id) => !gone.has(id)),
    pinned: Object.fromEntries(Object.entries(asked.pinned).filter(([id]) => !gone.has(id))),
    selection: asked.selection.filter(({ id }) => !lost.has(id)),
    filters: { ...asked.filters, articles: articles?.length === 0 ? null : articles },
  };
}

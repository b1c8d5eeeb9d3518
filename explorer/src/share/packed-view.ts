import type { ClaimType, Stance } from '../api/generated/documents';
import { FIRST_VIEW, MOST_PARTIES, NO_FILTERS, type Asked, type Filters, type Item, type ItemKind, type PathRequest, type Sorting, type TableTab, type View } from '../model/view';
import { lengthened, shortened } from './short-id';

/** A view as links, saved views and files hold it: what is as at first is left out, names are short, ids are plain text. Changing what a key means needs another version in share-code.ts. */
export type PackedView = Record<string, unknown>;

/** Why a view could not be read, in words for the reader. */
export class UnreadableView extends Error {}

/** A view, and the names in it (of types, stances) that this version of the page does not know and left out. */
export interface Unpacked {
  view: View;
  unknown: string[];
}

const MOST_IDS = 5_000;
const MOST_ARTICLES = 500;
const MOST_SLOTS = 24;
const MOST_LETTERS = 500;
const FARTHEST = 1e7;

// As objects, so that the compiler tells when the service's words change.
const TYPES: Record<ClaimType, true> = {
  ALLIED_WITH: true, ATTACKED: true, BACKED_BY: true, CLASHED_WITH: true, COMMANDED_BY: true, COMPETES_WITH: true, CONTROLS: true, KILLED_CIVILIANS: true, MET_WITH: true, PART_OF: true, PRESENT_AT: true, PRESSED: true,
  WITHDREW_FROM: true,
};
const STANCES: Record<Stance, true> = { STATED: true, REPORTED: true, ALLEGED: true };
const KINDS: Record<string, ItemKind> = { p: 'party', t: 'tie', i: 'incident' };
const TABS: Record<TableTab, true> = { parties: true, ties: true, incidents: true };

export function pack({ parties, limit, hidden, pinned, filters, selection, asked, path, pane, table, sorting }: View): PackedView {
  const places = Object.entries(pinned).map(([id, [x, y]]) => [shortened(id), x, y]);
  const narrowed = packFilters(filters);
  return {
    ...(parties === null ? {} : { p: parties.map(shortened) }),
    ...(limit === FIRST_VIEW.limit ? {} : { l: limit }),
    ...(hidden.length === 0 ? {} : { h: hidden.map(shortened) }),
    ...(places.length === 0 ? {} : { n: places }),
    ...(Object.keys(narrowed).length === 0 ? {} : { f: narrowed }),
    ...(selection.length === 0 ? {} : { s: selection.map(({ kind, id }) => `${kind[0]}${shortened(id)}`) }),
    ...(asked === null ? {} : { q: [asked.question, Object.entries(asked.slots)] }),
    ...(path === null ? {} : { w: [shortened(path.from), shortened(path.to), path.types] }),
    ...(pane === 'graph' ? {} : { m: 1 }),
    ...(table === null ? {} : { t: table }),
    ...(sorting === null ? {} : { o: [sorting.column, sorting.descending ? 1 : 0] }),
  };
}

function packFilters({ types, patron, place, articles, period, certain, stances, minOrigins, minDegree, knownOn }: Filters): Record<string, unknown> {
  return {
    ...(types === null ? {} : { t: types }), ...(patron === null ? {} : { s: patron }), ...(place === null ? {} : { l: place }), ...(articles === null ? {} : { a: articles.map(shortened) }),
    ...(period === null ? {} : { p: period }), ...(certain ? { c: 1 } : {}), ...(stances === null ? {} : { v: stances }), ...(minOrigins === NO_FILTERS.minOrigins ? {} : { o: minOrigins }),
    ...(minDegree === NO_FILTERS.minDegree ? {} : { d: minDegree }), ...(knownOn === null ? {} : { k: knownOn }),
  };
}

/** The view that was packed. Takes anything; throws UnreadableView for what `pack` cannot have made. */
export function unpack(packed: unknown): Unpacked {
  const from = fields(packed, 'the view', 'plhnfsqwmto');
  const unknown: string[] = [];
  const view: View = {
    parties: optional(from.p, (list) => ids(list, 'parties', MOST_PARTIES)),
    limit: Math.min(MOST_PARTIES, optional(from.l, (it) => whole(it, 'the number of parties')) ?? FIRST_VIEW.limit),
    hidden: optional(from.h, (list) => ids(list, 'hidden parties', MOST_IDS)) ?? FIRST_VIEW.hidden,
    pinned: optional(from.n, places) ?? FIRST_VIEW.pinned,
    filters: optional(from.f, (filters) => unpackFilters(filters, unknown)) ?? NO_FILTERS,
    selection: optional(from.s, selected) ?? FIRST_VIEW.selection,
    asked: optional(from.q, asked),
    path: optional(from.w, (path) => pathRequest(path, unknown)),
    pane: optional(from.m, (map) => flag(map, 'the pane')) === true ? 'map' : 'graph',
    table: optional(from.t, tab),
    sorting: optional(from.o, sorting),
  };
  return { view, unknown };
}

function unpackFilters(value: unknown, unknown: string[]): Filters {
  const from = fields(value, 'the filters', 'tslapcvodk');
  return {
    types: optional(from.t, (list) => known(list, TYPES, 'types of ties', unknown)),
    patron: optional(from.s, (it) => text(it, 'the patron')),
    place: optional(from.l, (it) => text(it, 'the place')),
    articles: optional(from.a, (list) => ids(list, 'articles', MOST_ARTICLES)),
    period: optional(from.p, (it) => text(it, 'the period', 80)),
    certain: optional(from.c, (it) => flag(it, 'the period')) ?? NO_FILTERS.certain,
    stances: optional(from.v, (list) => known(list, STANCES, 'stances', unknown)),
    minOrigins: optional(from.o, (it) => whole(it, 'the number of origins')) ?? NO_FILTERS.minOrigins,
    minDegree: optional(from.d, (it) => whole(it, 'the number of ties')) ?? NO_FILTERS.minDegree,
    knownOn: optional(from.k, day),
  };
}

function optional<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === undefined ? null : read(value);
}

function refuse(what: string): never {
  throw new UnreadableView(`${what} cannot be read`);
}

/** The fields of an object whose names are single letters, those and no others. */
function fields(value: unknown, what: string, letters: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(what);
  const own = Object.entries(value);
  if (own.some(([name]) => name.length !== 1 || !letters.includes(name))) return refuse(what);
  return Object.fromEntries(own);
}

function list(value: unknown, what: string, most: number): unknown[] {
  if (!Array.isArray(value)) return refuse(what);
  if (value.length > most) throw new UnreadableView(`${what} are more than the ${most.toLocaleString('en')} that fit`);
  return value;
}

function text(value: unknown, what: string, most = MOST_LETTERS): string {
  return typeof value === 'string' && value.length <= most ? value : refuse(what);
}

function id(value: unknown, what: string): string {
  return (typeof value === 'string' ? lengthened(value) : null) ?? refuse(what);
}

function ids(value: unknown, what: string, most: number): string[] {
  return [...new Set(list(value, what, most).map((each) => id(each, what)))];
}

function flag(value: unknown, what: string): boolean {
  return value === 1 ? true : value === 0 ? false : refuse(what);
}

function whole(value: unknown, what: string): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 100_000 ? value : refuse(what);
}

function day(value: unknown): string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : refuse('the day of the record');
}

/** The words of `value` that are among `words`, null if none is left; the others are told. */
function known<Word extends string>(value: unknown, words: Record<Word, true>, what: string, unknown: string[]): Word[] | null {
  const told = list(value, what, 200).map((each) => text(each, what, 60));
  unknown.push(...told.filter((word) => !Object.hasOwn(words, word)));
  const kept = told.filter((word): word is Word => Object.hasOwn(words, word));
  return kept.length === 0 && told.length > 0 ? null : [...new Set(kept)];
}

function places(value: unknown): Record<string, [number, number]> {
  return Object.fromEntries(list(value, 'pinned parties', MOST_IDS).map((each): [string, [number, number]] => {
    const [party, x, y, ...rest] = list(each, 'a pinned party', 3);
    return rest.length === 0 && isCoordinate(x) && isCoordinate(y) ? [id(party, 'a pinned party'), [x, y]] : refuse('a pinned party');
  }));
}

function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= FARTHEST;
}

function selected(value: unknown): Item[] {
  return list(value, 'selected items', MOST_IDS).map((each) => {
    const told = text(each, 'a selected item', 700);
    const letter = told.slice(0, 1);
    const kind = Object.hasOwn(KINDS, letter) ? KINDS[letter] : undefined;
    return { kind: kind ?? refuse('a selected item'), id: id(told.slice(1), 'a selected item') };
  });
}

function asked(value: unknown): Asked {
  const [question, slots] = list(value, 'the question', 2);
  return {
    question: text(question, 'the question', 80),
    slots: Object.fromEntries(list(slots, 'the question’s slots', MOST_SLOTS).map((each): [string, string] => {
      const [name, filling] = list(each, 'a slot of the question', 2);
      const slot = text(name, 'a slot of the question', 40);
      // Whoever fills the slots looks them up by name in a plain object.
      return /^[A-Za-z][\w-]*$/.test(slot) && slot !== 'constructor' && slot !== 'prototype' ? [slot, text(filling, 'a slot of the question')] : refuse('a slot of the question');
    })),
  };
}

function pathRequest(value: unknown, unknown: string[]): PathRequest {
  const [from, to, types] = list(value, 'the path', 3);
  return { from: id(from, 'the path'), to: id(to, 'the path'), types: known(types, TYPES, 'types of ties', unknown) ?? [] };
}

function tab(value: unknown): TableTab {
  return typeof value === 'string' && Object.hasOwn(TABS, value) ? (value as TableTab) : refuse('the table');
}

function sorting(value: unknown): Sorting {
  const [column, descending] = list(value, 'the sorting', 2);
  return { column: text(column, 'the sorting', 60), descending: flag(descending, 'the sorting') };
}

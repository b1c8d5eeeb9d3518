import type { ClaimType, Stance } from '../api/generated/documents';

/** What narrows the network. Null (or the smallest number) where a filter is not set. */
export interface Filters {
  types: ClaimType[] | null;
  /** Name or id of a patron: only claims about its side. */
  patron: string | null;
  /** Name or id of a place: only what happened there or within. */
  place: string | null;
  articles: string[] | null;
  /** EDTF. */
  period: string | null;
  /** Whether a claim's whole date must lie within the period. */
  certain: boolean;
  stances: Stance[] | null;
  minOrigins: number;
  /** Parties with fewer ties on show are left out. */
  minDegree: number;
  /** YYYY-MM-DD: what was on record at the end of that day. */
  knownOn: string | null;
}

export type ItemKind = 'party' | 'tie' | 'incident';

/** Something that can be selected, by its global id. */
export interface Item {
  kind: ItemKind;
  id: string;
}

/** A question asked in the question bar: which one (its key in question/questions.ts) and what stands in its slots. */
export interface Asked {
  question: string;
  slots: Record<string, string>;
}

/** A way looked for between two parties, by id. */
export interface PathRequest {
  from: string;
  to: string;
  types: ClaimType[];
}

export type TableTab = 'parties' | 'ties' | 'incidents';
export type Pane = 'graph' | 'map';

export interface Sorting {
  column: string;
  descending: boolean;
}

/** Everything the page shows, as plain data: what undo steps through, what a share link and a saved view hold. */
export interface View {
  /** Ids of the parties asked for; null: the graph's own, up to a limit. */
  parties: string[] | null;
  /** How many of the graph's own at most. */
  limit: number;
  hidden: string[];
  /** Where parties were put by hand, in the layout's own units. */
  pinned: Record<string, [number, number]>;
  filters: Filters;
  selection: Item[];
  asked: Asked | null;
  path: PathRequest | null;
  pane: Pane;
  /** The table's open tab; null: closed. */
  table: TableTab | null;
  sorting: Sorting | null;
}

/** Parties of the first look: the whole of a small graph, the patrons' surroundings of a large one. */
export const FIRST_PARTIES = 500;
/** Parties on show at most: more than that nobody can read, and fewer than that always answers in time. */
export const MOST_PARTIES = 2_000;

export const NO_FILTERS: Filters = {
  types: null, patron: null, place: null, articles: null, period: null, certain: false, stances: null, minOrigins: 1, minDegree: 0, knownOn: null,
};

export const FIRST_VIEW: View = {
  parties: null, limit: FIRST_PARTIES, hidden: [], pinned: {}, filters: NO_FILTERS, selection: [], asked: null, path: null, pane: 'graph', table: null, sorting: null,
};

/** Whether two items are the same one. */
export function sameItem(a: Item, b: Item): boolean {
  return a.kind === b.kind && a.id === b.id;
}

import type { Page } from '../domain/entities';

/** Which page of a list: `limit` items after (or, backward, before) the item whose sort key is `cursor`. */
export interface PageRequest {
  limit: number;
  cursor: string | null;
  backward: boolean;
  /** Whether the total is wanted; counting costs. */
  count: boolean;
}

/** Sorts after every key, so that a backward page starts at the end. */
const END = '\uffff';

/** Parameters of a statement that pages; one more item than asked for tells whether there is another page. */
export function pageParams({ limit, cursor, backward, count }: PageRequest): { limit: number; cursor: string; count: boolean } {
  return { limit: limit + 1, cursor: cursor ?? (backward ? END : ''), count };
}

/** The page made of the rows that a statement with `pageParams` returned. `key` is the sort key of a row. */
export function toPage<R, T>(rows: R[], total: number | null, request: PageRequest, key: (row: R) => string, node: (row: R) => T): Page<T> {
  const more = rows.length > request.limit;
  const kept = rows.slice(0, request.limit);
  if (request.backward) kept.reverse();
  return {
    items: kept.map((row) => ({ cursor: key(row), node: node(row) })),
    total,
    hasNextPage: request.backward ? request.cursor !== null : more,
    hasPreviousPage: request.backward ? more : request.cursor !== null,
  };
}

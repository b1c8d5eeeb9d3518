import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import type { Page } from '../domain/entities';
import { FealtyError } from '../domain/errors';
import type { PageRequest } from '../store/page';
import type { Paging } from './inputs/paging';
import { DEFAULT_FIRST } from './page-size';
import type { ConnectionOf } from './types/connection';

/** Relay's arguments as the store takes them. Throws FealtyError BAD_USER_INPUT where they contradict one another. */
export function pageRequest({ first, after, last, before }: Paging, info: GraphQLResolveInfo): PageRequest {
  if (first != null && last != null) throw bad('first', 'either `first` or `last`, not both');
  if (after != null && last != null) throw bad('after', '`after` with `first`, `before` with `last`');
  if (before != null && last == null) throw bad('before', '`before` with `last`, `after` with `first`');
  const backward = last != null;
  const cursor = backward ? before : after;
  return { limit: last ?? first ?? DEFAULT_FIRST, cursor: cursor == null ? null : decode(cursor, backward ? 'before' : 'after'), backward, count: selects(info, 'totalCount') };
}

/** A page as a Relay connection. */
export function toConnection<T>({ items, total, hasNextPage, hasPreviousPage }: Page<T>): ConnectionOf<T> {
  const edges = items.map(({ cursor, node }) => ({ cursor: encode(cursor), node }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: { hasNextPage, hasPreviousPage, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: total,
  };
}

function encode(sortKey: string): string {
  return Buffer.from(sortKey).toString('base64url');
}

function decode(cursor: string, field: string): string {
  const sortKey = Buffer.from(cursor, 'base64url').toString('utf8');
  if (encode(sortKey) !== cursor) throw bad(field, 'a cursor that a page of this list gave');
  return sortKey;
}

function bad(field: string, expected: string): FealtyError {
  return new FealtyError('BAD_USER_INPUT', `${field}: expected ${expected}`, { field });
}

/** Whether the field being resolved has `name` selected directly under it, through fragments too. */
function selects(info: GraphQLResolveInfo, name: string): boolean {
  const within = (set: SelectionSetNode | undefined): boolean =>
    (set?.selections ?? []).some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === name;
      return within(selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : info.fragments[selection.name.value]?.selectionSet);
    });
  return info.fieldNodes.some(({ selectionSet }) => within(selectionSet));
}

import type { Claim as ClaimRecord } from '../../domain/entities';
import type { Evidence } from '../../store/loaders';
import { toConnection } from '../paging';
import type { ConnectionOf } from '../types/connection';

/** The claims that stand behind something, as the first page of a connection. */
export function evidenceConnection({ claims, counts }: Evidence): ConnectionOf<ClaimRecord> {
  const items = claims.map((node) => ({ cursor: node.sortKey, node }));
  return toConnection({ items, total: counts.claims, hasNextPage: counts.claims > claims.length, hasPreviousPage: false });
}

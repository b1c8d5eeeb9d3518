import type { ClaimType } from '../domain/claim-types';
import type { Neo4jStore } from './neo4j-store';
import { statementText } from './statement-files';
import type { Stance, Standing } from '../domain/vocabulary';

type Text = string | null;

/** What of a claim never changes, in a fixed order. */
export type PackedClaim = [
  string, string, number, ClaimType, string, string, string, string, number | null, boolean, string,
  Text, Text, Text, Text, Text, string[], Stance, Text, Text, Standing | null, boolean,
  Text, Text, Text, string, string, Text, Text,
];

const COLUMNS = [
  'id', 'key', 'version', 'type', 'tieId', 'subjectId', 'objectId', 'articleId', 'paragraph', 'headline', 'summary',
  'edtf', 'dateStated', 'dateEarliest', 'dateLatest', 'placeId', 'attribution', 'stance', 'role', 'rank', 'standing', 'former',
  'casualties', 'incidentId', 'caveat', 'recordedAt', 'sortKey', 'earliest', 'latest',
] as const;

/**
 * A claim's columns as one text, stored beside its properties. Neo4j walks a node's chain of properties anew for each one read, and the driver decodes each value by itself; one text of all
 * is read and parsed several times as fast (docs/performance.md). The properties stay for indexes, filters and other tools.
 */
export function packClaim(props: Record<string, unknown>): string {
  return JSON.stringify(COLUMNS.map((name) => props[name] ?? null));
}

export function unpackClaim(packed: string): PackedClaim {
  return JSON.parse(packed) as PackedClaim;
}

const AT_ONCE = 2_000;

/** Packs the claims of a graph that an earlier version wrote. Safe to be cut off, and to be run by two services at once. */
export async function packOlderClaims(store: Neo4jStore): Promise<void> {
  for (;;) {
    const { records } = await store.runAlone(statementText('claims/unpacked'), { limit: AT_ONCE });
    if (records.length === 0) return;
    const claims = records.map((record) => record.get('props') as Record<string, unknown>).map((props) => ({ id: props.id, packed: packClaim(props) }));
    await store.runAlone(statementText('claims/pack'), { claims });
  }
}

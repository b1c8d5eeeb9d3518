import { ask } from '../api/client';
import { FindDocument, type FindQuery, type SearchKind } from '../api/generated/documents';

export type Hit = FindQuery['search']['hits'][number];
type Node = Hit['node'];
export type PartyHit = Extract<Node, { __typename: 'Actor' | 'Commander' | 'Location' }>;

/** What an exact name scores. */
const EXACT = 1000;

const kept = new Map<string, Hit[]>();
const MOST_KEPT = 100;

/** What a text finds, best first. Throws ApiError; whatever `signal` was aborted with if it was. */
export async function find(text: string, kinds: SearchKind[] | null, first: number, signal: AbortSignal): Promise<Hit[]> {
  const key = JSON.stringify([text, kinds, first]);
  const before = kept.get(key);
  if (before) return before;
  const { search } = await ask(FindDocument, { text, kinds, first }, signal);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, search.hits);
  return search.hits;
}

export function isParty(node: Node): node is PartyHit {
  return node.__typename === 'Actor' || node.__typename === 'Commander' || node.__typename === 'Location';
}

/** The one party whose very name a text is; undefined if there is none or several. */
export function exactParty(hits: readonly Hit[]): PartyHit | undefined {
  const exact = hits.filter(({ score }) => score >= EXACT).map(({ node }) => node).filter(isParty);
  return exact.length === 1 ? exact[0] : undefined;
}

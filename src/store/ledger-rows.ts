import type { ClaimType } from '../domain/claim-types';
import type { TieKey } from '../domain/tie-id';

export type RegistryLabel = 'Actor' | 'Commander' | 'Location' | 'Origin' | 'Incident';

/** Locations go before incidents, which refer to them. */
export const REGISTRY_ORDER: RegistryLabel[] = ['Origin', 'Location', 'Actor', 'Commander', 'Incident'];

/** A registry entry as its statement takes it. */
export interface RegistryRow {
  id: string;
  hash: string;
  props: Record<string, unknown>;
  names?: NameRow[];
  within?: string | null;
  belongsTo?: string | null;
  place?: string | null;
  point?: { lat: number; lon: number } | null;
}

export interface NameRow {
  /** The party's id and the folded name. */
  key: string;
  folded: string;
  /** The spellings that fold to it. */
  text: string;
  /** The words of those spellings, each folded: what a search with typing errors looks at. */
  words: string;
}

export interface ClaimRow {
  key: string;
  hash: string;
  /** Flat properties of the Claim node; `id` and `version` are added by the ledger, which knows what was recorded before. */
  props: Record<string, unknown> & { tieId: string; subjectId: string; objectId: string; type: ClaimType };
  tie: TieKey;
  attribution: string[];
  lastOrigin: string;
}

export interface ArticleRow {
  id: string;
  hash: string;
  publisher: string;
  props: Record<string, unknown>;
  claims: ClaimRow[];
  rivals: RivalRow[];
}

export interface RivalRow {
  articleId: string;
  key: string;
  otherArticleId: string;
  otherKey: string;
  reason: string;
}

import type { ClaimType, EvidenceFilter } from '../api/generated/documents';
import type { Filters, View } from './view';

/** Passages fetched for timeline, map, table and files. */
export const MOST_CLAIMS = 3_000;

/** The filters as the service takes them; undefined if none is set. Types and degree are not among them: they pick ties and parties, not claims. */
export function evidenceFilter(filters: Filters): EvidenceFilter | undefined {
  const filter: EvidenceFilter = {
    ...(filters.period === null ? {} : { during: { edtf: filters.period, certainty: filters.certain ? 'CERTAIN' : 'POSSIBLE' } }),
    ...(filters.knownOn === null ? {} : { asKnownOn: filters.knownOn }),
    ...(filters.stances === null ? {} : { stance: filters.stances }),
    ...(filters.articles === null ? {} : { articles: filters.articles }),
    ...(filters.place === null ? {} : { place: filters.place }),
    ...(filters.patron === null ? {} : { patron: filters.patron }),
    ...(filters.minOrigins <= 1 ? {} : { minOrigins: filters.minOrigins }),
  };
  return Object.keys(filter).length === 0 ? undefined : filter;
}

export interface NetworkVariables {
  parties: string[] | null;
  limit: number;
  types: ClaimType[] | null;
  filter: EvidenceFilter | null;
}

/** What the service is asked for to show a view. Equal variables mean equal networks, so their JSON is the key to keep answers by. */
export function networkVariables({ parties, limit, filters }: Pick<View, 'parties' | 'limit' | 'filters'>): NetworkVariables {
  return { parties, limit, types: filters.types, filter: evidenceFilter(filters) ?? null };
}

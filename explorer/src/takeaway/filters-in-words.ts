import type { ClaimType } from '../api/generated/documents';
import type { TypeRule } from '../model/network';
import type { Filters } from '../model/view';
import { plain } from '../model/words';

/** What narrows the view, one line each; none if nothing does. */
export function filtersInWords(filters: Filters, rules: ReadonlyMap<ClaimType, TypeRule>, articles: readonly { id: string; title: string; publisher: string }[]): string[] {
  const { types, patron, place, period, certain, stances, minOrigins, minDegree, knownOn } = filters;
  const named = new Map(articles.map(({ id, title, publisher }) => [id, `${publisher}, “${title}”`]));
  return [
    types === null ? null : `Ties: ${types.map((type) => rules.get(type)?.label ?? plain(type)).join(', ') || 'none'}`,
    patron === null ? null : `Side of ${patron}`,
    place === null ? null : `In or near ${place}`,
    filters.articles === null ? null : `Articles: ${filters.articles.map((id) => named.get(id) ?? id).join('; ')}`,
    period === null ? null : `Period: ${period}${certain ? ', certainly within' : ', possibly within'}`,
    stances === null ? null : `Stance: ${stances.map(plain).join(', ')}`,
    minOrigins <= 1 ? null : `At least ${minOrigins} distinct origins`,
    minDegree <= 0 ? null : `Parties with at least ${minDegree} ties on show`,
    knownOn === null ? null : `As known on ${knownOn}`,
  ].filter((line) => line !== null);
}

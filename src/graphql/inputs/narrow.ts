import type { ClaimFilter } from '../../domain/entities';
import { FealtyError } from '../../domain/errors';
import { fromGlobalId } from '../../domain/global-id';
import { instant, period } from '../../domain/period';
import { SLUG } from '../../domain/slug';
import type { Status } from '../../domain/vocabulary';
import { nameUse, type NameUse } from '../../store/names';
import type { Narrowing } from '../../store/questions/questions';
import type { EvidenceFilter } from './filter';

/** The filter of a question as the store takes it, with the names that must be known. Throws FealtyError BAD_USER_INPUT for a date that is none. */
export function narrow(input: EvidenceFilter | undefined, statuses: Status[] = ['live']): Narrowing {
  const during = input?.during ? period(input.during.edtf, 'filter.during') : null;
  const place = input?.place == null ? null : nameUse('filter.place', input.place, ['Location']);
  const patron = input?.patron == null ? null : nameUse('filter.patron', input.patron, ['Actor']);
  const filter: Omit<ClaimFilter, 'none'> = {
    asKnownOn: input?.asKnownOn == null ? null : instant(input.asKnownOn, 'filter.asKnownOn'),
    publishedBy: input?.publishedBy == null ? null : instant(input.publishedBy, 'filter.publishedBy').slice(0, 10),
    statuses,
    from: during?.earliest ?? null,
    to: during?.latest ?? null,
    certain: input?.during?.certainty === 'CERTAIN',
    types: input?.types ?? null,
    stances: input?.stance ?? null,
    articles: input?.articles?.map((id) => articleSlug(id, 'filter.articles')) ?? null,
    place: place?.folded ?? null,
    patron: patron?.folded ?? null,
    minOrigins: input?.minOrigins ?? 1,
  };
  const { statuses: only, certain: _certain, minOrigins: _minOrigins, ...narrowing } = filter;
  const none = Object.values(narrowing).every((value) => value === null) && only.length === 1 && only[0] === 'live';
  return { filter: { none, ...filter }, names: [place, patron].filter((use): use is NameUse => use !== null) };
}

/** An article's id in the store, from its global id or its id in the data files. */
export function articleSlug(id: string, field: string): string {
  const node = fromGlobalId(id);
  if (node?.type === 'Article') return node.id;
  if (node === null && SLUG.test(id)) return id;
  throw new FealtyError('BAD_USER_INPUT', `${field}: expected the id of an article`, { field });
}

/** A party's id in the store, from its global id. */
export function partySlug(id: string, field: string): string {
  const node = fromGlobalId(id);
  if (node && (node.type === 'Actor' || node.type === 'Commander' || node.type === 'Location')) return node.id;
  throw new FealtyError('BAD_USER_INPUT', `${field}: expected ids of actors, commanders or locations`, { field });
}

/** The id in the store behind a global id of the given type. */
export function nodeSlug(type: 'Tie' | 'Incident', id: string, field: string): string {
  const node = fromGlobalId(id);
  if (node?.type === type) return node.id;
  throw new FealtyError('BAD_USER_INPUT', `${field}: expected the id of ${type === 'Tie' ? 'a tie' : 'an incident'}`, { field });
}

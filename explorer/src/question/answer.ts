import type { LinkPartsFragment, PassagePartsFragment, WhoPartsFragment } from '../api/generated/documents';
import type { FuzzyDate } from './fuzzy-date';

export type Who = WhoPartsFragment;
export type Link = LinkPartsFragment;
export type Passage = PassagePartsFragment;

/** Links that belong together, such as the chain that makes a proxy one. `says` heads them: words, and parties by name. */
export interface Strand {
  says: (string | Who)[] | null;
  links: Link[];
}

/** One thing that an answer consists of. */
export type Item =
  | { kind: 'parties'; key: string; parties: Who[]; between: string; remark: string | null; strands: Strand[] }
  | { kind: 'incident'; key: string; id: string; title: string; date: FuzzyDate | null; place: string | null; passages: Passage[]; more: number }
  | { kind: 'passage'; key: string; passage: Passage }
  | { kind: 'rivals'; key: string; why: string; one: Passage; other: Passage };

export interface Answer {
  items: Item[];
  /** How many there are in all. */
  total: number;
  /** Where the next page begins; null if all are here. */
  cursor: string | null;
  /** Parties that belong on show beside those of the items, such as the one asked about. */
  about: Who[];
}

export const NO_ANSWER: Answer = { items: [], total: 0, cursor: null, about: [] };

function linksOf(item: Item): Link[] {
  return item.kind === 'parties' ? item.strands.flatMap(({ links }) => links) : [];
}

export function passagesOf(item: Item): Passage[] {
  switch (item.kind) {
    case 'incident': return item.passages;
    case 'passage': return [item.passage];
    case 'rivals': return [item.one, item.other];
    default: return [];
  }
}

/** Ids of the parties of an answer: who it names, and both ends of every link and passage. */
export function partiesOf({ items, about }: Answer): string[] {
  const ids = items.flatMap((item) => [
    ...(item.kind === 'parties' ? item.parties.map(({ id }) => id) : []),
    ...linksOf(item).flatMap(({ source, target }) => [source.id, target.id]),
    ...passagesOf(item).flatMap(({ subject, object }) => [subject.id, object.id]),
  ]);
  return [...new Set(items.length === 0 ? [] : [...about.map(({ id }) => id), ...ids])];
}

/** Ids of the ties that an answer names; those behind its passages are found by who has the ties (state/store.ts). */
export function tiesOf({ items }: Answer): string[] {
  return [...new Set(items.flatMap(linksOf).map(({ id }) => id))];
}

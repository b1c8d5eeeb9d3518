import type { ClaimType } from '../api/generated/documents';
import type { Claim, Party, Shown, Tie, TypeRule } from '../model/network';
import type { View } from '../model/view';
import { plain } from '../model/words';
import type { Source } from './sources';

/** All that is on show, as plain data: what pictures, tables and files are made of. */
export interface Content {
  /** ISO 8601: when it was taken. */
  made: string;
  /** The link that shows the same. */
  link: string;
  revision: number | null;
  /** When the graph's record last changed. */
  changedAt: string | null;
  view: View;
  filters: string[];
  shown: Shown;
  claims: Claim[];
  /** How many passages there are behind the network; more than `claims` if not all were fetched. */
  passages: { fetched: number; total: number };
  claimsOf: ReadonlyMap<string, Claim[]>;
  sources: Source[];
  rules: ReadonlyMap<ClaimType, TypeRule>;
  patrons: readonly { id: string; name: string }[];
  positions: ReadonlyMap<string, [number, number]>;
}

export function labelOf({ type }: { type: ClaimType }, rules: ReadonlyMap<ClaimType, TypeRule>): string {
  return rules.get(type)?.label ?? plain(type);
}

/** What a party is: “armed group”, “commander”, “town”. */
export function kindOf(party: Party): string {
  return party.__typename === 'Actor' ? plain(party.actorKind) : party.__typename === 'Location' ? plain(party.locationKind) : plain(party.__typename);
}

/** Says so if passages are missing; null if none is. */
export function missingPassages({ passages: { fetched, total } }: Pick<Content, 'passages'>): string | null {
  return fetched >= total ? null : `Only the first ${fetched.toLocaleString('en')} of ${total.toLocaleString('en')} passages are in here. Narrow the view to have all.`;
}

/** The one name of a side's patron. */
export function sideName(id: string, patrons: Content['patrons']): string {
  return patrons.find((patron) => patron.id === id)?.name ?? id;
}

export function tieInWords(tie: Tie, rules: ReadonlyMap<ClaimType, TypeRule>): string {
  return `${tie.source.name} ${labelOf(tie, rules)} ${tie.target.name}`;
}

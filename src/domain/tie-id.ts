import { CLAIM_TYPES, type ClaimType } from './claim-types';

export interface TieKey {
  /** `<from> <TYPE> <to>`, e.g. `irgc CLASHED_WITH national-defense`: shared by all claims that say the same thing of the same two parties. */
  id: string;
  type: ClaimType;
  from: string;
  to: string;
}

/** The tie of a claim. It runs as claimed if its type has a direction, else by id, so that A–B and B–A are one tie. */
export function tieKey(type: ClaimType, subject: string, object: string): TieKey {
  const turned = !CLAIM_TYPES[type].directed && subject > object;
  const [from, to] = turned ? [object, subject] : [subject, object];
  return { id: `${from} ${type} ${to}`, type, from, to };
}

/** The key that an id spells out. Ids hold no spaces, so this is exact. */
export function parseTieId(id: string): TieKey {
  const [from = '', type = '', to = ''] = id.split(' ');
  return { id, type: type as ClaimType, from, to };
}

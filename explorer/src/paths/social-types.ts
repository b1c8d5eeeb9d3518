import type { ClaimType } from '../api/generated/documents';
import type { TypeRule } from '../model/network';

/** Ties that end at a place; a way over them would say only that two were at one place. */
const PLACES: readonly ClaimType[] = ['PRESENT_AT', 'CONTROLS', 'WITHDREW_FROM'];

/** Types over which a way between two parties goes unless chosen otherwise. */
export function socialTypes(rules: ReadonlyMap<ClaimType, TypeRule>): ClaimType[] {
  return [...rules.keys()].filter((type) => !PLACES.includes(type));
}

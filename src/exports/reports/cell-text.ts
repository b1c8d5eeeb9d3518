import { CLAIM_TYPES, type ClaimType } from '../../domain/claim-types';
import type { CellValue } from '../../domain/report';

/** A value of a row as text: lists with semicolons (in an item of one they become commas, so that it can be taken apart), nothing for null. */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((item) => item.replaceAll(';', ',')).join('; ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** A value of a row as people read it: claim types in words. */
export function shownText(value: CellValue): string {
  if (Array.isArray(value)) return value.map(shownText).join('; ');
  return typeof value === 'string' && value in CLAIM_TYPES ? CLAIM_TYPES[value as ClaimType].label : cellText(value);
}

/** `firstDay` as people read it: First day. */
export function heading(name: string): string {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

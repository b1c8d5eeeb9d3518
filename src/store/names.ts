import { FealtyError } from '../domain/errors';
import { foldName, foldWords } from '../domain/folding';
import { fromGlobalId } from '../domain/global-id';
import type { PartyKind } from '../domain/claim-types';
import type { Reader } from './reader';

/** A name that a question uses, and what it may stand for. */
export interface NameUse {
  field: string;
  text: string;
  folded: string;
  kinds: readonly PartyKind[];
}

/** A name in any spelling, or a global id, as questions look it up. */
export function nameUse(field: string, text: string, kinds: readonly PartyKind[]): NameUse {
  const node = fromGlobalId(text);
  return { field, text, folded: node === null ? foldName(text) : `#${node.id}`, kinds };
}

/** What one folded name can mean: the name, and a party's id, name and kind. */
export type Named = [string, string, string, PartyKind];

/** The distinct folded names of a question, as its statement looks them up. */
export function foldedNames(uses: NameUse[]): string[] {
  return [...new Set(uses.map(({ folded }) => folded))];
}

/** The id of the one party that a name stands for. Throws as requireNames does. */
export async function resolveName(reader: Reader, use: NameUse): Promise<string> {
  return (await resolveParty(reader, use)).id;
}

/** The one party that a name stands for: its id, and its name as the registry has it. Throws as requireNames does. */
export async function resolveParty(reader: Reader, use: NameUse): Promise<{ id: string; name: string }> {
  const [row] = await reader.rows('names/resolve', { names: [use.folded] });
  const named = row?.named as Named[];
  const [id] = await requireNames(reader, [use], named);
  return { id: id as string, name: named.find(([, one]) => one === id)?.[2] as string };
}

/** What somebody called a party, and whom that was taken for if it has another name: `Irann (Iran)`. */
export function takenFor(text: string, name: string): string {
  return text === name ? text : `${text} (${name})`;
}

/**
 * The id of the one party that each name stands for, given what a question's statement found of them. Throws FealtyError UNKNOWN_NAME with the nearest names,
 * or AMBIGUOUS_NAME with the candidates.
 */
export async function requireNames(reader: Reader, uses: NameUse[], named: Named[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { field, text, folded, kinds } of uses) {
    const found = named.filter(([name, , , kind]) => name === folded && kinds.includes(kind));
    if (found.length === 0) {
      const suggestions = await suggest(reader, text, kinds);
      const hint = suggestions.length > 0 ? ` Did you mean ${suggestions.join(', ')}?` : '';
      throw new FealtyError('UNKNOWN_NAME', `${field}: no ${kinds.join(' or ').toLowerCase()} of that name is known.${hint}`, { field, suggestions });
    }
    if (found.length > 1) {
      const candidates = found.map(([, , name]) => name);
      throw new FealtyError('AMBIGUOUS_NAME', `${field}: that name stands for several: ${candidates.join(', ')}. Use a fuller name, or the id.`, { field, candidates });
    }
    ids.push(found[0]?.[1] as string);
  }
  return ids;
}

async function suggest(reader: Reader, text: string, labels: readonly PartyKind[]): Promise<string[]> {
  const query = nameQuery(text);
  if (query === null) return [];
  const rows = await reader.rows('names/suggest', { query, labels });
  return rows.map((row) => row.name as string);
}

/** Lucene edits allowed in a word: short words would match anything. */
function edits(word: string): number {
  return word.length >= 6 ? 2 : word.length >= 4 ? 1 : 0;
}

function near(field: string, word: string): string {
  const fuzzy = edits(word) > 0 ? ` OR ${field}:${word}~${edits(word)}` : '';
  return `${field}:${word}^8 OR ${field}:${word}*^3${fuzzy}`;
}

/** A full-text query for names near `text`, tolerant of typing errors; null if nothing of the text can be searched. Folded words hold letters and digits only, so nothing in them is syntax. */
export function nameQuery(text: string): string | null {
  const words = foldWords(text).filter((word) => /^[\p{L}\p{N}]+$/u.test(word)).slice(0, 8);
  if (words.length === 0) return null;
  const each = words.map((word) => `(${near('words', word)})`);
  // A name that has all the words, however spelt, comes before one that has a single word exactly.
  const together = words.length > 1 ? [`(${each.map((part) => `+${part}`).join(' ')})^4`] : [];
  return [`(${near('folded', words.join(''))})`, ...each, ...together].join(' OR ');
}

/** A full-text query for titles and summaries that speak of `text`; null if nothing of the text can be searched. */
export function passageQuery(text: string): string | null {
  const words = text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu)?.slice(0, 8) ?? [];
  if (words.length === 0) return null;
  return words.map((word) => `(${word}^4 OR ${word}*${edits(word) > 0 ? ` OR ${word}~1` : ''})`).join(' AND ');
}

import { CLAIM_TYPES, CLAIM_TYPE_NAMES, type ClaimType } from '../../domain/claim-types';
import type { ClaimFilter } from '../../domain/entities';
import { FealtyError } from '../../domain/errors';
import { instant, period } from '../../domain/period';
import { namesOf, STATUSES } from '../../domain/vocabulary';
import { nameUse, resolveParty, takenFor } from '../../store/names';
import type { Reader } from '../../store/reader';

/** Which claims are wanted, as a person says it. */
export interface SelectionOptions {
  /** Only claims about this patron or whoever reaches it through BACKED_BY and PART_OF; any spelling, or an id. */
  patron?: string;
  types?: string[];
  /** A period as EDTF. */
  during?: string;
  /** A day or an instant: what was on record then, as it stood then. */
  asKnownOn?: string;
}

/** Which claims an export holds. */
export interface Selection {
  filter: ClaimFilter;
  /** Whether anything narrows it: then parties, articles and the rest come along only as far as the claims need them. */
  narrowed: boolean;
  /** The same in words, for the head of an export: `patron: Iran; during: 2018`. Empty for the whole graph. */
  words: string;
}

/**
 * The selection that `options` describe. With `history`, superseded and retracted claims belong to it unless something narrows it; a narrowed one holds live claims, or those that were live on the day asked for.
 * Throws FealtyError UNKNOWN_NAME or AMBIGUOUS_NAME for the patron, BAD_USER_INPUT for a type or a date that is none.
 */
export async function readSelection(reader: Reader, { patron, types, during, asKnownOn }: SelectionOptions, history: boolean): Promise<Selection> {
  const side = patron === undefined ? null : nameUse('--patron', patron, ['Actor']);
  const days = during === undefined ? null : period(during, '--during');
  const known = asKnownOn === undefined ? null : instant(asKnownOn, '--as-known-on');
  const wanted = types === undefined ? null : types.map(typeNamed);
  const taken = side === null ? null : takenFor(side.text, (await resolveParty(reader, side)).name);
  const narrowed = side !== null || days !== null || known !== null || wanted !== null;
  return {
    narrowed,
    words: [['patron', taken], ['type', wanted?.join(', ')], ['during', during], ['as known on', known]].flatMap(([name, value]) => (value == null ? [] : [`${name}: ${value}`])).join('; '),
    filter: {
      none: !narrowed && !history,
      asKnownOn: known, publishedBy: null, statuses: history && !narrowed ? namesOf(STATUSES) : ['live'], from: days?.earliest ?? null, to: days?.latest ?? null, certain: false,
      types: wanted, stances: null, articles: null, place: null, patron: side?.folded ?? null, minOrigins: 1,
    },
  };
}

function typeNamed(name: string): ClaimType {
  const type = name.trim().toUpperCase().replace(/-/g, '_');
  if (type in CLAIM_TYPES) return type as ClaimType;
  throw new FealtyError('BAD_USER_INPUT', `--type: got ${JSON.stringify(name)}, expected one or more of ${CLAIM_TYPE_NAMES.join(', ')}`);
}

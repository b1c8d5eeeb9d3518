import { ApiError, ask } from '../api/client';
import { FindDocument, type SearchKind } from '../api/generated/documents';
import type { Asked } from '../model/view';
import { plain } from '../model/words';
import { questionOf, slotsOf, type Slot, type SlotKind } from './questions';
import { rememberName } from './slot-names';

/** Another way to ask a question that was refused: one click away. */
export interface Choice {
  label: string;
  /** What tells it from others of the same name. */
  detail: string | null;
  asked: Asked;
}

export interface Refusal {
  asked: Asked;
  message: string;
  choices: Choice[];
}

export const KINDS: Record<SlotKind, SearchKind[]> = {
  patron: ['ACTOR'], actor: ['ACTOR'], party: ['ACTOR', 'COMMANDER', 'LOCATION'], commander: ['COMMANDER'], place: ['LOCATION'], article: ['ARTICLE'], period: [], day: [],
};
const KIND_WORDS: Record<SlotKind, string> = { patron: 'actor', actor: 'actor', party: 'party', commander: 'commander', place: 'place', article: 'article', period: 'period', day: 'day' };

/** The service's argument → the slot that it was filled from. */
const FIELDS: Record<string, string[]> = {
  patron: ['patron'], name: ['actor', 'commander', 'where', 'patron'], from: ['a'], to: ['b'], a: ['a'], b: ['b'], patronA: ['a'], patronB: ['b'], party: ['party'], article: ['article'], id: ['article'],
  'filter.party': ['party'], 'filter.place': ['near', 'where'],
};

/** Whether an error says that a name of the question is not known, or stands for several. */
export function isAboutName(error: unknown): error is ApiError {
  return error instanceof ApiError && (error.code === 'UNKNOWN_NAME' || error.code === 'AMBIGUOUS_NAME');
}

function slotOfError(asked: Asked, { extensions }: ApiError): Slot | undefined {
  const question = questionOf(asked.question);
  const names = FIELDS[typeof extensions.field === 'string' ? extensions.field : ''] ?? [];
  return question === undefined ? undefined : slotsOf(question).find(({ name }) => names.includes(name) && asked.slots[name] !== undefined);
}

/** The text that was not known; empty where that cannot be told. */
export function unknownText(asked: Asked, error: ApiError): string {
  const slot = slotOfError(asked, error);
  return slot === undefined ? '' : (asked.slots[slot.name] ?? '');
}

/** An error about a name, in words, with what may have been meant. */
export async function toRefusal(asked: Asked, error: ApiError, signal: AbortSignal): Promise<Refusal> {
  const slot = slotOfError(asked, error);
  if (slot === undefined) return { asked, message: error.message, choices: [] };
  const text = asked.slots[slot.name] ?? '';
  const filled = (value: string): Asked => ({ ...asked, slots: { ...asked.slots, [slot.name]: value } });
  if (error.code === 'UNKNOWN_NAME') {
    const message = `No ${KIND_WORDS[slot.kind]} called “${text}” is known.`;
    return { asked, message, choices: [...listed(error.extensions.articles).map(({ id, title }) => ({ label: title, detail: null, asked: filled(id) })), ...texts(error.extensions.suggestions).map((name) => ({ label: name, detail: null, asked: filled(name) }))] };
  }
  const articles = listed(error.extensions.articles);
  if (articles.length > 0) return { asked, message: `“${text}” stands for several articles. Which one?`, choices: articles.map(({ id, title }) => ({ label: title, detail: null, asked: filled(id) })) };
  // The service names the candidates; their ids, by which they are told apart, come with a search.
  const candidates = new Set(texts(error.extensions.candidates));
  const { search } = await ask(FindDocument, { text, kinds: KINDS[slot.kind], first: 20 }, signal);
  const choices = search.hits.flatMap(({ node, matched, type }): Choice[] => {
    if (!('name' in node) || !candidates.has(node.name)) return [];
    rememberName(node.id, node.name);
    return [{ label: node.name, detail: `${plain(type)}, as “${matched}”`, asked: filled(node.id) }];
  });
  return { asked, message: `“${text}” stands for several. Which one?`, choices };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function listed(value: unknown): { id: string; title: string }[] {
  return Array.isArray(value) ? value.filter((one): one is { id: string; title: string } => typeof one === 'object' && one !== null && 'id' in one && 'title' in one) : [];
}

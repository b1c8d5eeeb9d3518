import { start } from '../state/store';
import type { Asked } from '../model/view';
import { HitLine } from '../search/HitLine';
import { isParty, type Hit } from '../search/find';
import { pick } from '../search/pick';
import type { Option, OptionGroup } from '../search/Combobox';
import { askOne, draft } from './asking';
import { FIRST_QUESTIONS, nearest, openings, understand, type Opening } from './grammar';
import { missingSlots, questionOf, type SlotKind } from './questions';
import { Sentence } from './Sentence';
import { rememberName } from './slot-names';

const MOST_READINGS = 3;
const MOST_COMPLETIONS = 6;

/** What is typed in the bar, as far as it can be told without the service. */
export interface Typed {
  readings: Asked[];
  /** The question that it is the beginning of, with the slot to be filled; null if none. */
  opening: Opening | null;
}

export function read(text: string): Typed {
  return { readings: understand(text), opening: openings(text)[0] ?? null };
}

/** Kind of the slot that an opening is in. */
export function openKind({ question, open }: Opening): SlotKind | null {
  const known = questionOf(question);
  return known?.slots.concat(known.clauses.map(({ slot }) => slot)).find(({ name }) => name === open)?.kind ?? null;
}

interface Given {
  text: string;
  typed: Typed;
  /** The names and the texts that it finds. */
  names: readonly Hit[];
  texts: readonly Hit[];
  /** Whether that is still to come: nothing else is offered until then, so that no option moves under the reader's hand. */
  waits: boolean;
  /** What the text of the open slot finds. */
  slotHits: readonly Hit[];
  /** The reader chose something; the text of the field becomes this. */
  onChosen: (text: string) => void;
}

/** The options under the bar: questions that were understood or could be, and what the text finds. */
export function barOptions({ text, typed: { readings, opening }, names, texts, waits, slotHits, onChosen }: Given): OptionGroup[] {
  const asks = (asked: Asked): Option => ({ id: `ask ${JSON.stringify(asked)}`, content: <Sentence asked={asked} />, pick: () => begin(asked, onChosen, text) });
  const completed = opening === null ? [] : completions(opening, slotHits);
  const known = new Set(completed.map((asked) => JSON.stringify(asked)));
  const understood = readings.slice(0, MOST_READINGS).filter((asked) => !known.has(JSON.stringify(asked)));
  // What is understood to the end stands first; then the same with names that are known.
  const questions = distinct([...understood, ...completed]);
  if (questions.length > 0) return [{ title: 'Questions', options: questions.map(asks) }];
  if (waits && !looksLikeQuestion(text)) return [];
  const found = (title: string, hits: readonly Hit[]): OptionGroup => ({ title, options: hits.map((hit) => ({ id: `hit ${hit.node.id}`, content: <HitLine hit={hit} />, pick: () => {
    onChosen('');
    void pick(hit);
  } })) });
  const about = looksLikeQuestion(text) ? [] : names.slice(0, 1).flatMap(({ node }) => (isParty(node) ? questionsAbout(node.__typename, node.name) : []));
  const isEmpty = text.trim() === '';
  const near = (isEmpty ? FIRST_QUESTIONS : opening !== null ? [opening.question] : nearest(text, 4)).map((question): Asked => ({ question, slots: opening?.question === question ? opening.slots : {} }));
  const questionsNear = { title: isEmpty ? 'Questions to ask' : about.length > 0 ? 'Questions about it' : 'Nearest questions', options: (about.length > 0 ? about : near).map(asks) };
  const groups = [found('Parties and places', names), questionsNear, found('Told of', texts)];
  // To what is put as a question, questions are nearer than what its words happen to resemble.
  return looksLikeQuestion(text) ? [questionsNear, found('Parties and places', names), found('Told of', texts)] : groups;
}

/** Words that begin a question, or more words than names have. */
export function looksLikeQuestion(text: string): boolean {
  const words = text.trim().toLowerCase().split(/\s+/);
  return /^(who|whom|whose|which|what|where|when|why|how|did|does|do|has|have|is|are|was|were|show|list|find|tell)$/.test(words[0] ?? '') || words.length > 6;
}

function begin(asked: Asked, onChosen: (text: string) => void, text: string): void {
  const question = questionOf(asked.question);
  onChosen(text);
  if (question !== undefined && missingSlots(question, asked.slots).length > 0) draft(asked);
  else void askOne(asked);
}

/** The question of an opening with each name that its slot could hold. */
function completions({ question, slots, open, typed }: Opening, hits: readonly Hit[]): Asked[] {
  const kind = openKind({ question, slots, open, typed });
  if (kind === null || kind === 'period' || kind === 'day') return [];
  if (typed === '') return kind === 'patron' ? (start.value?.actors.nodes ?? []).slice(0, MOST_COMPLETIONS).map(({ name }) => ({ question, slots: { ...slots, [open]: name } })) : [];
  return hits.slice(0, MOST_COMPLETIONS).flatMap(({ node }): Asked[] => {
    if (isParty(node)) return [{ question, slots: { ...slots, [open]: node.name } }];
    if (node.__typename !== 'Article') return [];
    rememberName(node.id, node.title);
    return [{ question, slots: { ...slots, [open]: node.id } }];
  });
}

function questionsAbout(type: 'Actor' | 'Commander' | 'Location', name: string): Asked[] {
  if (type === 'Location') return [{ question: 'happened', slots: { where: name } }, { question: 'present', slots: { where: name } }];
  if (type === 'Commander') return [{ question: 'commands', slots: { commander: name } }, { question: 'known', slots: { party: name } }];
  return [{ question: 'opponents', slots: { actor: name } }, { question: 'backers', slots: { actor: name } }, { question: 'commanders', slots: { actor: name } }, { question: 'known', slots: { party: name } }];
}

function distinct(all: Asked[]): Asked[] {
  return [...new Map(all.map((asked) => [JSON.stringify(asked), asked])).values()].slice(0, MOST_READINGS + MOST_COMPLETIONS);
}

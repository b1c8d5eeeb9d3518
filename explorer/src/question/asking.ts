import { batch, computed, effect, signal, untracked } from '@preact/signals';
import { ApiError } from '../api/client';
import type { ClaimsFilter, EvidenceFilter } from '../api/generated/documents';
import { evidenceFilter } from '../model/query';
import { MOST_PARTIES, type Asked, type Filters, type View } from '../model/view';
import { count } from '../model/words';
import { announce } from '../state/announcer';
import { pointedOut } from '../state/emphasis';
import { keepTrying } from '../state/keep-trying';
import { change, tieOfClaim, view } from '../state/store';
import { partiesOf, passagesOf, tiesOf, type Answer } from './answer';
import { ANSWERS } from './answers';
import { missingSlots, questionOf, sentenceOf, slotsOf, type Question } from './questions';
import { isAboutName, toRefusal, unknownText, type Choice, type Refusal } from './refusal';
import { slotInWords } from './slot-names';

/** What the answer panel shows. */
export type Showing =
  | { kind: 'none' }
  /** Slots are missing. */
  | { kind: 'draft'; asked: Asked }
  /** `waiting`: why the answer takes long, if it does. */
  | { kind: 'asking'; asked: Asked; waiting: string | null }
  | { kind: 'answered'; asked: Asked; answer: Answer; growing: boolean }
  | { kind: 'refused'; asked: Asked; message: string; choices: Choice[] };

export const showing = signal<Showing>({ kind: 'none' });

/** Answers given before, by question and filter: undo and redo need not ask again. */
const answers = new Map<string, Answer>();
const MOST_KEPT = 30;
let pending = new AbortController();

/** The question of the view and what narrows it: when this changes, so does the answer. */
const wanted = computed(() => JSON.stringify([view.value.asked, evidenceFilter(view.value.filters) ?? null]));

function keyOf(asked: Asked, filters: Filters): string {
  return JSON.stringify([asked, evidenceFilter(filters) ?? null]);
}

/** The filters of the view, and the clauses of the question in their place where both say something. */
function filterOf({ slots }: Asked, filters: Filters): EvidenceFilter | undefined {
  const filter: ClaimsFilter = {
    ...evidenceFilter(filters),
    ...(slots.during === undefined ? {} : { during: { edtf: slots.during, certainty: filters.certain ? 'CERTAIN' : 'POSSIBLE' } }),
    ...(slots.near === undefined ? {} : { place: slots.near }),
    ...(slots.knownOn === undefined ? {} : { asKnownOn: slots.knownOn }),
  };
  return Object.keys(filter).length === 0 ? undefined : filter;
}

export function inWords(asked: Asked): string {
  const question = questionOf(asked.question);
  return question === undefined ? asked.question : sentenceOf(question, asked.slots, slotInWords);
}

/** Only what the question knows of, and only texts: a link may hold anything. */
function checked(asked: Asked): { question: Question; asked: Asked } | null {
  const question = typeof asked.question === 'string' ? questionOf(asked.question) : undefined;
  if (question === undefined || typeof asked.slots !== 'object' || asked.slots === null) return null;
  const slots = Object.fromEntries(slotsOf(question).flatMap(({ name }) => {
    const value: unknown = asked.slots[name];
    return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
  }));
  return { question, asked: { question: question.key, slots } };
}

async function answerOf(asked: Asked, filters: Filters, signal: AbortSignal, after: string | null = null): Promise<Answer> {
  const key = keyOf(asked, filters);
  const before = answers.get(key);
  if (after === null && before) return before;
  const run = ANSWERS[asked.question];
  if (run === undefined) throw new ApiError('refused', 'UNKNOWN_QUESTION', 'This explorer does not know that question.');
  let answer: Answer | undefined;
  await keepTrying(async () => {
    answer = await run({ slots: asked.slots, filter: filterOf(asked, filters), after, signal });
  }, ({ message }) => {
    if (signal.aborted || showing.peek().kind !== 'asking') return;
    showing.value = { kind: 'asking', asked, waiting: `${message} Trying again …` };
    announce(`${message} Trying again.`);
  }, signal);
  const told = answer as Answer;
  const all: Answer = after === null || before === undefined ? told : { ...told, items: [...before.items, ...told.items] };
  remember(key, all);
  return all;
}

function remember(key: string, answer: Answer): void {
  answers.delete(key);
  answers.set(key, answer);
  const oldest = answers.keys().next().value;
  if (answers.size > MOST_KEPT && oldest !== undefined) answers.delete(oldest);
}

/** Asks a question that may be read in several ways: the first whose names are all known is answered. One step for undo. */
export async function askFirst(readings: readonly Asked[]): Promise<void> {
  const ways = readings.flatMap((reading) => checked(reading) ?? []);
  const [first] = ways;
  if (first === undefined) return;
  if (ways.length === 1 && missingSlots(first.question, first.asked.slots).length > 0) return draft(first.asked);
  pending.abort();
  const mine = new AbortController();
  pending = mine;
  const { filters } = view.peek();
  showing.value = { kind: 'asking', asked: first.asked, waiting: null };
  const refused: { asked: Asked; error: ApiError }[] = [];
  try {
    for (const { asked } of ways) {
      try {
        const answer = await answerOf(asked, filters, mine.signal);
        mine.signal.throwIfAborted();
        return show(asked, answer, true);
      } catch (error) {
        if (mine.signal.aborted || !isAboutName(error)) throw error;
        refused.push({ asked, error });
        // The name is one; only which of its bearers is open.
        if (error.code === 'AMBIGUOUS_NAME') break;
      }
    }
    // Of several readings, the one whose unknown name is shortest took most of the words for what they are.
    refused.sort((a, b) => Number(b.error.code === 'AMBIGUOUS_NAME') - Number(a.error.code === 'AMBIGUOUS_NAME') || unknownText(a.asked, a.error).length - unknownText(b.asked, b.error).length);
    const refusals = await Promise.all(refused.map(({ asked, error }) => toRefusal(asked, error, mine.signal)));
    mine.signal.throwIfAborted();
    refuse(merged(refusals));
  } catch (error) {
    if (mine.signal.aborted) return;
    refuse({ asked: first.asked, message: error instanceof ApiError ? error.message : 'Something went wrong on this page.', choices: [] });
  }
}

/** The first refusal, with what the others offer. */
function merged(refusals: Refusal[]): Refusal {
  const [first] = refusals as [Refusal, ...Refusal[]];
  const choices = new Map(refusals.flatMap((refusal) => refusal.choices).map((choice) => [JSON.stringify(choice.asked), choice]));
  return { ...first, choices: [...choices.values()].slice(0, 8) };
}

export function askOne(asked: Asked): Promise<void> {
  return askFirst([asked]);
}

/** Shows a question whose slots are still to be filled. */
export function draft(asked: Asked): void {
  pending.abort();
  showing.value = { kind: 'draft', asked };
}

function refuse({ asked, message, choices }: Refusal): void {
  showing.value = { kind: 'refused', asked, message, choices };
  announce(choices.length > 0 ? `${message} ${count(choices.length, 'suggestion')}.` : message);
}

/** Shows an answer, and with `takesStep` brings its parties into view. */
function show(asked: Asked, answer: Answer, takesStep: boolean): void {
  const question = questionOf(asked.question);
  batch(() => {
    showing.value = { kind: 'answered', asked, answer, growing: false };
    if (takesStep) change(`Ask: ${inWords(asked)}`, { asked, path: null, selection: [], ...inView(partiesOf(answer)) });
  });
  announce(answer.total === 0 ? `${inWords(asked)}: nothing is told of that.` : `${inWords(asked)}: ${count(answer.total, ...(question?.answers ?? ['answer', 'answers']))}.`);
}

/** What of the view changes for parties to be what is on show; an empty answer leaves it as it is. */
function inView(parties: string[]): Partial<View> {
  if (parties.length === 0) return {};
  const kept = parties.slice(0, MOST_PARTIES);
  return { parties: kept, hidden: view.peek().hidden.filter((id) => !kept.includes(id)) };
}

/** Fetches the next page of the answer on show, and brings its parties into view as well. */
export async function showMore(): Promise<void> {
  const now = showing.peek();
  if (now.kind !== 'answered' || now.answer.cursor === null || now.growing) return;
  showing.value = { ...now, growing: true };
  pending.abort();
  const mine = new AbortController();
  pending = mine;
  try {
    const answer = await answerOf(now.asked, view.peek().filters, mine.signal, now.answer.cursor);
    mine.signal.throwIfAborted();
    batch(() => {
      showing.value = { ...now, answer, growing: false };
      change('More of the answer', inView([...new Set([...(view.peek().parties ?? []), ...partiesOf(answer)])]), true);
    });
    announce(`${answer.items.length} of ${answer.total} shown.`);
  } catch (error) {
    if (mine.signal.aborted) return;
    showing.value = { ...now, growing: false };
    announce(error instanceof ApiError ? error.message : 'The rest could not be fetched.');
  }
}

/** Ends the question; the parties on show stay. What was only tried gives way to the answer that was there before it. */
export function closeAnswer(): void {
  pending.abort();
  const now = showing.peek();
  const { asked } = view.peek();
  showing.value = { kind: 'none' };
  if (now.kind !== 'none' && now.kind !== 'answered' && asked !== null && JSON.stringify(now.asked) !== JSON.stringify(checked(asked)?.asked ?? { question: '', slots: {} })) return void answerView();
  change('Close the answer', { asked: null });
}

/** Answers the question of the view when that comes by undo, by a link or with another filter. */
async function answerView(): Promise<void> {
  const { asked: raw, filters } = view.peek();
  if (raw === null) {
    // What is being asked or filled in right now is not of the view yet.
    if (showing.peek().kind === 'answered') showing.value = { kind: 'none' };
    return;
  }
  const now = showing.peek();
  if (now.kind === 'answered' && answers.get(keyOf(raw, filters)) === now.answer && JSON.stringify(now.asked) === JSON.stringify(raw)) return;
  pending.abort();
  const mine = new AbortController();
  pending = mine;
  const way = checked(raw);
  if (way === null) return refuse({ asked: { question: '', slots: {} }, message: 'This view holds a question that this explorer does not know.', choices: [] });
  const { asked, question } = way;
  if (missingSlots(question, asked.slots).length > 0) return draft(asked);
  const before = answers.get(keyOf(asked, filters));
  if (before) return show(asked, before, false);
  showing.value = { kind: 'asking', asked, waiting: null };
  try {
    const answer = await answerOf(asked, filters, mine.signal);
    mine.signal.throwIfAborted();
    show(asked, answer, false);
  } catch (error) {
    if (mine.signal.aborted) return;
    if (isAboutName(error)) {
      const refusal = await toRefusal(asked, error, mine.signal).catch(() => ({ asked, message: error.message, choices: [] }));
      if (!mine.signal.aborted) refuse(refusal);
    } else refuse({ asked, message: error instanceof ApiError ? error.message : 'Something went wrong on this page.', choices: [] });
  }
}

let follows = false;

/** Follows the view's question from now on, and points the answer out in the graph. Call once; more calls do nothing. */
export function followQuestion(): void {
  if (follows) return;
  follows = true;
  effect(() => {
    void wanted.value;
    untracked(() => void answerView());
  });
  const pointing = computed(() => (showing.value.kind === 'answered' && view.value.asked !== null ? pointedOutBy(showing.value.answer) : null));
  let mine: ReadonlySet<string> | null = null;
  effect(() => {
    const [only, now] = [pointing.value, pointedOut.value];
    // A way that was looked for after the question is what is pointed out then, by who shows it; when that is over, the answer is again.
    if (view.value.path !== null || only === now) return;
    if (only !== null || now === mine) pointedOut.value = only;
    mine = only;
  });
}

function pointedOutBy(answer: Answer): ReadonlySet<string> | null {
  if (answer.items.length === 0) return null;
  const ties = answer.items.flatMap(passagesOf).flatMap((passage) => tieOfClaim(passage)?.id ?? []);
  return new Set([...partiesOf(answer), ...tiesOf(answer), ...ties]);
}

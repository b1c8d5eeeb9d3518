import { parseDay, parsePeriod } from './period';
import { missingSlots, QUESTIONS, slotsOf, type Question } from './questions';
import { textOf, wordsOf, type Word } from './words-of';
import { canBeName, compile, match, type Wording } from './wording';

/** One way to read what was typed. */
export interface Reading {
  question: string;
  slots: Record<string, string>;
}

/** A question that what was typed is the beginning of, and the slot to be filled next with what is typed of it. */
export interface Opening extends Reading {
  open: string;
  typed: string;
}

interface Ranked extends Reading {
  literals: number;
  weak: boolean;
  /** How many places were cut off: a name that holds an "in" is tried as a whole first. */
  cuts: number;
  last: string | null;
}

const COMPILED: readonly { question: Question; wordings: Wording[] }[] = QUESTIONS.map((question) => ({ question, wordings: question.wordings.map(compile) }));
const PLACE_WORDS = new Set(['near', 'in', 'at', 'around', 'inside', 'within']);
const POLITE = [['please'], ['show', 'me'], ['tell', 'me'], ['give', 'me'], ['show'], ['list'], ['find'], ['can', 'you', 'tell', 'me'], ['do', 'you', 'know'], ['i', 'want', 'to', 'know'], ['and'], ['so']];
/** What people are called after their state: tried where the name itself is not known. */
const STATE_OF: Record<string, string> = { iranian: 'Iran', russian: 'Russia', israeli: 'Israel', american: 'United States', us: 'United States', turkish: 'Turkey', syrian: 'Syria', saudi: 'Saudi Arabia' };
const MOST_READINGS = 8;

/** The ways to read a question, the likeliest first; none if its wording is not known. Names are not looked up: that is for the service. */
export function understand(text: string): Reading[] {
  return ranked(text).map(({ question, slots }) => ({ question, slots }));
}

function ranked(text: string): Ranked[] {
  const found: Ranked[] = [];
  for (const { words, slots, cuts } of withoutClauses(text, politeless(wordsOf(text)))) {
    for (const { question, wordings } of COMPILED) {
      const known = new Set(slotsOf(question).map(({ name }) => name));
      if (Object.keys(slots).some((name) => !known.has(name))) continue;
      for (const wording of wordings) {
        for (const { slots: filled, literals, last } of match(wording, text, words)) {
          const all = { ...filled, ...slots };
          if (missingSlots(question, all).length === 0) found.push({ question: question.key, slots: all, literals, weak: wording.weak, cuts, last: cuts > 0 ? 'near' : Object.keys(slots).length > 0 ? null : last });
        }
      }
    }
  }
  found.sort((a, b) => a.cuts - b.cuts || Number(a.weak) - Number(b.weak) || b.literals - a.literals);
  const distinct = new Map<string, Ranked>();
  for (const reading of found) {
    const key = JSON.stringify([reading.question, Object.entries(reading.slots).sort()]);
    if (!distinct.has(key)) distinct.set(key, reading);
  }
  const kept = [...distinct.values()].slice(0, MOST_READINGS);
  return [...kept, ...kept.flatMap(withState)];
}

/** The same reading with the state in place of its adjective: "Iranian proxies" are Iran's. */
function withState(reading: Ranked): Ranked[] {
  const state = STATE_OF[(reading.slots.patron ?? '').toLowerCase()];
  return state === undefined ? [] : [{ ...reading, slots: { ...reading.slots, patron: state } }];
}

function politeless(words: Word[]): Word[] {
  let kept = words.at(-1)?.norm === 'please' ? words.slice(0, -1) : words;
  for (let again = true; again; ) {
    const said = POLITE.find((phrase) => phrase.length < kept.length && phrase.every((part, i) => kept[i]?.norm === part));
    again = said !== undefined;
    if (said) kept = kept.slice(said.length);
  }
  return kept;
}

interface Core {
  words: Word[];
  slots: Record<string, string>;
  cuts: number;
}

/** The words less their clauses, in every way in which a place can be cut off. */
function withoutClauses(text: string, words: Word[]): Core[] {
  const core = withoutTimes(text, { words, slots: {}, cuts: 0 });
  const cores = [core];
  core.words.forEach(({ norm }, at) => {
    if (at === 0 || !PLACE_WORDS.has(norm)) return;
    const name = core.words.slice(at + 1).filter((word, i) => i > 0 || word.norm !== 'the');
    if (name.length === 0 || !canBeName(name)) return;
    cores.push(withoutTimes(text, { words: core.words.slice(0, at), slots: { ...core.slots, near: textOf(text, name) }, cuts: 1 }));
  });
  return cores;
}

/** Cuts period and "as known on" off the end, in either order, and a period off the beginning ("in 2018, who …"). */
function withoutTimes(text: string, core: Core): Core {
  for (let at = 1; at < core.words.length; at += 1) {
    const known = knownOn(text, core.words.slice(at));
    if (known !== null && core.slots.knownOn === undefined) return withoutTimes(text, { ...core, words: core.words.slice(0, at), slots: { ...core.slots, knownOn: known } });
    const during = parsePeriod(textOf(text, core.words.slice(at)));
    if (during !== null && core.slots.during === undefined) return withoutTimes(text, { ...core, words: core.words.slice(0, at), slots: { ...core.slots, during } });
  }
  for (let end = Math.min(6, core.words.length - 1); end > 1; end -= 1) {
    const during = parsePeriod(textOf(text, core.words.slice(0, end)));
    if (during !== null && core.slots.during === undefined) return { ...core, words: core.words.slice(end), slots: { ...core.slots, during } };
  }
  return core;
}

function knownOn(text: string, words: Word[]): string | null {
  const norms = words.map(({ norm }) => norm);
  const skipped = norms[0] === 'as' && ['known', 'recorded'].includes(norms[1] ?? '') ? 2 : ['known', 'recorded'].includes(norms[0] ?? '') ? 1 : 0;
  if (skipped === 0 || !['on', 'by', 'at', 'in'].includes(norms[skipped] ?? '')) return null;
  return parseDay(textOf(text, words.slice(skipped + 1)));
}

/** The questions that a text is the beginning of, with the slot that it is in or before; the likeliest first, each question once. */
export function openings(text: string): Opening[] {
  const words = politeless(wordsOf(text));
  if (words.length === 0) return [];
  const found: (Opening & { literals: number })[] = [];
  for (const { question, slots, last, literals } of ranked(text)) if (last !== null) found.push({ question, slots, open: last, typed: slots[last] ?? '', literals });
  for (const { question, wordings } of COMPILED) {
    for (const wording of wordings.filter(({ weak }) => !weak)) {
      for (const { slots, literals, last } of match(wording, text, words, true)) {
        if (last !== null && literals >= 2) found.push({ question: question.key, slots, open: last, typed: slots[last] ?? '', literals });
      }
    }
  }
  found.sort((a, b) => b.literals - a.literals);
  const seen = new Set<string>();
  return found.filter(({ question }) => !seen.has(question) && seen.add(question)).map(({ question, slots, open, typed }) => ({ question, slots, open, typed }));
}

const COMMON = new Set(['the', 'a', 'an', 'of', 'to', 'in', 'at', 'on', 'by', 'with', 'is', 'are', 'has', 'have', 'do', 'does', 'did', 'and', 'or', 'it', 'for', "'s", 'been', 'was', 'were', 'there', 'any']);

function stem(word: string): string {
  return word.replace(/^(prox)(y|ies)$/, '$1').replace(/^all(y|ies|ied)$/, 'ally').replace(/^(fought|fight\w*|battl\w*|clash\w*|attack\w*|war|combat)$/, 'fight').replace(/(ing|ers|er|ed|es|s)$/, '');
}

const STEMS: readonly { key: string; first: string; own: Set<string>; stems: Set<string> }[] = QUESTIONS.map(({ key, sentence, wordings }) => ({
  key,
  first: sentence.split(' ')[0] ?? '',
  own: stemsOf(sentence.replace(/\{\w+\}/g, '')),
  stems: stemsOf([sentence, ...wordings.map((wording) => expandedWords(wording))].join(' ')),
}));

function stemsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().split(/[^\p{L}']+/u).filter((word) => word !== '' && !COMMON.has(word)).map(stem));
}

function expandedWords(wording: string): string {
  return compile(wording).elements.flatMap((element) => ('slot' in element ? [] : element.alternatives.flat())).join(' ');
}

/** Keys of the questions that are nearest to a text in their words, for when it is not understood; the most common questions if none is near. */
export function nearest(text: string, most = 5): string[] {
  const words = wordsOf(text).map(({ norm }) => norm);
  const typed = new Set(words.filter((word) => !COMMON.has(word)).map(stem));
  const spread = (word: string): number => STEMS.filter(({ stems }) => stems.has(word)).length;
  const scores = STEMS.map(({ key, first, own, stems }) => {
    // A word that few questions have tells more than one that most have.
    const shared = [...typed].filter((word) => stems.has(word)).reduce((sum, word) => sum + 1 / spread(word), 0);
    const said = [...typed].filter((word) => own.has(word)).length / own.size;
    return { key, score: shared + 0.3 * said + (shared > 0 && first === words[0] ? 0.05 : 0) };
  });
  const near = scores.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).map(({ key }) => key);
  return [...near, ...FIRST_QUESTIONS.filter((key) => !near.includes(key))].slice(0, most);
}

/** What most want to know first. */
export const FIRST_QUESTIONS = ['opponents-of-proxies', 'backers', 'commanders', 'allies-who-fought', 'connection', 'happened', 'disputed'];

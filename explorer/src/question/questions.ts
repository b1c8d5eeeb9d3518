/**
 * The questions that can be asked: each is a sentence with slots, the wordings under which it is understood, and one question of the service behind it (answers.ts).
 *
 * Wordings are patterns over words: `a|b` is either, `_` joins the words of one alternative, `?` after it makes it optional, `$name` stands for one of MACROS, `<slot>` for one or more
 * words. Articles are skipped, a possessive is the word `'s`, and a wording that begins with `~` is tried only after those that do not. Clauses (period, place, as known on) are cut
 * off before, and are in no wording.
 */
export type SlotKind = 'patron' | 'actor' | 'party' | 'commander' | 'place' | 'article' | 'period' | 'day';

export interface Slot {
  name: string;
  kind: SlotKind;
  /** What to put there, for an empty slot. */
  label: string;
}

/** A part of a sentence that may be left out; `{…}` is its slot. */
export interface Clause {
  slot: Slot;
  text: string;
  /** Name of the button that adds it. */
  adds: string;
}

export interface Question {
  key: string;
  /** The sentence, with `{slot}` where a slot stands. */
  sentence: string;
  slots: Slot[];
  clauses: Clause[];
  wordings: string[];
  /** What an answer consists of. */
  answers: [one: string, many: string];
  /** What the reader should know of how it is answered. */
  note?: string;
}

export const DURING: Clause = { slot: { name: 'during', kind: 'period', label: 'a period' }, text: 'during {during}', adds: 'Period' };
export const NEAR: Clause = { slot: { name: 'near', kind: 'place', label: 'a place' }, text: 'near {near}', adds: 'Place' };
export const KNOWN_ON: Clause = { slot: { name: 'knownOn', kind: 'day', label: 'a day' }, text: 'as known on {knownOn}', adds: 'As known on' };
const EVERY = [DURING, NEAR, KNOWN_ON];
const IN_TIME = [DURING, KNOWN_ON];

export const MACROS: Record<string, string> = {
  who: 'who|whom|which_groups|which_parties|which_forces|which_group|which_party|which_actors',
  has: 'has|have|had|did|do|does',
  fought: 'fought|clashed|battled|fight|fights|clash|clashes|battle|battles|fighting|clashing|battling',
  with: 'with|against',
  fights: '$has|is|are|was|were? been? ever? $fought $with?',
  clashes: 'clashes|clash|fights|fighting|battles|battle|combat|engagements',
  proxies: 'proxies|proxy|proxy_forces|proxy_groups|proxy_militias|clients|client_groups',
  groups: 'groups|group|militias|militia|forces|force|fighters|parties|actors|those|brigades',
  backed: 'backed|supported|sponsored|funded|armed',
  back: 'back|support|sponsor|fund|arm|$backed',
  backs: 'backs|supports|sponsors|funds|arms|$backed|stands_behind|is_behind',
  opponents: 'opponents|opponent|enemies|enemy|adversaries|foes',
  each: 'each_other|one_another|among_themselves|amongst_themselves|between_themselves',
  is: 'is|are|was|were',
  leader: 'commander|commanders|leader|leaders|head|heads|chief|leadership|command',
  in: 'in|at|near|around|inside|within',
  tied: 'connected|linked|related|tied',
};

const patron: Slot = { name: 'patron', kind: 'patron', label: 'a patron' };
const actor: Slot = { name: 'actor', kind: 'actor', label: 'an actor' };
const party: Slot = { name: 'party', kind: 'party', label: 'a party' };
const where: Slot = { name: 'where', kind: 'place', label: 'a place' };
const aParty = (name: 'a' | 'b', kind: SlotKind = 'party'): Slot => ({ name, kind, label: name === 'a' ? 'one party' : 'another party' });

export const QUESTIONS: readonly Question[] = [
  {
    key: 'opponents-of-proxies', sentence: 'who has clashed with proxies of {patron}', slots: [patron], clauses: EVERY, answers: ['opponent', 'opponents'],
    note: 'Clashes and attacks count, with whoever is backed by the patron directly or through others.',
    wordings: [
      '$who $fights $proxies of <patron>', "$who $fights <patron> 's? $proxies", '$who $fights $groups? $backed by <patron>', '$clashes with|against|involving|of $proxies of <patron>',
      "$clashes with|against|involving|of <patron> 's? $proxies", '$opponents of $proxies of <patron>', "$opponents of <patron> 's? $proxies", "<patron> 's? $proxies 's $opponents",
      "$who $has <patron> 's? $proxies been? $fought $with?", '$who $has $proxies of <patron> been? $fought $with?', "$with whom $has <patron> 's? $proxies $fought",
      '~ $who $fights <patron> -backed $groups|$proxies', '~ $clashes with|against|involving <patron> -backed $groups|$proxies',
    ],
  },
  {
    key: 'opponents-of-side', sentence: 'who has clashed with {patron} or its proxies', slots: [patron], clauses: EVERY, answers: ['opponent', 'opponents'],
    wordings: ['$who $fights <patron> or|and its|their|his $proxies', '$clashes with|against|involving <patron> or|and its|their|his $proxies', '$opponents of <patron> and|or its|their|his $proxies', "$who $fights <patron> 's side"],
  },
  {
    key: 'opponents', sentence: 'who has clashed with {actor}', slots: [actor], clauses: EVERY, answers: ['opponent', 'opponents'],
    note: 'Clashes and attacks count, either way.',
    wordings: ['$who $fights <actor>', '$clashes with|against|involving <actor>', '$opponents of <actor>', "<actor> 's $opponents", '$who $is $opponents of <actor>', "$who $is <actor> 's $opponents", '$who $has <actor> been? $fought $with?', '$with whom $has <actor> $fought', '$who $is <actor> fighting $with?'],
  },
  {
    key: 'backers', sentence: 'who backs {actor}', slots: [actor], clauses: IN_TIME, answers: ['backer', 'backers'],
    wordings: ['$who $backs <actor>', '$who $has $backed <actor>', '$who $is backing|supporting|sponsoring|funding|arming|behind <actor>', '$who $is <actor> $backed by', '$who $is backers|patrons|sponsors|patron|backer of <actor>', 'backers|patrons|sponsors|patron|backer|sponsor of <actor>', "<actor> 's backers|patrons|sponsors|patron|backer|sponsor", "$who $is <actor> 's backers|patrons|sponsors|patron|backer|sponsor", 'by whom $is <actor> $backed', '$who $is <actor> proxy of', 'whose proxy|proxies $is <actor>'],
  },
  {
    key: 'proxies', sentence: 'who are the proxies of {patron}', slots: [patron], clauses: IN_TIME, answers: ['proxy', 'proxies'],
    note: 'Directly backed, or through others; arms of the patron itself count too and are marked.',
    wordings: ['$who $has <patron> $back', '$who $is $backed by <patron>', '$proxies of <patron>', "<patron> 's? $proxies", '$who $is $proxies of <patron>', "$who $is <patron> 's? $proxies", '$groups $backed by <patron>', 'which $groups $has <patron> $back', 'which $groups $is $backed by <patron>', '$who fights|fight for <patron>'],
  },
  {
    key: 'network', sentence: 'the whole network of {patron}', slots: [patron], clauses: EVERY, answers: ['party', 'parties'],
    wordings: ['whole|entire|full? network|side|camp of <patron>', "<patron> 's? whole|entire|full? network|side|camp", '$who $is on side of <patron>', "$who $is on <patron> 's side", 'everyone|everybody|everything $backed by <patron>', '$who $is in network of <patron>', "$who $is in <patron> 's network"],
  },
  {
    key: 'commanders', sentence: 'who commands {actor}', slots: [actor], clauses: IN_TIME, answers: ['commander', 'commanders'],
    wordings: ['$who commands|leads|heads|runs|led|commanded|headed|command|lead|head <actor>', '$who $has commanded|led|headed <actor>', '$who $is $leader of <actor>', '$who $is in_charge|in_command of <actor>', '$leader of <actor>', "<actor> 's $leader", "$who $is <actor> 's $leader", '$who $is <actor> commanded|led|headed by', '$who $is commanding|leading|heading <actor>', 'by whom $is <actor> commanded|led|headed'],
  },
  {
    key: 'commands', sentence: 'what does {commander} command', slots: [{ name: 'commander', kind: 'commander', label: 'a commander' }], clauses: IN_TIME, answers: ['command', 'commands'],
    wordings: ['what|which_units|which_groups|which_forces|$who $has <commander> command|lead|head|commanded|led|headed', 'what|which_units|which_groups|which_forces|$who $is commanded|led|headed by <commander>', 'units|groups|forces|troops|militias commanded|led|headed by <commander>', 'units|groups|forces|troops under <commander>', "<commander> 's commands|units|troops", 'commands of <commander>'],
  },
  {
    key: 'allies', sentence: 'who is allied with {actor}', slots: [actor], clauses: EVERY, answers: ['ally', 'allies'],
    wordings: ['$who $is allied|aligned with|to <actor>', 'allies|ally|friends of <actor>', "<actor> 's allies|ally|friends", '$who $is allies|ally|friends of <actor>', "$who $is <actor> 's allies|ally|friends", '$who $is <actor> allied|aligned with|to', 'with whom $is <actor> allied|aligned', '$who $has? fought|fights|fight alongside <actor>'],
  },
  {
    key: 'allies-who-fought', sentence: 'which allies have fought each other', slots: [], clauses: [{ slot: party, text: 'with {party} among them', adds: 'With a party' }, ...EVERY], answers: ['pair', 'pairs'],
    note: 'Allied directly, or each with the same third.',
    wordings: ['which|what? allies|friends who|that|which? have|has|had|did? ever? been? $fought $with? $each?', '$clashes|infighting between|among|amongst allies|friends', "$has <party> $fought $with? its|their|his own? allies", 'which|what allies $has <party> $fought $with?', '$who among|amongst allies $has? $fought $with? $each?'],
  },
  {
    key: 'co-proxies', sentence: 'which proxies of {patron} have fought each other', slots: [patron], clauses: EVERY, answers: ['pair', 'pairs'],
    wordings: ['which|what? $proxies of <patron> who|that|which? $has? ever? been? $fought $with? $each', 'which|what $proxies of <patron> $has? ever? been? $fought $each?', "which|what? <patron> 's? $proxies who|that|which? $has? ever? been? $fought $with? $each", '$clashes|infighting between|among|amongst|within $proxies of <patron>', "$clashes|infighting between|among|amongst|within <patron> 's? $proxies", "$has $proxies of <patron> ever? $fought $with? $each", "$has <patron> 's? $proxies ever? $fought $with? $each", 'which|what $groups $backed by <patron> $has? $fought $with? $each'],
  },
  {
    key: 'common-opponents', sentence: 'who has fought both {a} and {b}', slots: [aParty('a', 'patron'), aParty('b', 'patron')], clauses: EVERY, answers: ['opponent', 'opponents'],
    note: 'Fights with the proxies of each count too.',
    wordings: ['$who $fights both <a> and <b>', 'common|shared|mutual $opponents of <a> and <b>', '$opponents of both <a> and <b>', '$who $is common|shared $opponents of <a> and <b>', '~ $who $fights <a> and <b>', '~ $opponents of <a> and <b>'],
  },
  {
    key: 'connection', sentence: 'how are {a} and {b} connected', slots: [aParty('a'), aParty('b')], clauses: EVERY, answers: ['way', 'ways'],
    wordings: ['how $is <a> and <b> $tied', 'how $is <a> $tied to|with <b>', 'shortest? path|paths|way|ways|route|chain|link|links|connection|connections from <a> to <b>', 'shortest? path|paths|way|ways|route|chain|link|links|connection|connections between <a> and <b>', 'what connects|links|ties <a> and|to|with <b>', 'connect|link <a> and|to|with <b>', '$is <a> and <b> $tied', '$is <a> $tied to|with <b>'],
  },
  {
    key: 'fights-between', sentence: 'have {a} and {b} fought each other', slots: [aParty('a'), aParty('b')], clauses: EVERY, answers: ['tie', 'ties'],
    wordings: ['$has <a> and <b> ever? $fought $each?', '$has <a> ever? $fought $with? <b>', '$clashes between <a> and <b>', 'when $has <a> $fought $with? <b>', 'when $has <a> and <b> $fought $each?'],
  },
  {
    key: 'disputed', sentence: 'what is disputed', slots: [], clauses: [{ slot: party, text: 'about {party}', adds: 'About a party' }, ...EVERY], answers: ['pair of rival accounts', 'pairs of rival accounts'],
    wordings: ['what $is disputed|contested', 'what $is disputed|contested about|around|over|on|concerning <party>', 'rival|competing|conflicting|contradictory|disputed|contested|contradicting accounts|claims|versions|reports', 'rival|competing|conflicting|contradictory|disputed|contested|contradicting accounts|claims|versions|reports about|of|on|over|concerning <party>', 'disputes|contradictions', 'disputes|contradictions about|over|on <party>', 'what|where do|does sources|articles|accounts disagree about|on?', 'what do|does sources|articles|accounts disagree about|on? <party>', 'where do|does sources|articles|accounts disagree about|on <party>'],
  },
  {
    key: 'happened', sentence: 'what happened in {where}', slots: [where], clauses: IN_TIME, answers: ['incident or passage', 'incidents and passages'],
    wordings: ['what $has? happened|happen|occurred|took_place $in <where>', 'what $is going_on|happening $in <where>', 'events|incidents $in <where>'],
  },
  {
    key: 'fighting-in', sentence: 'who fought whom in {where}', slots: [where], clauses: IN_TIME, answers: ['passage', 'passages'],
    wordings: ['who fought whom $in <where>', '$clashes $in <where>', '$who $fights $in <where>', 'where|which? $clashes told_of $in <where>'],
  },
  {
    key: 'happened-during', sentence: 'what happened during {during}', slots: [DURING.slot], clauses: [NEAR, KNOWN_ON], answers: ['passage', 'passages'],
    wordings: ['what $has? happened|happen|occurred|took_place', 'events|incidents', 'what $is going_on|happening'],
  },
  {
    key: 'present', sentence: 'who is present at {where}', slots: [where], clauses: IN_TIME, answers: ['party', 'parties'],
    note: 'Whoever is told of there, with the ties that put it there.',
    wordings: ['$who $is present|active|deployed|seen|based? $in|on <where>', '$who has|have been present|active|deployed|seen|based? $in <where>', '$groups|presence present|active|deployed|based? $in <where>', '$who $is there $in <where>'],
  },
  {
    key: 'article', sentence: 'what does {article} say', slots: [{ name: 'article', kind: 'article', label: 'an article' }], clauses: EVERY, answers: ['passage', 'passages'],
    wordings: ['what do|does|did|has <article> say|says|said|report|reported|claim|tell|write', 'what $is said|reported|told|claimed|written by|in <article>', 'claims|passages|statements of|by|from|in <article>', 'according to <article>', 'what do|does we? know|read from <article>'],
  },
  {
    key: 'known', sentence: 'what is known about {party}', slots: [party], clauses: EVERY, answers: ['passage', 'passages'],
    wordings: ['what $is known|told|said|recorded|reported about|of|on <party>', 'what do|does we|you|i know about|of|on <party>', 'about <party>', 'everything|all|anything|claims|passages|evidence|information|facts about|on|concerning <party>', '~ who|what $is <party>'],
  },
  {
    key: 'places', sentence: 'where has {actor} been', slots: [actor], clauses: IN_TIME, answers: ['place', 'places'],
    wordings: ['where $is <actor> present|active|deployed|based|seen?', 'where has|have|had <actor> been', 'where do|does|did <actor> operate|fight', 'places|whereabouts of <actor>'],
  },
  {
    key: 'parts', sentence: 'what belongs to {actor}', slots: [actor], clauses: IN_TIME, answers: ['part', 'parts'],
    wordings: ['what|$who belongs|belong to <actor>', 'what|$who $is part|parts of <actor>', 'parts|units|branches|members|organs of <actor>', "<actor> 's parts|units|branches|members|organs"],
  },
];

const BY_KEY = new Map(QUESTIONS.map((question) => [question.key, question]));

export function questionOf(key: string): Question | undefined {
  return BY_KEY.get(key);
}

/** All slots that a question can have, those of its clauses last. */
export function slotsOf({ slots, clauses }: Question): Slot[] {
  return [...slots, ...clauses.map(({ slot }) => slot)];
}

/** A piece of a sentence: words, or a slot with what stands in it. */
export type Piece = { words: string } | { slot: Slot; value: string; optional: boolean };

/** The sentence of a question with the slots given, and those clauses that have one; a slot that must be filled and is not has an empty value. */
export function piecesOf(question: Question, slots: Readonly<Record<string, string>>): Piece[] {
  const all = new Map(slotsOf(question).map((slot) => [slot.name, slot]));
  const pieces: Piece[] = [];
  const read = (text: string, optional: boolean): void => {
    for (const part of text.split(/(\{\w+\})/)) {
      const slot = all.get(part.slice(1, -1));
      if (part.startsWith('{') && slot) pieces.push({ slot, value: slots[slot.name] ?? '', optional });
      else if (part.trim() !== '') pieces.push({ words: part.trim() });
    }
  };
  read(question.sentence, false);
  for (const clause of question.clauses) if (slots[clause.slot.name] !== undefined) read(clause.text, true);
  return pieces;
}

/** The sentence as text; `inWords` tells how a slot's value reads. */
export function sentenceOf(question: Question, slots: Readonly<Record<string, string>>, inWords: (slot: Slot, value: string) => string): string {
  return piecesOf(question, slots).map((piece) => ('words' in piece ? piece.words : piece.value === '' ? '…' : inWords(piece.slot, piece.value))).join(' ');
}

/** The slots that must be filled and are not. */
export function missingSlots(question: Question, slots: Readonly<Record<string, string>>): Slot[] {
  return question.slots.filter(({ name }) => (slots[name] ?? '').trim() === '');
}

import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/client';
import type { SearchKind } from '../api/generated/documents';
import { announce } from '../state/announcer';
import { Combobox } from '../search/Combobox';
import { exactParty, find, type Hit } from '../search/find';
import { pick } from '../search/pick';
import { useHits } from '../search/use-hits';
import { askFirst, draft } from './asking';
import { barOptions, looksLikeQuestion, openKind, read } from './bar-options';
import { missingSlots, questionOf } from './questions';
import { KINDS } from './refusal';
import { Icon } from '../shell/icons';

/** Names and texts are searched apart: a text that many names resemble must not hide what is told of it. */
const NAMES: SearchKind[] = ['ACTOR', 'COMMANDER', 'LOCATION'];
const TEXTS: SearchKind[] = ['ARTICLE', 'INCIDENT', 'CLAIM'];
const MOST_HITS = 6;
const NOT_UNDERSTOOD = 'That is not understood as a question. The nearest that can be asked are below.';

/** One field to search and to ask: it finds parties, articles, incidents and passages in any spelling, and understands questions typed plainly. */
export function QuestionBar(): preact.JSX.Element {
  const [text, setText] = useState('');
  /** The text for which Enter found nothing to do, and what was said then. */
  const [said, setSaid] = useState<{ text: string; message: string } | null>(null);
  const typed = read(text);
  const isQuestion = typed.readings.length > 0 || typed.opening !== null;
  const names = useHits(isQuestion ? '' : text, NAMES, MOST_HITS);
  const texts = useHits(isQuestion ? '' : text, TEXTS, MOST_HITS);
  const waits = names.waits || texts.waits;
  const kinds = typed.opening === null ? null : openKind(typed.opening);
  const slotKinds = kinds === null ? [] : KINDS[kinds];
  const slotHits = useHits(slotKinds.length === 0 ? '' : (typed.opening?.typed ?? ''), slotKinds, 5);
  const groups = barOptions({ text, typed, names: names.hits, texts: texts.hits, waits, slotHits: slotHits.hits, onChosen: setText });
  const message = said?.text === text ? said.message : names.problem ?? texts.problem ?? slotHits.problem ?? (waits ? 'Searching …' : null);
  const say = (words: string): false => {
    setSaid({ text, message: words });
    announce(words);
    return false;
  };
  const found = waits ? 0 : names.hits.length + texts.hits.length;
  useEffect(() => {
    if (found > 0) announce(`${found} found.`);
  }, [found, text]);

  const submit = async (): Promise<boolean> => {
    if (text.trim() === '') return false;
    if (typed.readings.length > 0) {
      void askFirst(typed.readings);
      return true;
    }
    const { opening } = typed;
    const question = opening === null ? undefined : questionOf(opening.question);
    if (opening !== null && question !== undefined && missingSlots(question, opening.slots).length > 0) {
      draft({ question: question.key, slots: opening.slots });
      return true;
    }
    let now: Hit[];
    try {
      now = await find(text.trim(), NAMES, MOST_HITS, AbortSignal.timeout(10_000));
    } catch (error) {
      return say(error instanceof ApiError ? error.message : 'The search failed.');
    }
    const party = exactParty(now);
    const hit = now.find(({ node }) => node.id === party?.id);
    if (hit) {
      setText('');
      await pick(hit);
      return true;
    }
    if ((now.length === 0 && texts.hits.length === 0) || looksLikeQuestion(text)) return say(looksLikeQuestion(text) ? NOT_UNDERSTOOD : `Nothing is found for “${text.trim()}”. Questions that can be asked are below.`);
    return say('No party has just that name. Pick from what is found.');
  };

  return (
    <search class="ask">
      <Icon name="search" />
      <Combobox id="ask" class="ask-box" label="Search or ask" placeholder="Search, or ask: who has clashed with proxies of …" value={text} onType={setText} groups={groups} message={message} onEnter={submit} onEscape={() => setText('')} />
    </search>
  );
}

import { useEffect } from 'preact/hooks';
import type { Asked } from '../model/view';
import { NO_FILTERS } from '../model/view';
import { count } from '../model/words';
import { clearFilters } from '../state/actions';
import { view } from '../state/store';
import { Icon } from '../shell/icons';
import type { Answer } from './answer';
import { askOne, closeAnswer, followQuestion, inWords, showing, showMore, type Showing } from './asking';
import { ItemCard } from './ItemCard';
import { nearest } from './grammar';
import { questionOf, type Question } from './questions';
import type { Choice } from './refusal';
import { Sentence } from './Sentence';
import { SentenceForm } from './SentenceForm';

/** What was answered to the question of the view, with its evidence. */
export function AnswerPanel(): preact.JSX.Element | null {
  useEffect(followQuestion, []);
  const now = showing.value;
  if (now.kind === 'none') return null;
  const question = questionOf(now.asked.question);
  return (
    <section class="answer" aria-labelledby="answer-title" aria-busy={now.kind === 'asking'}>
      <div class="answer-head">
        <h2 id="answer-title">Question</h2>
        <button type="button" class="tool" aria-label="Close the answer" title="Close" onClick={closeAnswer}><Icon name="close" /></button>
      </div>
      {question && <SentenceForm key={question.key} question={question} asked={now.asked} focuses={now.kind === 'draft'} />}
      <Body now={now} question={question} />
    </section>
  );
}

function Body({ now, question }: { now: Exclude<Showing, { kind: 'none' }>; question: Question | undefined }): preact.JSX.Element | null {
  switch (now.kind) {
    case 'draft': return <p class="quiet small">Fill the empty slots, then ask.</p>;
    case 'asking': return <div class="answer-waits"><span class="spinner" aria-hidden="true" /><p class="quiet">{now.waiting ?? 'Asking …'}</p></div>;
    case 'refused': return <Refused message={now.message} choices={now.choices} asked={now.asked} />;
    case 'answered': return now.answer.items.length === 0 ? <Empty asked={now.asked} question={question} /> : <Items answer={now.answer} question={question} growing={now.growing} />;
  }
}

function Items({ answer, question, growing }: { answer: Answer; question: Question | undefined; growing: boolean }): preact.JSX.Element {
  const [one, many] = question?.answers ?? ['answer', 'answers'];
  return (
    <>
      <p class="answer-count">{count(answer.total, one, many)}{answer.items.length < answer.total && <span class="quiet">, the first {answer.items.length} shown</span>}</p>
      {question?.note !== undefined && <p class="quiet small">{question.note}</p>}
      <ol class="items" aria-label="Answers">{answer.items.map((item) => <li key={item.key}><ItemCard item={item} /></li>)}</ol>
      {answer.cursor !== null && <button type="button" class="button" disabled={growing} onClick={() => void showMore()}>{growing ? 'Fetching …' : 'Show more'}</button>}
    </>
  );
}

/** No answer, and what would widen the question. */
function Empty({ asked, question }: { asked: Asked; question: Question | undefined }): preact.JSX.Element {
  const clauses = question?.clauses.filter(({ slot }) => asked.slots[slot.name] !== undefined) ?? [];
  const isFiltered = JSON.stringify({ ...view.value.filters, types: null, minDegree: 0 }) !== JSON.stringify(NO_FILTERS);
  const without = (name: string): Asked => ({ ...asked, slots: Object.fromEntries(Object.entries(asked.slots).filter(([other]) => other !== name)) });
  return (
    <div class="stack">
      <p><strong>Nothing is told of that.</strong> {clauses.length > 0 || isFiltered ? 'A wider question may find something:' : 'No passage on record says so; that is not to say that it was not so.'}</p>
      <div class="row">
        {clauses.map(({ slot, adds }) => <button key={slot.name} type="button" class="button small" onClick={() => void askOne(without(slot.name))}>Drop: {adds.toLowerCase()}</button>)}
        {isFiltered && <button type="button" class="button small" onClick={clearFilters}>Clear the filters</button>}
      </div>
    </div>
  );
}

function Refused({ message, choices, asked }: { message: string; choices: Choice[]; asked: Asked }): preact.JSX.Element {
  const others = choices.length > 0 ? [] : nearest(inWords(asked), 3).filter((key) => key !== asked.question).map((question): Asked => ({ question, slots: {} }));
  return (
    <div class="stack">
      <p dir="auto"><strong>{message}</strong></p>
      {choices.length > 0 && (
        <>
          <p class="quiet small" id="did-you-mean">Did you mean</p>
          <ul class="choices" aria-labelledby="did-you-mean">
            {choices.map((choice) => <li key={JSON.stringify(choice.asked)}><button type="button" class="button small" onClick={() => void askOne(choice.asked)}><bdi>{choice.label}</bdi>{choice.detail !== null && <span class="quiet">{choice.detail}</span>}</button></li>)}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <>
          <p class="quiet small" id="nearest-questions">Other questions</p>
          <ul class="choices" aria-labelledby="nearest-questions">{others.map((other) => <li key={other.question}><button type="button" class="link small" onClick={() => void askOne(other)}><Sentence asked={other} /></button></li>)}</ul>
        </>
      )}
    </div>
  );
}

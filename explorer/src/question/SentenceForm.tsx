import { useEffect, useRef, useState } from 'preact/hooks';
import type { Asked } from '../model/view';
import { announce } from '../state/announcer';
import { Icon } from '../shell/icons';
import { askOne } from './asking';
import { parsePeriod } from './period';
import { piecesOf, slotsOf, type Question, type Slot } from './questions';
import { slotInWords } from './slot-names';
import { SlotField } from './SlotField';

/** What stands in a slot's field, and the value that it was picked with or came with; null where it was typed. */
type Fields = Record<string, { text: string; value: string | null }>;

interface Props {
  question: Question;
  asked: Asked;
  /** Whether the first empty slot takes the focus, so that it can be filled at once. */
  focuses: boolean;
}

/** The question asked as a sentence whose slots can be changed, clauses added and left out, and which can be asked again. */
export function SentenceForm({ question, asked, focuses }: Props): preact.JSX.Element {
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState<Fields>({});
  const [faults, setFaults] = useState<string[]>([]);
  const [added, setAdded] = useState<string | null>(null);
  useEffect(() => {
    if (focuses) form.current?.querySelector<HTMLInputElement>('input[value=""], input:placeholder-shown')?.focus();
  }, [focuses]);
  // Asked anew, what was typed here is what is asked now.
  const standingFor = JSON.stringify(asked);
  useEffect(() => {
    setFields({});
    setFaults([]);
    setAdded(null);
  }, [standingFor]);
  useEffect(() => {
    if (added !== null) form.current?.querySelector<HTMLInputElement>(`#slot-${added}`)?.focus();
  }, [added]);

  const standing = Object.fromEntries([...Object.entries(asked.slots).map(([name, value]) => [name, value] as const), ...Object.entries(fields).map(([name, { text }]) => [name, text] as const)]);
  const textOf = (slot: Slot): string => fields[slot.name]?.text ?? (asked.slots[slot.name] === undefined ? '' : slot.kind === 'day' ? (asked.slots[slot.name] ?? '') : slotInWords(slot, asked.slots[slot.name] ?? ''));
  const isChanged = Object.keys(fields).length > 0;

  const submit = (now: Fields = fields): void => {
    const slots: Record<string, string> = {};
    const wrong: string[] = [];
    for (const slot of slotsOf(question)) {
      const field = now[slot.name];
      const text = field?.text.trim() ?? '';
      if (field === undefined) {
        const value = asked.slots[slot.name];
        if (value !== undefined) slots[slot.name] = value;
        else if (question.slots.includes(slot)) wrong.push(slot.name);
      } else if (text === '') {
        // A clause left empty is left out; a slot of the sentence itself cannot be.
        if (question.slots.includes(slot)) wrong.push(slot.name);
      } else if (slot.kind === 'period') {
        const period = parsePeriod(text);
        if (period === null) wrong.push(slot.name);
        else slots[slot.name] = period;
      } else slots[slot.name] = field.value ?? text;
    }
    setFaults(wrong);
    if (wrong.length > 0) announce(FAULT);
    else void askOne({ question: question.key, slots });
  };
  const leaveOut = (name: string): void => {
    const next = { ...fields, [name]: { text: '', value: null } };
    if (asked.slots[name] === undefined) {
      delete next[name];
      setFields(next);
    } else submit(next);
  };

  return (
    <form ref={form} class="sentence-form" aria-label="Question" onSubmit={(event) => {
      event.preventDefault();
      submit();
    }}>
      <div class="sentence">
        {piecesOf(question, standing).map((piece, i) => ('words' in piece ? <span key={`words ${i}`}>{piece.words}</span> : (
          <span key={piece.slot.name} class="slot-part">
            <SlotField id={`slot-${piece.slot.name}`} slot={piece.slot} text={textOf(piece.slot)} invalid={faults.includes(piece.slot.name)} onEnter={() => submit()} onChange={(text, value) => setFields({ ...fields, [piece.slot.name]: { text, value } })} />
            {piece.optional && <button type="button" class="tool slot-away" aria-label={`Leave out ${piece.slot.label}`} title="Leave out" onClick={() => leaveOut(piece.slot.name)}><Icon name="close" /></button>}
          </span>
        )))}
        <span class="asks">?</span>
      </div>
      {faults.length > 0 && <p class="fault" role="alert">{FAULT}</p>}
      <div class="row">
        <button type="submit" class={isChanged ? 'button small main' : 'button small'}>{isChanged ? 'Ask' : 'Ask again'}</button>
        {question.clauses.filter(({ slot }) => standing[slot.name] === undefined).map(({ slot, adds }) => (
          <button key={slot.name} type="button" class="button small" onClick={() => {
            setFields({ ...fields, [slot.name]: { text: '', value: null } });
            setAdded(slot.name);
          }}><Icon name="plus" />{adds}</button>
        ))}
      </div>
    </form>
  );
}

const FAULT = 'Fill the slots that are marked. A period reads like 2018, June 2019, 2018–2019, since 2018 or before June 2019.';

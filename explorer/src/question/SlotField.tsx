import { isParty } from '../search/find';
import { Combobox } from '../search/Combobox';
import { HitLine } from '../search/HitLine';
import { useHits } from '../search/use-hits';
import type { Slot } from './questions';
import { KINDS } from './refusal';
import { rememberName } from './slot-names';

interface Props {
  id: string;
  slot: Slot;
  /** What the field reads. */
  text: string;
  invalid: boolean;
  /** The reader typed or picked something; a picked thing has a value of its own. */
  onChange: (text: string, value: string | null) => void;
  onEnter: () => void;
}

/** A slot of a sentence, to be filled or changed: with suggestions of the kind that fits, or as a period in words, or as a day. */
export function SlotField({ id, slot, text, invalid, onChange, onEnter }: Props): preact.JSX.Element {
  const kinds = KINDS[slot.kind];
  const { hits, waits, problem } = useHits(kinds.length === 0 ? '' : text, kinds, 6);
  if (slot.kind === 'day') return <input id={id} class="slot-field" type="date" aria-label={slot.label} aria-invalid={invalid || undefined} value={text} onInput={({ currentTarget }) => onChange(currentTarget.value, null)} />;
  const options = hits.flatMap((hit) => {
    const { node } = hit;
    const name = isParty(node) ? node.name : node.__typename === 'Article' ? node.title : null;
    if (name === null) return [];
    return [{ id: node.id, content: <HitLine hit={hit} />, pick: () => {
      if (isParty(node)) return onChange(name, null);
      rememberName(node.id, name);
      onChange(name, node.id);
    } }];
  });
  return (
    <Combobox
      id={id} class="slot-field" label={slot.label} placeholder={slot.kind === 'period' ? '2018, since June 2019 …' : slot.label} value={text} invalid={invalid} onType={(typed) => onChange(typed, null)}
      groups={[{ title: 'Suggestions', options }]} message={problem ?? (waits ? 'Searching …' : null)}
      onEnter={() => {
        onEnter();
        return true;
      }}
    />
  );
}

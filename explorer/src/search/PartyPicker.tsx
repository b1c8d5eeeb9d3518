import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { SearchKind } from '../api/generated/documents';
import { useDraft } from '../state/use-draft';
import { Combobox } from './Combobox';
import { isParty, type PartyHit } from './find';
import { HitLine } from './HitLine';
import { useHits } from './use-hits';

const KINDS: SearchKind[] = ['ACTOR', 'COMMANDER', 'LOCATION'];
const MOST = 8;

/** A labelled field that finds one party by any spelling; Enter takes the first that is found. */
export function PartyPicker({ label, kinds = KINDS, value = '', autofocus = false, onPick }: { label: string; kinds?: SearchKind[]; value?: string; autofocus?: boolean; onPick: (party: { id: string; name: string }) => void }): preact.JSX.Element {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useDraft(value);
  useLayoutEffect(() => {
    if (autofocus) input.current?.focus();
  }, []);
  // What stands there already need not be found again.
  const { hits, waits, problem } = useHits(text === value ? '' : text, kinds, MOST);
  const found = hits.flatMap((hit) => (isParty(hit.node) ? [{ hit, party: hit.node }] : []));
  const pick = ({ id: picked, name }: PartyHit): void => {
    setText(name);
    onPick({ id: picked, name });
  };
  const isUnknown = text !== value && text.trim() !== '' && !waits && found.length === 0;
  return (
    <div class="field">
      <span aria-hidden="true">{label}</span>
      <Combobox
        id={id} input={input} label={label} value={text} class="picker" onType={setText} groups={[{ title: 'Parties', options: found.map(({ hit, party }) => ({ id: party.id, content: <HitLine hit={hit} />, pick: () => pick(party) })) }]}
        message={problem ?? (waits ? 'Searching …' : isUnknown ? 'Nothing goes by that name.' : null)}
        onEnter={() => {
          const [first] = found;
          if (first !== undefined) pick(first.party);
          return first !== undefined;
        }}
      />
    </div>
  );
}

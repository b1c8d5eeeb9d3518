import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ask } from '../api/client';
import { SuggestDocument, type SearchKind } from '../api/generated/documents';

const PAUSE_MS = 120;
const KINDS: SearchKind[] = ['ACTOR', 'COMMANDER', 'LOCATION'];

interface Picked {
  id: string;
  name: string;
  matched: string;
}

/** A field that finds one party by any spelling. ARIA combobox: arrows choose, Enter picks, Escape closes. */
export function PartyPicker({ label, kinds = KINDS, value = '', autofocus = false, onPick }: { label: string; kinds?: SearchKind[]; value?: string; autofocus?: boolean; onPick: (party: { id: string; name: string }) => void }): preact.JSX.Element {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [found, setFound] = useState<Picked[] | null>(null);
  const [at, setAt] = useState(0);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (autofocus) input.current?.focus();
  }, []);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === '' || wanted === value) return setFound(null);
    const asking = new AbortController();
    const timer = setTimeout(() => {
      ask(SuggestDocument, { text: wanted, kinds, first: 8 }, asking.signal).then(
        ({ search }) => {
          setAt(0);
          setFound(search.hits.flatMap(({ node, matched }) => ('name' in node ? [{ id: node.id, name: node.name, matched }] : [])));
        },
        () => setFound(null),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [text]);
  const pick = (party: Picked | undefined): void => {
    if (party === undefined) return;
    setText(party.name);
    setFound(null);
    onPick(party);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (found === null) return;
    if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(1, found.length));
    else if (event.key === 'ArrowUp') setAt((at + found.length - 1) % Math.max(1, found.length));
    else if (event.key === 'Enter') pick(found[at]);
    else if (event.key === 'Escape') setFound(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="picker field">
      <label for={id}>{label}</label>
      <input
        ref={input} id={id} type="text" role="combobox" autocomplete="off" spellcheck={false} aria-expanded={found !== null} aria-controls={`${id}-list`} aria-autocomplete="list" dir="auto"
        aria-activedescendant={found?.[at] ? `${id}-${at}` : undefined} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} onKeyDown={onKeyDown} onBlur={() => setTimeout(() => setFound(null), 150)}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} class="options" hidden={found === null}>
        {found?.length === 0 && <li class="option quiet" role="option" aria-selected={false} aria-disabled>Nothing goes by that name.</li>}
        {found?.map((party, i) => (
          <li key={party.id} id={`${id}-${i}`} role="option" aria-selected={i === at} class="option" onMouseDown={(event) => { event.preventDefault(); pick(party); }}>
            <bdi>{party.name}</bdi>{party.matched !== party.name && <bdi class="quiet tiny"> {party.matched}</bdi>}
          </li>
        ))}
      </ul>
    </div>
  );
}

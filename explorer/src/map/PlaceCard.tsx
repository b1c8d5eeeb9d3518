import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../shell/icons';
import type { Tie } from '../model/network';
import { count, dateInWords } from '../model/words';
import { select, setFilters } from '../state/actions';
import { announce } from '../state/announcer';
import { rules, tieOfClaim, view } from '../state/store';
import type { ItemKind } from '../model/view';
import { places, setOpenPlace } from './map-state';
import { pickPlace, whatIsThere } from './pick-place';
import { precisionInWords, type PlaceOnMap } from './places';

/** More nobody reads in a card; filtered to the place, the table has them all. */
const MOST_ROWS = 60;

interface PlaceCardProps {
  place: PlaceOnMap;
  /** Others whose symbols lie at the same spot. */
  alsoHere: PlaceOnMap[];
  at: { left: number; top: number; maxHeight: number } | null;
  onClose: () => void;
}

/** What is on show at one place: its incidents and its ties, each to be selected. */
export function PlaceCard({ place, alsoHere, at, onClose }: PlaceCardProps): preact.JSX.Element {
  const card = useRef<HTMLElement>(null);
  // Before the next key can be pressed.
  useLayoutEffect(() => card.current?.focus({ preventScroll: true }), [place.id]);
  const { selection, filters } = view.value;
  const ties = tiesAt(place);
  const { point, within, incidents } = place;
  const onKeyDown = (event: KeyboardEvent): void => {
    // Its keys are its own: arrows scroll it, and do nothing else on the page.
    if (event.key !== 'Escape') event.stopPropagation();
  };
  const isChosen = (id: string): boolean => selection.some((item) => item.id === id);
  const pick = (kind: ItemKind, id: string) => (event: MouseEvent): void => select([{ kind, id }], event.shiftKey || event.ctrlKey || event.metaKey);
  const filterValue = nameOrId(place);
  const isFiltered = filters.place === filterValue;
  return (
    <section ref={card} class="place-card" role="dialog" aria-labelledby="place-name" tabIndex={-1} style={at === null ? {} : { left: `${at.left}px`, top: `${at.top}px`, maxHeight: `${at.maxHeight}px` }} onKeyDown={onKeyDown}
      onPointerDown={(event) => event.stopPropagation()} onMouseDown={(event) => event.stopPropagation()} onTouchStart={(event) => event.stopPropagation()} onWheel={(event) => event.stopPropagation()} onDblClick={(event) => event.stopPropagation()} onClick={(event) => event.stopPropagation()}>
      <header>
        <h3 id="place-name" dir="auto">{place.name}</h3>
        <button type="button" class="tool" aria-label="Close the place" onClick={onClose}><Icon name="close" /></button>
      </header>
      <p class="quiet tiny">
        {point === null ? 'No position known' : `Position ${precisionInWords(point.precision)}`}{within === null ? '' : ', in '}{within !== null && <bdi>{within}</bdi>}. {whatIsThere(place)}.
      </p>
      <p class="row">
        <button type="button" class="button small" onClick={() => toggleFilter(place.name, isFiltered ? null : filterValue)}>{isFiltered ? 'No longer only this place' : 'Filter to this place'}</button>
        {place.isParty && !isChosen(place.id) && <button type="button" class="button small" onClick={pick('party', place.id)}>Select it</button>}
      </p>
      {alsoHere.length > 0 && <p class="tiny">At the same spot: {alsoHere.map((other, index) => <>{index > 0 && ', '}<button key={other.id} type="button" class="link" dir="auto" onClick={() => pickPlace(other)}>{other.name}</button></>)}</p>}
      {incidents.length > 0 && (
        <>
          <h4>{count(incidents.length, 'incident')}</h4>
          <ul>
            {incidents.slice(0, MOST_ROWS).map(({ id, title, date }) => (
              <li key={id}><button type="button" class="row-button" aria-pressed={isChosen(id)} onClick={pick('incident', id)}><span dir="auto">{title}</span> <span class="quiet tiny">{dateInWords(date)}</span></button></li>
            ))}
          </ul>
          <Rest of={incidents.length} />
        </>
      )}
      {ties.length > 0 && (
        <>
          <h4>{count(ties.length, 'tie')}</h4>
          <ul>
            {ties.slice(0, MOST_ROWS).map(({ tie, passages }) => (
              <li key={tie.id}><button type="button" class="row-button" aria-pressed={isChosen(tie.id)} onClick={pick('tie', tie.id)}><bdi>{tie.source.name}</bdi> <em>{rules.value.get(tie.type)?.label ?? tie.type}</em> <bdi>{tie.target.name}</bdi> <span class="quiet tiny">{count(passages, 'passage')}</span></button></li>
            ))}
          </ul>
          <Rest of={ties.length} />
        </>
      )}
    </section>
  );
}

function Rest({ of: all }: { of: number }): preact.JSX.Element | null {
  return all <= MOST_ROWS ? null : <p class="quiet tiny">and {(all - MOST_ROWS).toLocaleString('en')} more; filter to this place to see all in the table</p>;
}

/** The ties that the passages of a place stand behind, with how many of them do. */
function tiesAt({ claims }: PlaceOnMap): { tie: Tie; passages: number }[] {
  const found = new Map<string, { tie: Tie; passages: number }>();
  for (const claim of claims) {
    const tie = tieOfClaim(claim);
    if (tie === undefined) continue;
    const known = found.get(tie.id);
    if (known) known.passages += 1;
    else found.set(tie.id, { tie, passages: 1 });
  }
  return [...found.values()].sort((a, b) => b.passages - a.passages);
}

/** What the service will take for this place: its name as the reader knows it, or its id where another place has the same name. */
function nameOrId({ id, name }: PlaceOnMap): string {
  const { known, unknown } = places.value;
  return [...known, ...unknown].some((other) => other.name === name && other.id !== id) ? id : name;
}

function toggleFilter(name: string, place: string | null): void {
  setFilters(place === null ? 'Every place again' : `Only ${name}`, { place });
  setOpenPlace(null);
  announce(place === null ? 'Every place again.' : `Only what happened at ${name} or within.`);
}

import { PassagesNote } from '../timeline/PassagesNote';
import { count } from '../model/words';
import { SymbolKey } from './Legend';
import { places, standingOut } from './map-state';
import { weight, type PlaceOnMap } from './places';
import { whatIsThere } from './pick-place';

/** More than this no list is read to the end; the filters narrow it. */
const MOST_LISTED = 400;

/** The same places as buttons: for keys and ears, and for those that have no position. */
export function PlaceList({ onPick }: { onPick: (place: PlaceOnMap, add: boolean) => void }): preact.JSX.Element {
  const { known, unknown, notStated } = places.value;
  return (
    <div class="place-list" role="region" aria-label="Places" tabIndex={-1}>
      <h2>{count(known.length, 'place')} on the map</h2>
      <SymbolKey />
      <Rows places={known} onPick={onPick} />
      {unknown.length > 0 && (
        <>
          <h2 class="unknown">no position known: {count(unknown.length, 'place')}</h2>
          <p class="quiet tiny">Named, but not put on the map: nothing is guessed.</p>
          <Rows places={unknown} onPick={onPick} />
        </>
      )}
      {notStated > 0 && <p class="quiet small not-stated">place not stated: {count(notStated, 'passage')}</p>}
      <PassagesNote />
    </div>
  );
}

function Rows({ places: rows, onPick }: { places: PlaceOnMap[]; onPick: (place: PlaceOnMap, add: boolean) => void }): preact.JSX.Element {
  const out = standingOut.value;
  return (
    <>
      <ul>
        {rows.slice(0, MOST_LISTED).map((place) => (
          <li key={place.id}>
            <button type="button" class={out.has(place.id) ? 'row-button on' : 'row-button'} onClick={(event) => onPick(place, event.shiftKey || event.ctrlKey || event.metaKey)}>
              <span class={place.point === null ? 'dot none' : place.hasEvent ? 'dot event' : 'dot'} aria-hidden="true" />
              <span class="place-name" dir="auto">{place.name}</span>
              <span class="quiet tiny" aria-hidden="true" title={whatIsThere(place)}>{weight(place)}</span>
              <span class="for-ears">, {whatIsThere(place)}{out.has(place.id) ? ', has to do with what is selected' : ''}</span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length > MOST_LISTED && <p class="quiet tiny">and {(rows.length - MOST_LISTED).toLocaleString('en')} more</p>}
    </>
  );
}

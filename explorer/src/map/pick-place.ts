import { count } from '../model/words';
import { select } from '../state/actions';
import { announce } from '../state/announcer';
import { setOpenPlace } from './map-state';
import type { PlaceOnMap } from './places';

/** Opens a place's card, and selects the place where it is a party of the network. */
export function pickPlace(place: PlaceOnMap, add = false): void {
  setOpenPlace(place.id);
  if (place.isParty) select([{ kind: 'party', id: place.id }], add);
  announce(`${place.name}: ${whatIsThere(place)}.`);
}

/** “2 incidents, 9 passages”. */
export function whatIsThere({ incidents, claims }: PlaceOnMap): string {
  return incidents.length === 0 ? count(claims.length, 'passage') : `${count(incidents.length, 'incident')}, ${count(claims.length, 'passage')}`;
}

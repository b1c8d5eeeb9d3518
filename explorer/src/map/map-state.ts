import { computed, signal } from '@preact/signals';
import type { Claim } from '../model/network';
import { rules, shown, shownClaims, shownIncidents, view } from '../state/store';
import { isSelected } from '../timeline/selected-claims';
import type { Camera } from './mercator';
import { placesOf, type PlaceOnMap } from './places';

export const camera = signal<Camera>({ k: 1, x: 0, y: 0 });
export const size = signal({ width: 0, height: 0 });

const isViolent = (claim: Claim): boolean => claim.type === 'KILLED_CIVILIANS' || (rules.value.get(claim.type)?.hostile ?? false);
export const places = computed(() => placesOf(shown.value.nodes, shownClaims.value, shownIncidents.value, isViolent));
const byId = computed(() => new Map([...places.value.known, ...places.value.unknown].map((place) => [place.id, place])));

const openId = signal<string | null>(null);
/** The place whose card is open, as long as it is on show. */
export const openPlace = computed<PlaceOnMap | null>(() => (openId.value === null ? null : (byId.value.get(openId.value) ?? null)));

export function setOpenPlace(id: string | null): void {
  openId.value = id;
}

export function placeOnShow(id: string): PlaceOnMap | undefined {
  return byId.peek().get(id);
}

/** Ids of the places that something selected has to do with, wherever it was selected. */
export const standingOut = computed<ReadonlySet<string>>(() => {
  const { selection } = view.value;
  if (selection.length === 0) return new Set<string>();
  const ids = new Set(selection.map(({ id }) => id));
  const touches = isSelected.value;
  return new Set([...byId.value.values()].filter((place) => ids.has(place.id) || place.incidents.some(({ id }) => ids.has(id)) || place.claims.some(touches)).map(({ id }) => id));
});

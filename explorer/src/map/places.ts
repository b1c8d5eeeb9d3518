import type { Claim, IncidentOnShow, NetworkNode } from '../model/network';

export type Point = NonNullable<NonNullable<Claim['place']>['point']>;

/** A place with what is on show there. */
export interface PlaceOnMap {
  id: string;
  name: string;
  /** Null where no position is known: none is guessed, also not from what it lies in. */
  point: Point | null;
  /** The nearest place that it lies in. */
  within: string | null;
  /** Whether it is a party of the network on show. */
  isParty: boolean;
  incidents: IncidentOnShow[];
  claims: Claim[];
  /** Whether something happened there; otherwise somebody was there, held it or left it. */
  hasEvent: boolean;
}

export interface Places {
  known: PlaceOnMap[];
  unknown: PlaceOnMap[];
  /** Passages that tell of no place at all. */
  notStated: number;
}

/** How much there is at a place: what its symbol's size says. */
export function weight({ incidents, claims }: PlaceOnMap): number {
  return incidents.length + claims.length;
}

/** The places of the parties, incidents and passages on show, the fullest first. `isViolent` tells whether a passage tells of violence. */
export function placesOf(nodes: readonly NetworkNode[], claims: readonly Claim[], incidents: readonly IncidentOnShow[], isViolent: (claim: Claim) => boolean): Places {
  const found = new Map<string, PlaceOnMap>();
  const at = ({ id, name, point }: { id: string; name: string; point: Point | null }): PlaceOnMap => {
    let place = found.get(id);
    if (place === undefined) found.set(id, (place = { id, name, point, within: null, isParty: false, incidents: [], claims: [], hasEvent: false }));
    return place;
  };
  for (const { party } of nodes) {
    if (party.__typename !== 'Location') continue;
    const place = at(party);
    place.isParty = true;
    place.within = party.within[0]?.name ?? null;
  }
  let notStated = 0;
  for (const claim of claims) {
    const here = new Set<PlaceOnMap>();
    if (claim.place !== null) here.add(at(claim.place));
    // A place that is itself a party is on the map already: its tie's passages belong there.
    for (const party of [claim.subject, claim.object]) {
      const place = found.get(party.id);
      if (party.__typename === 'Location' && place !== undefined) here.add(place);
    }
    const ofIncident = claim.incident?.place ?? null;
    if (here.size === 0 && ofIncident !== null) here.add(at(ofIncident));
    if (here.size === 0) notStated += 1;
    for (const place of here) {
      place.claims.push(claim);
      if (isViolent(claim)) place.hasEvent = true;
    }
  }
  for (const incident of incidents) {
    if (incident.place === null) continue;
    const place = at(incident.place);
    place.incidents.push(incident);
    place.hasEvent = true;
  }
  const all = [...found.values()].sort((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name));
  return { known: all.filter(({ point }) => point !== null), unknown: all.filter(({ point }) => point === null), notStated };
}

/** A symbol's radius on the screen, in pixels. */
export function symbolRadius(place: PlaceOnMap): number {
  return 4.5 + Math.min(13, 1.8 * Math.sqrt(weight(place)));
}

/** “±5 km”: how far from the point the place may lie. */
export function precisionInWords(metres: number): string {
  return metres >= 1_000 ? `within ${Math.round(metres / 1_000).toLocaleString('en')} km` : `within ${Math.round(metres)} m`;
}

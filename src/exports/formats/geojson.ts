import type { CitedClaim } from '../graph/cited-claim';
import type { GraphSource } from '../graph/graph-source';
import { kindOfParty, listOf, positionOf, textOf, type PartyNode } from '../graph/records';
import { withClaims } from '../graph/with-claims';
import { citationOf } from './citation';
import type { TextFormat } from './format';
import { jsonList } from './json-list';

type Position = ReturnType<typeof positionOf>;

/**
 * GeoJSON (RFC 7946): places and incidents, each with the citations of what is claimed to have happened there; a place with those of who holds it, was there or left, too. `precision_m` is how far around the point the thing may lie; a place whose position is not known has no
 * geometry. An incident lies where its place lies, and no more exactly: a collection may know only that it was near there.
 */
export const geojson: TextFormat = {
  name: 'geojson', title: 'GeoJSON of places and incidents, for QGIS or another GIS', extension: 'geojson', kind: 'text', history: false, passes: { whole: 1, selected: 2 },
  text(graph) {
    const { revision, selection } = graph.header;
    return jsonList(`{"type":"FeatureCollection","fealty":${JSON.stringify({ revision, selection })},"features":[`, features(graph), ']}');
  },
};

async function* features(graph: GraphSource): AsyncGenerator<unknown> {
  const positions = new Map<string, Position>();
  for await (const [place, claims] of withClaims(locations(graph), { claims: graph.claims('place'), idOf: (claim) => claim.place?.slug }, { claims: graph.claims('object-place'), idOf: (claim) => claim.object.slug })) {
    const { id, props, within } = place;
    const position = positionOf(props);
    positions.set(id, position);
    yield feature(`place/${id}`, position, {
      feature: 'place', name: textOf(props, 'name'), kind: textOf(props, 'kind'), aliases: listOf(props, 'aliases'), within, precision_m: position?.precision ?? null, position_from: textOf(props, 'pointSource'), note: textOf(props, 'note'),
    }, claims);
  }
  for await (const [incident, claims] of withClaims(graph.incidents(), { claims: graph.claims('incident'), idOf: (claim) => claim.incident?.slug })) {
    const { id, props, place } = incident;
    const position = place === null ? null : (positions.get(place) ?? null);
    const around = typeof props.placeMetres === 'number' ? props.placeMetres : 0;
    yield feature(`incident/${id}`, position, {
      feature: 'incident', name: textOf(props, 'title'), date: textOf(props, 'edtf'), earliest: textOf(props, 'earliest'), latest: textOf(props, 'latest'), place, precision_m: position?.precision == null ? null : Math.max(position.precision, around),
      place_precision: textOf(props, 'placePrecision'), date_precision: textOf(props, 'datePrecision'), source: textOf(props, 'source'), note: textOf(props, 'note'),
    }, claims);
  }
}

async function* locations(graph: GraphSource): AsyncGenerator<PartyNode> {
  for await (const party of graph.parties()) if (kindOfParty(party) === 'Location') yield party;
}

function feature(id: string, position: Position, properties: Record<string, unknown>, claims: CitedClaim[]): unknown {
  return {
    type: 'Feature', id, geometry: position === null ? null : { type: 'Point', coordinates: [position.longitude, position.latitude] },
    properties: { ...properties, claims: claims.length, citations: claims.map((claim) => ({ type: claim.type, subject: claim.subject.name, object: claim.object.name, ...citationOf(claim) })) },
  };
}

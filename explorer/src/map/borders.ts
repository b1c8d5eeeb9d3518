import { signal } from '@preact/signals';
import { geoMercator, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import url from 'world-atlas/countries-50m.json?url';
import { UNITS_PER_RADIAN } from './mercator';

/** A country in the map's units. */
export interface Country {
  name: string;
  outline: Path2D;
  /** left, top, right, bottom */
  box: [number, number, number, number];
  /** The middle and width of its largest part. */
  middle: [number, number];
  width: number;
}

/** Units are large when zoomed in: a thousandth of one would be several pixels. */
const OUTLINE_DIGITS = 5;

/** Natural Earth's countries; null until they are there. */
export const borders = signal<Country[] | null>(null);
export const bordersMissing = signal(false);

let isLoading = false;

/** Fetches the borders, once; may be called again after they could not be had. */
export async function loadBorders(): Promise<void> {
  if (borders.peek() !== null || isLoading) return;
  isLoading = true;
  bordersMissing.value = false;
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`status ${response.status}`);
    borders.value = toCountries((await response.json()) as Topology<{ countries: GeometryCollection<{ name?: string }> }>);
  } catch {
    bordersMissing.value = true;
  }
  isLoading = false;
}

function toCountries(topology: Topology<{ countries: GeometryCollection<{ name?: string }> }>): Country[] {
  // No resampling: at this scale, the lines of the file are fine enough.
  const projection = geoMercator().scale(UNITS_PER_RADIAN).translate([0, 0]).precision(0);
  const measure = geoPath(projection).digits(OUTLINE_DIGITS);
  const collection: FeatureCollection<Geometry, { name?: string }> = feature(topology, topology.objects.countries);
  return collection.features.flatMap((country) => {
    if (country.geometry.type !== 'Polygon' && country.geometry.type !== 'MultiPolygon') return [];
    const outline = new Path2D(measure(country) ?? '');
    const [[left, top], [right, bottom]] = measure.bounds(country);
    const main = largestPart(country as Feature<Polygon | MultiPolygon>, (part) => measure.area(part));
    const [[west], [east]] = measure.bounds(main);
    return [{ name: country.properties.name ?? '', outline, box: [left, top, right, bottom] as Country['box'], middle: measure.centroid(main), width: east - west }];
  });
}

/** Of a country in several pieces the largest, so that its name does not end up in the sea between them. */
function largestPart({ geometry }: Feature<Polygon | MultiPolygon>, area: (part: Polygon) => number): Polygon {
  if (geometry.type === 'Polygon') return geometry;
  const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  return parts.reduce((best, part) => (area(part) > area(best) ? part : best));
}

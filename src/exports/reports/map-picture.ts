import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPoint } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Evidence, SeenPlace } from './evidence';
import { LabelPlaces, shortened } from './label-places';
import { markup, type Markup } from './markup';

type World = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

const SIZE = { width: 1_000, height: 560 };
const MARGIN = 60;
const MOST_MARKS = 300;
/** Degrees that the map spans at least: a single town is shown with its surroundings. */
const LEAST_SPAN = 3;
const LABEL_SIZE = 12;
/** A place known only to this many metres is drawn as an area too; a wider one is named in words alone. */
const [LEAST_AREA, MOST_AREA] = [15_000, 150_000];
const METRES_PER_DEGREE = 111_195;

let world: World | undefined;

/** Borders at 1:50 million (Natural Earth, public domain), read once. */
function borders(): World {
  world ??= JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8')) as World;
  return world;
}

/** The places of a report's claims on a map of their surroundings; which are too wide for a point, how many have none, and for how many there was no room. Null if none is on it. */
export async function mapPicture(evidence: Evidence): Promise<{ picture: Markup; wide: string[]; pointless: number; left: number } | null> {
  const everywhere = [...evidence.places.values()];
  // A country or a desert has a point in the registry, but a disc there would say "here" where the article says "somewhere in it".
  const [wide, all] = [everywhere.filter(isWide), everywhere.filter((seen) => !isWide(seen))];
  const known = all.flatMap(({ place, claims, hostile }) => (place.latitude === null || place.longitude === null ? [] : [{ place, claims, hostile, at: [place.longitude, place.latitude] as [number, number] }]));
  const marks = known.sort((a, b) => b.claims - a.claims).slice(0, MOST_MARKS);
  if (marks.length === 0) return null;
  const { geoCentroid, geoCircle, geoMercator, geoPath } = await import('d3-geo');
  const projection = geoMercator().fitExtent([[MARGIN, MARGIN], [SIZE.width - MARGIN, SIZE.height - MARGIN]], view(marks.map(({ at }) => at)));
  projection.clipExtent([[0, 0], [SIZE.width, SIZE.height]]);
  const path = geoPath(projection).digits(1);
  const { objects } = borders();
  const countries = feature(borders(), objects.countries) as FeatureCollection<GeoJSON.Geometry, { name: string }>;
  const places = new LabelPlaces(SIZE);
  const shown = marks.flatMap((mark) => {
    const [x, y] = projection(mark.at) ?? [-1, -1];
    return x < 0 || y < 0 || x > SIZE.width || y > SIZE.height ? [] : [{ ...mark, x, y, r: 4 + Math.min(12, Math.sqrt(mark.claims) * 2) }];
  });
  for (const { x, y, r } of shown) places.block({ x: x - r, y: y - r, width: r * 2, height: r * 2 });
  const labels = shown.map(({ place, x, y, r }) => {
    const text = shortened(place.name, 30);
    const at = places.place(text, x, y, r, LABEL_SIZE);
    return at === null ? null : markup`<text x="${at.x.toFixed(1)}" y="${at.y.toFixed(1)}" text-anchor="${at.anchor}" class="name">${text}</text>`;
  });
  const names = countries.features.map((country) => {
    const [x = -1, y = -1] = projection(geoCentroid(country)) ?? [];
    const at = x < 60 || y < 20 || x > SIZE.width - 60 || y > SIZE.height - 20 ? null : places.place(country.properties.name.toUpperCase(), x, y, 0, LABEL_SIZE);
    return at === null ? null : markup`<text x="${at.x.toFixed(1)}" y="${at.y.toFixed(1)}" text-anchor="${at.anchor}" class="country">${country.properties.name.toUpperCase()}</text>`;
  });
  return {
    wide: wide.map(({ place }) => place.name),
    pointless: all.length - known.length,
    left: known.length - shown.length,
    picture: markup`<svg viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="Map of the places that the cited claims name">
<rect width="${SIZE.width}" height="${SIZE.height}" class="sea"/>
<path d="${path(feature(borders(), objects.land)) ?? ''}" class="land"/>
<path d="${path(mesh(borders(), objects.countries, (a, b) => a !== b)) ?? ''}" class="border"/>
${names}
${shown.filter(({ place }) => (place.precision ?? 0) >= LEAST_AREA).map(({ at, place }) => markup`<path d="${path(geoCircle().center(at).radius((place.precision as number) / METRES_PER_DEGREE)()) ?? ''}" class="area"/>`)}
${shown.map(({ place, claims, hostile, x, y, r }) => markup`<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}" class="${hostile > 0 ? 'fight' : 'mark'}"><title>${place.name}: ${claims} ${claims === 1 ? 'claim' : 'claims'}, ${hostile} of fighting${place.precision === null ? '' : `; within ${Math.round(place.precision / 1_000)} km`}</title></circle>`)}
${labels}
</svg>
<ul class="legend"><li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="5" class="fight"/></svg> fighting is told of there</li><li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="5" class="mark"/></svg> other claims</li><li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="5" class="area"/></svg> known only to lie within</li></ul>`,
  };
}

function isWide({ place }: SeenPlace): boolean {
  return (place.precision ?? 0) > MOST_AREA;
}

/** The corners of what is to be seen, widened to the least span. */
function view(points: [number, number][]): MultiPoint {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const around = (low: number, high: number): [number, number] => {
    const missing = Math.max(0, LEAST_SPAN - (high - low)) / 2;
    return [low - missing, high + missing];
  };
  const [[west, east], [south, north]] = [around(Math.min(...xs), Math.max(...xs)), around(Math.max(-80, Math.min(...ys)), Math.min(80, Math.max(...ys)))];
  return { type: 'MultiPoint', coordinates: [[west, south], [east, north]] };
}

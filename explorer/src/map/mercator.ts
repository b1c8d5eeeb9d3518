/** The map's units: the world is 1000 wide, 0 where equator and prime meridian cross, y runs down. */
export const WORLD = 1_000;
export const UNITS_PER_RADIAN = WORLD / (2 * Math.PI);
const EARTH_M = 6_371_008.8;
/** Where Mercator's square ends. */
const MOST_NORTH = 85.05;

export interface LatLon {
  latitude: number;
  longitude: number;
}

/** The part of the map on show: pixel = unit × k + x (or y). */
export interface Camera {
  k: number;
  x: number;
  y: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export function toUnits({ latitude, longitude }: LatLon): [number, number] {
  const north = radians(Math.max(-MOST_NORTH, Math.min(MOST_NORTH, latitude)));
  return [radians(longitude) * UNITS_PER_RADIAN, -Math.log(Math.tan(Math.PI / 4 + north / 2)) * UNITS_PER_RADIAN];
}

export function toPixels(point: LatLon, { k, x, y }: Camera): [number, number] {
  const [across, down] = toUnits(point);
  return [across * k + x, down * k + y];
}

/** How many pixels so many metres are at a latitude: Mercator stretches them the more the further from the equator. */
export function metresInPixels(metres: number, latitude: number, k: number): number {
  const north = radians(Math.max(-MOST_NORTH, Math.min(MOST_NORTH, latitude)));
  return ((metres / EARTH_M) * UNITS_PER_RADIAN * k) / Math.cos(north);
}

/** Closer than this a single place would be a dot on blank ground. */
const LEAST_UNITS = 4;
const PADDING_PX = 48;

/** The camera that shows all points, with room around them; the whole world if there are none. */
export function fitted(points: readonly LatLon[], width: number, height: number, padding = PADDING_PX): Camera {
  const spots = points.map(toUnits);
  const [left, right] = spots.length === 0 ? [-WORLD / 2, WORLD / 2] : [Math.min(...spots.map(([x]) => x)), Math.max(...spots.map(([x]) => x))];
  const [top, bottom] = spots.length === 0 ? [-WORLD / 4, WORLD / 4] : [Math.min(...spots.map(([, y]) => y)), Math.max(...spots.map(([, y]) => y))];
  const room = (pixels: number): number => Math.max(40, pixels - 2 * padding);
  const k = Math.min(room(width) / Math.max(LEAST_UNITS, right - left), room(height) / Math.max(LEAST_UNITS, bottom - top));
  return { k, x: width / 2 - ((left + right) / 2) * k, y: height / 2 - ((top + bottom) / 2) * k };
}

/** A round distance that is at most `most` pixels long at a latitude, for the scale. */
export function scaleBar(latitude: number, k: number, most: number): { metres: number; pixels: number } {
  const pixel = metresInPixels(1, latitude, k);
  const power = 10 ** Math.floor(Math.log10(most / pixel));
  const metres = ([5, 2, 1].find((digit) => digit * power * pixel <= most) ?? 1) * power;
  return { metres, pixels: metres * pixel };
}

/** The latitude at a pixel. */
export function latitudeAt(pixelY: number, { k, y }: Camera): number {
  const down = (pixelY - y) / k / UNITS_PER_RADIAN;
  return ((2 * Math.atan(Math.exp(-down)) - Math.PI / 2) * 180) / Math.PI;
}

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
/** Room for the names beside the outermost places, for the buttons above and the legend below. */
const MARGIN_PX = { top: 44, right: 110, bottom: 84, left: 84 };
/** On a small map the margins take at most this share of it. */
const MOST_MARGIN = 0.45;

/** The camera that shows all points, with room around them; the whole world if there are none. */
export function fitted(points: readonly LatLon[], width: number, height: number): Camera {
  const spots = points.map(toUnits);
  const [left, right] = spots.length === 0 ? [-WORLD / 2, WORLD / 2] : [Math.min(...spots.map(([x]) => x)), Math.max(...spots.map(([x]) => x))];
  const [top, bottom] = spots.length === 0 ? [-WORLD / 4, WORLD / 4] : [Math.min(...spots.map(([, y]) => y)), Math.max(...spots.map(([, y]) => y))];
  const across = Math.min(1, (MOST_MARGIN * width) / (MARGIN_PX.left + MARGIN_PX.right));
  const down = Math.min(1, (MOST_MARGIN * height) / (MARGIN_PX.top + MARGIN_PX.bottom));
  const inner = { left: MARGIN_PX.left * across, right: width - MARGIN_PX.right * across, top: MARGIN_PX.top * down, bottom: height - MARGIN_PX.bottom * down };
  const k = Math.min((inner.right - inner.left) / Math.max(LEAST_UNITS, right - left), (inner.bottom - inner.top) / Math.max(LEAST_UNITS, bottom - top));
  return { k, x: (inner.left + inner.right) / 2 - ((left + right) / 2) * k, y: (inner.top + inner.bottom) / 2 - ((top + bottom) / 2) * k };
}

/** So many times as far from the middle as half of the places are, a place is by itself. */
const FAR = 8;

/** The places that lie together: one summit on another continent must not shrink a war to a dot. All of them where none is far from the rest. */
export function together<P extends LatLon>(points: readonly P[]): P[] {
  const spots = points.map((point) => ({ point, spot: toUnits(point) }));
  const middle = [median(spots.map(({ spot: [x] }) => x)), median(spots.map(({ spot: [, y] }) => y))] as const;
  const away = ([x, y]: [number, number]): number => Math.hypot(x - middle[0], y - middle[1]);
  const most = Math.max(LEAST_UNITS, FAR * median(spots.map(({ spot }) => away(spot))));
  return spots.filter(({ spot }) => away(spot) <= most).map(({ point }) => point);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
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

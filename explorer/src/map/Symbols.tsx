import { borders } from './borders';
import { labelPlaces, nameCountries, type Name } from './labels';
import { camera, openPlace, places, size, standingOut } from './map-state';
import { COUNTRY_PX, LABEL_PX, measure } from './measure';
import { metresInPixels, toPixels } from './mercator';
import { symbolRadius, type PlaceOnMap, type Point } from './places';

/** A finger needs this much. */
const LEAST_HIT_PX = 11;

export interface Spot {
  place: PlaceOnMap;
  x: number;
  y: number;
  radius: number;
  /** Radius of the circle that the place lies in; 0 where it is too small to see behind the symbol, or so wide that all of the map on show is inside. */
  precision: number;
}

/** Where the places with a position lie on the screen, the ones that stand out last, else the largest first, so that no symbol hides a smaller one. */
export function spotsOnScreen(): Spot[] {
  const at = camera.value;
  const { width, height } = size.value;
  const out = standingOut.value;
  return places.value.known
    .map((place): Spot => {
      const point = place.point as Point;
      const [x, y] = toPixels(point, at);
      const radius = symbolRadius(place);
      const precision = metresInPixels(point.precision, point.latitude, at.k);
      return { place, x, y, radius, precision: precision > radius + 2 && precision < farthest(x, y, width, height) ? precision : 0 };
    })
    .filter(({ x, y, radius, precision }) => {
      const reach = Math.max(radius, precision);
      return x + reach >= 0 && x - reach <= width && y + reach >= 0 && y - reach <= height;
    })
    .sort((a, b) => Number(out.has(a.place.id)) - Number(out.has(b.place.id)) || b.radius - a.radius);
}

/** One symbol for each place, how precisely its position is known, and the names that fit. The list beside the map holds the same for keys and ears. */
export function Symbols({ onPick }: { onPick: (spot: Spot, add: boolean) => void }): preact.JSX.Element {
  const { width, height } = size.value;
  const spots = spotsOnScreen();
  const out = standingOut.value;
  const opened = openPlace.value?.id;
  const isOn = ({ place }: Spot): boolean => out.has(place.id) || place.id === opened;
  const anyOut = out.size > 0;
  const picks = (spot: Spot) => (event: MouseEvent): void => {
    event.stopPropagation();
    onPick(spot, event.shiftKey || event.ctrlKey || event.metaKey);
  };
  const labels = labelPlaces(
    [...spots].filter(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height).sort((a, b) => Number(isOn(b)) - Number(isOn(a)) || b.radius - a.radius)
      .map((spot) => ({ text: shortened(spot.place.name), x: spot.x, y: spot.y, radius: spot.radius, weight: isOn(spot) ? 'bold' as const : 'normal' as const, spot })),
    measure, LABEL_PX + 3, { width, height },
  );
  const symbolBoxes = spots.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  const countries = nameCountries(namesOnScreen(), [...labels.map(({ box }) => box), ...symbolBoxes], (text) => measure(text, 'country'), COUNTRY_PX + 3);
  return (
    <svg class="map-symbols" width={width} height={height} aria-hidden="true">
      {countries.map(({ text, x, y }) => <text key={text} class="country" x={x} y={y}>{text}</text>)}
      {spots.filter(({ precision }) => precision > 0).map((spot) => <circle key={spot.place.id} class={isOn(spot) ? 'precision on' : 'precision'} data-precision={spot.place.name} cx={spot.x} cy={spot.y} r={spot.precision} />)}
      {/* All below all symbols, so that none takes the clicks of a symbol beside or around its own. */}
      {spots.map((spot) => <circle key={spot.place.id} class="hit" cx={spot.x} cy={spot.y} r={Math.max(LEAST_HIT_PX, spot.radius)} onClick={picks(spot)} />)}
      {spots.map((spot) => {
        const { place, x, y, radius } = spot;
        return (
          <g key={place.id} class={`place ${place.hasEvent ? 'event' : 'mere'}${isOn(spot) ? ' on' : anyOut ? ' off' : ''}`} data-place={place.name} onClick={picks(spot)}>
            <circle class="symbol" cx={x} cy={y} r={radius} />
            {!place.hasEvent && <circle class="core" cx={x} cy={y} r="1.5" />}
          </g>
        );
      })}
      {labels.map(({ text, box, weight, spot }) => <text key={spot.place.id} class={weight === 'bold' ? 'label on' : 'label'} x={box.left} y={(box.top + box.bottom) / 2} onClick={picks(spot)}>{text}</text>)}
    </svg>
  );
}

/** How far the farthest corner of the map is from a point. */
function farthest(x: number, y: number, width: number, height: number): number {
  return Math.hypot(Math.max(x, width - x), Math.max(y, height - y));
}

const LONGEST = 34;

/** A name as long as a label may be; the list and the card have it in full. */
function shortened(name: string): string {
  const letters = [...name];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('').trimEnd()}…` : name;
}

function namesOnScreen(): Name[] {
  const { k, x, y } = camera.value;
  const { width, height } = size.value;
  return (borders.value ?? []).map(({ name, middle, width: wide }) => ({ text: name, x: middle[0] * k + x, y: middle[1] * k + y, room: wide * k })).filter((name) => name.room > 30 && name.x > 0 && name.x < width && name.y > 8 && name.y < height - 8);
}

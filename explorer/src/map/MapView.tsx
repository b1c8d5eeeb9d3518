import { effect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../shell/icons';
import { count } from '../model/words';
import { loading, view } from '../state/store';
import { BorderCanvas } from './BorderCanvas';
import { loadBorders } from './borders';
import { Legend } from './Legend';
import { camera, openPlace, places, setOpenPlace, size } from './map-state';
import { MapZoom } from './map-zoom';
import { together, toPixels, type LatLon } from './mercator';
import { pickPlace } from './pick-place';
import { PlaceCard } from './PlaceCard';
import { PlaceList } from './PlaceList';
import { symbolRadius, type PlaceOnMap } from './places';
import { Symbols } from './Symbols';

const CARD_PX = 280;
const EDGE_PX = 8;
const PAN_PX = 70;
const ZOOM = 1.6;

/** Places and incidents on a map. Loaded when it is first opened. */
export default function MapView(): preact.JSX.Element {
  const stage = useRef<HTMLDivElement>(null);
  const zoom = useRef<MapZoom | null>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const [isListed, setListed] = useState(true);

  useEffect(() => {
    void loadBorders();
    const element = stage.current as HTMLDivElement;
    const mine = new MapZoom(element);
    zoom.current = mine;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0) size.value = { width, height };
    });
    observer.observe(element);
    let isFitted = false;
    const end = effect(() => {
      const points = pointsOnShow();
      if (size.value.width === 0 || points.length === 0) return;
      // The map stays where the reader left it; only where nothing of what is on show could be seen it goes there.
      if (isFitted && points.some(isOnScreen)) return;
      isFitted = true;
      mine.fit(together(points));
    });
    return () => {
      end();
      observer.disconnect();
      mine.end();
      setOpenPlace(null);
      size.value = { width: 0, height: 0 };
    };
  }, []);

  const pick = (place: PlaceOnMap, add: boolean): void => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement.closest('.place-card') === null) cameFrom.current = activeElement;
    if (place.point !== null && !isOnScreen(place.point)) zoom.current?.to(place.point);
    pickPlace(place, add);
  };
  const close = (): void => {
    setOpenPlace(null);
    (cameFrom.current?.isConnected ? cameFrom.current : stage.current)?.focus({ preventScroll: true });
  };
  const closer = (factor: number): void => {
    const point = openPlace.peek()?.point ?? null;
    zoom.current?.by(factor, point !== null && isOnScreen(point) ? point : null);
  };
  const fit = (): void => zoom.current?.fit(pointsOnShow());
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const done = ((): boolean => {
      switch (event.key) {
        case '+': case '=': closer(ZOOM); return true;
        case '-': case '_': closer(1 / ZOOM); return true;
        case '0': fit(); return true;
        case 'ArrowLeft': zoom.current?.pan(PAN_PX, 0); return true;
        case 'ArrowRight': zoom.current?.pan(-PAN_PX, 0); return true;
        case 'ArrowUp': zoom.current?.pan(0, PAN_PX); return true;
        case 'ArrowDown': zoom.current?.pan(0, -PAN_PX); return true;
        default: return false;
      }
    })();
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || openPlace.peek() === null) return;
    event.stopPropagation();
    close();
  };

  const { known, unknown } = places.value;
  const place = openPlace.value;
  // Read for its own sake: the map moved, so others may lie beyond its edge.
  void camera.value;
  const beyond = size.value.width === 0 ? 0 : known.filter(({ point }) => point !== null && !isOnScreen(point)).length;
  return (
    <div class="map" onKeyDown={onEscape}>
      <div class="map-middle">
        <div ref={stage} class="map-stage" tabIndex={0} role="application" aria-label={`Map of ${count(known.length, 'place')}. Plus and minus zoom, arrows move, zero shows all. The list of places holds the same.`} onKeyDown={onKeyDown} onClick={() => setOpenPlace(null)}>
          <BorderCanvas />
          <Symbols onPick={({ place: picked }, add) => pick(picked, add)} />
        </div>
        <div class="map-tools" role="group" aria-label="Map view">
          <button type="button" class="tool" aria-label="Closer" title="Closer (+)" onClick={() => closer(ZOOM)}><Icon name="plus" /></button>
          <button type="button" class="tool" aria-label="Further away" title="Further away (−)" onClick={() => closer(1 / ZOOM)}><Icon name="minus" /></button>
          <button type="button" class="tool" aria-label="Show all places" title="Show all places (0)" onClick={fit}><Icon name="fit" /></button>
          <button type="button" class="tool" aria-label="List of places" title="List of places" aria-pressed={isListed} onClick={() => setListed(!isListed)}><Icon name="table" /></button>
        </div>
        {beyond > 0 && <button type="button" class="button small map-beyond" onClick={fit}>{count(beyond, 'place')} beyond the edge: show all</button>}
        {known.length + unknown.length === 0 && !loading.value && <p class="map-none quiet">No place is told of in what is on show{view.value.filters.period === null ? '' : ' in this period'}.</p>}
        <Legend />
        {place !== null && <PlaceCard place={place} alsoHere={atTheSameSpot(place)} at={cardAt(place)} onClose={close} />}
      </div>
      {isListed && <PlaceList onPick={pick} />}
    </div>
  );
}

function pointsOnShow(): LatLon[] {
  return places.value.known.flatMap(({ point }) => (point === null ? [] : [point]));
}

function isOnScreen(point: LatLon): boolean {
  const [x, y] = toPixels(point, camera.peek());
  const { width, height } = size.peek();
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

/** Places whose symbols hide this one's, or are hidden by it. */
function atTheSameSpot(place: PlaceOnMap): PlaceOnMap[] {
  if (place.point === null) return [];
  const [x, y] = toPixels(place.point, camera.value);
  return places.value.known.filter((other) => {
    if (other.id === place.id || other.point === null) return false;
    const [otherX, otherY] = toPixels(other.point, camera.value);
    return Math.hypot(otherX - x, otherY - y) < Math.max(symbolRadius(place), symbolRadius(other)) * 0.8;
  });
}

/** Beside the symbol, and all of it on the map; on a small one, or for a place without a position, where the style sheet puts it. */
function cardAt(place: PlaceOnMap): { left: number; top: number; maxHeight: number } | null {
  const { width, height } = size.value;
  if (place.point === null || width < CARD_PX * 1.5) return null;
  const [x, y] = toPixels(place.point, camera.value);
  const out = symbolRadius(place) + EDGE_PX;
  const maxHeight = Math.min(340, height - 2 * EDGE_PX);
  const left = x + out + CARD_PX + EDGE_PX <= width ? x + out : x - out - CARD_PX;
  return { left: clamp(left, EDGE_PX, width - CARD_PX - EDGE_PX), top: clamp(y - 60, EDGE_PX, height - maxHeight - EDGE_PX), maxHeight };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

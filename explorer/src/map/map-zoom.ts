import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior } from 'd3-zoom';
import { camera, size } from './map-state';
import { fitted, toPixels, toUnits, WORLD, type Camera, type LatLon } from './mercator';

/** From a world that fits on a phone to a few streets. */
const SCALES: [number, number] = [0.3, 12_000];
const CLICK_PX = 4;

/** Wheel, drag, pinch and what buttons and keys ask for, kept in `camera`. */
export class MapZoom {
  private readonly behaviour: ZoomBehavior<HTMLElement, unknown>;

  constructor(private readonly element: HTMLElement) {
    this.behaviour = zoom<HTMLElement, unknown>()
      .scaleExtent(SCALES)
      .translateExtent([[-WORLD * 0.6, -WORLD * 0.6], [WORLD * 0.6, WORLD * 0.6]])
      .clickDistance(CLICK_PX)
      .on('zoom', ({ transform: { k, x, y } }: { transform: Camera }) => (camera.value = { k, x, y }));
    select(element).call(this.behaviour);
  }

  fit(points: readonly LatLon[]): void {
    const { width, height } = size.peek();
    const { k, x, y } = fitted(points, width, height);
    select(this.element).call(this.behaviour.transform, zoomIdentity.translate(x, y).scale(k));
  }

  /** Zooms around a place if one is given, else around the middle. */
  by(factor: number, around: LatLon | null): void {
    select(this.element).call(this.behaviour.scaleBy, factor, around === null ? undefined : toPixels(around, camera.peek()));
  }

  /** Moves the picture by pixels. */
  pan(across: number, down: number): void {
    const { k } = camera.peek();
    select(this.element).call(this.behaviour.translateBy, across / k, down / k);
  }

  /** Brings a place to the middle. */
  to(point: LatLon): void {
    select(this.element).call(this.behaviour.translateTo, ...toUnits(point));
  }

  end(): void {
    select(this.element).on('.zoom', null);
  }
}

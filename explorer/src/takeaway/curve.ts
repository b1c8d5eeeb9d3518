import type { Spot } from '../graph/geometry';

/** A quadratic curve. */
export interface Curve {
  from: Spot;
  control: Spot;
  to: Spot;
}

/** A tie's curve in pixels, where y runs down: its control point lies `bend` lengths beside the middle, as graph/geometry.ts has it. */
export function curveOf(from: Spot, to: Spot, bend: number): Curve {
  const turned = -bend;
  return { from, to, control: { x: (from.x + to.x) / 2 - (to.y - from.y) * turned, y: (from.y + to.y) / 2 + (to.x - from.x) * turned } };
}

export function at({ from, control, to }: Curve, t: number): Spot {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
}

/** Where the curve leaves the circle of `radius` around its end (or, with `start`, its beginning). */
export function leaving(curve: Curve, radius: number, start: boolean): number {
  const centre = start ? curve.from : curve.to;
  let [inside, outside] = start ? [0, 0.5] : [1, 0.5];
  for (let i = 0; i < 20; i += 1) {
    const middle = (inside + outside) / 2;
    const spot = at(curve, middle);
    if (Math.hypot(spot.x - centre.x, spot.y - centre.y) < radius) inside = middle;
    else outside = middle;
  }
  return outside;
}

/** The piece of a curve between two of its points (de Casteljau). */
export function piece(curve: Curve, t0: number, t1: number): Curve {
  const { from, control, to } = curve;
  const mix = (a: Spot, b: Spot, t: number): Spot => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
  return { from: at(curve, t0), control: mix(mix(from, control, t0), mix(control, to, t0), t1), to: at(curve, t1) };
}

/** How far the curves of one pair's ties lie apart, as a share of their length. */
const SPREAD = 0.22;

/** The bend of the `index`th of `count` ties between two parties, from -1 to 1 of its length; `turned` where it runs against the pair's own order. */
export function curvature(index: number, count: number, turned: boolean): number {
  const bend = (index - (count - 1) / 2) * SPREAD;
  return turned ? -bend : bend;
}

export interface Spot {
  x: number;
  y: number;
}

/**
 * The point after `share` of a tie, as Sigma draws it: a quadratic curve whose control point lies `bend` lengths beside the middle. Works in any units; the screen's y runs down and the
 * graph's up, so callers on the screen negate the bend.
 */
export function along(from: Spot, to: Spot, bend: number, share = 0.5): Spot {
  const control = { x: (from.x + to.x) / 2 - (to.y - from.y) * bend, y: (from.y + to.y) / 2 + (to.x - from.x) * bend };
  const rest = 1 - share;
  const at = (axis: 'x' | 'y'): number => rest * rest * from[axis] + 2 * rest * share * control[axis] + share * share * to[axis];
  return { x: at('x'), y: at('y') };
}

/** Whether a point lies inside a closed line. */
export function isInside({ x, y }: Spot, line: readonly Spot[]): boolean {
  let inside = false;
  for (let i = 0, j = line.length - 1; i < line.length; j = i, i += 1) {
    const [a, b] = [line[i] as Spot, line[j] as Spot];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

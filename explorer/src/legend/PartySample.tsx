import type { Filling, SideLook } from '../graph/looks';

const POINTS: Record<Exclude<SideLook['shape'], 'circle'>, string> = {
  square: '3,3 13,3 13,13 3,13', diamond: '8,1 15,8 8,15 1,8', triangle: '8,2 15,14 1,14', hexagon: '8,1 14.100,4.500 14.100,11.500 8,15 1.900,11.500 1.900,4.500', pentagon: '8,1 15,6.200 12.300,14.500 3.700,14.500 1,6.200',
};

/** A small mark as parties of a side and filling are drawn. */
export function PartySample({ look, filling = 'full' }: { look: SideLook; filling?: Filling }): preact.JSX.Element {
  const paint = { fill: filling === 'full' ? look.colour : 'none', stroke: look.colour, 'stroke-width': 2 };
  const shape = filling === 'open' ? 'circle' : look.shape;
  return <svg class="party-sample" viewBox="0 0 16 16" aria-hidden="true">{shape === 'circle' ? <circle cx="8" cy="8" r={filling === 'open' ? 4.5 : 6} {...paint} /> : <polygon points={POINTS[shape]} {...paint} />}</svg>;
}

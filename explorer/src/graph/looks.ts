import type { ClaimType } from '../api/generated/documents';
import type { NetworkNode } from '../model/network';

/**
 * How parties and ties look. Sides differ by colour and by shape, so that neither alone must be told apart; the colours are Paul Tol's "bright" scheme, made for colour-blind eyes.
 * What a party is shows in its filling: actors are full, commanders a ring, places a small open circle.
 */
export type Shape = 'circle' | 'square' | 'diamond' | 'triangle' | 'hexagon' | 'pentagon';

export interface SideLook {
  colour: string;
  shape: Shape;
}

const SIDES: readonly SideLook[] = [
  { colour: '#aa3377', shape: 'diamond' },
  { colour: '#66ccee', shape: 'hexagon' },
  { colour: '#228833', shape: 'square' },
  { colour: '#4477aa', shape: 'triangle' },
  { colour: '#ee6677', shape: 'pentagon' },
  { colour: '#ccbb44', shape: 'hexagon' },
];
export const NO_SIDE: SideLook = { colour: '#8b919c', shape: 'circle' };
export const SEVERAL_SIDES: SideLook = { colour: '#5f5a52', shape: 'pentagon' };

/** The look of a side, by the place of its patron among all patrons: the same in every view of one graph. */
export function sideLook(sides: readonly string[], patrons: readonly { id: string }[]): SideLook {
  const [side, second] = sides;
  if (side === undefined) return NO_SIDE;
  if (second !== undefined) return SEVERAL_SIDES;
  const at = patrons.findIndex(({ id }) => id === side);
  return at < 0 ? NO_SIDE : (SIDES[at % SIDES.length] as SideLook);
}

export type Filling = 'full' | 'ring' | 'open';

export function fillingOf({ party }: NetworkNode): Filling {
  return party.__typename === 'Actor' ? 'full' : party.__typename === 'Commander' ? 'ring' : 'open';
}

export interface TieLook {
  /** Pixels of dash and of gap; 0 is a whole line. */
  dash: number;
  gap: number;
  width: number;
  head: 'arrow' | 'bar' | 'square' | 'circle' | 'diamond' | 'none';
  tail: 'arrow' | 'none';
}

const whole = { dash: 0, gap: 0, tail: 'none' } as const;

/** Types of ties differ by dashes, width and end as well as by colour (which the service tells). A type that is not listed here is drawn as a plain line. */
const TIES: Partial<Record<ClaimType, TieLook>> = {
  ALLIED_WITH: { ...whole, width: 2.6, head: 'none' },
  CLASHED_WITH: { dash: 9, gap: 4, width: 3.2, head: 'arrow', tail: 'arrow' },
  ATTACKED: { ...whole, width: 3, head: 'arrow' },
  KILLED_CIVILIANS: { dash: 3, gap: 3, width: 3, head: 'arrow', tail: 'none' },
  COMPETES_WITH: { dash: 9, gap: 4, width: 1.8, head: 'none', tail: 'none' },
  PRESSED: { dash: 5, gap: 4, width: 2, head: 'arrow', tail: 'none' },
  BACKED_BY: { ...whole, width: 2.4, head: 'diamond' },
  COMMANDED_BY: { ...whole, width: 1.8, head: 'circle' },
  PART_OF: { dash: 2, gap: 3, width: 2.2, head: 'diamond', tail: 'none' },
  PRESENT_AT: { dash: 2, gap: 5, width: 1.5, head: 'none', tail: 'none' },
  CONTROLS: { ...whole, width: 1.8, head: 'square' },
  WITHDREW_FROM: { dash: 6, gap: 5, width: 1.8, head: 'bar', tail: 'none' },
  MET_WITH: { dash: 2, gap: 2, width: 1.8, head: 'none', tail: 'none' },
};
const PLAIN: TieLook = { ...whole, width: 1.5, head: 'none' };

export function tieLook(type: ClaimType): TieLook {
  return TIES[type] ?? PLAIN;
}

/** A colour that stands out from the page: on a dark page, dark colours are lightened. */
export function onPage(colour: string, dark: boolean): string {
  if (!dark) return colour;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const light = (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  const mix = light < 0.25 ? 0.62 : light < 0.42 ? 0.4 : 0.15;
  return `#${[r, g, b].map((part) => Math.round(part + (255 - part) * mix).toString(16).padStart(2, '0')).join('')}`;
}

/** A party's radius on the screen, in pixels, by how many ties it has on show. */
export function radius(degree: number, filling: Filling): number {
  const base = filling === 'full' ? 5 : filling === 'ring' ? 4.5 : 3.5;
  return base + Math.min(11, 1.5 * Math.sqrt(degree));
}

import { curvature, type Spot } from '../graph/geometry';
import { fillingOf, onPage, radius, sideLook, tieLook, type Filling, type Shape, type TieLook } from '../graph/looks';
import { pairKey } from '../model/network';
import type { Content } from './content';
import { tieInWords } from './content';
import type { Palette } from './palette';

/** Sigma draws a line thinner than its size says. */
const THINNER = 0.72;

export interface SceneNode extends Spot {
  id: string;
  name: string;
  r: number;
  shape: Shape;
  filling: Filling;
  colour: string;
  selected: boolean;
  faded: boolean;
  bold: boolean;
}

export interface SceneTie extends TieLook {
  id: string;
  title: string;
  from: SceneNode;
  to: SceneNode;
  bend: number;
  colour: string;
  selected: boolean;
  faded: boolean;
  mark: '≠' | '±' | null;
}

export interface SceneLabel extends Spot {
  text: string;
  bold: boolean;
}

/** A network as it is to be drawn, in pixels; y runs down. */
export interface Scene {
  width: number;
  height: number;
  nodes: SceneNode[];
  ties: SceneTie[];
  labels: SceneLabel[];
}

/** What stands out, as on the stage. */
export interface Standing {
  selected: ReadonlySet<string>;
  only: ReadonlySet<string> | null;
}

export function sceneOf(content: Content, spots: ReadonlyMap<string, Spot>, scale: number, { selected, only }: Standing, palette: Palette): Pick<Scene, 'nodes' | 'ties'> {
  const { shown, patrons, rules } = content;
  const isFaded = (id: string): boolean => only !== null && !only.has(id) && !selected.has(id);
  const nodes = shown.nodes.flatMap((node): SceneNode[] => {
    const { id, name } = node.party;
    const spot = spots.get(id);
    if (spot === undefined) return [];
    const filling = fillingOf(node);
    const look = sideLook(node.sides, patrons);
    return [{
      id, name, ...spot, r: (radius(shown.degree.get(id) ?? 0, filling) + (selected.has(id) ? 3 : 0)) * scale, shape: filling === 'open' ? 'circle' : look.shape, filling, colour: onPage(look.colour, palette.dark),
      selected: selected.has(id), faded: isFaded(id), bold: selected.has(id) || node.sides.includes(id),
    }];
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const pairs = new Map<string, string[]>();
  for (const tie of shown.ties) {
    const pair = pairs.get(pairKey(tie));
    if (pair) pair.push(tie.id);
    else pairs.set(pairKey(tie), [tie.id]);
  }
  const ties = shown.ties.flatMap((tie): SceneTie[] => {
    const [from, to] = [byId.get(tie.source.id), byId.get(tie.target.id)];
    if (from === undefined || to === undefined) return [];
    const pair = pairs.get(pairKey(tie)) ?? [];
    const look = tieLook(tie.type);
    return [{
      ...look, id: tie.id, title: tieInWords(tie, rules), from, to, bend: curvature(pair.indexOf(tie.id), pair.length, tie.source.id > tie.target.id), width: (look.width + Math.min(2, Math.log2(Math.max(1, tie.claimCount)) * 0.5) + (selected.has(tie.id) ? 2.5 : 0)) * THINNER * scale,
      dash: look.dash * scale, gap: look.gap * scale, colour: onPage(rules.get(tie.type)?.colour ?? '#7f7f7f', palette.dark), selected: selected.has(tie.id), faded: isFaded(tie.id),
      mark: tie.contested ? '≠' : shown.bothAllyAndEnemy.has(tie.id) ? '±' : null,
    }];
  });
  return { nodes, ties };
}

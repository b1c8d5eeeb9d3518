import type { Spot } from '../graph/geometry';
import type { Stage } from '../graph/stage';
import type { Content } from './content';
import type { Palette } from './palette';
import { sceneOf, type Scene, type Standing } from './scene';

/** What the stage shows of the network: the same part of it, at the same size, with the same labels. */
export function stageScene(stage: Stage, content: Content, standing: Standing, palette: Palette): Scene {
  const { width, height, labels, scale } = stage.snapshot();
  const spots = new Map(content.shown.nodes.map(({ party }): [string, Spot] => [party.id, stage.spotOf(party.id)]));
  return {
    width, height, ...sceneOf(content, spots, scale, standing, palette),
    labels: labels.map(({ text, box, weight }) => ({ text, x: box.left, y: (box.top + box.bottom) / 2, bold: weight === 'bold' })),
  };
}

import { stage } from '../graph/current-stage';
import { emphasis } from '../state/emphasis';
import type { Content } from './content';
import { fittedScene } from './fitted';
import { canvasMeasure } from './measure';
import type { Palette } from './palette';
import { picture, type Picture } from './picture';
import { stageScene } from './stage-scene';

/** `whole`: the network fitted to the picture. `stage`: the part of it that is on the screen. */
export type Extent = 'whole' | 'stage';

export function currentPicture(content: Content, extent: Extent, palette: Palette, sources = true): Picture {
  const measure = canvasMeasure();
  const drawn = extent === 'stage' ? stage.peek() : null;
  const standing = emphasis.peek();
  return picture(content, drawn === null ? fittedScene(content, standing, palette, measure) : stageScene(drawn, content, standing, palette), palette, measure, sources);
}

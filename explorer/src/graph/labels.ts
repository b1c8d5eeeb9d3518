/** One label to be put beside a node, in pixels of the stage. */
export interface LabelRequest {
  text: string;
  x: number;
  y: number;
  radius: number;
  weight: 'normal' | 'bold';
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PlacedLabel extends LabelRequest {
  box: Box;
}

const CELL = 64;
const GAP = 4;

/** Boxes that are taken, found again by the cells of a grid. */
class Taken {
  private readonly cells = new Map<number, Box[]>();

  isFree(box: Box): boolean {
    return this.cellsOf(box).every((cell) => (this.cells.get(cell) ?? []).every((other) => box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top));
  }

  add(box: Box): void {
    for (const cell of this.cellsOf(box)) {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  private cellsOf({ left, top, right, bottom }: Box): number[] {
    const cells: number[] = [];
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) cells.push(x * 10_000 + y);
    return cells;
  }
}

/**
 * Puts labels beside their nodes so that no two overlap and none covers a node of `obstacles`: the first of `requests` first, each right, left, below or above of its node, or not at all.
 * With `stage`, labels stay on it. `measure` gives a text's width in pixels. Stops after `most` labels or four times as many tries.
 */
export function placeLabels(requests: readonly LabelRequest[], obstacles: readonly Box[], measure: (text: string, weight: LabelRequest['weight']) => number, height: number, most: number, stage?: Box): PlacedLabel[] {
  const taken = new Taken();
  for (const box of obstacles) taken.add(box);
  const placed: PlacedLabel[] = [];
  for (const request of requests.slice(0, most * 4)) {
    if (placed.length >= most) break;
    const width = measure(request.text, request.weight);
    const { x, y, radius } = request;
    const half = height / 2;
    const out = radius + GAP;
    const places: Box[] = [
      { left: x + out, top: y - half, right: x + out + width, bottom: y + half },
      { left: x - out - width, top: y - half, right: x - out, bottom: y + half },
      { left: x - width / 2, top: y + out, right: x + width / 2, bottom: y + out + height },
      { left: x - width / 2, top: y - out - height, right: x + width / 2, bottom: y - out },
    ];
    const box = places.find((candidate) => (stage === undefined || isWithin(candidate, stage)) && taken.isFree(candidate));
    if (box === undefined) continue;
    taken.add(box);
    placed.push({ ...request, box });
  }
  return placed;
}

function isWithin(box: Box, stage: Box): boolean {
  return box.left >= stage.left && box.right <= stage.right && box.top >= stage.top && box.bottom <= stage.bottom;
}

import type Sigma from 'sigma';
import type { Shown, TypeRule } from '../model/network';
import { grouped } from '../model/grouped';
import { pairKey } from '../model/network';
import type { ClaimType } from '../api/generated/documents';
import { createSigma } from './create-sigma';
import { along, curvature, type Spot } from './geometry';
import { placeLabels, type Box, type LabelRequest, type PlacedLabel } from './labels';
import { fillingOf, onPage, radius, sideLook, tieLook } from './looks';
import { LABEL_PX, OverlayPen } from './overlay-pen';
import { QuietGraph } from './quiet-graph';

export interface Theme {
  dark: boolean;
  page: string;
  text: string;
  faint: string;
  badge: string;
  accent: string;
}

export interface StageInput {
  shown: Shown;
  positions: ReadonlyMap<string, [number, number]>;
  rules: ReadonlyMap<ClaimType, TypeRule>;
  patrons: readonly { id: string }[];
  /** As long as this stays the same, what comes and goes does not change the scale. */
  frame: string;
}

/** What stands out: selected items, and, if not null, the only items that are not faded. */
export interface Emphasis {
  selected: ReadonlySet<string>;
  only: ReadonlySet<string> | null;
}

export interface StageEvents {
  clickParty(id: string, add: boolean): void;
  openParty(id: string): void;
  clickTie(id: string, add: boolean): void;
  clickStage(): void;
  moved(places: Record<string, [number, number]>): void;
}

const FADED = 0.12;
const MOST_LABELS = 140;
/** Nodes smaller than this are no obstacle to a label. */
const OBSTACLE_PX = 4;
const FIT_MARGIN = 0.1;
const MOST_LIT = 3_000;

/** The drawing of a network: Sigma for parties and ties, and one canvas above it for labels that never overlap, marks and names of ties. Knows nothing of the page around it. */
export class Stage {
  private readonly graph = new QuietGraph();
  private readonly sigma: Sigma;
  private readonly overlay: HTMLCanvasElement;
  private readonly pen: OverlayPen;
  private readonly resizes = new ResizeObserver(() => {
    this.sigma.resize();
    this.sizeOverlay();
    this.sigma.scheduleRender();
  });
  private emphasis: Emphasis = { selected: new Set(), only: null };
  private hovered: string | null = null;
  private input: StageInput | null = null;
  /** Parties in the order in which their labels are placed. */
  private order: string[] = [];
  private marked: { id: string; contested: boolean }[] = [];

  constructor(private readonly container: HTMLElement, private readonly events: StageEvents, private theme: Theme) {
    this.sigma = createSigma(this.graph, container, reducedMotion());
    this.overlay = document.createElement('canvas');
    this.overlay.className = 'stage-overlay';
    this.overlay.setAttribute('aria-hidden', 'true');
    container.append(this.overlay);
    this.pen = new OverlayPen(this.overlay.getContext('2d') as CanvasRenderingContext2D, theme);
    this.listen();
  }

  /** Draws another network, or the same one in other places. Where nothing changed but the places, the camera stays. */
  draw(input: StageInput): void {
    this.input = input;
    const { shown } = input;
    // What the pointer is over goes first and is told of: Sigma holds on to it.
    if (this.hovered !== null && !shown.nodes.some(({ party }) => party.id === this.hovered) && !shown.ties.some(({ id }) => id === this.hovered)) this.drop(this.hovered);
    this.graph.quietly(() => this.take(input));
    if (input.frame !== this.frame) this.setFrame(input.frame);
    this.marked = shown.ties.flatMap(({ id, contested }) => (contested || shown.bothAllyAndEnemy.has(id) ? [{ id, contested }] : []));
    this.sortLabels();
    // At once: a change of looks right after would find parties that Sigma has not taken in yet.
    this.sigma.refresh();
  }

  private drop(id: string): void {
    this.hover(null);
    if (this.graph.hasEdge(id)) this.graph.dropEdge(id);
    else if (this.graph.hasNode(id)) this.graph.dropNode(id);
  }

  /** Makes the graph what `input` says. */
  private take({ shown, positions }: StageInput): void {
    const { graph } = this;
    const nodes = new Set(shown.nodes.map(({ party }) => party.id));
    const ties = new Set(shown.ties.map(({ id }) => id));
    graph.filterEdges((id) => !ties.has(id)).forEach((id) => graph.dropEdge(id));
    graph.filterNodes((id) => !nodes.has(id)).forEach((id) => graph.dropNode(id));
    for (const node of shown.nodes) {
      const at = positions.get(node.party.id);
      const [x, y] = at ?? [0, 0];
      graph.mergeNode(node.party.id, { x, y, label: node.party.name, ...this.partyAttributes(node.party.id) });
    }
    const byPair = new Map([...grouped(shown.ties, pairKey)].map(([key, ties]) => [key, ties.map(({ id }) => id).sort()]));
    for (const tie of shown.ties) {
      const pair = byPair.get(pairKey(tie)) as string[];
      const bend = curvature(pair.indexOf(tie.id), pair.length, tie.source.id > tie.target.id);
      // Sigma keeps the bend that a tie was first drawn with.
      if (graph.hasEdge(tie.id) && graph.getEdgeAttribute(tie.id, 'curvature') !== bend) graph.dropEdge(tie.id);
      graph.mergeEdgeWithKey(tie.id, tie.source.id, tie.target.id, { type: tie.type, curvature: bend, path: bend === 0 ? 'straight' : 'curved', ...this.tieAttributes(tie.type, tie.id, tie.claimCount) });
    }
  }

  private frame = '';

  /** Sets the scale by what is drawn now. */
  private setFrame(frame: string): void {
    this.frame = frame;
    const spots = this.graph.mapNodes((_id, { x, y }) => ({ x: x as number, y: y as number }));
    const extent = (values: number[]): [number, number] => (values.length === 0 ? [-1, 1] : [Math.min(...values) - 1, Math.max(...values) + 1]);
    this.sigma.setCustomBBox({ x: extent(spots.map(({ x }) => x)), y: extent(spots.map(({ y }) => y)) });
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.pen.theme = theme;
    this.repaint();
  }

  emphasise(emphasis: Emphasis): void {
    if (same(emphasis.selected, this.emphasis.selected) && same(emphasis.only, this.emphasis.only)) return;
    this.emphasis = emphasis;
    this.repaint();
  }

  /** Shows all of the network, or the parties named. */
  fit(ids?: readonly string[]): void {
    // The camera moves over the framed drawing, from 0 to 1 each way, and not in the layout's units.
    const spots = (ids ?? []).filter((id) => this.graph.hasNode(id)).map((id) => this.sigma.graphToFramedGraph(this.graph.getNodeAttributes(id) as { x: number; y: number }));
    if (spots.length === 0) {
      this.setFrame(this.frame);
      this.sigma.refresh();
      return this.move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
    }
    const [left, right] = [Math.min(...spots.map(({ x }) => x)), Math.max(...spots.map(({ x }) => x))];
    const [low, high] = [Math.min(...spots.map(({ y }) => y)), Math.max(...spots.map(({ y }) => y))];
    this.move({ x: (left + right) / 2, y: (low + high) / 2, ratio: Math.min(1.2, Math.max(0.25, right - left, high - low) + FIT_MARGIN), angle: 0 });
  }

  /** Puts the camera somewhere at once: x and y from 0 to 1 across the drawing, a ratio of 1 shows all. */
  look(state: { x: number; y: number; ratio: number }): void {
    this.sigma.getCamera().setState(state);
  }

  zoom(factor: number): void {
    const { ratio } = this.sigma.getCamera().getState();
    this.move({ ratio: ratio * factor });
  }

  /** Moves the picture by pixels. */
  pan(dx: number, dy: number): void {
    const camera = this.sigma.getCamera();
    const { x, y } = camera.getState();
    const { width, height } = this.sigma.getDimensions();
    const scale = camera.getState().ratio / Math.min(width, height);
    this.move({ x: x + dx * scale, y: y - dy * scale });
  }

  /** Ids of the parties inside a line drawn on the stage, in pixels. */
  inside(line: readonly Spot[], test: (spot: Spot, line: readonly Spot[]) => boolean): string[] {
    return this.graph.nodes().filter((id) => test(this.spotOf(id), line));
  }

  ids(): { parties: string[]; ties: string[] } {
    return { parties: this.graph.nodes(), ties: this.graph.edges() };
  }

  /** The party or tie under the pointer. */
  under(): string | null {
    return this.hovered;
  }

  /** The attributes with which a party or a tie is drawn. */
  lookOf(id: string): Record<string, unknown> {
    return this.graph.hasNode(id) ? this.graph.getNodeAttributes(id) : this.graph.getEdgeAttributes(id);
  }

  /** Where a party stands on the stage, in pixels. */
  spotOf(id: string): Spot {
    return this.sigma.graphToViewport(this.graph.getNodeAttributes(id) as { x: number; y: number });
  }

  /** Where a point of a tie lies on the stage, in pixels: its middle, or after another share of the way. */
  spotOfTie(id: string, share = 0.5): Spot {
    return along(this.spotOf(this.graph.source(id)), this.spotOf(this.graph.target(id)), -(this.graph.getEdgeAttribute(id, 'curvature') as number), share);
  }

  /** What is drawn where, for pictures: pixels of the stage. */
  snapshot(): { width: number; height: number; labels: PlacedLabel[]; scale: number } {
    const { width, height } = this.sigma.getDimensions();
    return { width, height, labels: this.placed(), scale: this.sigma.scaleSize(1) };
  }

  /** Parties from left to right, then top to bottom: the order in which keys step through them. */
  reading(): string[] {
    return this.graph.nodes().map((id) => ({ id, ...this.spotOf(id) })).sort((a, b) => a.y - b.y || a.x - b.x).map(({ id }) => id);
  }

  end(): void {
    this.resizes.disconnect();
    this.sigma.kill();
    this.overlay.remove();
  }

  private move(state: Partial<{ x: number; y: number; ratio: number; angle: number }>): void {
    const camera = this.sigma.getCamera();
    if (reducedMotion()) camera.setState(state);
    else void camera.animate(state, { duration: 220 });
  }

  private partyAttributes(id: string): Record<string, unknown> {
    const { shown, patrons } = this.input as StageInput;
    const node = this.nodes().get(id);
    if (node === undefined) return {};
    const filling = fillingOf(node);
    const look = sideLook(node.sides, patrons);
    const colour = onPage(look.colour, this.theme.dark);
    const selected = this.emphasis.selected.has(id);
    return {
      size: radius(shown.degree.get(id) ?? 0, filling) + (selected ? 3 : 0), shape: filling === 'open' ? 'circle' : look.shape,
      color: selected ? this.theme.accent : filling === 'full' ? mixed(colour, this.theme.text, 0.25) : colour, coreColor: filling === 'full' ? colour : this.theme.page,
      opacity: this.isFaded(id) ? FADED : 1, depth: selected || this.hovered === id ? 'topNodes' : 'nodes', zIndex: shown.degree.get(id) ?? 0,
    };
  }

  private tieAttributes(type: ClaimType, id: string, claims: number): Record<string, unknown> {
    const { dash, gap, width, head, tail } = tieLook(type);
    const selected = this.emphasis.selected.has(id);
    const colour = onPage(this.input?.rules.get(type)?.colour ?? '#7f7f7f', this.theme.dark);
    return {
      size: width + Math.min(2, Math.log2(claims) * 0.5) + (selected ? 2.5 : 0), color: colour, wholeColor: dash === 0 ? colour : '#00000000', dash, gap, head, tail,
      opacity: this.isFaded(id) ? FADED : selected ? 1 : 0.85, depth: selected || this.hovered === id ? 'topEdges' : 'edges',
    };
  }

  private nodesById = new Map<string, Shown['nodes'][number]>();
  private nodesOf: Shown['nodes'] | null = null;
  private nodes(): Map<string, Shown['nodes'][number]> {
    const nodes = this.input?.shown.nodes ?? [];
    if (this.nodesOf !== nodes) {
      this.nodesOf = nodes;
      this.nodesById = new Map(nodes.map((node) => [node.party.id, node]));
    }
    return this.nodesById;
  }

  private isFaded(id: string): boolean {
    const { only } = this.emphasis;
    if (only === null && this.lit === null) return false;
    return !(only?.has(id) ?? false) && !(this.lit?.has(id) ?? false) && !this.emphasis.selected.has(id);
  }

  /** The hovered party, its ties and its neighbours. */
  private lit: Set<string> | null = null;

  private hover(id: string | null): void {
    if (this.hovered === id) return;
    this.hovered = id;
    this.lit = null;
    // In a large graph fading all the rest would take longer than the pointer stays.
    if (this.graph.size > MOST_LIT) this.lit = null;
    else if (id !== null && this.graph.hasNode(id)) this.lit = new Set([id, ...this.graph.neighbors(id), ...this.graph.edges(id)]);
    else if (id !== null && this.graph.hasEdge(id)) this.lit = new Set([id, ...this.graph.extremities(id)]);
    this.repaint();
  }

  private repaint(): void {
    if (this.input === null) return;
    const claims = new Map(this.input.shown.ties.map((tie) => [tie.id, tie.claimCount]));
    // The depth may change, for which Sigma must take all in anew; of ties it does so only if told that their type changed.
    this.graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, ...this.partyAttributes(id) }));
    this.graph.updateEachEdgeAttributes((id, attributes) => ({ ...attributes, ...this.tieAttributes(attributes.type as ClaimType, id, claims.get(id) ?? 1) }), { attributes: ['type', 'size', 'color', 'wholeColor', 'opacity', 'depth'] });
    this.sortLabels();
    this.sigma.scheduleRefresh();
  }

  private sortLabels(): void {
    const degree = this.input?.shown.degree ?? new Map<string, number>();
    const rank = (id: string): number => (this.emphasis.selected.has(id) ? 1e6 : 0) + (this.hovered === id ? 2e6 : 0) + (this.emphasis.only?.has(id) ? 1e5 : 0) + (degree.get(id) ?? 0);
    this.order = this.graph.nodes().sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1));
  }

  private listen(): void {
    const { sigma, events } = this;
    const adds = (original: MouseEvent | TouchEvent): boolean => original.shiftKey || original.ctrlKey || original.metaKey;
    sigma.on('clickNode', ({ node, event }) => events.clickParty(node, adds(event.original)));
    sigma.on('doubleClickNode', ({ node, event }) => {
      event.preventSigmaDefault();
      events.openParty(node);
    });
    sigma.on('clickEdge', ({ edge, event }) => events.clickTie(edge, adds(event.original)));
    sigma.on('clickStage', ({ event }) => {
      // A click while the picture is being redrawn hits nothing; what the pointer was over a moment ago is meant.
      const { hovered } = this;
      if (hovered !== null && this.graph.hasNode(hovered)) events.clickParty(hovered, adds(event.original));
      else if (hovered !== null && this.graph.hasEdge(hovered)) events.clickTie(hovered, adds(event.original));
      else events.clickStage();
    });
    sigma.on('enterNode', ({ node }) => this.hover(node));
    sigma.on('leaveNode', () => this.hover(null));
    sigma.on('enterEdge', ({ edge }) => this.hover(edge));
    sigma.on('leaveEdge', () => this.hover(null));
    sigma.on('nodeDragEnd', ({ allDraggedNodes }) =>
      events.moved(Object.fromEntries(allDraggedNodes.map((id) => [id, [Math.round(this.graph.getNodeAttribute(id, 'x') as number), Math.round(this.graph.getNodeAttribute(id, 'y') as number)]]))));
    sigma.on('afterRender', () => this.paintOverlay());
    sigma.on('resize', () => this.sizeOverlay());
    this.sizeOverlay();
    // Panels open and close beside the stage without the window changing.
    this.resizes.observe(this.container);
  }

  private sizeOverlay(): void {
    const { clientWidth, clientHeight } = this.container;
    const scale = window.devicePixelRatio || 1;
    this.overlay.width = clientWidth * scale;
    this.overlay.height = clientHeight * scale;
  }

  private placed(): PlacedLabel[] {
    const { width, height } = this.sigma.getDimensions();
    const scale = this.sigma.scaleSize(1);
    const requests: LabelRequest[] = [];
    const obstacles: Box[] = [];
    for (const id of this.order) {
      const attributes = this.graph.getNodeAttributes(id);
      if (attributes.opacity !== 1) continue;
      const { x, y } = this.sigma.graphToViewport(attributes as { x: number; y: number });
      if (x < -20 || y < -20 || x > width + 20 || y > height + 20) continue;
      const r = (attributes.size as number) * scale;
      if (r >= OBSTACLE_PX) obstacles.push({ left: x - r, right: x + r, top: y - r, bottom: y + r });
      if (requests.length < MOST_LABELS * 4) requests.push({ text: attributes.label as string, x, y, radius: r, weight: this.emphasis.selected.has(id) || this.hovered === id || this.nodes().get(id)?.sides.includes(id) ? 'bold' : 'normal' });
    }
    return placeLabels(requests, obstacles, this.pen.measure, LABEL_PX + 3, MOST_LABELS, { left: 0, top: 0, right: width, bottom: height });
  }

  private paintOverlay(): void {
    this.pen.begin();
    if (this.input === null) return;
    for (const { id, contested } of this.marked) if (this.graph.hasEdge(id) && !this.isFaded(id)) this.pen.mark(contested ? 'rivals' : 'both', this.spotOfTie(id));
    for (const { text, box, weight } of this.placed()) this.pen.text(text, box.left, (box.top + box.bottom) / 2, weight);
    for (const id of [...this.emphasis.selected, ...(this.hovered === null ? [] : [this.hovered])]) {
      if (this.graph.hasEdge(id)) this.pen.tieName(this.input.rules.get(this.graph.getEdgeAttribute(id, 'type') as ClaimType)?.label ?? '', this.spotOfTie(id));
    }
  }
}

function same(one: ReadonlySet<string> | null, other: ReadonlySet<string> | null): boolean {
  return one === other || (one !== null && other !== null && one.size === other.size && [...one].every((id) => other.has(id)));
}

function reducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** A colour with `share` of another in it. Both as #rrggbb. */
function mixed(colour: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => Math.round(parseInt(colour.slice(at, at + 2), 16) * (1 - share) + parseInt(other.slice(at, at + 2), 16) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

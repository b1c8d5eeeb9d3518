import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import { CLAIM_TYPES, claimTypeRule, type ClaimType } from '../../domain/claim-types';
import type { CitedParty } from '../../domain/report';
import type { Evidence, SeenTie } from './evidence';
import { LabelPlaces, shortened } from './label-places';
import { markup, type Markup } from './markup';

/** Parties drawn at most: those with the most ties among them. */
const MOST_NODES = 40;
const WIDTH = 1_000;
/** Few parties need less room. */
const HEIGHT = { least: 260, most: 640, each: 40 };
const MARGIN = 40;
const TICKS = 400;
const LABEL_SIZE = 12;
const LABEL_LENGTH = 34;

interface Node extends SimulationNodeDatum {
  party: CitedParty;
  degree: number;
}
interface Link extends SimulationLinkDatum<Node> {
  source: Node;
  target: Node;
  tie: SeenTie;
  /** Which of the ties between the two it is, and how many there are. */
  nth: number;
  of: number;
}

/** The ties of a report's claims as a picture, drawn alike for alike ties; and how many parties are left out of it. Null if there are none. */
export async function networkPicture(evidence: Evidence): Promise<{ picture: Markup; left: number } | null> {
  if (evidence.ties.size === 0) return null;
  const { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } = await import('d3-force');
  const { nodes, links, left } = chosen([...evidence.ties.values()]);
  const simulation = forceSimulation(nodes)
    .force('link', forceLink(links).distance(120).strength(0.5))
    .force('charge', forceManyBody().strength(-520))
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.09))
    .force('collide', forceCollide(30))
    .stop();
  simulation.tick(TICKS);
  const size = { width: WIDTH, height: Math.min(HEIGHT.most, Math.max(HEIGHT.least, nodes.length * HEIGHT.each)) };
  fit(nodes, size);
  const places = new LabelPlaces(size);
  for (const node of nodes) places.block({ x: (node.x ?? 0) - radius(node), y: (node.y ?? 0) - radius(node), width: radius(node) * 2, height: radius(node) * 2 });
  const types = [...new Set(links.map(({ tie }) => tie.type))];
  const names = [...nodes].sort((a, b) => b.degree - a.degree).map((node) => {
    const text = shortened(node.party.name, LABEL_LENGTH);
    const at = places.place(text, node.x ?? 0, node.y ?? 0, radius(node), LABEL_SIZE, true);
    return at === null ? null : markup`<text x="${px(at.x)}" y="${px(at.y)}" text-anchor="${at.anchor}" class="name">${text}</text>`;
  });
  return {
    left,
    picture: markup`<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="Network of the ties that the cited claims make">
<defs>${types.filter((type) => CLAIM_TYPES[type].directed).map((type) => markup`<marker id="to-${type}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="${CLAIM_TYPES[type].colour}"/></marker>`)}</defs>
<rect width="${size.width}" height="${size.height}" class="paper"/>
${links.map(edge)}
${nodes.map((node) => markup`<circle cx="${px(node.x)}" cy="${px(node.y)}" r="${px(radius(node))}" class="node ${node.party.kind}"><title>${node.party.name}</title></circle>`)}
${names}
</svg>
${legend(types, links.some(({ tie }) => tie.contested))}`,
  };
}

/** The best tied parties, and the ties among them. */
function chosen(ties: SeenTie[]): { nodes: Node[]; links: Link[]; left: number } {
  const degree = new Map<string, { party: CitedParty; ties: number }>();
  for (const { from, to } of ties) {
    for (const party of [from, to]) {
      const seen = degree.get(party.id) ?? { party, ties: 0 };
      seen.ties += 1;
      degree.set(party.id, seen);
    }
  }
  const ranked = [...degree.values()].sort((a, b) => b.ties - a.ties || (a.party.id < b.party.id ? -1 : 1));
  const kept = new Map<string, Node>(ranked.slice(0, MOST_NODES).map(({ party }) => [party.id, { party, degree: 0 }]));
  const pairs = new Map<string, Link[]>();
  for (const tie of ties) {
    const [source, target] = [kept.get(tie.from.id), kept.get(tie.to.id)];
    if (source === undefined || target === undefined) continue;
    source.degree += 1;
    target.degree += 1;
    const pair = [tie.from.id, tie.to.id].sort().join(' ');
    const links = pairs.get(pair) ?? [];
    links.push({ source, target, tie, nth: links.length, of: 0 });
    pairs.set(pair, links);
  }
  const links = [...pairs.values()].flatMap((list) => list.map((link) => ({ ...link, of: list.length })));
  // Whoever is tied only to parties left out would stand about alone.
  const nodes = [...kept.values()].filter((node) => node.degree > 0);
  return { nodes, links, left: ranked.length - nodes.length };
}

/** Moves and stretches the drawing to fill the picture. */
function fit(nodes: Node[], size: { width: number; height: number }): void {
  const [xs, ys] = [nodes.map(({ x }) => x ?? 0), nodes.map(({ y }) => y ?? 0)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const sides = { x: MARGIN * 3, y: MARGIN };
  const scale = Math.min((size.width - 2 * sides.x) / Math.max(1, right - left), (size.height - 2 * sides.y) / Math.max(1, bottom - top), 2.2);
  for (const node of nodes) {
    node.x = size.width / 2 + ((node.x ?? 0) - (left + right) / 2) * scale;
    node.y = size.height / 2 + ((node.y ?? 0) - (top + bottom) / 2) * scale;
  }
}

function radius({ degree }: Node): number {
  return 6 + Math.min(10, Math.sqrt(degree) * 2);
}

function edge({ source, target, tie, nth, of }: Link): Markup {
  const [x1, y1, x2, y2] = [source.x ?? 0, source.y ?? 0, target.x ?? 0, target.y ?? 0];
  const length = Math.max(1, Math.hypot(x2 - x1, y2 - y1));
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  // Ties between the same two bend apart; the same side for both directions, so that they never lie on one another.
  const turned = tie.from.id > tie.to.id ? -1 : 1;
  const bend = (nth - (of - 1) / 2) * 26 * turned;
  const [cx, cy] = [(x1 + x2) / 2 - dy * bend, (y1 + y2) / 2 + dx * bend];
  const { directed, colour, label } = claimTypeRule(tie.type);
  const [r1, r2] = [radius(source) + 1, radius(target) + 3];
  const path = `M${px(x1 + dx * r1)} ${px(y1 + dy * r1)}Q${px(cx)} ${px(cy)} ${px(x2 - dx * r2)} ${px(y2 - dy * r2)}`;
  const claims = `${tie.claims} ${tie.claims === 1 ? 'claim' : 'claims'} cited${tie.contested ? ', one of them with a rival' : ''}`;
  return markup`<path d="${path}" fill="none" stroke="${colour}" stroke-width="${px(1.2 + Math.min(3, Math.log2(tie.claims + 1) * 0.7))}"${tie.contested ? markup` stroke-dasharray="6 4"` : null}${directed ? markup` marker-end="url(#to-${tie.type})"` : null}><title>${tie.from.name} ${label} ${tie.to.name}: ${claims}</title></path>`;
}

function legend(types: ClaimType[], contested: boolean): Markup {
  return markup`<ul class="legend">${types.map((type) => markup`<li><svg viewBox="0 0 28 10" width="28" height="10" aria-hidden="true"><path d="M0 5H${CLAIM_TYPES[type].directed ? 20 : 28}" stroke="${CLAIM_TYPES[type].colour}" stroke-width="3"/>${CLAIM_TYPES[type].directed ? markup`<path d="M18 0L28 5L18 10z" fill="${CLAIM_TYPES[type].colour}"/>` : null}</svg> ${CLAIM_TYPES[type].label}</li>`)}${contested ? markup`<li><svg viewBox="0 0 28 10" width="28" height="10" aria-hidden="true"><path d="M0 5H28" stroke="#444" stroke-width="3" stroke-dasharray="6 4"/></svg> contested</li>` : null}</ul>`;
}

function px(value: number | undefined): string {
  return (value ?? 0).toFixed(1);
}

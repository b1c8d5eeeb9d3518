import { Stage } from '../../../explorer/src/graph/stage';
import type { Shown } from '../../../explorer/src/model/network';
import { timeFrames } from './frames';
import { benchGraph } from './graph';

// The explorer's own stage with all that it draws: shapes, dashes, arrows, curves, marks, labels that do not overlap.
const TYPES = ['ALLIED_WITH', 'CLASHED_WITH', 'ATTACKED', 'BACKED_BY', 'PART_OF', 'COMMANDED_BY'] as const;
const COLOURS = ['#009E73', '#D55E00', '#B22222', '#0072B2', '#7F7F7F', '#56B4E9'];
const { nodes, edges } = benchGraph();
const degree = new Map<string, number>();
for (const { source, target } of edges) for (const id of [source, target]) degree.set(id, (degree.get(id) ?? 0) + 1);
const shown: Shown = {
  more: 0, degree, bothAllyAndEnemy: new Set(),
  nodes: nodes.map(({ id, label }, i) => ({ hiddenTies: 0, sides: i % 3 === 0 ? [] : [`p${i % 4}`], party: { __typename: 'Actor', id, name: label, slug: id, actorKind: 'MILITIA', isPatron: false } })),
  ties: edges.map(({ id, source, target }, i) => ({
    id, type: TYPES[i % TYPES.length] ?? 'ATTACKED', contested: i % 400 === 0, claimCount: 1 + (i % 9), originCount: 1, articleCount: 1, earliest: null, latest: null,
    source: { id: source, name: source }, target: { id: target, name: target },
  })),
};
const none = (): void => undefined;
const stage = new Stage(document.getElementById('stage') as HTMLElement, { clickParty: none, openParty: none, clickTie: none, clickStage: none, moved: none }, { dark: false, page: '#fbfbf9', text: '#1c2430', faint: '#59616e', badge: '#b42318', accent: '#b45309' });
stage.draw({
  shown, frame: 'bench', patrons: ['p0', 'p1', 'p2', 'p3'].map((id) => ({ id })), positions: new Map(nodes.map(({ id, x, y }) => [id, [x, y]])),
  rules: new Map(TYPES.map((type, i) => [type, { type, label: type, inverse: type, directed: true, hostile: false, colour: COLOURS[i] ?? '#000000', description: '' }])),
});
Object.assign(window, { frames: (n: number) => timeFrames(n, (i) => stage.look({ x: 0.5 + 0.05 * Math.sin(i / 10), y: 0.5, ratio: 0.8 + 0.2 * Math.cos(i / 10) })) });

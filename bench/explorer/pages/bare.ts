import { MultiGraph } from 'graphology';
import Sigma from 'sigma';
import { timeFrames } from './frames';
import { benchGraph } from './graph';

// Sigma as it comes, with the same graph: what our stage is measured against.
const graph = new MultiGraph();
const { nodes, edges } = benchGraph();
for (const { id, ...attributes } of nodes) graph.addNode(id, { ...attributes, color: '#228833' });
for (const { id, source, target } of edges) graph.addEdgeWithKey(id, source, target, { size: 2, color: '#7f7f7f' });
const sigma = new Sigma(graph, document.getElementById('stage') as HTMLElement);
sigma.refresh();
Object.assign(window, {
  frames: (n: number) => timeFrames(n, (i) => void sigma.getCamera().setState({ x: 0.5 + 0.05 * Math.sin(i / 10), y: 0.5, ratio: 0.8 + 0.2 * Math.cos(i / 10), angle: 0 })),
});

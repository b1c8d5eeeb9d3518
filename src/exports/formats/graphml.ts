import type { GraphSource } from '../graph/graph-source';
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, edgeAttributes, nodeAttributes } from './edge-attributes';
import type { TextFormat } from './format';
import { xmlText } from '../xml';

/** GraphML with typed attributes: an edge a tie, with every citation on it. Our own writer: graphology-graphml only reads, and others build the whole document in memory. */
export const graphml: TextFormat = {
  name: 'graphml', title: 'GraphML, for networkx, igraph, yEd or Gephi', extension: 'graphml', kind: 'text', history: false, passes: { whole: 1, selected: 2 },
  text: document,
};

async function* document(graph: GraphSource): AsyncGenerator<string> {
  const { revision, selection } = graph.header;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  for (const [domain, attributes] of [['node', NODE_ATTRIBUTES], ['edge', EDGE_ATTRIBUTES]] as const) {
    for (const [name, type] of Object.entries(attributes)) yield `<key id="${domain}-${name}" for="${domain}" attr.name="${name}" attr.type="${type}"/>\n`;
  }
  yield '<key id="graph-revision" for="graph" attr.name="revision" attr.type="int"/>\n<key id="graph-selection" for="graph" attr.name="selection" attr.type="string"/>\n';
  yield `<graph id="fealty" edgedefault="directed">\n<data key="graph-revision">${revision}</data>\n${selection === '' ? '' : `<data key="graph-selection">${xmlText(selection)}</data>\n`}`;
  for await (const party of graph.parties()) yield `<node id="${party.id}">${data('node', nodeAttributes(party))}</node>\n`;
  for await (const tie of graph.citedTies()) yield `<edge id="${tie.id.replaceAll(' ', '.')}" source="${tie.from}" target="${tie.to}">${data('edge', edgeAttributes(tie))}</edge>\n`;
  yield '</graph>\n</graphml>\n';
}

function data(domain: string, values: Record<string, string | number | boolean | null>): string {
  return Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [`<data key="${domain}-${name}">${xmlText(String(value))}</data>`])).join('');
}

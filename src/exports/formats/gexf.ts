import type { CitedClaim } from '../graph/cited-claim';
import type { GraphSource } from '../graph/graph-source';
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, edgeAttributes, nodeAttributes } from './edge-attributes';
import type { TextFormat } from './format';
import { xmlText } from '../xml';

/**
 * GEXF 1.2, which Gephi and networkx both read: an edge a tie, with every citation on it, and a spell for each span of days that its claims state. Our own writer: graphology-gexf writes a graph that is whole in
 * memory, and the day of writing into its head. `kind`, which GEXF has since 1.3, is what Gephi tells parallel edges apart by; readers of 1.2 pass over it.
 */
export const gexf: TextFormat = {
  name: 'gexf', title: 'GEXF with dates as spells, for Gephi', extension: 'gexf', kind: 'text', history: false, passes: { whole: 1, selected: 2 },
  text: document,
};

async function* document(graph: GraphSource): AsyncGenerator<string> {
  const { revision, selection } = graph.header;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n';
  yield `<meta><creator>Fealty</creator><description>Revision ${revision}${selection === '' ? '' : xmlText(`; selected by ${selection}`)}</description></meta>\n`;
  yield '<graph mode="dynamic" defaultedgetype="directed" timeformat="date">\n';
  for (const [domain, attributes] of [['node', NODE_ATTRIBUTES], ['edge', EDGE_ATTRIBUTES]] as const) {
    yield `<attributes class="${domain}" mode="static">\n`;
    for (const [name, type] of Object.entries(attributes)) yield `<attribute id="${name}" title="${name}" type="${type === 'int' ? 'integer' : type}"/>\n`;
    yield '</attributes>\n';
  }
  yield '<nodes>\n';
  for await (const party of graph.parties()) {
    const values = nodeAttributes(party);
    yield `<node id="${party.id}" label="${xmlText(String(values.name))}">${attvalues(values)}</node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  for await (const tie of graph.citedTies()) {
    const values = edgeAttributes(tie);
    yield `<edge id="${tie.id}" source="${tie.from}" target="${tie.to}" kind="${tie.type}" weight="${tie.claims}" label="${xmlText(String(values.tie_label))}">${attvalues(values)}${spells(tie.evidence)}</edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function attvalues(values: Record<string, string | number | boolean | null>): string {
  return `<attvalues>${Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [`<attvalue for="${name}" value="${xmlText(String(value))}"/>`])).join('')}</attvalues>`;
}

/** One for each span of days that is stated; an end left open stays open, and what states no date has none. */
function spells(claims: CitedClaim[]): string {
  const spans = new Set(claims.flatMap(({ date }) => (date === null || (date.earliest === null && date.latest === null) ? [] : [`<spell${attribute('start', date.earliest)}${attribute('end', date.latest)}/>`])));
  return spans.size === 0 ? '' : `<spells>${[...spans].sort().join('')}</spells>`;
}

function attribute(name: string, value: string | null): string {
  return value === null ? '' : ` ${name}="${value}"`;
}

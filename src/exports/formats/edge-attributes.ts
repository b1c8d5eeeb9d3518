import { CLAIM_TYPES } from '../../domain/claim-types';
import type { CitedTie, PartyNode } from '../graph/records';
import { kindOfParty, listOf, positionOf, textOf } from '../graph/records';
import { citationOf } from './citation';

export type AttributeType = 'string' | 'int' | 'double' | 'boolean';
type Attribute = string | number | boolean | null;

/** What the graph formats say of a node, with the type of each; a value that is null is left out. */
export const NODE_ATTRIBUTES = {
  name: 'string', party: 'string', kind: 'string', patron: 'boolean', aliases: 'string', note: 'string', latitude: 'double', longitude: 'double', precision_m: 'double',
} as const satisfies Record<string, AttributeType>;

/** And of an edge; `type` and `label` are names that Gephi has columns of its own for. Whether a tie has a direction is an attribute, since readers of both formats refuse a graph that mixes the two kinds of edge. `citations` is JSON: a list of every claim behind the tie. */
export const EDGE_ATTRIBUTES = {
  tie_type: 'string', tie_label: 'string', directed: 'boolean', claims: 'int', origins: 'int', articles: 'int', earliest: 'string', latest: 'string', contested: 'boolean', citations: 'string',
} as const satisfies Record<string, AttributeType>;

export function nodeAttributes(party: PartyNode): Record<keyof typeof NODE_ATTRIBUTES, Attribute> {
  const { id, labels, props } = party;
  const position = positionOf(props);
  return {
    name: textOf(props, 'name') ?? id, party: kindOfParty(party), kind: textOf(props, 'kind'), patron: labels.includes('Patron'), aliases: listOf(props, 'aliases').join(' | ') || null, note: textOf(props, 'note'),
    latitude: position?.latitude ?? null, longitude: position?.longitude ?? null, precision_m: position?.precision ?? null,
  };
}

export function edgeAttributes({ type, claims, origins, articles, earliest, latest, contested, evidence }: CitedTie): Record<keyof typeof EDGE_ATTRIBUTES, Attribute> {
  const { label, directed } = CLAIM_TYPES[type];
  return { tie_type: type, tie_label: label, directed, claims, origins, articles, earliest, latest, contested, citations: JSON.stringify(evidence.map(citationOf)) };
}

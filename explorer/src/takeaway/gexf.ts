import { MultiGraph } from 'graphology';
import { write } from 'graphology-gexf/browser';
import { fillingOf, radius, sideLook } from '../graph/looks';
import { kindOf, labelOf, missingPassages, sideName, type Content } from './content';
import { shortCitations } from './sources';
import { cleanText } from './xml';

/** What is on show as GEXF 1.2, for Gephi and others, with places, colours, counts and citations. */
export function toGexf(content: Content): string {
  const { shown, patrons, positions, rules, claimsOf, made, link, revision, filters } = content;
  const graph = new MultiGraph();
  graph.replaceAttributes({
    creator: 'Fealty', lastModifiedDate: made.slice(0, 10), keywords: `graph revision ${revision ?? '?'}`,
    description: cleanText([`A view of a cited graph of who is tied to whom: ${link}`, ...filters, missingPassages(content) ?? ''].filter((part) => part !== '').join('; ')),
  });
  for (const node of shown.nodes) {
    const { party, sides } = node;
    const [x, y] = positions.get(party.id) ?? [0, 0];
    graph.addNode(party.id, {
      label: cleanText(party.name), x, y, color: sideLook(sides, patrons).colour, size: radius(shown.degree.get(party.id) ?? 0, fillingOf(node)),
      kind: kindOf(party), sides: cleanText(sides.map((id) => sideName(id, patrons)).join('; ')), ties: shown.degree.get(party.id) ?? 0,
    });
  }
  for (const tie of shown.ties) {
    const rule = rules.get(tie.type);
    const attributes = {
      label: labelOf(tie, rules), type: tie.type, color: rule?.colour ?? '#7f7f7f', weight: tie.claimCount, claims: tie.claimCount, origins: tie.originCount, articles: tie.articleCount,
      contested: tie.contested, bothAllyAndEnemy: shown.bothAllyAndEnemy.has(tie.id), earliest: tie.earliest ?? '', latest: tie.latest ?? '', citations: cleanText(shortCitations(claimsOf.get(tie.id) ?? [])),
    };
    if (rule?.directed ?? true) graph.addDirectedEdgeWithKey(tie.id, tie.source.id, tie.target.id, attributes);
    else graph.addUndirectedEdgeWithKey(tie.id, tie.source.id, tie.target.id, attributes);
  }
  return write(graph);
}

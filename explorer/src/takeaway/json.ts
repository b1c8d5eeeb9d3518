import { citation } from '../model/words';
import { missingPassages, sideName, type Content } from './content';
import { sourceInWords } from './sources';

/** What is on show as JSON: the view, what narrows it, parties, ties and claims with their citations, and the articles. */
export function toJson(content: Content): string {
  const { made, link, revision, changedAt, view, filters, shown, claims, passages, claimsOf, sources, patrons, positions } = content;
  return JSON.stringify({
    about: { what: 'Fealty: a view of a cited graph of who is tied to whom', made, link, graph: { revision, changedAt }, filters, passages, note: missingPassages(content) },
    view,
    parties: shown.nodes.map(({ party, sides }) => ({ ...party, sides: sides.map((id) => ({ id, name: sideName(id, patrons) })), tiesOnShow: shown.degree.get(party.id) ?? 0, position: positions.get(party.id) ?? null })),
    ties: shown.ties.map((tie) => ({ ...tie, bothAllyAndEnemy: shown.bothAllyAndEnemy.has(tie.id), claims: (claimsOf.get(tie.id) ?? []).map(({ id }) => id) })),
    claims: claims.map((claim) => ({ ...claim, citation: citation(claim) })),
    sources: sources.map((source) => ({ ...source, citation: sourceInWords(source) })),
  }, null, 1);
}

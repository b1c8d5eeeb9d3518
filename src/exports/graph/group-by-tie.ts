import { parseTieId } from '../../domain/tie-id';
import type { CitedClaim } from './cited-claim';
import type { CitedTie } from './records';

/** Ties made of claims that come in the order of their ties. One tie's claims are held at a time. */
export async function* groupByTie(claims: AsyncIterable<CitedClaim>): AsyncGenerator<CitedTie> {
  let evidence: CitedClaim[] = [];
  for await (const claim of claims) {
    if (evidence.length > 0 && evidence[0]?.tieId !== claim.tieId) {
      yield citedTie(evidence);
      evidence = [];
    }
    evidence.push(claim);
  }
  if (evidence.length > 0) yield citedTie(evidence);
}

/** Counts as `cypher/ties/derive.cypher` does. */
function citedTie(evidence: CitedClaim[]): CitedTie {
  const { id, type, from, to } = parseTieId((evidence[0] as CitedClaim).tieId);
  const distinct = (of: (claim: CitedClaim) => string): number => new Set(evidence.map(of)).size;
  const days = (of: (claim: CitedClaim) => string | null): string[] => evidence.flatMap((claim) => of(claim) ?? []).sort();
  return {
    id, type, from, to, evidence,
    claims: evidence.length, origins: distinct(({ independentOrigin }) => independentOrigin.slug), articles: distinct(({ article }) => article.slug),
    earliest: days(({ window }) => window.earliest)[0] ?? null, latest: days(({ window }) => window.latest).at(-1) ?? null,
    contested: evidence.some(({ contested }) => contested), ended: false,
  };
}

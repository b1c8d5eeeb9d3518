import type { Claim } from '../model/network';
import { positions } from '../graph/positions';
import { encodeView } from '../share/share-code';
import { passages, rules, shown, shownClaims, start, tieOfClaim, view } from '../state/store';
import type { Content } from './content';
import { filtersInWords } from './filters-in-words';
import { sourcesOf } from './sources';

/** What is on show now. Its link is not made yet: see `withLink`. */
export function currentContent(): Content {
  const claims = shownClaims.value;
  const claimsOf = new Map<string, Claim[]>();
  for (const claim of claims) {
    const tie = tieOfClaim(claim);
    if (tie === undefined) continue;
    const own = claimsOf.get(tie.id);
    if (own) own.push(claim);
    else claimsOf.set(tie.id, [claim]);
  }
  const begun = start.value;
  return {
    made: new Date().toISOString(), link: '', revision: begun?.overview.revision ?? null, changedAt: begun?.overview.changedAt ?? null, view: view.value,
    filters: filtersInWords(view.value.filters, rules.value, begun?.articles.nodes ?? []), shown: shown.value, claims, passages: { fetched: passages.value.claims.length, total: passages.value.total }, claimsOf,
    sources: sourcesOf(claims), rules: rules.value, patrons: begun?.actors.nodes ?? [], positions: positions.value ?? new Map(),
  };
}

export async function withLink(content: Content): Promise<Content> {
  const code = await encodeView(content.view);
  return { ...content, link: `${window.location.origin}/${code === '' ? '' : `#${code}`}` };
}

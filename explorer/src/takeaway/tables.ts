import type { Claim } from '../model/network';
import { casualtiesInWords, plain } from '../model/words';
import { kindOf, labelOf, missingPassages, sideName, type Content } from './content';
import { toCsv } from './csv';
import { shortCitations } from './sources';

/** One row for each claim, with all that its citation needs. Where passages are missing, one more column says so. */
export function claimsCsv(content: Content): string {
  const missing = missingPassages(content);
  const header = [
    'subject', 'type', 'object', 'summary', 'article', 'publisher', 'author', 'published', 'url', 'paragraph', 'date (EDTF)', 'date as stated', 'place', 'stance', 'attribution', 'origin', 'incident', 'casualties', 'disputed', 'rival claims', 'caveat',
    'status', 'claim id', ...(missing === null ? [] : ['note']),
  ];
  return toCsv(header, content.claims.map((claim, i) => [...claimRow(claim, content), ...(missing === null ? [] : [i === 0 ? missing : ''])]));
}

function claimRow(claim: Claim, { rules }: Content): (string | number | null)[] {
  const { article, date, paragraph, headline } = claim;
  return [
    claim.subject.name, labelOf(claim, rules), claim.object.name, claim.summary, article.title, article.publisher, article.author, article.published?.edtf ?? null, article.url, headline ? 'headline' : paragraph,
    date?.edtf ?? null, date?.stated ?? null, claim.place?.name ?? null, plain(claim.stance), claim.attribution.map(({ name }) => name).join(' < '), claim.independentOrigin?.name ?? null, claim.incident?.title ?? null,
    casualtiesOf(claim), claim.rivalIds.length > 0 ? 'yes' : 'no', claim.rivalIds.join(' '), claim.caveat, plain(claim.status), claim.id,
  ];
}

function casualtiesOf({ casualties }: Claim): string {
  return casualties.map(({ party, killed, wounded }) => `${party?.name ?? 'side not stated'}: ${[casualtiesInWords('killed', killed), casualtiesInWords('wounded', wounded)].filter((part) => part !== null).join(', ')}`).join('; ');
}

export function tiesCsv(content: Content): string {
  const missing = missingPassages(content);
  const header = ['source', 'type', 'target', 'claims', 'distinct origins', 'articles', 'earliest', 'latest', 'rival accounts', 'pair both allied and hostile', 'citations', 'tie id', 'source id', 'target id', ...(missing === null ? [] : ['note'])];
  return toCsv(header, content.shown.ties.map((tie, i) => [
    tie.source.name, labelOf(tie, content.rules), tie.target.name, tie.claimCount, tie.originCount, tie.articleCount, tie.earliest, tie.latest, tie.contested ? 'yes' : 'no', content.shown.bothAllyAndEnemy.has(tie.id) ? 'yes' : 'no',
    shortCitations(content.claimsOf.get(tie.id) ?? []), tie.id, tie.source.id, tie.target.id, ...(missing === null ? [] : [i === 0 ? missing : '']),
  ]));
}

export function partiesCsv({ shown, patrons }: Content): string {
  return toCsv(['party', 'kind', 'sides', 'patron', 'ties on show', 'latitude', 'longitude', 'party id'], shown.nodes.map(({ party, sides }) => [
    party.name, kindOf(party), sides.map((id) => sideName(id, patrons)).join('; '), party.__typename === 'Actor' && party.isPatron ? 'yes' : 'no', shown.degree.get(party.id) ?? 0,
    party.__typename === 'Location' ? party.point?.latitude : null, party.__typename === 'Location' ? party.point?.longitude : null, party.id,
  ]));
}

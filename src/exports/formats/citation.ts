import type { CitedClaim } from '../graph/cited-claim';
import { casualtiesText } from '../../domain/casualties';
import { present } from './json-list';

/** Where a claim stands, and how much it says: enough to find the passage and not to take it for more than it is, on whatever carries it. Members that may be missing are there only when they say something. */
export interface Citation {
  /** The claim's id. */
  claim: string;
  /** The article's id. */
  article: string;
  title: string;
  publisher: string;
  url: string | null;
  /** Null where a collection names the article alone. */
  paragraph: number | null;
  /** EDTF, as stated. */
  date: string | null;
  stance: string;
  /** Whom the article credits, nearest first. */
  attribution: string[];
  summary: string;
  /** The headline alone says it; the paragraph is then the first. */
  headline?: true;
  /** It is told as over. */
  former?: true;
  role?: string;
  rank?: string;
  standing?: string;
  place?: string;
  incident?: string;
  casualties?: string;
  caveat?: string;
  /** It has a rival account, though perhaps none that the export holds. */
  contested?: true;
  /** Ids of claims that cannot easily hold too. */
  rivals?: string[];
}

export function citationOf({ slug, article, paragraph, date, stance, attribution, summary, ...claim }: CitedClaim): Citation {
  return {
    claim: slug, article: article.slug, title: article.title, publisher: article.publisher, url: article.url, paragraph, date: date?.edtf ?? null, stance,
    attribution: attribution.map(({ name }) => name), summary,
    ...(present({
      headline: claim.headline || null, former: claim.former || null, role: claim.role, rank: claim.rank, standing: claim.standing, place: claim.place?.name, incident: claim.incident?.title,
      casualties: casualtiesText(claim.casualties) || null, caveat: claim.caveat, contested: claim.contested || null, rivals: claim.rivals,
    }) as Partial<Citation>),
  };
}

/** Where it stands, as a line: `Title (Publisher), paragraph 1 (headline)`. */
export function whereCited({ title, publisher, paragraph, headline }: Citation): string {
  return `${title} (${publisher})${paragraph === null ? '' : `, paragraph ${paragraph}`}${headline ? ' (headline)' : ''}`;
}

/** What else a reader must know of it, for formats that have no places of their own for it: `alleged; credited to A, then B; dated 2018-11; former`. */
export function howCited({ stance, attribution, date, former, role, rank, standing, place, casualties, caveat, contested, rivals }: Citation): string {
  const said = (word: string, value: string | null | undefined): string[] => (value == null ? [] : [`${word} ${value}`]);
  return [
    stance, ...(attribution.length === 0 ? [] : [`credited to ${attribution.join(', then ')}`]), ...said('dated', date), ...(former ? ['former'] : []), ...said('role', role), ...said('rank', rank), ...said('standing', standing),
    ...said('at', place), ...said('casualties', casualties), ...said('caveat:', caveat), ...(contested ? ['contested'] : []), ...said('rival accounts:', rivals?.join(', ')),
  ].join('; ');
}

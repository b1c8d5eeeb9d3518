import type { CitedClaim } from '../graph/cited-claim';

/** Where a claim stands: enough to find the passage, on whatever carries it. */
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
}

export function citationOf({ slug, article, paragraph, date, stance, attribution, summary }: CitedClaim): Citation {
  return {
    claim: slug, article: article.slug, title: article.title, publisher: article.publisher, url: article.url, paragraph, date: date?.edtf ?? null, stance,
    attribution: attribution.map(({ name }) => name), summary,
  };
}

/** A citation as a line: `Title (Publisher), paragraph 3`. */
export function citationLine({ title, publisher, paragraph }: Pick<Citation, 'title' | 'publisher' | 'paragraph'>): string {
  return `${title} (${publisher})${paragraph === null ? '' : `, paragraph ${paragraph}`}`;
}

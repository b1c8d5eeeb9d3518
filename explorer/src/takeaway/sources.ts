import type { Claim } from '../model/network';

/** An article, and where in it the passages on show stand. */
export interface Source {
  number: number;
  article: Claim['article'];
  paragraphs: number[];
  headline: boolean;
  /** Whether a passage's place in the article is not known. */
  unplaced: boolean;
  claims: number;
}

/** The articles behind claims, oldest first, each with the places cited. */
export function sourcesOf(claims: readonly Claim[]): Source[] {
  const found = new Map<string, Omit<Source, 'number'> & { seen: Set<number> }>();
  for (const { article, paragraph, headline } of claims) {
    const source = found.get(article.id) ?? { article, paragraphs: [], seen: new Set<number>(), headline: false, unplaced: false, claims: 0 };
    source.claims += 1;
    if (headline) source.headline = true;
    else if (paragraph === null) source.unplaced = true;
    else source.seen.add(paragraph);
    found.set(article.id, source);
  }
  const date = ({ article }: { article: Claim['article'] }): string => article.published?.edtf ?? '~';
  return [...found.values()]
    .sort((a, b) => order(date(a), date(b)) || order(a.article.publisher, b.article.publisher) || order(a.article.id, b.article.id))
    .map(({ seen, ...source }, i) => ({ ...source, number: i + 1, paragraphs: [...seen].sort((a, b) => a - b) }));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** “¶ 1–3, 7, headline”; the sign is not parted from its number. */
export function placesCited({ paragraphs, headline, unplaced }: Pick<Source, 'paragraphs' | 'headline' | 'unplaced'>): string {
  const runs: [number, number][] = [];
  for (const n of paragraphs) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  const numbers = runs.map(([from, to]) => (from === to ? String(from) : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`)).join(', ');
  return [numbers === '' ? '' : `¶\u00a0${numbers}`, headline ? 'headline' : '', unplaced ? 'paragraph not known' : ''].filter((part) => part !== '').join(', ');
}

/** “Publisher, “Title”, Author, 2018-12-06, ¶ 1–3. https://…”. */
export function sourceInWords(source: Source): string {
  const { publisher, title, author, published, url } = source.article;
  return `${[publisher, `“${title}”`, author, published?.edtf ?? 'undated', placesCited(source)].filter((part) => part !== null && part !== '').join(', ')}.${url === null ? '' : ` ${url}`}`;
}

/** “Publisher ¶2; Other headline”: where claims stand, short, each place once. */
export function shortCitations(claims: readonly Claim[]): string {
  return [...new Set(claims.map(({ article, paragraph, headline }) => `${article.publisher} ${headline ? 'headline' : paragraph === null ? '¶?' : `¶${paragraph}`}`))].join('; ');
}

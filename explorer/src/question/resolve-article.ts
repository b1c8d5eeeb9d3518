import { ApiError, ask } from '../api/client';
import { FindDocument } from '../api/generated/documents';
import { start } from '../state/store';

/** Title or publisher without case, punctuation and article. */
function folded(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim().replace(/^the /, '');
}

/** The id of the article that a title, a publisher or an id stands for. Throws ApiError UNKNOWN_NAME or AMBIGUOUS_NAME with `articles` to choose from. */
export async function resolveArticle(text: string, signal: AbortSignal): Promise<string> {
  const known = start.peek()?.articles.nodes ?? [];
  const wanted = folded(text);
  if (known.some(({ id }) => id === text)) return text;
  const exact = known.filter(({ title, publisher }) => folded(title) === wanted || folded(publisher) === wanted);
  const near = exact.length > 0 ? exact : known.filter(({ title, publisher }) => wanted.length > 2 && (folded(title).includes(wanted) || folded(publisher).includes(wanted)));
  const [only, second] = near;
  if (only && !second) return only.id;
  if (only) throw new ApiError('refused', 'AMBIGUOUS_NAME', `“${text}” stands for several articles.`, { field: 'article', articles: near.slice(0, 8).map(({ id, title }) => ({ id, title })) });
  const { search } = await ask(FindDocument, { text, kinds: ['ARTICLE'], first: 5 }, signal);
  const found = search.hits.flatMap(({ node }) => (node.__typename === 'Article' ? [{ id: node.id, title: node.title }] : []));
  // An id that is not on the page's list may still be one.
  if (found.length === 0 && !text.includes(' ')) return text;
  throw new ApiError('refused', 'UNKNOWN_NAME', `No article called “${text}” is known.`, { field: 'article', articles: found });
}

import type { GraphSource } from '../graph/graph-source';
import { textOf } from '../graph/records';
import type { TextFormat } from './format';
import { jsonList, present } from './json-list';

/** CSL-JSON of the articles, for Zotero, pandoc and what else formats citations. */
export const csl: TextFormat = {
  name: 'csl', title: 'CSL-JSON of the articles', extension: 'csl.json', kind: 'text', history: true, passes: { whole: 0, selected: 1 },
  text: (graph) => jsonList('[', items(graph), ']'),
};

async function* items(graph: GraphSource): AsyncGenerator<unknown> {
  for await (const { id, props, publisherName } of graph.articles()) {
    const [author, published, language] = [textOf(props, 'author'), textOf(props, 'published'), textOf(props, 'language')];
    yield present({
      id, type: 'article-newspaper', title: textOf(props, 'title'), author: author === null ? null : [{ literal: author }], 'container-title': publisherName, issued: published === null ? null : issued(published),
      language: language === 'und' ? null : language, URL: textOf(props, 'url'), note: textOf(props, 'note'),
    });
  }
}

/** A date as far as CSL can say it in parts; otherwise as it stands. */
function issued(edtf: string): unknown {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(edtf)?.slice(1).filter((part) => part !== undefined).map(Number);
  return parts === undefined ? { literal: edtf } : { 'date-parts': [parts] };
}

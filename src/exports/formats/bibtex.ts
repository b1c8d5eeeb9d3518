import type { GraphSource } from '../graph/graph-source';
import { textOf } from '../graph/records';
import type { TextFormat } from './format';

/** BibTeX of the articles, for LaTeX or Zotero; `date` is biblatex's, as EDTF, and stands only where it is one that biblatex knows. */
export const bibtex: TextFormat = {
  name: 'bibtex', title: 'BibTeX of the articles', extension: 'bib', kind: 'text', history: true, passes: { whole: 0, selected: 1 },
  text: entries,
};

/** What TeX would take for itself. A brace would count even behind a backslash, so braces go by name. */
const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}', '{': '\\textbraceleft{}', '}': '\\textbraceright{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '&': '\\&', '%': '\\%', $: '\\$', '#': '\\#', _: '\\_',
};

async function* entries(graph: GraphSource): AsyncGenerator<string> {
  for await (const { id, props, publisherName } of graph.articles()) {
    const [year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(textOf(props, 'published') ?? '')?.slice(1) ?? [];
    const fields: [string, string | null | undefined][] = [
      ['title', textOf(props, 'title')], ['author', textOf(props, 'author')], ['journal', publisherName], ['year', year], ['month', month === undefined ? null : String(Number(month))],
      ['date', dateOf(textOf(props, 'published'))], ['langid', languageOf(textOf(props, 'language'))], ['note', textOf(props, 'note')],
    ];
    // An address is no text of TeX's; what could end it early is written as addresses write it.
    const url = textOf(props, 'url')?.replace(/[{}\\%\s]/g, (found) => (found === '%' ? '%' : encodeURIComponent(found)));
    const lines = [...fields.flatMap(([name, value]) => (value == null ? [] : [`  ${name} = {${name === 'title' || name === 'author' ? `{${tex(value)}}` : tex(value)}}`])), ...(url === undefined ? [] : [`  url = {${url}}`])];
    yield `@article{${id},\n${lines.join(',\n')}\n}\n\n`;
  }
}

function tex(text: string): string {
  return text.replace(/[\\{}~^&%$#_]/g, (found) => TEX[found] as string).replace(/\s+/g, ' ');
}

function dateOf(edtf: string | null): string | null {
  return edtf !== null && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(edtf) ? edtf : null;
}

function languageOf(code: string | null): string | null {
  return code === 'und' ? null : code;
}

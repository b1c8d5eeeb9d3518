import { CLAIM_TYPES } from '../../domain/claim-types';
import { heading, shownText } from './cell-text';
import { alikeChanges } from './alike-changes';
import { untold, type Changes } from './compare';
import { figures, isDated, methods, timeText, type Note, type ReportDocument } from './report-document';

/** A report as Markdown, with footnotes. */
export function markdown(document: ReportDocument): string {
  const { definition, made, state, parameters, shown, notes, noteOf, changes, uncompared, evidence } = document;
  const { columns } = definition;
  const rows = shown.map(({ row, notes: numbers, unnoted }) => {
    const rivals = row.citations.some((citation) => citation.rivals.length > 0) ? ' **⚑ rival accounts**' : '';
    const cells = columns.map(({ name }) => plain(shownText(row.columns[name] ?? null)));
    return `| ${cells.join(' | ')} | ${numbers.map((n) => `[^${n}]`).join(' ')}${unnoted > 0 ? ` and ${unnoted} more` : ''}${rivals} |`;
  });
  return [
    `# ${plain(definition.title)}`,
    plain(definition.purpose),
    `Made ${timeText(made)}, of revision ${state.revision} of the graph. ${Object.entries(parameters).map(([name, value]) => `${name}: ${value === null ? 'not set' : plain(value)}`).join('; ') || 'No parameters'}.`,
    '## In figures',
    figures(document).map(([name, value]) => `- ${name}: ${plain(value)}`).join('\n'),
    '## What changed since the last report',
    changes === null ? plain(uncompared ?? '') : changesText(changes),
    '## Rows',
    rows.length === 0 ? 'Nothing in the record answers this.' : [`| ${columns.map(({ name }) => heading(name)).join(' | ')} | sources |`, `|${' --- |'.repeat(columns.length + 1)}`, ...rows].join('\n'),
    '## When',
    evidence.months.size === 0 ? 'No claim is dated to a day or a month.' : [...evidence.months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, types]) => `- ${month}: ${[...types].map(([type, count]) => `${count} ${CLAIM_TYPES[type].label}`).join(', ')}`).join('\n'),
    '## Method and limits',
    methods(document).map((line) => `- ${plain(line)}`).join('\n'),
    columns.map(({ name, about }) => `- *${heading(name)}*: ${plain(about)}`).join('\n'),
    '## This report',
    document.about().map(([name, value]) => `- ${plain(name)}: ${plain(value)}`).join('\n'),
    '## Articles',
    [...evidence.sources.values()].map(({ title, publisher, published, url, claims }) => `- ${plain(title)}, ${plain(publisher)}${published === null ? '' : `, ${plain(published)}`}${url === null ? '' : ` (${plain(url)})`}: ${claims} ${claims === 1 ? 'claim' : 'claims'} cited`).join('\n') || 'None.',
    '## Citations',
    notes.map((note) => footnote(note, noteOf)).join('\n') || 'None.',
  ].join('\n\n') + '\n';
}

function changesText(changes: Changes): string {
  const { counts, told, superseded, since } = changes;
  const head = `The last report is of ${timeText(new Date(since.startedAt))}, at revision ${since.revision}. Since then ${counts.new} new, ${counts.changed} changed, ${counts.gone} gone; ${counts.superseded} ${counts.superseded === 1 ? 'claim' : 'claims'} superseded.`;
  const lines = alikeChanges(told).map(({ kind, labels, columns, why }) => [
    `- **${kind}**: ${labels.length > 1 ? `${labels.length} rows alike: ` : ''}${labels.map(plain).join('; ')}`,
    ...columns.map(({ name, before, after }) => `  - ${heading(name)}: ${plain(before) || 'nothing'} → ${plain(after) || 'nothing'}`),
    ...why.map((reason) => `  - ${plain(reason)}`),
  ].join('\n'));
  const replaced = superseded.map(({ claimId, nextId, became, where }) => `- **superseded**: ${plain(claimId)} by ${plain(nextId)}: ${plain(became)} (${plain(where)})`);
  return [head, [...lines, ...replaced].join('\n'), untold(changes) ?? ''].filter((part) => part !== '').join('\n\n');
}

function footnote({ number, citation: c }: Note, noteOf: Map<string, number>): string {
  const passage = c.paragraph === null ? 'paragraph not known' : `paragraph ${c.paragraph}${c.headline ? ' (headline)' : ''}`;
  const rivals = c.rivals.length === 0 ? '' : ` **⚑ Rival: ${c.rivals.map((id) => (noteOf.has(id) ? `note ${noteOf.get(id)}` : plain(id))).join(', ')}.**`;
  const ended = c.endedAt === null ? '' : ` **${c.status} on ${c.endedAt.slice(0, 10)}.**`;
  return `[^${number}]: ${plain(c.articleTitle)}, ${plain(c.publisher)}, ${passage}: ${plain(c.summary)} (${c.stance}${isDated(c) ? `; date ${plain(c.date ?? '')}` : ''}${c.casualties === null ? '' : `; casualties ${plain(c.casualties)}`}; origin ${plain(c.origin)}; claim ${plain(c.claimId)})${rivals}${ended}`;
}

/** A text that Markdown, HTML in it included, takes as it stands, on one line; addresses in it do not become links. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/([\\`*_[\]{}|#~!$])/g, '\\$1').replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1').replace(/:\/\//g, ':&#47;&#47;').replace(/\b(www)\./gi, '$1&#46;').replace(/@(?=[\w-]+\.\w)/g, '&#64;');
}

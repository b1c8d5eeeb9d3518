import { createHash } from 'node:crypto';
import type { CellValue } from '../../domain/report';
import { heading, shownText } from './cell-text';
import { alikeChanges } from './alike-changes';
import { untold, type Changes } from './compare';
import { mapPicture } from './map-picture';
import { markup, Markup } from './markup';
import { networkPicture } from './network-picture';
import { PAGE_STYLE } from './page-style';
import { figures, isDated, methods, number, timeText, type Note, type ReportDocument } from './report-document';
import { timelinePicture } from './timeline-picture';

/** Longer figures are set smaller. */
const LONG_FIGURE = 10;

/**
 * A report as one page of HTML that needs nothing else: no script, no address outside of itself; its policy allows its own style and nothing more. Every text in it is escaped.
 */
export async function page(document: ReportDocument): Promise<string> {
  const { definition, made, state, shown, notes, noteOf, changes, uncompared, evidence } = document;
  const [network, map] = await Promise.all([networkPicture(evidence), mapPicture(evidence)]);
  const timeline = timelinePicture(evidence);
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${definition.title}, ${made.toISOString().slice(0, 10)}</title>
<style>${new Markup(PAGE_STYLE)}</style>
</head>
<body>
<header>
<h1>${definition.title}</h1>
<p class="lead">${definition.purpose}</p>
<p class="soft">Made ${timeText(made)}, of revision ${state.revision} of the graph. ${parameterText(document)}</p>
</header>
<main>
<dl class="figures">${figures(document).map(([name, value]) => markup`<div><dt>${name}</dt><dd${value.length > LONG_FIGURE ? markup` class="long"` : null}>${value}</dd></div>`)}</dl>
<section id="changes"><h2>What changed since the last report</h2>${changes === null ? markup`<p>${uncompared}</p>` : changesPart(changes)}</section>
${network && markup`<section id="network"><h2>The network</h2><figure>${network.picture}<figcaption>Ties that the cited claims make${network.left > 0 ? markup`; ${network.left} parties with fewer of them are left out` : null}. Thicker lines rest on more of them.</figcaption></figure></section>`}
${timeline && markup`<section id="timeline"><h2>When</h2><figure>${timeline}<figcaption>Cited claims that are dated to a day or a month; ${number(evidence.undated)} others are not shown.</figcaption></figure></section>`}
${map && markup`<section id="map"><h2>Where</h2><figure>${map.picture}<figcaption>Places of the cited claims${map.pointless > 0 ? markup`; ${number(map.pointless)} without a known point are not shown` : null}${map.left > 0 ? markup`; ${number(map.left)} more are left out` : null}${map.wide.length > 0 ? markup`; too wide for a point: ${map.wide.join(', ')}` : null}. Larger discs stand for more claims. Points are ours, borders Natural Earth's; neither is the articles'.</figcaption></figure></section>`}
<section id="rows"><h2>Rows</h2>${shown.length === 0 ? markup`<p>Nothing in the record answers this.</p>` : table(document)}${shown.length < evidence.rows ? markup`<p class="soft">The first ${number(shown.length)} of ${number(evidence.rows)} rows.</p>` : null}</section>
<section id="sources"><h2>Articles</h2><ul class="plain">${[...evidence.sources.values()].map(({ title, publisher, published, url, claims }) => markup`<li><cite dir="auto">${title}</cite>, ${publisher}${published === null ? null : `, ${published}`}: ${claims} ${claims === 1 ? 'claim' : 'claims'} cited${url === null ? null : markup`<br><span class="soft">${url}</span>`}</li>`)}</ul></section>
<section id="citations"><h2>Citations</h2><ol class="notes">${notes.map((note) => footnote(note, noteOf))}</ol></section>
<section id="method"><h2>Method and limits</h2><ul class="plain">${methods(document).map((line) => markup`<li>${line}</li>`)}</ul>
<h3>Columns</h3><dl class="about">${definition.columns.map(({ name, about }) => markup`<dt>${heading(name)}</dt><dd>${about}</dd>`)}</dl>
<h3>This report</h3><dl class="about">${document.about().map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl></section>
</main>
</body>
</html>
`.text;
}

function parameterText({ parameters }: ReportDocument): Markup {
  const set = Object.entries(parameters).filter(([, value]) => value !== null);
  return set.length === 0 ? markup`` : markup`With ${set.map(([name, value], i) => markup`${i > 0 ? ', ' : ''}${heading(name).toLowerCase()} <b dir="auto">${value}</b>`)}.`;
}

function table({ definition, shown }: ReportDocument): Markup {
  return markup`<div class="scroll"><table><thead><tr>${definition.columns.map(({ name, about }) => markup`<th scope="col" title="${about}">${heading(name)}</th>`)}<th scope="col">Sources</th></tr></thead>
<tbody>${shown.map(({ row, notes, unnoted }) => {
    const rival = row.citations.some(({ rivals }) => rivals.length > 0);
    return markup`<tr${rival ? markup` class="rival"` : null}>${definition.columns.map(({ name }) => cell(name, row.columns[name] ?? null))}<td class="notes">${notes.map((n) => markup`<a href="#note-${n}">[${n}]</a> `)}${unnoted > 0 ? markup`<span class="soft">and ${unnoted} more</span> ` : null}${rival ? markup`<span class="badge">rival accounts</span>` : null}</td></tr>
`;
  })}</tbody></table></div>`;
}

function cell(name: string, value: CellValue): Markup {
  if (typeof value === 'number') return markup`<td class="number">${number(value)}</td>`;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return markup`<td class="day">${value}</td>`;
  if (Array.isArray(value)) return markup`<td dir="auto"${value.length > 1 ? markup` class="list"` : null}>${value.map((item, i) => markup`${i > 0 ? (name === 'chain' ? ' → ' : '; ') : ''}${shownText(item)}`)}</td>`;
  return markup`<td dir="auto">${shownText(value)}</td>`;
}

function changesPart(changes: Changes): Markup {
  const { counts, told, superseded, since } = changes;
  const rest = untold(changes);
  const total = counts.new + counts.changed + counts.gone;
  return markup`<p>The last report is of ${timeText(new Date(since.startedAt))}, at revision ${since.revision}. ${total === 0 ? 'Nothing has changed since.' : markup`Since then <b>${counts.new}</b> new, <b>${counts.changed}</b> changed, <b>${counts.gone}</b> gone; <b>${counts.superseded}</b> ${counts.superseded === 1 ? 'claim' : 'claims'} superseded.`}</p>
<ul class="changes plain">${alikeChanges(told).map(({ kind, labels, columns, why }) => markup`<li><span class="kind">${kind}</span> ${labels.length === 1 ? markup`<b dir="auto">${labels[0]}</b>` : markup`<b>${labels.length} rows alike</b>: ${labels.map((label, i) => markup`${i > 0 ? '; ' : null}<span dir="auto">${label}</span>`)}`}<ul>${columns.map(({ name, before, after }) => markup`<li>${heading(name)}: ${before || 'nothing'} → ${after || 'nothing'}</li>`)}${why.map((reason) => markup`<li>${reason}</li>`)}</ul></li>`)}
${superseded.map(({ claimId, nextId, became, where }) => markup`<li><span class="kind">superseded</span> <code>${claimId}</code> by <code>${nextId}</code>: ${became} (${where})</li>`)}</ul>${rest === null ? null : markup`<p class="soft">${rest}</p>`}`;
}

function footnote({ number: n, citation: c }: Note, noteOf: Map<string, number>): Markup {
  const passage = c.paragraph === null ? 'paragraph not known' : `paragraph ${c.paragraph}${c.headline ? ' (headline)' : ''}`;
  const rivals = c.rivals.length === 0 ? null : markup` <span class="badge">rival</span> ${c.rivals.map((id, i) => markup`${i > 0 ? ', ' : ''}${noteOf.has(id) ? markup`<a href="#note-${noteOf.get(id)}">note ${noteOf.get(id)}</a>` : markup`<code>${id}</code>`}`)}`;
  const ended = c.endedAt === null ? null : markup` <span class="badge">${c.status} on ${c.endedAt.slice(0, 10)}</span>`;
  return markup`<li id="note-${n}"><cite dir="auto">${c.articleTitle}</cite>, ${c.publisher}, ${passage}: ${c.summary} <span class="soft">${c.stance}${isDated(c) ? markup`; date ${c.date}` : null}${c.casualties === null ? null : markup`; casualties ${c.casualties}`}; origin ${c.origin}; claim <code>${c.claimId}</code></span>${rivals}${ended}</li>
`;
}

/** The look of a report's page: on a screen, in the dark, and on paper. */
export const PAGE_STYLE = `
:root { --ink: #1b1b1b; --soft: #5a5a5a; --line: #d5d5d0; --ground: #ffffff; --panel: #f6f6f2; --accent: #0b5394; --rival: #9c2a00; --rival-ground: #fdeee6; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e9e6; --soft: #b0b0aa; --line: #44443f; --ground: #1c1c1a; --panel: #282825; --accent: #8ab8ea; --rival: #ffb393; --rival-ground: #43281c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 84rem; padding: 2rem 1.5rem 4rem; font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif; color: var(--ink); background: var(--ground); }
header { border-bottom: 2px solid var(--ink); margin-bottom: 1.5rem; padding-bottom: 1rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid var(--line); padding-bottom: .2rem; break-after: avoid; }
h3 { font-size: 1rem; margin: 1rem 0 .3rem; break-after: avoid; }
p { margin: .4rem 0; max-width: 60rem; }
.lead { font-size: 1.05rem; }
.soft, figcaption { color: var(--soft); font-size: .87rem; }
a { color: var(--accent); }
dl.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.3rem, 1fr)); gap: .6rem; margin: 1rem 0; }
dl.figures div { background: var(--panel); border: 1px solid var(--line); border-radius: 4px; padding: .5rem .7rem; }
dl.figures dt { color: var(--soft); font-size: .82rem; }
dl.figures dd { margin: 0; font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
dl.figures dd.long { font-size: .95rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .87rem; }
th, td { text-align: start; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--line); }
th { background: var(--panel); font-weight: 600; border-bottom: 2px solid var(--line); }
td.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.day { white-space: nowrap; font-variant-numeric: tabular-nums; }
td.notes { min-width: 5rem; } td.list { min-width: 9rem; }
.scroll th:last-child, .scroll td.notes { position: sticky; inset-inline-end: 0; background: var(--ground); border-inline-start: 1px solid var(--line); }
.scroll tr.rival td.notes { background: var(--rival-ground); }
tr.rival td { background: var(--rival-ground); }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.badge { display: inline-block; color: var(--rival); border: 1px solid var(--rival); border-radius: 3px; font-size: .75rem; padding: 0 .3rem; white-space: nowrap; }
.changes li { margin: .35rem 0; }
.kind { display: inline-block; min-width: 5.6rem; font-weight: 600; }
.changes ul { margin: .1rem 0 .4rem; padding-inline-start: 1.4rem; }
figure { margin: 1rem 0; break-inside: avoid; }
figure > svg { width: 100%; height: auto; display: block; border: 1px solid var(--line); }
svg text { font: 12px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: #1b1b1b; }
svg .name { paint-order: stroke; stroke: #ffffff; stroke-width: 3px; stroke-linejoin: round; }
svg .country { fill: #6d6d68; letter-spacing: 2px; font-size: 11px; }
svg .tick { fill: #555550; font-size: 11px; }
svg .paper { fill: #ffffff; } svg .sea { fill: #dfe9ef; } svg .land { fill: #f5f3ec; } svg .border { fill: none; stroke: #a9a69a; stroke-width: 1; } svg .grid { stroke: #e3e3de; }
svg .node { stroke: #ffffff; stroke-width: 1.5; } svg .Actor { fill: #34495e; } svg .Commander { fill: #8e5a9d; } svg .Location { fill: #7a6a3a; }
svg .fight { fill: #d55e00; fill-opacity: .8; stroke: #ffffff; } svg .mark { fill: #34495e; fill-opacity: .8; stroke: #ffffff; } svg .area { fill: #d55e00; fill-opacity: .08; stroke: #d55e00; stroke-opacity: .5; stroke-dasharray: 4 3; }
ul.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: 0; margin: .5rem 0 0; font-size: .85rem; color: var(--soft); }
ol.notes { padding-inline-start: 3rem; font-size: .88rem; } ol.notes li { margin: .3rem 0; break-inside: avoid; } ol.notes li:target { background: var(--panel); }
cite { font-style: italic; } code { font: .9em ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
ul.plain { padding-inline-start: 1.2rem; font-size: .92rem; } ul.plain li { margin: .2rem 0; }
dl.about { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; font-size: .88rem; } dl.about dt { color: var(--soft); } dl.about dd { margin: 0; overflow-wrap: anywhere; }
@media print { :root { --ink: #000; --soft: #444; --line: #bbb; --ground: #fff; --panel: #f4f4f4; --accent: #000; --rival: #9c2a00; --rival-ground: #fdeee6; color-scheme: light; } body { max-width: none; padding: 0; font-size: 10pt; } a { text-decoration: none; } .scroll { overflow: visible; } .scroll th:last-child, .scroll td.notes { position: static; } table { font-size: 8pt; } section:has(> figure), .changes > li { break-inside: avoid; } figure > svg { width: auto; max-width: 100%; max-height: 140mm; margin: 0 auto; } }
`;

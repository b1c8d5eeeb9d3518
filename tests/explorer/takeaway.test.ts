import { parse } from 'csv-parse/sync';
import Graph from 'graphology';
import gexf from 'graphology-gexf';
import type { Page } from 'playwright-core';
import { FIRST_VIEW, NO_FILTERS } from '../../explorer/src/model/view';
import { encodeView } from '../../explorer/src/share/share-code';
import { axeFindings } from './support/axe';
import { Explorer } from './support/explorer';
import { inspect } from './support/page';
import { taken, takenJson } from './support/share';

let explorer: Explorer;
let page: Page;
let shownNow: { parties: string[]; ties: string[] };
const actor = (slug: string): string => Buffer.from(`Actor:${slug}`).toString('base64url');
/** Fights and alliances, Iran hidden: some claims, but not all. */
const VIEW = { ...FIRST_VIEW, hidden: [actor('iran')], filters: { ...NO_FILTERS, types: ['ATTACKED' as const, 'CLASHED_WITH' as const, 'ALLIED_WITH' as const, 'COMMANDED_BY' as const] } };

beforeAll(async () => {
  explorer = await Explorer.open();
  page = await explorer.page(`/#${await encodeView(VIEW)}`, { permissions: ['clipboard-read', 'clipboard-write'] }, 150_000);
  shownNow = await inspect(page);
}, 150_000);
afterAll(async () => {
  await explorer.close();
});
afterEach(() => expect(explorer.faults.splice(0)).toEqual([]));

const rows = (content: Buffer): Record<string, string>[] => parse(content, { bom: true, columns: true });
/** “82 claims” → 82. */
async function told(what: RegExp): Promise<number> {
  return Number(what.exec((await page.getByTestId('takeaway-counts').innerText()).replace(/,(?=\d)/g, ''))?.[1]);
}

describe('take away', () => {
  it('says how much there is in it, and is fit for every reader', async () => {
    await page.getByRole('button', { name: 'Take away' }).click();
    await page.getByTestId('operation-Network').waitFor();
    expect(await told(/(\d+) part/)).toBe(shownNow.parties.length);
    expect(await told(/(\d+) ties/)).toBe(shownNow.ties.length);
    expect(shownNow.parties).not.toContain(actor('iran'));
    expect(await axeFindings(page)).toEqual([]);
  });

  it('CSV: one row a claim, tie, party', async () => {
    const claims = await taken(page, 'Claims, CSV');
    expect(claims.name).toMatch(/^fealty-claims-\d{4}-\d\d-\d\d\.csv$/);
    const told1 = rows(claims.content);
    expect(told1).toHaveLength(await told(/(\d+) claims/));
    expect(new Set(told1.map((row) => row['claim id'])).size).toBe(told1.length);
    for (const row of told1) expect([row.publisher, row.article, row.paragraph, row.summary, row.stance].every((cell) => cell !== undefined && cell !== '')).toBe(true);
    expect(new Set(told1.map(({ type }) => type))).toEqual(new Set(['attacked', 'clashed with', 'is allied with', 'is commanded by']));
    expect(told1.some(({ disputed }) => disputed === 'yes')).toBe(true);
    const ties = rows((await taken(page, 'Ties, CSV')).content);
    expect(ties.map((row) => row['tie id']).sort()).toEqual([...shownNow.ties].sort());
    expect(ties.reduce((sum, { claims: n }) => sum + Number(n), 0)).toBe(told1.length);
    expect(ties.every(({ citations }) => /¶|headline/.test(citations ?? ''))).toBe(true);
    expect(rows((await taken(page, 'Parties, CSV')).content).map((row) => row['party id']).sort()).toEqual([...shownNow.parties].sort());
    expect(await page.getByText(/^fealty-parties-.* is made\.$/).count()).toBeGreaterThan(0);
  });

  it('JSON: the view, and all that is shown with its citations', async () => {
    const { view, parties, ties, claims, sources, about } = await takenJson(page);
    expect(view).toEqual(JSON.parse(JSON.stringify(VIEW)));
    expect(parties.map(({ id }: { id: string }) => id).sort()).toEqual([...shownNow.parties].sort());
    expect(ties.map(({ id }: { id: string }) => id).sort()).toEqual([...shownNow.ties].sort());
    expect(new Set(ties.flatMap((tie: { claims: string[] }) => tie.claims))).toEqual(new Set(claims.map(({ id }: { id: string }) => id)));
    expect(claims.every(({ citation }: { citation: string }) => citation.length > 20)).toBe(true);
    expect(sources).toHaveLength(new Set(claims.map(({ article }: { article: { id: string } }) => article.id)).size);
    expect(about.link).toBe(page.url());
    expect(about.note).toBeNull();
  });

  it('GEXF: read by graphology with the same parties and ties, places and citations', async () => {
    const { name, content } = await taken(page, 'GEXF');
    expect(name).toMatch(/\.gexf$/);
    const graph = gexf.parse(Graph, content.toString('utf8'), { allowUndeclaredAttributes: true });
    expect([...graph.nodes()].sort()).toEqual([...shownNow.parties].sort());
    expect([...graph.edges()].sort()).toEqual([...shownNow.ties].sort());
    expect(graph.everyNode((_id, { x, y, color }) => Number.isFinite(x) && Number.isFinite(y) && /^(#|rgb)/.test(String(color)))).toBe(true);
    expect(graph.everyEdge((_id, { citations, claims, type }) => String(citations).length > 3 && Number(claims) > 0 && String(type) !== '')).toBe(true);
    expect(graph.filterEdges((_id, { type }) => type === 'CLASHED_WITH').every((id) => graph.isUndirected(id))).toBe(true);
    expect(graph.filterEdges((_id, { type }) => type === 'ATTACKED').every((id) => graph.isDirected(id))).toBe(true);
  });

  it('SVG: well-formed, with names, legend, filters and sources; what is on the screen stands where it stands there', async () => {
    const whole = (await taken(page, 'SVG')).content.toString('utf8');
    const read = await page.evaluate((text) => {
      const xml = new DOMParser().parseFromString(text, 'image/svg+xml');
      return { fault: xml.querySelector('parsererror')?.textContent ?? null, words: [...xml.querySelectorAll('text')].map(({ textContent }) => textContent), titles: [...xml.querySelectorAll('title')].map(({ textContent }) => textContent), scripts: xml.querySelectorAll('script, foreignObject, style, [style]').length };
    }, whole);
    expect(read.fault).toBeNull();
    expect(read.scripts).toBe(0);
    expect(read.words).toEqual(expect.arrayContaining(['ISIS', 'Sides', 'No side on record', 'Commander', 'attacked', 'clashed with', 'is allied with', 'Sources', '1.']));
    expect(read.words).not.toContain('controls');
    expect(read.words.join(' ')).toMatch(/Filters: Ties: attacked, clashed with, is allied with.*revision \d+ of the graph, record of \d{4}.*The Schpiel, “/s);
    const parties = (await takenJson(page)).parties.map(({ name }: { name: string }) => name);
    expect(read.titles).toEqual(expect.arrayContaining(parties));

    await page.getByRole('button', { name: 'Take away' }).click();
    await page.getByLabel('The part on the screen').check();
    await page.getByLabel('Dark ground').check();
    const part = (await taken(page, 'SVG')).content.toString('utf8');
    const [, cx, cy] = /<title>ISIS<\/title><circle cx="([\d.-]+)" cy="([\d.-]+)"/.exec(part) ?? [];
    const { spots: { isis } } = await inspect(page);
    expect([Number(cx), Number(cy)].map(Math.round)).toEqual([isis?.x, isis?.y].map((n) => Math.round(n ?? NaN)));
    expect(part).toContain('fill="#14181f"');
  });

  it('PNG: a picture at twice the size, and not a blank one', async () => {
    const { name, content } = await taken(page, 'PNG');
    expect(name).toMatch(/^fealty-graph-.*\.png$/);
    expect(content.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    expect(content.length).toBeGreaterThan(100_000);
    const { width, colours } = await page.evaluate(async (data) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      pen.drawImage(bitmap, 0, 0);
      const pixels = new Uint32Array(pen.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
      return { width: bitmap.width, colours: new Set(pixels).size };
    }, content.toString('base64'));
    expect(width).toBeGreaterThan(2_000);
    expect(colours).toBeGreaterThan(200);
  });

  it('GraphQL: what is copied gives the same when asked of the service, and opens in GraphiQL filled in', async () => {
    await page.getByRole('button', { name: 'Copy operation Network', exact: true }).click();
    await page.getByText('Operation Network copied.').first().waitFor();
    const query = await page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy variables of Network', exact: true }).click();
    await page.getByText('Variables of Network copied.').first().waitFor();
    const variables = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
    const { data } = (await (await explorer.service.post({ query, variables })).json()) as { data: { network: { nodes: { party: { id: string } }[]; ties: { id: string; source: { id: string }; target: { id: string } }[] } } };
    // All but what is hidden by hand, and what is left without a tie.
    const ties = data.network.ties.filter(({ source, target }) => ![source.id, target.id].includes(actor('iran')));
    expect(ties.map(({ id }) => id).sort()).toEqual([...shownNow.ties].sort());

    const [graphiql] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: 'Open in GraphiQL: Network,' }).click()]);
    await graphiql.locator('.graphiql-query-editor').getByText('Network').first().waitFor();
    const [answer] = await Promise.all([graphiql.waitForResponse((response) => response.url().endsWith('/graphql') && (response.request().postData() ?? '').includes('query Network')), graphiql.locator('.graphiql-execute-button').click()]);
    const asked = (await answer.json()) as { data: typeof data };
    expect(asked.data.network.ties.map(({ id }) => id)).toEqual(data.network.ties.map(({ id }) => id));
    await graphiql.close();
  });

  it('paper: the picture, the ties with the numbers of their sources, the sources, and nothing of the page around', async () => {
    await page.evaluate(() => {
      window.print = () => void (document.documentElement.dataset.printed = '');
    });
    await page.getByRole('button', { name: 'Print' }).click();
    await page.locator('html[data-printed]').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.print-sheet');
    await sheet.waitFor();
    expect(await page.locator('#app').isVisible()).toBe(false);
    expect(await sheet.locator('tbody tr').count()).toBe(shownNow.ties.length);
    expect(await sheet.locator('svg text').count()).toBeGreaterThan(20);
    const sources = await sheet.locator('ol > li').count();
    const numbers = (await sheet.locator('tbody td:last-child').allInnerTexts()).flatMap((cell) => cell.split(', ').map(Number));
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: sources }, (_, i) => i + 1)));
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
    await page.emulateMedia({ media: 'screen' });
    await sheet.waitFor({ state: 'detached' });
    expect(await page.locator('#app').isVisible()).toBe(true);
  });
});

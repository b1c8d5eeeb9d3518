import { Explorer } from './support/explorer';
import { find, inspect, panel } from './support/page';
import type { Page } from 'playwright-core';

let explorer: Explorer;
beforeAll(async () => (explorer = await Explorer.open()));
afterAll(() => explorer.close());
afterEach(() => expect(explorer.faults.splice(0)).toEqual([]));

/** Selects a party by keys and the table, as somebody who does not see the drawing would. */
async function selectInTable(page: Page, tab: 'Parties' | 'Ties' | 'Incidents', text: string | RegExp): Promise<void> {
  if ((await page.getByTestId('table').count()) === 0) await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('tab', { name: tab, exact: true }).click();
  await page.getByTestId('table').getByRole('row', { name: text }).first().getByRole('button').first().click();
}

describe('the first look', () => {
  it('shows the whole graph of the articles, from our own service alone, and explains itself', async () => {
    const page = await explorer.page();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await page.reload();
    await page.waitForSelector('html[data-ready="true"]');
    const { parties, ties } = await inspect(page);
    expect([parties.length, ties.length]).toEqual([101, 202]);
    expect(new Set(asked)).toEqual(new Set([new URL(explorer.service.url).origin]));
    await expect(panel(page, 'welcome')).resolves.toMatch(/101 parties and 202 ties .* out of 235 claims in 5 articles/);
    await page.context().close();
  });

  it('holds a strict content security policy, and the page runs under it', async () => {
    const { headers } = await fetch(explorer.service.url);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  });

  it('is laid out the same every time, and no two labels overlap', async () => {
    const spots = await Promise.all([1, 2].map(async () => {
      const page = await explorer.page();
      const found = await page.evaluate(() => {
        const { fealty } = window as unknown as { fealty: { parties(): string[]; spot(id: string): object; labels(): { box: { left: number; right: number; top: number; bottom: number } }[] } };
        return { spots: fealty.parties().map((id) => [id, fealty.spot(id)]), boxes: fealty.labels().map(({ box }) => box) };
      });
      await page.context().close();
      return found;
    }));
    expect(spots[0]?.spots).toEqual(spots[1]?.spots);
    const boxes = spots[0]?.boxes ?? [];
    expect(boxes.length).toBeGreaterThan(50);
    const overlaps = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
    expect(overlaps).toEqual([]);
  });
});

describe('evidence', () => {
  it('is one click on a line away: passages, article, paragraph, attribution', async () => {
    const page = await explorer.page();
    await find(page, { tie: ['fourth-division', 'COMMANDED_BY', 'ali-mahmoud'] }, (x, y) => page.mouse.click(x, y));
    const text = await panel(page, 'tie-panel');
    expect(text).toMatch(/Fourth Division\s+is commanded by\s+Ali Mahmoud/);
    expect(text).toMatch(/1 claim of 1 distinct origin in 1 article/);
    expect(text).toMatch(/IranWire, paragraph 9/);
    expect(text).toMatch(/Says who\s+IranWire ← An earlier IranWire report/);
    await page.context().close();
  });

  it('shows rival accounts side by side, marked on the graph and in the table', async () => {
    const page = await explorer.page();
    await selectInTable(page, 'Ties', /^Fourth Division is commanded by Maher/);
    await page.waitForSelector('.rival-pair');
    const pairs = await page.locator('.rival-pair .claim').allInnerTexts();
    expect(pairs.some((text) => text.includes('IranWire, paragraph 9')) && pairs.some((text) => text.includes('The Schpiel, paragraph 5'))).toBe(true);
    await page.getByTestId('table').getByText('≠ disputed').first().waitFor();
    await page.context().close();
  });

  it('marks pairs that are allied and hostile at once', async () => {
    const page = await explorer.page();
    await page.getByRole('region', { name: 'Allied and hostile at once' }).getByRole('button').first().click();
    expect(await panel(page, 'tie-panel')).toMatch(/these two are allied and hostile at once/);
    await page.context().close();
  });

  it('of a party, of an incident; a citation can be copied', async () => {
    const page = await explorer.page('/', { permissions: ['clipboard-read', 'clipboard-write'] });
    await find(page, { party: 'irgc' }, (x, y) => page.mouse.click(x, y));
    expect(await panel(page, 'party-panel')).toMatch(/Islamic Revolutionary Guard Corps[\s\S]*on the side of Iran/);
    await selectInTable(page, 'Incidents', 'flag');
    expect(await panel(page, 'incident-panel')).toMatch(/distinct origin/);
    await page.getByRole('button', { name: 'Copy citation' }).first().click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^irancommentary, Mesopotamia News, “.*”, 2019-06-08, para\. \d+/);
    await page.context().close();
  });
});

describe('the drawing', () => {
  it('expands by chosen types, told with counts first; collapses; hides, keeps, brings back; all of it undone and done again', async () => {
    const page = await explorer.page();
    const sizes = async (): Promise<number[]> => { const { parties, ties } = await inspect(page); return [parties.length, ties.length]; };
    await find(page, { party: 'irgc' }, (x, y) => page.mouse.click(x, y));
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    expect(await sizes()).toEqual([1, 0]);
    await page.getByRole('button', { name: 'Expand …' }).click();
    await page.getByTestId('expansion').locator('li').first().waitFor();
    const counts = await page.getByTestId('expansion').locator('li').allInnerTexts();
    expect(counts.map((text) => text.replace(/\s+/g, ' ').trim())).toContain('is allied with 3');
    for (const box of await page.getByTestId('expansion').getByRole('checkbox').all()) if (!(await box.locator('xpath=..').innerText()).includes('is allied with')) await box.uncheck();
    await page.getByRole('button', { name: 'Expand', exact: true }).click();
    await page.waitForFunction(() => (window as unknown as { fealty: { parties(): string[] } }).fealty.parties().length === 4);
    await page.getByRole('button', { name: 'Collapse' }).click();
    expect(await sizes()).toEqual([1, 0]);
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+z');
    await page.waitForFunction(() => (window as unknown as { fealty: { parties(): string[] } }).fealty.parties().length === 101);
    await page.keyboard.press('Control+Shift+z');
    expect(await sizes()).toEqual([1, 0]);
    await page.getByRole('button', { name: 'Bring back what is hidden' }).click();
    expect((await sizes())[0]).toBe(101);
    await page.getByRole('button', { name: 'Steps' }).click();
    await page.getByTestId('steps').getByRole('button').first().waitFor();
    expect((await page.getByTestId('steps').getByRole('button').allInnerTexts())[0]).toBe('Bring back · now');
    await page.getByTestId('steps').getByRole('button', { name: 'Start' }).click();
    await page.keyboard.press('Escape');
    expect((await sizes())[0]).toBe(101);
    await page.context().close();
  });

  it('lets parties be dragged, keeps them where they were put and moves nothing else; filters make nothing jump', async () => {
    const page = await explorer.page();
    const before = await inspect(page);
    const at = (found: Awaited<ReturnType<typeof inspect>>, slug: string): { x: number; y: number } => found.spots[slug] as { x: number; y: number };
    await find(page, { party: 'israel' }, async (x, y) => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 40, y - 30, { steps: 4 });
      await page.mouse.up();
    });
    const after = await inspect(page);
    expect(Object.keys(after.view.pinned)).toHaveLength(1);
    expect(Math.round(at(after, 'israel').x - at(before, 'israel').x)).toBeGreaterThan(25);
    expect(at(after, 'iran')).toEqual(at(before, 'iran'));
    await page.getByRole('checkbox', { name: 'clashed with' }).uncheck();
    await page.getByTestId('chips').getByText('12 types of tie').waitFor();
    await page.waitForFunction(() => (window as unknown as { fealty: { ties(): string[] } }).fealty.ties().length === 187);
    expect(at(await inspect(page), 'iran')).toEqual(at(before, 'iran'));
    await page.context().close();
  });

  it('draws the ties of one pair side by side, and each is where its mark is, also after others of the pair are gone', async () => {
    const page = await explorer.page();
    const pair = ['ALLIED_WITH', 'CLASHED_WITH', 'COMPETES_WITH'];
    for (const type of pair) await find(page, { tie: ['irgc-proxies', type, 'national-guard'] }, async () => undefined);
    await page.getByRole('checkbox', { name: 'competes with' }).uncheck();
    await page.waitForFunction(() => (window as unknown as { fealty: { ties(): string[] } }).fealty.ties().length < 202);
    for (const type of pair.slice(0, 2)) await find(page, { tie: ['irgc-proxies', type, 'national-guard'] }, async () => undefined);
    await page.context().close();
  });

  it('selects by lasso, by side and by type; highlights neighbours under the pointer', async () => {
    const page = await explorer.page();
    await page.getByRole('button', { name: 'Draw a line around parties' }).click();
    const box = (await page.getByTestId('lasso').boundingBox()) as { x: number; y: number; width: number; height: number };
    const corners = [[5, 5], [box.width - 5, 5], [box.width - 5, box.height - 5], [5, box.height - 5]] as const;
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.mouse.down();
    for (const [x, y] of corners) await page.mouse.move(box.x + x, box.y + y, { steps: 3 });
    await page.mouse.up();
    expect(await panel(page, 'selection-panel')).toMatch(/^101 things selected/);
    await page.getByTestId('selection-panel').getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('button', { name: /On the side of Russia/ }).click();
    expect((await inspect(page)).view.selection).toHaveLength(10);
    await page.keyboard.press('Escape');
    await find(page, { party: 'russia' }, (x, y) => page.mouse.move(x, y));
    await page.waitForFunction(() => {
      const { fealty } = window as unknown as { fealty: { parties(): string[]; look(id: string): { opacity: number } } };
      const faded = fealty.parties().filter((id) => fealty.look(id).opacity < 1).length;
      return faded > 60 && faded < 101;
    });
    await page.context().close();
  });
});

describe('filters', () => {
  it('each narrows the network, shows as a chip and is taken off by it', async () => {
    const page = await explorer.page();
    const ties = async (): Promise<number> => (await inspect(page)).ties.length;
    const all = await ties();
    const narrowed = async (chip: string): Promise<number> => {
      await page.getByTestId('chips').getByText(chip).waitFor();
      await page.waitForFunction((n) => (window as unknown as { fealty: { ties(): string[] } }).fealty.ties().length < n && document.documentElement.dataset.ready === 'true', all);
      const left = await ties();
      await page.getByRole('button', { name: `Remove: ${chip}` }).click();
      await page.waitForFunction((n) => (window as unknown as { fealty: { ties(): string[] } }).fealty.ties().length === n, all);
      return left;
    };
    await page.getByLabel('Side of a patron').selectOption('Russia');
    expect(await narrowed('side of Russia')).toBeGreaterThan(20);
    await page.getByRole('combobox', { name: 'Place, or within it' }).fill('البوكمال');
    await page.getByRole('listbox').getByRole('option', { name: /Albukamal/ }).first().waitFor();
    await page.keyboard.press('Enter');
    expect(await narrowed('at Albukamal')).toBeGreaterThan(5);
    await page.getByLabel('During').fill('2016');
    await page.keyboard.press('Enter');
    expect(await narrowed('during 2016')).toBeGreaterThan(10);
    await page.getByRole('checkbox', { name: 'IranWire' }).uncheck();
    expect(await narrowed(await page.getByTestId('chips').locator('.chip').first().innerText())).toBeGreaterThan(50);
    await page.getByRole('checkbox', { name: 'alleged' }).uncheck();
    expect(await narrowed('stated or reported')).toBeGreaterThan(100);
    await page.getByLabel('Distinct origins behind a tie, at least').fill('2');
    expect(await narrowed('2 origins or more')).toBeGreaterThan(3);
    await page.getByLabel('Ties of a party on show, at least').fill('5');
    expect(await narrowed('5 ties or more')).toBeGreaterThan(10);
    await page.getByLabel('As known on').first().fill('2001-01-01');
    await page.getByTestId('empty').waitFor();
    await page.getByTestId('empty').getByRole('button', { name: 'Clear the filters' }).click();
    await page.waitForFunction((n) => (window as unknown as { fealty: { ties(): string[] } }).fealty.ties().length === n, all);
    await page.context().close();
  });
});

describe('paths', () => {
  it('are found between two parties over chosen types, with the passages on the way', async () => {
    const page = await explorer.page();
    await find(page, { party: 'russia' }, (x, y) => page.mouse.click(x, y));
    await page.getByRole('button', { name: 'Path to …' }).click();
    await page.getByRole('combobox', { name: 'Path from Russia to' }).fill('Islamic State');
    await page.getByRole('listbox').getByRole('option', { name: 'ISIS' }).waitFor();
    await page.keyboard.press('Enter');
    const text = await panel(page, 'path-panel');
    expect(text).toMatch(/From Russia to ISIS/);
    expect(text).toMatch(/Way 1 of \d/);
    expect(text).toMatch(/paragraph \d+/);
    const faded = await page.evaluate(() => {
      const { fealty } = window as unknown as { fealty: { parties(): string[]; look(id: string): { opacity: number } } };
      return fealty.parties().filter((id) => fealty.look(id).opacity < 1).length;
    });
    expect(faded).toBeGreaterThan(80);
    // The way is in the picture, wherever the camera was.
    const { width, height } = (await page.getByTestId('stage').boundingBox()) as { width: number; height: number };
    await page.waitForFunction(([w, h]) => {
      const { fealty } = window as unknown as { fealty: { parties(): string[]; look(id: string): { opacity: number }; spot(id: string): { x: number; y: number } } };
      const way = fealty.parties().filter((id) => fealty.look(id).opacity === 1).map((id) => fealty.spot(id));
      return way.length > 2 && way.every(({ x, y }) => x > 0 && y > 0 && x < (w as number) && y < (h as number));
    }, [width, height]);
    await page.getByTestId('path-panel').getByText(/Over \d+ of 13 types/).click();
    for (const label of ['attacked', 'clashed with']) await page.getByTestId('path-panel').getByRole('checkbox', { name: label }).uncheck();
    await page.getByTestId('path-panel').getByText(/Over 8 of 13 types/).waitFor();
    await page.getByTestId('path-panel').getByRole('button', { name: 'Close' }).click();
    expect(await page.getByTestId('path-panel').count()).toBe(0);
    await page.context().close();
  });
});

describe('the table', () => {
  it('holds what the graph shows, sorts, and shares its selection both ways', async () => {
    const page = await explorer.page();
    await page.keyboard.press('t');
    const table = page.getByTestId('table');
    await table.getByText('202 rows').waitFor();
    await table.getByRole('button', { name: 'Claims' }).click();
    await table.getByRole('button', { name: 'Claims' }).click();
    const claims = (await table.locator('tbody tr td:nth-child(4)').allInnerTexts()).map(Number);
    expect(claims).toEqual([...claims].sort((a, b) => b - a));
    await table.locator('tbody tr').nth(3).click();
    const [selected] = (await inspect(page)).view.selection;
    expect(selected?.kind).toBe('tie');
    expect(await page.evaluate((id) => (window as unknown as { fealty: { look(id: string): { depth: string } } }).fealty.look(id).depth, selected?.id as string)).toBe('topEdges');
    await page.getByRole('tab', { name: 'Parties' }).click();
    await find(page, { party: 'isis' }, (x, y) => page.mouse.click(x, y));
    await table.locator('tr[data-selected="true"]', { hasText: 'ISIS' }).waitFor();
    await page.context().close();
  });
});

describe('keys and ears', () => {
  it('reach everything: parties, their ties, the evidence, the help', async () => {
    const page = await explorer.page();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: /Keys/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await panel(page, 'party-panel');
    await page.keyboard.press(']');
    await panel(page, 'tie-panel');
    expect(await page.locator('[role="status"].for-ears').innerText()).toMatch(/\d+ claims?\.$/);
    await page.keyboard.press('e');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('evidence');
    await page.keyboard.press('t');
    await page.getByTestId('table').waitFor();
    await page.keyboard.press('m');
    await page.waitForSelector('.map');
    await page.keyboard.press('m');
    await page.context().close();
  });
});

import type { Locator, Page } from 'playwright-core';
import { Explorer } from './support/explorer';

describe('the timeline', () => {
  let explorer: Explorer;
  /** One page for all but the phone's test; each test leaves it as it found it. */
  let page: Page;
  let all: number;
  beforeAll(async () => {
    explorer = await Explorer.open();
    page = await explorer.page('/', { viewport: { width: 1_100, height: 640 } });
    all = await ties();
  });
  afterAll(async () => {
    expect(explorer.faults).toEqual([]);
    await explorer.close();
  });

  /** How many ties the graph says it shows. */
  const ties = async (): Promise<number> => Number(/and ([\d,]+) tie/.exec((await page.getByTestId('stage').getAttribute('aria-label')) ?? '')?.[1]);
  const tiesOtherThan = async (before: number): Promise<number> => {
    await page.locator(`[data-testid=stage]:not([aria-label*=" ${before} tie"])`).waitFor();
    await page.waitForSelector('html[data-ready="true"]');
    return ties();
  };
  const axis = (): Promise<string | null> => page.locator('.timeline .bars').getAttribute('aria-label');
  const drag = async (from: number, to: number): Promise<void> => {
    const box = await page.locator('.timeline .brush').boundingBox();
    if (box === null) throw new Error('no brush');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * from, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * ((from + to) / 2), y);
    await page.mouse.move(box.x + box.width * to, y);
    await page.mouse.up();
  };
  const from = (): Locator => page.getByRole('slider', { name: 'Period from' });
  const to = (): Locator => page.getByRole('slider', { name: 'Period to' });

  it('counts passages by month, draws uncertain dates apart, and counts those without a year or a date in boxes that say what they mean', async () => {
    expect(await axis()).toBe('3 passages with a date, by month from December 2017 to June 2019.');
    // Two passages of November 2018; one whose date spans thirteen months is a hatched share in each.
    expect(await page.locator('.bars .bar rect:not(.spread) ~ title, .bars .bar:has(rect:not(.spread)) title').allTextContents()).toEqual(['November 2018: 2 hostile; 0.1 as the share of wider dates']);
    expect(await page.locator('.bars .bar rect.spread').count()).toBe(13);
    const yearless = page.getByRole('button', { name: 'year not stated 18' });
    await page.getByRole('button', { name: 'no date 214' }).waitFor();
    await yearless.focus();
    await page.getByText('gives a day or a month and no year').waitFor();
    await yearless.press('Enter');
    await page.getByRole('status').getByText(/year not stated: \d+ ties selected/).waitFor();
  });

  it('is brushed by mouse: graph and boxes follow, the axis stays whole, undo brings it back', async () => {
    await drag(0.8, 0.99);
    await page.locator('.timeline .period').getByText('March 2019 – June 2019').waitFor();
    const fewer = await tiesOtherThan(all);
    expect(fewer).toBeLessThan(all);
    expect(fewer).toBeGreaterThan(0);
    await page.getByRole('status').getByText('Period: March 2019 – June 2019.').waitFor();
    expect(await axis()).toBe('3 passages with a date, by month from December 2017 to June 2019.');
    // The window as a whole is dragged elsewhere.
    await drag(0.9, 0.5);
    await page.locator('.timeline .period').getByText(/^[A-Z][a-z]+ 2018 – [A-Z][a-z]+ 2018|2019$/).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator(`[data-testid=stage][aria-label*=" ${all} tie"]`).waitFor();
    expect(await page.locator('.timeline .period').count()).toBe(0);
  });

  it('is set by keys, with words for ears, and cleared at both ends', async () => {
    await from().focus();
    expect(await from().getAttribute('aria-valuetext')).toBe('December 2017');
    for (let i = 0; i < 14; i += 1) await page.keyboard.press('ArrowRight');
    expect(await from().getAttribute('aria-valuetext')).toBe('February 2019');
    await tiesOtherThan(all);
    await to().focus();
    await page.keyboard.press('ArrowLeft');
    await page.locator('.timeline .period').getByText('February 2019 – May 2019').waitFor();
    await page.keyboard.press('Home');
    expect(await to().getAttribute('aria-valuetext')).toBe('February 2019');
    await page.keyboard.press('End');
    await from().focus();
    await page.keyboard.press('Home');
    await page.locator('.timeline .period').waitFor({ state: 'detached' });
    await page.locator(`[data-testid=stage][aria-label*=" ${all} tie"]`).waitFor();
  });

  it('keeps undated passages unless only certain dates are wanted', async () => {
    // From right to left as well: November 2018 and its neighbours.
    await drag(0.65, 0.55);
    await page.locator('.timeline .period').waitFor();
    await page.waitForSelector('html[data-ready="true"]');
    const possible = await ties();
    const certainly = page.getByRole('switch', { name: 'certain dates only' });
    await certainly.check();
    const certain = await tiesOtherThan(possible);
    expect(certain).toBeLessThan(5);
    expect(certain).toBeGreaterThan(0);
    // The boxes still count what the view would hold without the period.
    await page.getByRole('button', { name: 'no date 214' }).waitFor();
    await page.getByRole('button', { name: 'Clear the period' }).click();
    expect(await tiesOtherThan(certain)).toBe(all);
  });

  it('shows the record as known on a day, marks it, and comes back to now', async () => {
    await page.getByLabel('As known on').fill('2018-06-01');
    expect(await tiesOtherThan(all)).toBe(0);
    await page.locator('.known-mark').getByText('as known on 1 Jun 2018').waitFor();
    await page.getByText('what was on record here by the end of that day').first().waitFor();
    await page.getByRole('button', { name: /^Now/ }).click();
    expect(await tiesOtherThan(0)).toBe(all);
    expect(await page.locator('.known-mark').count()).toBe(0);
  });

  it('can be folded away, and says when not all passages were fetched', async () => {
    await page.getByRole('button', { name: 'Timeline' }).click();
    expect(await page.locator('.bars').count()).toBe(0);
    await page.getByRole('button', { name: 'Timeline' }).click();
    await page.locator('.bars').waitFor();
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { data?: { network?: { claims?: { totalCount: number } } } };
      if (answer.data?.network?.claims) answer.data.network.claims.totalCount = 9_999;
      await route.fulfill({ response, json: answer });
    });
    await page.reload();
    await page.getByText('first 235 of 9,999 passages; narrow to see all').waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  it('is brushed by a finger on a phone', async () => {
    const phone = await explorer.page('/', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await phone.locator('.timeline .brush').scrollIntoViewIfNeeded();
    const box = await phone.locator('.timeline .brush').boundingBox();
    if (box === null) throw new Error('no brush');
    const finger = await phone.context().newCDPSession(phone);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number): Promise<unknown> =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: box.x + box.width * share, y: box.y + 20 }] });
    await touch('touchStart', 0.2);
    for (const share of [0.3, 0.4, 0.5]) await touch('touchMove', share);
    await touch('touchEnd', 0.5);
    await phone.locator('.timeline .period').getByText(/2018 – [A-Z][a-z]+ 2018/).waitFor();
  });
});

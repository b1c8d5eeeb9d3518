import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { packageRoot } from '../../src/store/package-root';
import { axeFindings } from './support/axe';
import { Explorer } from './support/explorer';
import { find, panel } from './support/page';

/** Pictures of every state, to be looked at; git ignores them. */
const PICTURES = join(packageRoot(), 'tests', 'screenshots');

let explorer: Explorer;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  explorer = await Explorer.open();
}, 150_000);
afterAll(() => explorer.close());
afterEach(() => expect(explorer.faults.splice(0)).toEqual([]));

async function row(page: Page, tab: string, name: RegExp): Promise<void> {
  await page.getByRole('tab', { name: tab, exact: true }).click();
  await page.getByTestId('table').getByRole('row', { name }).first().getByRole('button').first().click();
}

/** Each state begins where the one before it ended. */
const STATES: [string, (page: Page) => Promise<void>][] = [
  ['01-first-look', async () => undefined],
  ['02-party-and-expansion', async (page) => {
    await find(page, { party: 'irgc' }, (x, y) => page.mouse.click(x, y));
    await panel(page, 'party-panel');
    await page.getByRole('button', { name: 'Expand …' }).click();
    await page.getByTestId('expansion').getByRole('checkbox').first().waitFor();
  }],
  ['03-tie-with-rivals-and-table', async (page) => {
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await row(page, 'Ties', /^Fourth Division is commanded by Maher/);
    await page.waitForSelector('.rival-pair');
  }],
  ['04-incident', async (page) => {
    await row(page, 'Incidents', /flag/);
    await panel(page, 'incident-panel');
    await page.getByRole('button', { name: 'Close the table' }).click();
  }],
  ['05-answer', async (page) => {
    await page.locator('#ask').fill('who has clashed with IRGC proxies');
    await page.keyboard.press('Enter');
    await page.getByText('2 opponents').first().waitFor();
    await page.waitForSelector('html[data-ready="true"]');
  }],
  ['06-path', async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Fealty' }).click();
    await page.waitForSelector('html[data-ready="true"]');
    await find(page, { party: 'russia' }, (x, y) => page.mouse.click(x, y));
    await page.getByRole('button', { name: 'Path to …' }).click();
    await page.getByRole('combobox', { name: 'Path from Russia to' }).fill('ISIS');
    await page.getByRole('listbox').getByRole('option', { name: 'ISIS' }).first().waitFor();
    await page.keyboard.press('Enter');
    await panel(page, 'path-panel');
  }],
  ['07-filters', async (page) => {
    await page.getByTestId('path-panel').getByRole('button', { name: 'Close' }).click();
    await page.getByLabel('Side of a patron').selectOption('Iran');
    await page.getByRole('checkbox', { name: 'was present at' }).uncheck();
    await page.getByTestId('chips').getByText('side of Iran').waitFor();
    await page.waitForSelector('html[data-ready="true"]');
  }],
  ['08-map', async (page) => {
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await page.getByText('Natural Earth').first().waitFor();
    await page.waitForTimeout(800);
  }],
  ['09-share', async (page) => {
    await page.getByRole('button', { name: 'Graph', exact: true }).click();
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('dialog').getByRole('button').nth(1).waitFor();
  }],
  ['10-take-away', async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Take away', exact: true }).click();
    await page.getByRole('dialog').getByText('SVG').first().waitFor();
  }],
  ['11-help', async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Help', exact: true }).click();
    await page.getByRole('dialog', { name: /Keys/ }).waitFor();
  }],
  ['12-nothing-passes', async (page) => {
    await page.keyboard.press('Escape');
    await page.getByLabel('Distinct origins behind a tie, at least').fill('500');
    await page.getByTestId('empty').waitFor();
  }],
];

it.each(['light', 'dark'] as const)('every state is drawn, and passes axe, in the %s theme', async (colorScheme) => {
  const page = await explorer.page('/', { colorScheme });
  const findings: Record<string, string[]> = {};
  for (const [name, reach] of STATES) {
    await reach(page);
    await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}.png`) });
    const found = await axeFindings(page);
    if (found.length > 0) findings[name] = found;
  }
  expect(findings).toEqual({});
  await page.context().close();
}, 180_000);

it('a phone has search, evidence, table and map, and passes axe', async () => {
  const page = await explorer.page('/', { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.screenshot({ path: join(PICTURES, '13-phone-first-look.png') });
  await page.getByRole('button', { name: 'Table', exact: true }).tap();
  await page.getByTestId('table').getByRole('button', { name: 'IRGC-linked proxy forces' }).first().tap();
  expect(await panel(page, 'tie-panel')).toMatch(/paragraph/);
  await page.screenshot({ path: join(PICTURES, '14-phone-evidence.png'), fullPage: true });
  expect(await axeFindings(page)).toEqual([]);
  await page.locator('#ask').fill('البوكمال');
  await page.getByRole('listbox').getByRole('option', { name: /Albukamal/ }).first().tap();
  expect(await panel(page, 'party-panel')).toMatch(/Albukamal/);
  await page.getByRole('button', { name: 'Map', exact: true }).tap();
  await page.waitForSelector('.map');
  await page.context().close();
});

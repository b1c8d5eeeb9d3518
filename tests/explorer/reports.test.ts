import type { Page } from 'playwright-core';
import { reportDefinitions, reportNamed } from '../../src/store/reports/report-files';
import { house, make, ownReport, scratch } from '../support/reports';
import { axeFindings } from './support/axe';
import { Explorer } from './support/explorer';

const exportsDir = scratch('exports');
let explorer: Explorer;
beforeAll(async () => {
  explorer = await Explorer.open(exportsDir);
}, 150_000);
afterAll(() => explorer.close());
afterEach(() => expect(explorer.faults.splice(0)).toEqual([]));

async function open(page: Page): Promise<void> {
  await page.keyboard.press('r');
  await page.getByTestId('reports').getByRole('listitem').first().waitFor();
}

it('reports are listed with what became of them, and open with their citations', async () => {
  const page = await explorer.page();
  await open(page);
  const cards = page.getByTestId('reports').locator('> li');
  expect(await cards.getByRole('heading').allInnerTexts()).toEqual(reportDefinitions().map(({ title }) => title));
  const card = page.getByRole('listitem', { name: 'Rival accounts', exact: true });
  expect(await card.innerText()).toMatch(/Not made yet\.[\s\S]*Next due \d+ \w+ \d{4}, \d\d:\d\d UTC/);
  await page.keyboard.press('Escape');
  // Not by its role: closed, but still in the page, it has none.
  await page.waitForFunction(() => document.querySelector('dialog') === null);

  const of = house(explorer.store, exportsDir);
  await make(of, reportNamed('rival-accounts'), {}, { formats: ['html', 'csv'] });
  await make(of, reportNamed('rival-accounts'), {}, { formats: ['html', 'csv'] });
  const broken = { ...ownReport('MATCH (c:Claim) RETURN c.id AS key, 1 / 0 AS name, [c.id] AS cited'), name: 'contested-places', title: 'Contested places' };
  await make(of, broken).catch(() => undefined);
  await page.reload();
  await page.waitForSelector('html[data-ready="true"]', { timeout: 60_000 });
  await open(page);
  expect(await card.innerText()).toMatch(/Made \d+ \w+ \d{4}, \d\d:\d\d UTC · 1 row · nothing changed · revision \d+/);
  expect(await page.getByRole('listitem', { name: 'Contested places' }).innerText()).toMatch(/Failed[\s\S]*REPORT_FAILED|Failed[\s\S]*[A-Z_]+: /);
  await card.getByText('Earlier runs').click();
  await card.locator('details .run').waitFor();
  expect(await card.locator('details .run').count()).toBe(1);
  expect(await axeFindings(page, ['dialog'])).toEqual([]);

  const [report] = await Promise.all([page.waitForEvent('popup'), card.getByRole('link', { name: /Read$/ }).first().click()]);
  await report.waitForLoadState();
  expect(new URL(report.url()).pathname).toMatch(/^\/reports\/rival-accounts\/[^/]+\/rival-accounts\.html$/);
  expect(await report.locator('body').innerText()).toMatch(/paragraph \d+/);
  const [download] = await Promise.all([page.waitForEvent('download'), card.getByRole('link', { name: /CSV$/ }).first().click()]);
  expect(download.suggestedFilename()).toBe('rival-accounts.csv');
  await page.context().close();
}, 120_000);

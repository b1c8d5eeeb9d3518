import type { BrowserContextOptions, Page } from 'playwright-core';
import { FIRST_VIEW, NO_FILTERS, type View } from '../../explorer/src/model/view';
import { encodeView } from '../../explorer/src/share/share-code';
import { readViews } from '../../explorer/src/share/views-file';
import { axeFindings } from './support/axe';
import { Explorer } from './support/explorer';
import { find } from './support/page';
import { closeDialog, contentOf, takenJson, viewInAddress } from './support/share';

let explorer: Explorer;
beforeAll(async () => {
  explorer = await Explorer.open();
}, 150_000);
afterAll(async () => {
  await explorer.close();
});
afterEach(() => expect(explorer.faults.splice(0)).toEqual([]));

const actor = (slug: string): string => Buffer.from(`Actor:${slug}`).toString('base64url');
const CLIPBOARD: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'] };

async function shared(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('heading', { name: 'Saved views' }).waitFor();
}

/** What the page says of the link it was opened with. */
async function notice(page: Page): Promise<string> {
  if (!(await page.locator('.address-notice').first().isVisible())) await shared(page);
  return (await page.locator('.address-notice').first().innerText()).trim();
}

async function opened(view: View, options: BrowserContextOptions = {}): Promise<Page> {
  return explorer.page(`/#${await encodeView(view)}`, options);
}

describe('the address', () => {
  it('is empty at first, follows what is done, and shows the same wherever it is opened', async () => {
    const page = await explorer.page('/', CLIPBOARD);
    expect(new URL(page.url()).hash).toBe('');
    await find(page, { party: 'iran' }, async (x, y) => {
      await page.waitForFunction((id) => (window as unknown as { fealty: { under(): string | null } }).fealty.under() === id, actor('iran'));
      await page.mouse.down();
      await page.mouse.move(x + 60, y + 50, { steps: 6 });
      await page.mouse.up();
    });
    await viewInAddress(page, ({ pinned }) => actor('iran') in pinned);
    // Selecting and hiding by keys.
    await page.getByTestId('stage').focus();
    await page.keyboard.press('n');
    const { selection: [first] } = await viewInAddress(page, ({ selection }) => selection.length === 1);
    await page.keyboard.press('Delete');
    await viewInAddress(page, ({ hidden }) => hidden.length === 1);
    await page.keyboard.press('n');
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    const made = await viewInAddress(page, ({ table, selection }) => table === 'ties' && selection.length === 1);
    expect(made.hidden).toEqual([first?.id]);

    await shared(page);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied.').first().waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(page.url());
    expect(await page.getByText(`${link.length} characters.`).count()).toBe(1);
    await closeDialog(page);
    const mine = await takenJson(page);

    const other = await explorer.page(link.slice(explorer.service.url.length));
    const theirs = await takenJson(other);
    expect(theirs.view).toEqual(made);
    expect(theirs.view).toEqual(mine.view);
    for (const part of ['parties', 'ties', 'claims'] as const) expect(theirs[part].map(({ id }: { id: string }) => id)).toEqual(mine[part].map(({ id }: { id: string }) => id));
    const place = (taken: { parties: { name: string; position: unknown }[] }): unknown => taken.parties.find(({ name }) => name === 'Iran')?.position;
    expect(place(theirs)).toEqual(place(mine));
    expect(other.url()).toBe(link);
    await Promise.all([page.context().close(), other.context().close()]);
  });

  it('is followed when the reader changes it, which can be undone', async () => {
    const page = await explorer.page();
    const code = await encodeView({ ...FIRST_VIEW, parties: [actor('iran'), actor('isis')] });
    await page.evaluate((hash) => (window.location.hash = hash), code);
    await page.getByLabel(/Network of 2 parties/).waitFor();
    await page.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name: 'Undo' }).click();
    await viewInAddress(page, ({ parties }) => parties === null);
    await page.getByLabel(/Network of 101 parties/).waitFor();
    // The link past the tools leads to a part of the page, and is no view.
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await viewInAddress(page, ({ table }) => table === 'ties');
    await page.evaluate(() => (window.location.hash = 'evidence'));
    await viewInAddress(page, ({ table }) => table === 'ties');
    await page.context().close();
  });

  it('says so if it is forged, cut or of another version, and shows the first view', async () => {
    const page = await explorer.page('/#view=1.bm9uc2Vuc2U');
    expect(await page.getByRole('status').first().innerText()).toContain('This link cannot be opened');
    expect(await notice(page)).toMatch(/cut or changed on its way.*first view/s);
    await page.locator('.address-notice').first().getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.locator('.address-notice').count()).toBe(0);
    if (await page.getByRole('button', { name: 'Close', exact: true }).isVisible()) await closeDialog(page);
    expect(new URL(page.url()).hash).toBe('');
    await page.getByLabel(/Network of 101 parties/).waitFor();
    await page.evaluate(() => (window.location.hash = 'view=7.abc'));
    await page.getByText('it was made by another version of this page').first().waitFor({ state: 'attached' });
    await page.getByLabel(/Network of 101 parties/).waitFor();
    await page.evaluate(() => (window.location.hash = '<img src=x onerror=alert(1)>'));
    await page.getByText('it is not one of this page’s links').first().waitFor({ state: 'attached' });
    await page.context().close();
  });

  it('keeps what there still is of a stale one, and tells how much is gone', async () => {
    const gone = actor('gone-since');
    const page = await opened({ ...FIRST_VIEW, parties: [actor('iran'), actor('russia'), gone], pinned: { [gone]: [1, 2], [actor('iran')]: [3, 4] }, selection: [{ kind: 'party', id: gone }, { kind: 'party', id: actor('iran') }] });
    const said = await notice(page);
    expect(said).toContain('1 party of 3 is no longer in the graph');
    const kept = await viewInAddress(page, ({ parties }) => parties?.length === 2);
    expect(kept).toEqual({ ...FIRST_VIEW, parties: [actor('iran'), actor('russia')], pinned: { [actor('iran')]: [3, 4] }, selection: [{ kind: 'party', id: actor('iran') }] });
    await page.context().close();
  });

  it('leaves out filters whose names are gone', async () => {
    const page = await opened({ ...FIRST_VIEW, filters: { ...NO_FILTERS, place: 'Nowhere at all', minDegree: 2, articles: [Buffer.from('Article:gone').toString('base64url')] }, asked: { question: 'never-heard-of', slots: { who: 'x' } }, sorting: { column: 'no-such', descending: true } });
    await viewInAddress(page, ({ filters }) => filters.place === null && filters.articles === null);
    const said = await notice(page);
    expect(said).toContain('the filter for the place “Nowhere at all” is left out');
    expect(said).toContain('1 article of its filter is no longer in the graph');
    expect((await viewInAddress(page, () => true)).filters).toEqual({ ...NO_FILTERS, minDegree: 2 });
    await page.context().close();
  });

  it('shows the first view for parties that the service does not take', async () => {
    const page = await opened({ ...FIRST_VIEW, parties: ['bm9uc2Vuc2U'] });
    expect(await notice(page)).toContain('the service does not take it');
    await viewInAddress(page, ({ parties }) => parties === null);
    await page.context().close();
  });
});

describe('saved views', () => {
  it('outlast the page; they are opened, renamed, deleted, brought back, exported and imported', async () => {
    const page = await opened({ ...FIRST_VIEW, hidden: [actor('iran')] });
    await shared(page);
    const name = page.getByLabel('Name for this view');
    await name.fill('Winter <script>alert(1)</script>');
    await name.press('Enter');
    await name.fill('شتاء ٢٠١٨');
    await page.getByRole('button', { name: 'Save this view' }).click();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(explorer.service.url);
    await page.reload();
    await page.waitForSelector('html[data-ready="true"]');
    await shared(page);
    const list = page.getByRole('list', { name: 'Saved views' });
    await list.getByRole('listitem').nth(1).waitFor();
    expect(await list.getByRole('listitem').count()).toBe(2);

    await page.getByRole('button', { name: 'Rename شتاء ٢٠١٨' }).click();
    await page.getByLabel('New name for شتاء ٢٠١٨').fill('ربيع');
    await page.keyboard.press('Enter');
    await page.getByText('Renamed to “ربيع”.').first().waitFor();
    await page.getByRole('button', { name: 'Rename ربيع' }).click();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Delete ربيع' }).click();
    expect(await list.getByRole('listitem').count()).toBe(1);
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    expect(await list.getByRole('listitem').count()).toBe(2);

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export to a file' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^fealty-views-\d{4}-\d\d-\d\d\.json$/);
    const file = await contentOf(download);
    expect(readViews(file.toString('utf8')).map(({ name: told, view }) => [told, view.hidden])).toEqual([['ربيع', [actor('iran')]], ['Winter <script>alert(1)</script>', [actor('iran')]]]);

    await page.getByRole('button', { name: 'Winter <script>alert(1)</script>', exact: true }).click();
    await viewInAddress(page, ({ hidden }) => hidden[0] === actor('iran'));

    const other = await explorer.page('/', { colorScheme: 'dark' });
    await shared(other);
    const given = other.getByTestId('views-file');
    await given.setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"fealty-views","version":1,"views":[{"name":"A","savedAt":"2026-01-01","view":{"p":3}}]}') });
    await other.getByText('“bad.json” was not taken, and nothing has changed: view 1 (“A”): parties cannot be read.').first().waitFor();
    expect(await other.getByText('None yet.').isVisible()).toBe(true);
    await given.setInputFiles({ name: 'views.json', mimeType: 'application/json', buffer: file });
    await other.getByText('2 views added.').first().waitFor();
    await given.setInputFiles({ name: 'views.json', mimeType: 'application/json', buffer: file });
    await other.getByText('All views of that file are here already.').first().waitFor();
    expect(await other.getByRole('list', { name: 'Saved views' }).getByRole('listitem').count()).toBe(2);
    expect(await axeFindings(other)).toEqual([]);
    await Promise.all([page.context().close(), other.context().close()]);
  });

  it('says so where the browser keeps nothing or does not let the page copy', async () => {
    const page = await explorer.page();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
    });
    await shared(page);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('The link is selected').first().waitFor();
    expect(await page.evaluate(() => window.getSelection()?.toString() || (document.activeElement as HTMLInputElement).value)).toBe(`${explorer.service.url}/`);
    await page.getByLabel('Name for this view').fill('Kept nowhere');
    await page.keyboard.press('Enter');
    await page.getByText('This browser’s storage is full').first().waitFor();
    expect(await page.getByRole('list', { name: 'Saved views' }).getByRole('listitem').count()).toBe(1);
    await page.context().close();
  });
});

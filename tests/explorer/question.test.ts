import type { Page } from 'playwright-core';
import { axeFindings } from './support/axe';
import { Explorer } from './support/explorer';

let explorer: Explorer;
let page: Page;

beforeAll(async () => {
  explorer = await Explorer.open();
  // Small, because what is drawn in software costs time by the pixel.
  page = await explorer.page('/', { viewport: { width: 1100, height: 640 } });
});
afterAll(async () => {
  await explorer?.close();
});
/** Each test begins at the first look, on the same page. */
afterEach(async () => {
  await page.keyboard.press('Escape');
  await page.locator('#ask').fill('');
  await page.keyboard.press('Escape');
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  while (await undo.isEnabled()) await undo.click();
  const close = page.getByRole('button', { name: 'Close the answer' });
  if (await close.isVisible()) await close.click();
  expect(await answer().count()).toBe(0);
});

const bar = (): ReturnType<Page['locator']> => page.getByRole('combobox', { name: 'Search or ask' });
const answer = (): ReturnType<Page['locator']> => page.locator('.answer');
const options = (): ReturnType<Page['locator']> => page.locator('.ask').getByRole('option');
const stage = (): ReturnType<Page['locator']> => page.getByTestId('stage');

async function askPlainly(text: string): Promise<void> {
  await bar().fill(text);
  await bar().press('Enter');
}

async function expectAnswer(count: string): Promise<string> {
  await answer().locator('.answer-count', { hasText: count }).waitFor();
  return answer().innerText();
}

/** Waits until the stage says so many parties. */
async function partiesShown(n: number): Promise<void> {
  await page.locator(`[data-testid="stage"][aria-label*="Network of ${n} part"]`).waitFor();
}

test('a question typed plainly is answered with each opponent, each fight and the chain, down to the paragraph', async () => {
  await askPlainly('who has clashed with IRGC proxies');
  await expectAnswer('2 opponents');
  const items = answer().getByRole('list', { name: 'Answers' }).locator('> li');
  expect(await items.locator('h3').allInnerTexts()).toEqual(['Assad\'s "National Guard"', 'Assad-linked proxy forces']);
  for (const item of await items.all()) {
    const text = await item.innerText();
    expect(text).toMatch(/Mesopotamia News, paragraph \d/);
    expect(text).toMatch(/IRGC-linked proxy forces is backed by Islamic Revolutionary Guard Corps/);
  }
  // The graph shows the parties of the answer.
  await partiesShown(4);
  expect(await page.locator('[role="status"].for-ears').innerText()).toBe('who has clashed with proxies of IRGC: 2 opponents.');
  // A link selects its tie, a party itself; both are steps of the history.
  await items.first().getByRole('button', { name: /clashed with/ }).click();
  await items.first().getByRole('button', { name: 'Assad\'s "National Guard"', exact: true }).click();
});

test('one undo brings back what was there before, and redo the answer', async () => {
  const before = await stage().getAttribute('aria-label');
  await askPlainly('who leads the Fourth Division?');
  const text = await expectAnswer('commanders');
  expect(text).toContain('disputed');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await answer().waitFor({ state: 'detached' });
  await page.locator(`[data-testid="stage"][aria-label="${before}"]`).waitFor();
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  expect(await expectAnswer('commanders')).toBe(text);
  await page.getByRole('button', { name: 'Close the answer' }).click();
  await answer().waitFor({ state: 'detached' });
});

test('slots are changed after asking, clauses added and left out', async () => {
  await askPlainly('proxies of Russia');
  await expectAnswer('prox');
  // A name, picked from suggestions by keys.
  const slot = answer().getByRole('combobox', { name: 'a patron' });
  expect(await slot.inputValue()).toBe('Russia');
  await slot.fill('asad regim');
  await answer().getByRole('option', { name: /Assad regime/ }).waitFor();
  await slot.press('ArrowDown');
  while (!/^Assad regime/.test(await answer().locator('[aria-selected="true"]').innerText())) await slot.press('ArrowDown');
  await slot.press('Enter');
  expect(await slot.inputValue()).toBe('Assad regime');
  await slot.press('Enter');
  await page.locator('.for-ears', { hasText: /proxies of Assad regime: \d/ }).waitFor();
  // A period in words: first one that is none, then one in which nothing is told.
  await answer().getByRole('button', { name: 'As known on' }).click();
  await answer().locator('#slot-knownOn').fill('2001-01-01');
  await answer().getByRole('button', { name: 'Period' }).click();
  const period = answer().getByRole('combobox', { name: 'a period' });
  await period.fill('a while ago');
  await period.press('Enter');
  await answer().getByRole('alert').waitFor();
  await period.fill('since june 2018');
  await answer().getByRole('button', { name: 'Ask', exact: true }).click();
  await answer().getByText('Nothing is told of that.').waitFor();
  expect(await period.inputValue()).toBe('since June 2018');
  // What would widen it is one click.
  await answer().getByRole('button', { name: 'Drop: as known on' }).click();
  await expectAnswer('prox');
  await answer().getByRole('button', { name: 'Leave out a period' }).click();
  await period.waitFor({ state: 'detached' });
  await expectAnswer('prox');
});

test('what is not understood gets the nearest questions, and no answer', async () => {
  await askPlainly('which allies of the regime sell oil to their enemies');
  await page.locator('.options-message', { hasText: 'not understood' }).waitFor();
  expect(await answer().count()).toBe(0);
  await page.locator('.ask [role="group"]', { hasText: 'Nearest questions' }).waitFor();
  const nearest = await options().allInnerTexts();
  expect(nearest).toContain('which allies have fought each other');
  // One of them is picked with its slot empty: the sentence waits for it, and the focus is there.
  await options().filter({ hasText: 'who is allied with' }).click();
  const slot = answer().getByRole('combobox', { name: 'an actor' });
  await slot.waitFor();
  await answer().locator('input:focus').waitFor();
  await slot.fill('Russia');
  await slot.press('Enter');
  await expectAnswer('all');
});

test('an unknown name gets the nearest names, one click away; one that is nowhere is said to be', async () => {
  await askPlainly('who backs Fatimion Brigad');
  await answer().getByText('No actor called “Fatimion Brigad” is known.').waitFor();
  await answer().getByRole('button', { name: 'Fatimiyoun Brigade', exact: true }).click();
  expect(await expectAnswer('backer')).toMatch(/Fatimiyoun Brigade is (backed by|part of)/);
  await askPlainly('who backs <script>alert(1)</script>');
  await answer().getByText('No actor called “<script>alert(1)</script>” is known.').waitFor();
});

test('names of several words, with "and" and "in" in them, are taken as a whole', async () => {
  await askPlainly('what is known about the Security and Military Committee in Deir ez-Zor');
  await page.locator('.for-ears', { hasText: 'what is known about Security and Military Committee in Deir ez-Zor: ' }).waitFor();
  await askPlainly("who fought Iran's proxies around Albukamal");
  await page.locator('.for-ears', { hasText: 'who has clashed with proxies of Iran near Albukamal: ' }).waitFor();
});

test('any spelling finds, in Arabic script and with typing errors; arrows and Enter pick', async () => {
  await bar().fill('البوكمال');
  await options().filter({ hasText: 'Albukamal' }).first().waitFor();
  expect(await options().first().innerText()).toMatch(/^Albukamal/);
  await bar().press('ArrowDown');
  expect(await bar().getAttribute('aria-activedescendant')).toBe(await options().first().getAttribute('id'));
  await bar().press('ArrowUp');
  expect(await bar().getAttribute('aria-activedescendant')).toBeNull();
  await bar().press('ArrowDown');
  await bar().press('Enter');
  await page.locator('.ask .options').waitFor({ state: 'detached' });
  expect(await bar().inputValue()).toBe('');
  await bar().fill('Fatemiyun');
  await options().filter({ hasText: /^Fatimiyoun Brigade/ }).waitFor();
  // An exact name needs no picking; Escape closes the list, then empties the field.
  await bar().fill('Tiger Forces');
  await bar().press('Escape');
  expect(await bar().inputValue()).toBe('Tiger Forces');
  await bar().press('Escape');
  expect(await bar().inputValue()).toBe('');
  await askPlainly('tiger forces');
  await page.locator('.ask .options').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.locator('.for-ears', { hasText: 'Undone: Show Tiger Forces' }).waitFor();
});

test('passages, incidents and articles are found as well, and shown', async () => {
  await bar().fill('hashish');
  await options().filter({ hasText: 'passage' }).first().click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.locator('.for-ears', { hasText: /Undone: Show .+ and .+/ }).waitFor();
  await bar().fill('Fighting Intensifies');
  await options().filter({ hasText: 'article' }).first().click();
  await page.getByText(/Article.*Fighting Intensifies/i).first().waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await bar().fill('Bombing of a bus');
  await options().filter({ hasText: 'incident' }).first().click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.locator('.for-ears', { hasText: 'Undone: Show' }).waitFor();
});

test('as one types, the slot of a question is completed with names that fit', async () => {
  await bar().fill('who has clashed with proxies of ');
  await options().filter({ hasText: 'proxies of Russia' }).waitFor();
  await bar().fill('what does Ghiat');
  await options().filter({ hasText: 'what does Ghiath Dallah command' }).click();
  await expectAnswer('command');
});

test.each([
  ['who has fought both Iran and the Assad regime', 'opponent'],
  ['which proxies of the Assad regime have fought each other', 'pair'],
  ['allies who fought', 'pairs'],
  ['path from Wasim Masalmeh to Russia', 'way'],
  ['whole network of Iran', 'parties'],
  ['what is disputed', 'pair'],
  ['what happened in Albukamal', 'incidents and passages'],
  ['who is present at Al-Ashara', 'part'],
  ['what does The Schpiel say', 'passages'],
  ['what happened in 2018', 'passages'],
  ['where has the IRGC been', 'place'],
])('answers: %s', async (typed, counted) => {
  await askPlainly(typed);
  expect(await expectAnswer(counted)).toMatch(/, (paragraph \d+|headline)/);
});

test('axe finds nothing wrong with the list and the answer, light and dark', async () => {
  await askPlainly('who leads the Fourth Division');
  await expectAnswer('commanders');
  await answer().getByRole('button', { name: 'Period' }).click();
  // The new field takes the focus; the bar would lose it again.
  await answer().locator('input:focus').waitFor();
  await bar().fill('Albukamal');
  await options().first().waitFor();
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
    found.push(...await axeFindings(page, ['.ask', '.answer']));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  expect(found).toEqual([]);
});

test('while the service is away the answer says so and comes when it is back', async () => {
  await page.route('**/graphql', (route) => route.abort());
  await askPlainly('what is known about ISIS');
  await answer().getByText('The service does not answer. Trying again …').waitFor();
  await page.unroute('**/graphql');
  await expectAnswer('passage');
  explorer.faults.splice(0, explorer.faults.length, ...explorer.faults.filter((fault) => !/ERR_FAILED/.test(fault)));
});

test('nothing went wrong on the page meanwhile', () => {
  expect(explorer.faults).toEqual([]);
});

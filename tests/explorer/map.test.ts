import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { axeFindings } from './support/axe';
import { Explorer } from './support/explorer';

describe('the map', () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await Explorer.open();
  });
  afterAll(async () => {
    expect(explorer.faults).toEqual([]);
    await explorer.close();
  });

  /** One page for most tests, with the map open; each leaves it as it found it. */
  let page: Page;
  const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const opened = await explorer.page('/', options);
    await opened.getByRole('button', { name: 'Map', exact: true }).click();
    await opened.getByText('Borders: Natural Earth').waitFor();
    return opened;
  };
  const close = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const symbol = (name: string): Locator => page.locator(`[data-place="${name}"] .symbol`);
  const inList = (name: RegExp): Locator => page.getByRole('region', { name: 'Places' }).getByRole('button', { name });
  const centre = async (locator: Locator): Promise<[number, number]> => [Number(await locator.getAttribute('cx')), Number(await locator.getAttribute('cy'))];
  const radius = async (locator: Locator): Promise<number> => Number(await locator.getAttribute('r'));

  it('comes in when it is first opened, from this service alone, and shows places by what is there', async () => {
    page = await explorer.page();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await page.getByText('Borders: Natural Earth').waitFor();
    expect(asked.filter((url) => /countries-50m-.+\.json$|MapView-.+\.js$/.test(url))).toHaveLength(2);
    expect(asked.filter((url) => !url.startsWith(explorer.service.url))).toEqual([]);
    await page.getByRole('heading', { name: '19 places on the map' }).waitFor();
    expect(await radius(symbol('Al-Ashara'))).toBeGreaterThan(await radius(symbol('Hajin')));
    // Fought at: filled. Merely been at: open.
    const fill = (name: string): Promise<unknown> => page.evaluate(`getComputedStyle(document.querySelector('[data-place="${name}"] .symbol')).fill`);
    expect(await fill('Al-Ashara')).toBe(await fill('Kiheel'));
    expect(await fill('Al-Ashara')).not.toBe(await fill('Deir ez-Zor'));
    // Land and sea were painted.
    let colours = 0;
    for (let tries = 0; tries < 50 && colours < 3; tries += 1) {
      colours = await page.evaluate(`(() => {
        const canvas = document.querySelector('.map-ground');
        const pixels = canvas.width === 0 ? [] : canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        const colours = new Set();
        for (let i = 0; i < pixels.length; i += 4 * 97) colours.add([pixels[i], pixels[i + 1], pixels[i + 2]].join());
        return colours.size;
      })()`);
      await page.waitForTimeout(50);
    }
    expect(colours).toBeGreaterThan(2);
  });

  it('guesses no position: places without one are listed, passages without a place counted', async () => {
    await page.getByRole('heading', { name: 'no position known: 29 places' }).waitFor();
    await page.getByText(/place not stated: \d+ passages/).waitFor();
    expect(await symbol('Eastern Syria').count()).toBe(0);
    await inList(/^Eastern Syria/).click();
    const card = page.getByRole('dialog', { name: 'Eastern Syria' });
    await card.getByText('No position known').waitFor();
    await card.getByRole('button', { name: /withdrew from Eastern Syria/ }).first().click();
    expect(await card.getByRole('button', { name: /withdrew from/, pressed: true }).count()).toBe(1);
    await close();
  });

  it('opens a place by a click: its incidents and ties select, also two places at one spot', async () => {
    await page.locator('.map-symbols').getByText('Albukamal', { exact: true }).click();
    const card = page.getByRole('dialog', { name: 'Albukamal', exact: true });
    await card.getByText('Position within 5 km').waitFor();
    await page.getByRole('status').getByText('Albukamal: 2 incidents').waitFor();
    const killing = card.getByRole('button', { name: /^Killing of a commander/ });
    await killing.click();
    expect(await killing.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.place.on').count()).toBe(1);
    await card.getByRole('button', { name: /clashed with/ }).first().click();
    expect(await killing.getAttribute('aria-pressed')).toBe('false');
    await card.getByRole('button', { name: 'Outskirts of Albukamal' }).click();
    await page.getByRole('dialog', { name: 'Outskirts of Albukamal' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('draws how precisely a place is known to scale, and zooms and moves by keys, wheel, buttons and dragging', async () => {
    const circle = page.locator('[data-precision="Qalamun Mountains"]');
    const before = await radius(circle);
    // 40 km against the scale's bar.
    const [, length, unit] = /^([\d,]+) (k?m)$/.exec(await page.locator('.map-scale').innerText()) ?? [];
    const bar = (await page.locator('.map-scale span').boundingBox())?.width ?? 0;
    const kilometres = (Number(length) / (unit === 'm' ? 1_000 : 1)) * (before / bar);
    expect(kilometres).toBeGreaterThan(37);
    expect(kilometres).toBeLessThan(43);

    const stage = page.getByRole('application', { name: /^Map of 19 places/ });
    await stage.focus();
    await page.keyboard.press('+');
    expect(await radius(circle)).toBeCloseTo(before * 1.6, 1);
    await page.keyboard.press('-');
    const [x] = await centre(symbol('Syria'));
    await page.keyboard.press('ArrowRight');
    expect((await centre(symbol('Syria')))[0]).toBeCloseTo(x - 70, 1);
    await page.keyboard.press('0');
    // All of them: also the one that the first look leaves beyond the edge.
    await symbol('Helsinki').waitFor();
    expect(await page.getByText('beyond the edge').count()).toBe(0);

    const box = (await stage.boundingBox()) as { x: number; y: number; width: number; height: number };
    const [far] = await centre(symbol('Helsinki'));
    await page.mouse.move(box.x + 300, box.y + 300);
    await page.mouse.down();
    await page.mouse.move(box.x + 350, box.y + 320, { steps: 3 });
    await page.mouse.up();
    expect((await centre(symbol('Helsinki')))[0]).toBeCloseTo(far + 50, 0);
    const wide = await page.locator('.map-scale').innerText();
    await page.mouse.wheel(0, -900);
    await page.locator('.map-scale').filter({ hasNotText: wide }).waitFor();
    await page.getByRole('button', { name: 'Show all places' }).click();
    await page.getByRole('button', { name: 'Closer' }).click();
    await page.getByRole('button', { name: 'Further away' }).click();
    await symbol('Helsinki').waitFor();
  });

  it('shows what is selected elsewhere', async () => {
    await page.getByRole('button', { name: /^year not stated/ }).click();
    await page.locator('.place.on').first().waitFor();
    expect(await page.locator('.place.off').count()).toBeGreaterThan(0);
    await inList(/has to do with what is selected/).first().waitFor();
  });

  it('is used by keys alone, and gives the focus back', async () => {
    await inList(/^Kiheel/).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Kiheel' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Kiheel');
  });

  it('filters to a place and back', async () => {
    await inList(/^Al-Ashara/).click();
    await page.getByRole('button', { name: 'Filter to this place' }).click();
    await inList(/^Helsinki/).waitFor({ state: 'detached' });
    await inList(/^Al-Ashara/).click();
    await page.getByRole('button', { name: 'No longer only this place' }).click();
    await inList(/^Helsinki/).waitFor();
  });

  it('follows the brush', async () => {
    await page.getByRole('slider', { name: 'Period to' }).focus();
    for (let i = 0; i < 12; i += 1) await page.keyboard.press('ArrowLeft');
    await page.getByRole('switch', { name: 'certain dates only' }).check();
    // Nothing on record has a date that surely lies in those months.
    await page.getByText('No place is told of in what is on show in this period.').waitFor();
    await page.getByRole('button', { name: 'Clear the period' }).click();
    await page.getByRole('heading', { name: '19 places on the map' }).waitFor();
  });

  it.each(['light', 'dark'] as const)('has no accessibility violations, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.waitForSelector(`html[data-theme=${colorScheme}]`);
    await inList(/^Albukamal/).click();
    await page.getByRole('dialog').waitFor();
    const found = await axeFindings(page, ['.map', '.timeline']);
    expect(found).toEqual([]);
    await close();
  });

  it('takes names of any script as text, and says when the borders could not be had', async () => {
    page = await explorer.page();
    await page.route('**/countries-50m-*.json', (route) => route.abort());
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const text = (await response.text()).replaceAll('"Al-Tanf base"', '"<img src=x onerror=\'window.hit=1\'><script>hit=1</script>"').replaceAll('"Kiheel"', '"كحيل (البوكمال)"');
      await route.fulfill({ response, body: text });
    });
    await page.reload();
    await page.waitForSelector('html[data-ready="true"]');
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await page.getByText('Borders could not be loaded.').waitFor();
    await page.unroute('**/countries-50m-*.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Borders: Natural Earth').waitFor();
    await inList(/<script>/).click();
    await page.getByRole('dialog', { name: /<script>hit=1/ }).waitFor();
    await inList(/كحيل/).click();
    await page.getByRole('dialog', { name: /كحيل/ }).waitFor();
    expect(await page.evaluate(`'hit' in window`)).toBe(false);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    // That the borders were refused is what this test did.
    explorer.faults.splice(0, explorer.faults.length, ...explorer.faults.filter((fault) => !fault.includes('net::ERR_FAILED')));
  });

  it('works on a phone', async () => {
    const phone = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await phone.locator('[data-place="Qalamun Mountains"] .symbol').tap();
    await phone.getByRole('dialog', { name: 'Qalamun Mountains' }).waitFor();
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});

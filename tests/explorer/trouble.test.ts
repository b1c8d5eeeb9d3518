import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Browser } from 'playwright-core';
import { actorRow, articleRow, originRow } from '../../src/intake/rows';
import { ingest } from '../../src/intake/ingest';
import { Ledger } from '../../src/store/ledger';
import { Neo4jStore } from '../../src/store/neo4j-store';
import { launchChromium } from '../support/chromium';
import { emptied, openTestStore, seeded, testConnection } from '../support/graph';
import { startService } from '../support/service';
import { actor, article, claim, dataFolder, origin } from '../support/yaml';
import { Explorer } from './support/explorer';
import { find, inspect, panel } from './support/page';

let browser: Browser;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());

/** A way to the database that can be cut: connections through it end, and none can be made until it is mended. */
async function cuttable(): Promise<{ uri: string; cut(): Promise<void>; mend(): Promise<void> }> {
  const { port } = new URL(testConnection().uri.replace(/^\w+:/, 'http:'));
  const open = new Set<Socket>();
  let at = 0;
  let server: Server;
  const mend = (): Promise<void> => new Promise((resolve) => {
    server = createServer((socket) => {
      const through = connect(Number(port), '127.0.0.1');
      for (const end of [socket, through]) {
        open.add(end);
        end.on('error', () => undefined).on('close', () => { open.delete(end); socket.destroy(); through.destroy(); });
      }
      socket.pipe(through).pipe(socket);
    }).listen(at, '127.0.0.1', () => { at = (server.address() as AddressInfo).port; resolve(); });
  });
  await mend();
  return {
    uri: `bolt://127.0.0.1:${at}`, mend,
    cut: () => new Promise((resolve) => { server.close(() => resolve()); for (const socket of open) socket.destroy(); }),
  };
}

describe('in the middle of work', () => {
  it('the database goes away: the page says so, keeps what it shows, and goes on by itself', async () => {
    const plain = await seeded(openTestStore());
    const way = await cuttable();
    const store = new Neo4jStore({ ...testConnection(), uri: way.uri });
    const service = await startService(store);
    const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' })).newPage();
    await page.goto(service.url);
    await page.waitForSelector('html[data-ready="true"]');
    await way.cut();
    await page.getByRole('checkbox', { name: 'clashed with' }).uncheck();
    await page.getByTestId('problem').getByText(/database is away|Not connected/).first().waitFor();
    expect((await inspect(page)).ties).toHaveLength(202);
    await way.mend();
    await page.waitForFunction(() => (window as unknown as { fealty: { ties(): string[] } }).fealty.ties().length === 187, undefined, { timeout: 30_000 });
    await page.getByTestId('problem').waitFor({ state: 'detached' });
    await page.context().close();
    await service.app.close();
    await store.close();
    await plain.close();
    await way.cut();
  });

  it('the service goes away and comes back on its port: the page says so, recovers, and keeps its state', async () => {
    const store = await seeded(openTestStore());
    const first = await startService(store);
    const port = Number(new URL(first.url).port);
    const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' })).newPage();
    await page.goto(first.url);
    await page.waitForSelector('html[data-ready="true"]');
    await find(page, { party: 'irgc' }, (x, y) => page.mouse.click(x, y));
    await panel(page, 'party-panel');
    await first.app.close();
    await page.getByRole('checkbox', { name: 'reported' }).uncheck();
    await page.getByTestId('problem').getByText('Not connected').waitFor();
    const second = await startService(store, {}, port);
    await page.getByTestId('problem').waitFor({ state: 'detached', timeout: 30_000 });
    await page.waitForSelector('html[data-ready="true"]');
    expect(await page.getByTestId('chips').innerText()).toBe('stated or alleged');
    expect((await inspect(page)).view.selection).toHaveLength(1);
    await page.context().close();
    await second.app.close();
    await store.close();
  });

  it('an operation that the service does not know is refused with a code of its own', async () => {
    const store = openTestStore();
    const service = await startService(store);
    const response = await service.post({ documentId: 'f'.repeat(64), variables: {} });
    expect([response.status, ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code]).toEqual([400, 'UNKNOWN_DOCUMENT']);
    await service.app.close();
    await store.close();
  });
});

describe('odd data', () => {
  it('names and summaries with markup, quotes and Arabic are text and nothing else', async () => {
    const store = await emptied(openTestStore());
    const wild = '<script>window.pwned = 1</script><img src=x onerror="window.pwned = 2">';
    await ingest(dataFolder({
      actors: [actor('a', { name: wild }), actor('b', { name: 'الحرس الثوري الإيراني' }), actor('c', { name: `O'Brien "& Söhne" 🜂` })],
      origins: [origin('outlet')],
      articles: [article('one', [
        claim('k1', 'CLASHED_WITH', 'a', 'b', { summary: `${wild} اشتبك مع الحرس` }), claim('k2', 'ALLIED_WITH', 'b', 'c', { paragraph: 2, summary: 'تحالف' }), claim('k3', 'ATTACKED', 'c', 'a', { paragraph: 3 }),
      ], { title: `Title ${wild}` })],
    }), new Ledger(store));
    const explorer = await Explorer.over(store, browser);
    const page = await explorer.page();
    await find(page, { party: 'a' }, (x, y) => page.mouse.click(x, y));
    expect(await panel(page, 'party-panel')).toContain('<script>window.pwned = 1</script>');
    await page.getByTestId('party-panel').getByText('clashed with').first().click();
    expect(await panel(page, 'tie-panel')).toContain('الحرس الثوري الإيراني');
    await page.keyboard.press('t');
    await page.getByTestId('table').getByText('الحرس الثوري الإيراني').first().waitFor();
    await page.keyboard.press('m');
    await page.waitForSelector('.map');
    expect(await page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();
    expect(explorer.faults).toEqual([]);
    await page.context().close();
    await explorer.service.app.close();
    await store.close();
  });

  it('10,000 claims on one pair: the line opens at once with the first of them, and says how many there are', async () => {
    const store = await emptied(openTestStore());
    const ledger = new Ledger(store);
    const registries = { Actor: ['a', 'b'].map((id) => actorRow({ id, name: `Side ${id}`, kind: 'militia', aliases: [] })), Commander: [], Location: [], Origin: [originRow({ id: 'outlet', name: 'Outlet', kind: 'outlet' }, (id) => id)], Incident: [] };
    await ledger.writeRegistries(registries);
    await ledger.announcedBatches(async () => {
      for (let part = 0; part < 10; part += 1) {
        await ledger.writeBatch({
          source: 'articles', registries: { Actor: [], Commander: [], Location: [], Origin: [], Incident: [] },
          articles: Array.from({ length: 100 }, (_, n) => articleRow({
            id: `article-${part}-${n}`, title: `Report ${part} ${n}`, publisher: 'outlet', published: '2018-03-01', language: 'en', paragraphs: [{ n: 1, gist: 'fighting' }],
            claims: Array.from({ length: 10 }, (_claim, k) => ({ key: `k${k}`, paragraph: 1, type: 'CLASHED_WITH', subject: 'a', object: 'b', summary: `Account ${part} ${n} ${k} of the fighting`, date: '2018-02-11', headline: false, stance: 'reported', former: false, attribution: [], casualties: [], rivals: [] })),
          })),
        });
      }
    });
    const explorer = await Explorer.over(store, browser);
    const page = await explorer.page();
    await page.keyboard.press('t');
    await page.getByTestId('table').locator('tbody tr').first().click();
    const text = await panel(page, 'tie-panel');
    expect(text).toMatch(/10,000 claims of 1 distinct origin in 1,000 articles/);
    expect(text).toMatch(/The first 200 of 10,000 claims/);
    await page.getByText(/first 3,000 of 10,000/).first().waitFor();
    await page.context().close();
    await explorer.service.app.close();
    await store.close();
  }, 120_000);

  it('an empty graph says so, and how it is filled', async () => {
    const store = await emptied(openTestStore());
    const explorer = await Explorer.over(store, browser);
    const page = await explorer.page();
    await page.getByTestId('empty').getByText(/npm run ingest/).waitFor();
    await page.context().close();
    await explorer.service.app.close();
    await store.close();
  });
});

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Neo4jStore } from '../../../src/store/neo4j-store';
import { FindDocument, NetworkClaimsDocument, NetworkDocument, StartDocument } from '../../../explorer/src/api/generated/documents';
import { MOST_CLAIMS } from '../../../explorer/src/model/query';
import { FIRST_VIEW } from '../../../explorer/src/model/view';
import { launchChromium } from '../../support/chromium';
import { openTestStore, seeded } from '../../support/graph';
import { startService, type Service } from '../../support/service';

/** The explorer in a real browser, served by the real service over the graph of the five articles. One for each test file. */
export class Explorer {
  /** What the browser's console said that is an error, and exceptions of the page. */
  readonly faults: string[] = [];
  private constructor(readonly store: Neo4jStore, readonly service: Service, readonly browser: Browser) {}

  static async open(exportsDir?: string): Promise<Explorer> {
    const store = await seeded(openTestStore());
    const [service, browser] = await Promise.all([startService(store, {}, 0, exportsDir), launchChromium()]);
    await warm(service);
    return new Explorer(store, service, browser);
  }

  /** The same over another graph, in a browser that is open already and stays open. */
  static async over(store: Neo4jStore, browser: Browser): Promise<Explorer> {
    return new Explorer(store, await startService(store), browser);
  }

  /** A page of its own (no cookies, no storage), once its first view is drawn. `path` is what follows the service's address. */
  async page(path = '/', options: BrowserContextOptions = {}, readyMs = 60_000): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 1400, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce', acceptDownloads: true, ...options });
    const page = await context.newPage();
    // Two test files run at once on two cores, beside their databases and a browser that draws in software.
    page.setDefaultTimeout(40_000);
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && this.faults.push(message.text()));
    await page.goto(`${this.service.url}${path}`);
    await page.waitForSelector('html[data-ready="true"]', { timeout: readyMs });
    // And painted: what comes beside the drawing last may still move it under a pointer.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.service.app.close();
    await this.store.close();
  }
}

/** Has the service asked what the page asks first, as it asks itself when it starts: a database that just began takes seconds to plan it. */
async function warm(service: Service): Promise<void> {
  const { limit } = FIRST_VIEW;
  for (const [{ hash }, variables] of [[StartDocument, {}], [NetworkDocument, { limit }], [NetworkClaimsDocument, { limit, first: MOST_CLAIMS }], [NetworkDocument, { limit, filter: { stance: ['STATED'] } }], [FindDocument, { text: 'Iran', kinds: null, first: 8 }]] as const) {
    for (let tries = 0; tries < 5 && !(await service.post({ documentId: hash, variables })).ok; tries += 1);
  }
}

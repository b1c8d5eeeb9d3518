/**
 * The explorer's speed in a real browser: sizes and times of the first view, how soon 5,000 objects answer a click, and the time of a frame beside a bare Sigma page with the same graph.
 * Ratios are of one run on one machine; the browser draws in software.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { ingest } from '../../src/intake/ingest';
import { startEmbedded } from '../../src/store/embedded/start-embedded';
import { Ledger } from '../../src/store/ledger';
import { migrate } from '../../src/store/migrations';
import { Neo4jStore } from '../../src/store/neo4j-store';
import { packageRoot } from '../../src/store/package-root';
import { launchChromium } from '../../tests/support/chromium';
import { generate } from '../generate';
import { load } from '../load';
import { median } from '../measure';
import { start } from '../processes';

const say = (line: string): void => console.error(line);
const FRAMES = 25;
const VIEWPORT = { width: 1400, height: 900 };

/** Bytes of script, as they travel, that the page loads before the map is opened. */
async function firstView(browser: Browser, url: string): Promise<Record<string, number>> {
  const samples: Record<string, number>[] = [];
  for (let i = 0; i < 5; i += 1) {
    const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });
    const page = await context.newPage();
    let script = 0;
    page.on('response', (response) => {
      if (/\.js$/.test(new URL(response.url()).pathname)) script += Number(response.headers()['content-length'] ?? 0);
    });
    await page.goto(url);
    await page.waitForSelector('html[data-ready="true"]');
    const times = await page.evaluate(() => ({ paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, ready: performance.now() }));
    // From the key to the evidence on the page.
    const clicked = await page.evaluate(async () => {
      const begun = performance.now();
      document.querySelector<HTMLElement>('.tie-row')?.click();
      while (document.querySelector('[data-testid="tie-panel"] .claim') === null) await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - begun;
    });
    samples.push({ scriptKilobytes: script / 1024, paint: times.paint, ready: times.ready, evidence: clicked });
    await context.close();
  }
  return Object.fromEntries(Object.keys(samples[0] ?? {}).map((key) => [key, Math.round(median(samples.map((sample) => sample[key] ?? 0)) * 10) / 10]));
}

/**
 * How long the page takes with some thousands of objects: `openMs` from the address to all drawn (`openFirstMs` the first time, when the service has no answer kept); `drawnMs` from asking for all of it, in an open page that
 * shows a part, to all drawn; `answeredMs` until a click on a tie then shows passages. Medians of three.
 */
async function many(browser: Browser, url: string): Promise<Record<string, number>> {
  const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });
  const page = await context.newPage();
  // tsx names functions by a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  const opened: number[] = [];
  const asked: (readonly [drawn: number, answered: number])[] = [];
  let all = { parties: 0, ties: 0 };
  let part = all;
  for (let i = 0; i < 3; i += 1) {
    await page.goto(url);
    await page.waitForSelector('html[data-ready="true"]', { timeout: 60_000 });
    opened.push(await page.evaluate(() => performance.now()));
    all = await counts(page);
    const settled = async (act: () => Promise<unknown>): Promise<void> => {
      await act();
      await page.waitForSelector('html[data-ready="false"]', { timeout: 5_000 }).catch(() => undefined);
      await page.waitForSelector('html[data-ready="true"]', { timeout: 60_000 });
    };
    await settled(() => page.getByRole('checkbox', { name: 'attacked', exact: true }).uncheck());
    part = await counts(page);
    asked.push(await page.evaluate(async (whole) => {
      const { fealty } = window as unknown as { fealty: { ties(): string[] } };
      const until = async (test: () => boolean): Promise<void> => { while (!test()) await new Promise((resolve) => requestAnimationFrame(resolve)); };
      const begun = performance.now();
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Clear all')?.click();
      await until(() => fealty.ties().length === whole && document.documentElement.dataset.ready === 'true');
      const drawn = performance.now() - begun;
      document.querySelector<HTMLElement>('.tie-row')?.click();
      await until(() => document.querySelector('[data-testid="tie-panel"] .claim, [data-testid="party-panel"] .claim') !== null);
      return [drawn, performance.now() - begun] as const;
    }, all.ties));
  }
  await context.close();
  const whole = (times: number[]): number => Math.round(median(times));
  return { parties: all.parties, ties: all.ties, objects: all.parties + all.ties, tiesOfPart: part.ties, openMs: whole(opened), openFirstMs: Math.round(opened[0] ?? 0), drawnMs: whole(asked.map(([drawn]) => drawn)), answeredMs: whole(asked.map(([, answered]) => answered)), slowestMs: Math.round(Math.max(...asked.map(([, answered]) => answered))) };
}

function counts(page: Page): Promise<{ parties: number; ties: number }> {
  return page.evaluate(() => {
    const { fealty } = window as unknown as { fealty: { parties(): string[]; ties(): string[] } };
    return { parties: fealty.parties().length, ties: fealty.ties().length };
  });
}

/** The time of a frame of our stage over that of a bare Sigma page, interleaved. */
async function frames(browser: Browser, rounds: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'fealty-pages-'));
  try {
    await build({ entryPoints: { ours: join(__dirname, 'pages', 'ours.ts'), bare: join(__dirname, 'pages', 'bare.ts') }, outdir: folder, bundle: true, minify: true, format: 'esm', target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' }, logLevel: 'warning' });
    const server = createServer(({ url = '/' }, response) => {
      const name = url.slice(1);
      if (/^(ours|bare)\.js$/.test(name)) response.setHeader('content-type', 'text/javascript').end(readFileSync(join(folder, name)));
      else response.setHeader('content-type', 'text/html').end(`<!doctype html><style>html,body,#stage{margin:0;height:100%}</style><div id="stage"></div><script type="module" src="/${name}.js"></script>`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });
    const medians: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const name of ['bare', 'ours'] as const) {
        const page = await context.newPage();
        await page.goto(`http://127.0.0.1:${port}/${name}`);
        await page.waitForFunction(() => 'frames' in window);
        medians[name].push(median(await page.evaluate((n) => (window as unknown as { frames(n: number): Promise<number[]> }).frames(n), FRAMES)));
        await page.close();
      }
    }
    await context.close();
    server.close();
    const ratios = medians.ours.map((ours, i) => ours / (medians.bare[i] ?? 1));
    const rounded = (n: number): number => Math.round(n * 100) / 100;
    return { oursMs: rounded(median(medians.ours)), bareMs: rounded(median(medians.bare)), ratio: rounded(median(ratios)), least: rounded(Math.min(...ratios)), most: rounded(Math.max(...ratios)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sizes(): Record<string, number> {
  const assets = join(packageRoot(), 'dist', 'explorer', 'assets');
  return Object.fromEntries(readdirSync(assets).filter((name) => name.endsWith('.gz')).map((name) => [name.replace(/-[\w-]{8}\./, '.').replace(/\.gz$/, ''), Math.round(statSync(join(assets, name)).size / 102.4) / 10]));
}

async function withService<T>(fill: (ledger: Ledger) => Promise<unknown>, use: (url: string) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'fealty-bench-'));
  const server = await startEmbedded({ home, port: 0, heap: '1g', cache: join(packageRoot(), '.fealty', 'cache'), log: say });
  const store = new Neo4jStore({ uri: server.uri, user: 'neo4j', password: server.password });
  try {
    await migrate(store);
    await fill(new Ledger(store));
    const service = await start('ours, kept answers', { uri: server.uri, password: server.password });
    // The first look is planned in the background.
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    const result = await use(`http://127.0.0.1:${service.port}/`);
    await service.stop();
    return result;
  } finally {
    await store.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { rounds, scale, only } = new Command('bench:explorer')
    .description('Measures the explorer in a real browser. Run `npm run build` first.')
    .option('--rounds <n>', 'how often the two pages are timed, one after the other', '5')
    .option('--scale <n>', 'multiples of 10,000 generated claims for the large view', '1')
    .option('--only <part>', 'seed, many or frames')
    .parse().opts<{ rounds: string; scale: string; only?: string }>();
  const browser = await launchChromium();
  const wants = (part: string): boolean => only === undefined || only === part;
  try {
    const report = {
      kilobytesCompressed: sizes(),
      ...(wants('frames') ? { frames: await frames(browser, Number(rounds)) } : {}),
      ...(wants('seed') ? { seed: await withService((ledger) => ingest(join(packageRoot(), 'data'), ledger), (url) => firstView(browser, url)) } : {}),
      ...(wants('many') ? { many: await withService((ledger) => load(generate(Number(scale)), ledger, say), (url) => many(browser, url)) } : {}),
    };
    mkdirSync(join(packageRoot(), 'bench', 'results'), { recursive: true });
    writeFileSync(join(packageRoot(), 'bench', 'results', 'explorer.json'), JSON.stringify(report, null, 2));
    console.log(JSON.stringify(report, null, 2));
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

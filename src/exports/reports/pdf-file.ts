import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { FealtyError } from '../../domain/errors';
import { stopped } from '../../store/reports/read-rows';
import { syncPath } from '../output/sync-path';

const START_MS = 30_000;
const PATIENCE_MS = 60_000;
/** Title and page, so that a sheet that got loose says where it belongs. Chromium fills in what the classes name. */
const FOOTER = '<div style="font: 7pt sans-serif; color: #555; width: 100%; margin: 0 12mm; display: flex; justify-content: space-between"><span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>';

/**
 * Prints a page as PDF (A4) through the Chromium at `executable`. The page runs no scripts and reaches nothing but itself. Throws FealtyError PDF_FAILED if Chromium does not start or does not print
 * (`details.reason` has its own words, which may name paths); STOPPED when `signal` says so.
 */
export async function writePdf(path: string, page: string, executable: string, signal: AbortSignal): Promise<void> {
  let browser: Browser | undefined;
  let patience: NodeJS.Timeout | undefined;
  const stop = (): void => void browser?.close().catch(() => undefined);
  signal.addEventListener('abort', stop);
  try {
    browser = await launched(executable, signal);
    if (signal.aborted) throw stopped();
    // Printing itself has no limit of its own: a browser that hangs is closed, and what waits for it fails.
    patience = setTimeout(stop, PATIENCE_MS);
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, colorScheme: 'light' });
    const tab = await context.newPage();
    await tab.goto(pathToFileURL(page).href, { timeout: PATIENCE_MS });
    await tab.pdf({ path, format: 'A4', landscape: true, printBackground: true, margin: { top: '12mm', bottom: '15mm', left: '12mm', right: '12mm' }, displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: FOOTER });
  } catch (error) {
    if (signal.aborted) throw stopped();
    // A full disk, say.
    if ((error as NodeJS.ErrnoException).code !== undefined) throw error;
    throw new FealtyError('PDF_FAILED', `Chromium did not ${browser === undefined ? 'start' : 'print the page'}.`, { reason: String((error as Error).message) });
  } finally {
    clearTimeout(patience);
    signal.removeEventListener('abort', stop);
    await browser?.close().catch(() => undefined);
  }
  await syncPath(path);
}

/** A Chromium of our own; one that comes after `signal` is closed again. */
async function launched(executable: string, signal: AbortSignal): Promise<Browser> {
  // Loaded when first needed: no other form needs it.
  const { chromium } = await import('playwright-core');
  const launching = chromium.launch({
    executablePath: executable, args: ['--disable-gpu', '--disable-dev-shm-usage'], timeout: START_MS,
    // Chromium's own sandbox does not work for root, as in most containers; what is opened is a page of ours, without scripts.
    chromiumSandbox: process.getuid?.() !== 0,
    // Signals are the program's to act on: Playwright would end it before it has put everything in order.
    handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
  });
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(stopped());
      launching.then((late) => late.close(), () => undefined).catch(() => undefined);
    };
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop);
    launching.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

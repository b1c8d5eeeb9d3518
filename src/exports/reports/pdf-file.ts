import { pathToFileURL } from 'node:url';
import { FealtyError } from '../../domain/errors';
import { syncPath } from './text-file';

const PATIENCE_MS = 60_000;

/**
 * Prints a page as PDF (A4) through the Chromium at `executable`. The page runs no scripts and reaches nothing but itself. Throws FealtyError PDF_FAILED if Chromium does not start or does not print.
 */
export async function writePdf(path: string, page: string, executable: string): Promise<void> {
  // Loaded when first needed: no other form needs it.
  const { chromium } = await import('playwright-core');
  try {
    // Chromium's own sandbox does not work for root, as in most containers; what is opened is a page of ours, without scripts.
    const browser = await chromium.launch({ executablePath: executable, chromiumSandbox: process.getuid?.() !== 0, args: ['--disable-gpu', '--disable-dev-shm-usage'], timeout: PATIENCE_MS });
    try {
      const context = await browser.newContext({ javaScriptEnabled: false, offline: true, colorScheme: 'light' });
      const tab = await context.newPage();
      await tab.goto(pathToFileURL(page).href, { timeout: PATIENCE_MS });
      await tab.pdf({ path, format: 'A4', landscape: true, printBackground: true, margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } });
    } finally {
      await browser.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) throw error;
    throw new FealtyError('PDF_FAILED', `Chromium did not print the page: ${String((error as Error).message).split('\n')[0] ?? ''}`);
  }
  await syncPath(path);
}

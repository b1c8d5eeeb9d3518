import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import type { View } from '../../../explorer/src/model/view';
import { UnreadableView } from '../../../explorer/src/share/packed-view';
import { decodeView } from '../../../explorer/src/share/share-code';

/** Why a code cannot be read; null if it can. Fails on any error that the page would not put into words. */
export async function addressProblemOf(code: string): Promise<string | null> {
  try {
    await decodeView(code);
    return null;
  } catch (error) {
    if (error instanceof UnreadableView) return error.message;
    throw error;
  }
}

export async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

/** Opens the dialog if it is not open, presses one of its buttons, and reads the file that comes. */
export async function taken(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  if (!(await page.getByTestId('takeaway-counts').isVisible())) await page.getByRole('button', { name: 'Take away' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button, exact: true }).click()]);
  return { name: download.suggestedFilename(), content: await contentOf(download) };
}

export async function closeDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close', exact: true }).click();
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into files freely
export async function takenJson(page: Page): Promise<any> {
  const { content } = await taken(page, 'JSON');
  await closeDialog(page);
  return JSON.parse(content.toString('utf8'));
}

/** Waits until the address holds a view of which something is true, and gives it. */
export async function viewInAddress(page: Page, isIt: (view: View) => boolean): Promise<View> {
  for (let tries = 0; tries < 100; tries += 1) {
    // `#evidence` stands there for a moment.
    const found = await decodeView(new URL(page.url()).hash.slice(1)).catch(() => null);
    if (found !== null && isIt(found.view)) return found.view;
    await page.waitForTimeout(50);
  }
  throw new Error(`The address never became what was awaited: ${page.url()}`);
}

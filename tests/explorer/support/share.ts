import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { NetworkClaimsDocument, NetworkDocument, StartDocument, type EvidenceFilter } from '../../../explorer/src/api/generated/documents';
import { FIRST_PARTIES, MOST_CLAIMS } from '../../../explorer/src/model/query';
import type { View } from '../../../explorer/src/model/view';
import { UnreadableView } from '../../../explorer/src/share/packed-view';
import { decodeView } from '../../../explorer/src/share/share-code';
import type { Explorer } from './explorer';

/** Has the service asked what the page asks first, until it answers in time: a database that just began takes longer. */
export async function warmed(explorer: Explorer, filter: EvidenceFilter | null = null): Promise<Explorer> {
  const network = { parties: null, limit: FIRST_PARTIES, types: null, filter };
  for (const [{ hash }, variables] of [[StartDocument, {}], [NetworkDocument, network], [NetworkClaimsDocument, { ...network, first: MOST_CLAIMS }]] as const) {
    for (let tries = 0; tries < 5 && !(await explorer.service.post({ documentId: hash, variables })).ok; tries += 1);
  }
  return explorer;
}

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

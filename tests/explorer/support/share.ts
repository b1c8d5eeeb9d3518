import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
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
  await page.getByRole('button', { name: 'Close' }).click();
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into files freely
export async function takenJson(page: Page): Promise<any> {
  const { content } = await taken(page, 'JSON');
  await closeDialog(page);
  return JSON.parse(content.toString('utf8'));
}

/** What axe has against the page as it is, one line each. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

/** Waits until the address holds a view of which something is true, and gives it. */
export async function viewInAddress(page: Page, isIt: (view: View) => boolean): Promise<View> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { view } = await decodeView(new URL(page.url()).hash.slice(1));
    if (isIt(view)) return view;
    await page.waitForTimeout(50);
  }
  throw new Error(`The address never became what was awaited: ${page.url()}`);
}

/** Where a party stands on the stage, in pixels of the page, as the drawing of what is on the screen has it. */
export async function spotOnStage(page: Page, name: string): Promise<{ x: number; y: number }> {
  await page.getByRole('button', { name: 'Take away' }).click();
  await page.getByLabel('The part on the screen').check();
  const svg = (await taken(page, 'SVG')).content.toString('utf8');
  await closeDialog(page);
  const figure = svg.slice(svg.indexOf(`<title>${name}</title>`));
  const numbers = [...(/(?:points="([^"]*)"|cx="([^"]*)" cy="([^"]*)")/.exec(figure)?.slice(1) ?? []).filter((part) => part !== undefined).join(',').matchAll(/-?[\d.]+/g)].map(Number);
  const mean = (own: number[]): number => own.reduce((sum, n) => sum + n, 0) / own.length;
  const box = await page.getByTestId('stage').boundingBox();
  return { x: (box?.x ?? 0) + mean(numbers.filter((_, i) => i % 2 === 0)), y: (box?.y ?? 0) + mean(numbers.filter((_, i) => i % 2 === 1)) };
}

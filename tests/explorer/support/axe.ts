import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page as it is, or with the parts of it that match one of `parts`: one line a violation, none if none. */
export async function axeFindings(page: Page, parts: string[] = []): Promise<string[]> {
  // Evaluated from outside the page, so the page's own content security policy stays as it is.
  await page.evaluate(SOURCE);
  return page.evaluate(async (within) => {
    const { axe } = window as unknown as { axe: { run(root: Document | { include: string[][] }): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }> } };
    const { violations } = await axe.run(within.length === 0 ? document : { include: within.map((part) => [part]) });
    return violations.flatMap(({ id, nodes }) => nodes.slice(0, 5).map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary.split('\n').slice(0, 3).join(' ')}`));
  }, parts);
}

import type { Page } from 'playwright-core';
import { toGlobalId } from '../../../src/domain/global-id';

interface Inspected {
  parties: string[];
  ties: string[];
  /** By the party's id in the data files. */
  spots: Record<string, { x: number; y: number }>;
  view: { selection: { kind: string; id: string }[]; pinned: Record<string, unknown>; parties: string[] | null; hidden: string[]; filters: Record<string, unknown> };
}

interface Fealty {
  parties(): string[];
  ties(): string[];
  spot(id: string): { x: number; y: number };
  spotOfTie(id: string, share: number): { x: number; y: number };
  under(): string | null;
  view(): Inspected['view'];
}

/** What the drawing holds, and the view. */
export async function inspect(page: Page): Promise<Inspected> {
  const found = await page.evaluate(() => {
    const { fealty } = window as unknown as { fealty: Fealty };
    return { parties: fealty.parties(), ties: fealty.ties(), spots: fealty.parties().map((id) => [id, fealty.spot(id)] as const), view: fealty.view() };
  });
  const slug = (id: string): string => Buffer.from(id, 'base64url').toString().replace(/^\w+:/, '');
  return { ...found, spots: Object.fromEntries(found.spots.map(([id, spot]) => [slug(id), spot])) };
}

/** Does something at the place of a party or a tie on the page, as a pointer would. */
export async function find(page: Page, what: { party: string } | { tie: [string, string, string] }, act: (x: number, y: number) => Promise<void>): Promise<void> {
  const ids = 'party' in what ? ['Actor', 'Commander', 'Location'].map((type) => toGlobalId(type as 'Actor', what.party)) : [toGlobalId('Tie', what.tie.join(' '))];
  const isTie = 'tie' in what;
  const box = (await page.getByTestId('stage').boundingBox()) as { x: number; y: number };
  // Other ties may cross at a tie's middle, so other points of it are tried.
  for (const share of isTie ? [0.5, 0.4, 0.6, 0.3, 0.7, 0.25, 0.75] : [0.5]) {
    const { id, x, y } = await page.evaluate(([candidates, tie, at]) => {
      const { fealty } = window as unknown as { fealty: Fealty };
      const found = candidates.find((candidate) => (tie ? fealty.ties() : fealty.parties()).includes(candidate)) as string;
      return { id: found, ...(tie ? fealty.spotOfTie(found, at) : fealty.spot(found)) };
    }, [ids, isTie, share] as const);
    // A hand is never quite still; and a pointer that came while the picture was being redrawn is felt at its next move.
    for (let tries = 0; tries < 12; tries += 1) {
      await page.mouse.move(box.x + x + (tries % 2) * 0.5, box.y + y);
      if (await page.evaluate((wanted) => (window as unknown as { fealty: Fealty }).fealty.under() === wanted, id)) return act(box.x + x, box.y + y);
      await page.waitForTimeout(60);
    }
  }
  throw new Error(`no point of ${JSON.stringify(what)} lies free`);
}

/** The text of a panel, once what it fetches is there. */
export async function panel(page: Page, id: string): Promise<string> {
  const found = page.getByTestId(id);
  await found.waitFor();
  await page.waitForFunction((testId) => document.querySelector(`[data-testid="${testId}"] .skeleton`) === null, id);
  return found.innerText();
}

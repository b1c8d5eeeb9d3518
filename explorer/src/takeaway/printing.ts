import { signal } from '@preact/signals';

/** Whether the page is being printed, or about to be. */
export const printing = signal(false);
/** What makes the sheet; null until it was fetched. Once printing has begun it is too late to fetch anything. */
export const sheet = signal<(() => preact.JSX.Element) | null>(null);

export async function fetchSheet(): Promise<void> {
  sheet.value ??= (await import('./PrintContent')).PrintContent;
}

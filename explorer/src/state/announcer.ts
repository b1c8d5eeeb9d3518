import { signal } from '@preact/signals';

/** What a screen reader is to say next, through the page's live region. */
export const announcement = signal('');

export function announce(text: string): void {
  // The same words again would be no change, and nobody would hear them.
  announcement.value = announcement.peek() === text ? `${text}\u00a0` : text;
}

import { signal } from '@preact/signals';
import { announce } from '../state/announcer';

/** What there is to say of the link that was opened: that it cannot be read, or what of it is gone. Null if nothing. */
export const addressProblem = signal<string | null>(null);

export function tellOfAddress(text: string): void {
  addressProblem.value = text;
  announce(text);
}

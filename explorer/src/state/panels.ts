import { signal } from '@preact/signals';

/** What lies over or beside the graph and is not part of the view: it is neither shared nor undone. */
export type Dialog = 'help' | 'history' | 'reports' | 'share' | 'takeaway' | null;
export const dialog = signal<Dialog>(null);
/** The party whose ties can be chosen for expanding; its panel shows them. */
export const expanding = signal<string | null>(null);
export const filtersOpen = signal(true);

export function openExpansion(id: string): void {
  expanding.value = id;
}

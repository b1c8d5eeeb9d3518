import { signal } from '@preact/signals';
import { ask } from '../api/client';
import { NameOfDocument } from '../api/generated/documents';
import { start } from '../state/store';
import { periodInWords } from './period';
import type { Slot } from './questions';

/** Names of what stands in slots by id: as picked, or as the service told. */
const names = signal<ReadonlyMap<string, string>>(new Map());
const looked = new Set<string>();

export function rememberName(id: string, name: string): void {
  if (names.peek().get(id) !== name) names.value = new Map(names.peek()).set(id, name);
}

/** Whether a text is one of the service's global ids (`Type:id` in base64url). */
export function isGlobalId(text: string): boolean {
  if (!/^[A-Za-z0-9_-]{8,}$/.test(text)) return false;
  try {
    return /^(Actor|Commander|Location|Article):/.test(atob(text.replace(/-/g, '+').replace(/_/g, '/')));
  } catch {
    return false;
  }
}

/** How the value of a slot reads. A name that is not known yet is asked for, and the text follows when it is there. */
export function slotInWords({ kind }: Slot, value: string): string {
  if (kind === 'period' || kind === 'day') return periodInWords(value);
  if (!isGlobalId(value)) return value;
  const known = names.value.get(value) ?? start.value?.articles.nodes.find(({ id }) => id === value)?.title;
  if (known !== undefined) return known;
  if (!looked.has(value)) {
    looked.add(value);
    void lookUp(value);
  }
  return '…';
}

async function lookUp(id: string): Promise<void> {
  try {
    const { node } = await ask(NameOfDocument, { id });
    if (node === null) return;
    if ('name' in node) rememberName(id, node.name);
    else if ('title' in node) rememberName(id, node.title);
  } catch {
    // Not told: it stays an ellipsis, and is asked for again the next time.
    looked.delete(id);
  }
}

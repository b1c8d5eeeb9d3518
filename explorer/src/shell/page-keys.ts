import { openPane, openTable, select } from '../state/actions';
import { dialog, filtersOpen } from '../state/panels';
import { redo, undo, view } from '../state/store';
import { lassoOn } from '../graph/lasso-on';

/** Keys that work anywhere on the page, except while typing or in a dialog. */
export function onPageKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  const isTyping = target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');
  const withControl = event.ctrlKey || event.metaKey;
  if (withControl && !isTyping && event.key.toLowerCase() === 'z') return act(event, event.shiftKey ? redo : undo);
  if (withControl && !isTyping && event.key.toLowerCase() === 'y') return act(event, redo);
  if (withControl || event.altKey || document.querySelector('dialog[open]') !== null) return;
  if (event.key === 'Escape') return lassoOn.peek() ? act(event, () => (lassoOn.value = false)) : isTyping || view.peek().selection.length === 0 ? undefined : act(event, () => select([]));
  if (isTyping) return;
  const keys: Record<string, () => void> = {
    '/': () => focus('#ask'), '?': () => (dialog.value = 'help'), g: () => focus('.stage'), e: () => focus('#evidence'),
    t: () => openTable(view.peek().table === null ? 'ties' : null), m: () => openPane(view.peek().pane === 'map' ? 'graph' : 'map'),
    f: () => (filtersOpen.value = !filtersOpen.peek()), r: () => (dialog.value = 'reports'), s: () => (dialog.value = 'share'), d: () => (dialog.value = 'takeaway'),
  };
  const key = keys[event.key.toLowerCase()];
  if (key) act(event, key);
}

function act(event: KeyboardEvent, what: () => void): void {
  event.preventDefault();
  what();
}

function focus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

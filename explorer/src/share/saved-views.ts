import { signal } from '@preact/signals';
import { change, view } from '../state/store';
import { addressProblem } from './address-problem';
import { UnreadableView } from './packed-view';
import { watchForStale } from './stale';
import { cleanName, freeName, readViews, writeViews, type SavedView } from './views-file';

const KEY = 'fealty.views';

/** The views kept in this browser, the last first. */
export const savedViews = signal<readonly SavedView[]>([]);
/** What keeps the browser from keeping them; null if nothing does. */
export const keepingProblem = signal<string | null>(null);

/** Takes what the browser keeps; another window may have added to it. */
export function loadSavedViews(): void {
  try {
    const text = localStorage.getItem(KEY);
    savedViews.value = text === null ? [] : readViews(text);
    keepingProblem.value = null;
  } catch (error) {
    keepingProblem.value = error instanceof UnreadableView
      ? `The views kept in this browser cannot be read (${error.message}). They stay as they are until another view is saved.`
      : 'This browser keeps nothing (private window, or storage switched off): saved views last until the page is closed. Export them to a file.';
  }
}

/** Changes the list, and has the browser keep it. What it does not keep stays for as long as the page is open. */
function setViews(views: readonly SavedView[]): void {
  savedViews.value = views;
  try {
    localStorage.setItem(KEY, writeViews(views, new Date()));
    keepingProblem.value = null;
  } catch (error) {
    keepingProblem.value = error instanceof DOMException && error.name === 'QuotaExceededError'
      ? 'This browser’s storage is full: the last change lasts until the page is closed. Export the views to a file, or delete some.'
      : 'This browser keeps nothing (private window, or storage switched off): saved views last until the page is closed. Export them to a file.';
  }
}

function names(): string[] {
  return savedViews.peek().map(({ name }) => name);
}

/** Keeps the view on show under a name, which gets a number if it is taken; tells the name it got. */
export function saveView(name: string): string {
  const free = freeName(cleanName(name), names());
  setViews([{ name: free, savedAt: new Date().toISOString(), view: view.peek() }, ...savedViews.peek()]);
  return free;
}

export function openView(saved: SavedView): void {
  addressProblem.value = null;
  change(`Open “${saved.name}”`, saved.view);
  watchForStale([]);
}

/** Gives a view another name; tells the name it got. */
export function renameView(saved: SavedView, name: string): string {
  const free = freeName(cleanName(name) || saved.name, names().filter((other) => other !== saved.name));
  setViews(savedViews.peek().map((each) => (each === saved ? { ...each, name: free } : each)));
  return free;
}

/** Deletes a view; what comes back puts it where it was. */
export function deleteView(saved: SavedView): () => void {
  const at = savedViews.peek().indexOf(saved);
  setViews(savedViews.peek().filter((each) => each !== saved));
  return () => setViews([...savedViews.peek().slice(0, at), saved, ...savedViews.peek().slice(at)]);
}

/** Adds the views of a file; those that are here already, name and content, are left out. Tells how many were added. Throws UnreadableView, and then nothing has changed. */
export function addViews(text: string): number {
  const mine = new Set(savedViews.peek().map(sameness));
  const fresh = readViews(text).filter((each) => !mine.has(sameness(each)));
  const added: SavedView[] = [];
  for (const each of fresh) added.push({ ...each, name: freeName(each.name, [...names(), ...added.map(({ name }) => name)]) });
  if (added.length > 0) setViews([...added, ...savedViews.peek()]);
  return added.length;
}

function sameness({ name, view: kept }: SavedView): string {
  return JSON.stringify([name, kept]);
}

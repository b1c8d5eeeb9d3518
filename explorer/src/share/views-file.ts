import type { View } from '../model/view';
import { pack, unpack, UnreadableView, type PackedView } from './packed-view';

/** A view kept under a name. */
export interface SavedView {
  name: string;
  /** ISO 8601. */
  savedAt: string;
  view: View;
}

const FORMAT = 'fealty-views';
const VERSION = 1;
const MOST_VIEWS = 500;
const MOST_LETTERS = 120;
export const MOST_FILE_BYTES = 8 * 1024 * 1024;

/** Saved views as text: of a file, or of the browser's store. */
export function writeViews(views: readonly SavedView[], now: Date): string {
  const packed: { name: string; savedAt: string; view: PackedView }[] = views.map(({ name, savedAt, view }) => ({ name, savedAt, view: pack(view) }));
  return JSON.stringify({ format: FORMAT, version: VERSION, written: now.toISOString(), views: packed }, null, 1);
}

/** The saved views in a text, all or none. Takes anything; throws UnreadableView, whose message says what is wrong. */
export function readViews(text: string): SavedView[] {
  let told: unknown;
  try {
    told = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UnreadableView('it is not JSON');
  }
  const { format, version, views } = (typeof told === 'object' && told !== null ? told : {}) as Record<string, unknown>;
  if (format !== FORMAT) throw new UnreadableView('it is not a file of saved views of this page');
  if (version !== VERSION) throw new UnreadableView(`it was made by another version of this page (${JSON.stringify(version)?.slice(0, 20)}; this one reads ${VERSION})`);
  if (!Array.isArray(views)) throw new UnreadableView('it lists no views');
  if (views.length > MOST_VIEWS) throw new UnreadableView(`it lists ${views.length.toLocaleString('en')} views; ${MOST_VIEWS} fit`);
  return views.map((each: unknown, i) => readView(each, i + 1));
}

function readView(told: unknown, number: number): SavedView {
  const { name, savedAt, view } = (typeof told === 'object' && told !== null ? told : {}) as Record<string, unknown>;
  const clean = typeof name === 'string' ? cleanName(name) : '';
  if (clean === '') throw new UnreadableView(`view ${number} has no name`);
  if (typeof savedAt !== 'string' || savedAt.length > 40 || Number.isNaN(Date.parse(savedAt))) throw new UnreadableView(`view ${number} (“${clean}”) does not say when it was saved`);
  try {
    return { name: clean, savedAt, view: unpack(view).view };
  } catch (error) {
    throw new UnreadableView(`view ${number} (“${clean}”): ${error instanceof UnreadableView ? error.message : 'it cannot be read'}`);
  }
}

/** A name as it is kept: on one line, and not endless. */
export function cleanName(name: string): string {
  return name.replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, MOST_LETTERS).trim();
}

/** A name that none of the others has: as it is, or with a number. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  for (let n = 2; ; n += 1) if (!taken.includes(`${name} (${n})`)) return `${name} (${n})`;
}

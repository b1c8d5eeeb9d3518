import { effect } from '@preact/signals';
import { FIRST_VIEW } from '../model/view';
import { begin } from '../model/history';
import { change, history, view } from '../state/store';
import { addressProblem, tellOfAddress } from './address-problem';
import { UnreadableView } from './packed-view';
import { decodeView, encodeView, isViewCode } from './share-code';
import { mendStaleViews, watchForStale } from './stale';

/** Browsers refuse an address that changes more often than some hundred times in half a minute. */
const PAUSE_MS = 350;

/** The code that the address holds, as last read or written, so that our own writing is not taken for the reader's. */
let held = '';
/** While an address is read, nothing is written over it. */
let decoding = false;
let reading: Promise<void> = Promise.resolve();

/** Settled once the address that the page was opened with has been read: whoever asks for the network may wait for it, and need not. */
export function addressRead(): Promise<void> {
  return reading;
}

/** Keeps the page's address and the view in step. Call once, before anything is asked. */
export function followAddress(): void {
  mendStaleViews();
  reading = read(true).then(() => {
    const follow = (): void => void read(false);
    window.addEventListener('hashchange', follow);
    window.addEventListener('popstate', follow);
    write();
  });
}

function codeInAddress(): string {
  return window.location.hash.slice(1);
}

/** Takes the view from the address. An address that cannot be read leaves the page as it is, and is replaced. */
async function read(first: boolean): Promise<void> {
  const code = codeInAddress();
  if (code === held) return;
  held = code;
  // `#evidence` and the like lead to a part of the page; the view comes back to the address.
  if (!isViewCode(code) && code !== '' && document.getElementById(code) !== null) return first ? undefined : put();
  decoding = true;
  try {
    const { view: told, unknown } = await decodeView(code);
    if (held !== code) return;
    decoding = false;
    addressProblem.value = null;
    if (first) history.value = begin(told);
    else change(code === '' ? 'Go to the first view' : 'Open a link', told);
    if (code !== '') watchForStale(unknown);
  } catch (error) {
    if (held !== code) return;
    tellOfAddress(`This link cannot be opened: ${error instanceof UnreadableView ? error.message : 'it is damaged'}. ${first ? 'The page shows its first view.' : 'The page shows what it showed before.'}`);
    decoding = false;
    if (!first) void put();
  }
}

/** Writes the view to the address: at once when it has been quiet, else after the pause. */
function write(): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = 0;
  effect(() => {
    void view.value;
    if (timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      last = Date.now();
      void put();
    }, Math.max(0, last + PAUSE_MS - Date.now()));
  });
}

async function put(): Promise<void> {
  const written = view.peek();
  const code = written === FIRST_VIEW ? '' : await encodeView(written);
  // Meanwhile the view may have changed (then it is written later), or the reader may have gone to another address.
  if (written !== view.peek() || code === held || decoding || (codeInAddress() !== held && isViewCode(codeInAddress()))) return;
  try {
    window.history.replaceState(window.history.state, '', code === '' ? window.location.pathname + window.location.search : `#${code}`);
    held = code;
  } catch {
    // Refused for being changed too often: the next change writes it.
  }
}

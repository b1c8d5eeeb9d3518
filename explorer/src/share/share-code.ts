import type { View } from '../model/view';
import { pack, unpack, UnreadableView, type Unpacked } from './packed-view';
import { fromBase64Url, toBase64Url } from './short-id';

/** What a link carries after its `#`: `view=`, a version, a point, and the packed view as JSON, deflated and in base64url. The first view needs none. */
const MARK = 'view=';
const VERSION = 1;
const MOST_BYTES = 512 * 1024;
const MOST_LETTERS = MOST_BYTES;

/** The code of a view, without `#`; empty for the first view. */
export async function encodeView(view: View): Promise<string> {
  const json = JSON.stringify(pack(view));
  if (json === '{}') return '';
  const deflated = await new Response(new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
  return `${MARK}${VERSION}.${toBase64Url(new Uint8Array(deflated))}`;
}

/** Whether a text claims to be a view's code. */
export function isViewCode(code: string): boolean {
  return code.startsWith(MARK);
}

/** The view of a code. Takes anything; throws UnreadableView, whose message says what is wrong, and never makes more of a code than half a megabyte. */
export async function decodeView(code: string): Promise<Unpacked> {
  if (code === '') return unpack({});
  const [, version, body] = /^view=(\d{1,6})\.([A-Za-z0-9_-]*)$/.exec(code) ?? [];
  if (version === undefined || body === undefined) throw new UnreadableView('it is not one of this page’s links, or was cut or changed on its way');
  if (Number(version) !== VERSION) throw new UnreadableView(`it was made by another version of this page (${Number(version)}; this one reads ${VERSION})`);
  if (body.length > MOST_LETTERS) throw new UnreadableView('it is longer than any link of this page');
  const bytes = fromBase64Url(body);
  const json = bytes === null ? null : await inflated(bytes);
  if (json === null) throw new UnreadableView('it was cut or changed on its way');
  return unpack(parsed(json));
}

/** The text inside, read piece by piece so that a small code cannot grow into a large one; null if there is none. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      size += piece.value.length;
      if (size > MOST_BYTES) throw new UnreadableView('it holds more than any link of this page');
      text += decoder.decode(piece.value, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    if (error instanceof UnreadableView) throw error;
    return null;
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new UnreadableView('it was cut or changed on its way');
  }
}

/** Global ids are `Type:id` in base64url, which deflate cannot look into; as plain text they take half the room in a link. An id that is not of that kind is kept as it is. */
const RAW = /^[A-Za-z0-9_-]{1,600}$/;
const PLAIN = /^[A-Z][A-Za-z]{1,20}:/;
/** Names that are no id and that would reach what all objects have. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const MOST_LETTERS = 600;

export function shortened(id: string): string {
  const text = textOf(id);
  return text !== null && PLAIN.test(text) && idOf(text) === id ? text : id;
}

/** The id again; null if the text stands for none. */
export function lengthened(text: string): string | null {
  if (text.length > MOST_LETTERS || FORBIDDEN.has(text)) return null;
  const id = PLAIN.test(text) ? idOf(text) : text;
  return RAW.test(id) && !FORBIDDEN.has(id) ? id : null;
}

function idOf(text: string): string {
  return toBase64Url(new TextEncoder().encode(text));
}

function textOf(id: string): string | null {
  const bytes = RAW.test(id) ? fromBase64Url(id) : null;
  try {
    return bytes === null ? null : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8_192) binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The bytes; null if the text is not base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

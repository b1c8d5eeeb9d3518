/** A word of what was typed: as it compares, and where it stands. */
export interface Word {
  norm: string;
  start: number;
  end: number;
}

const ASKING = new Set(['who', 'what', 'where', 'how']);
const POSSESSIVE = /^(.+)(['’‘`´]s)$/iu;
const PLURAL_POSSESSIVE = /^(.+s)(['’‘`´])$/iu;
const BACKED = /^(.+)([-‐‑]backed)$/iu;

/** The words of a text. A possessive is a word of its own (`'s`), and so is the `-backed` of "Iran-backed"; punctuation around words is left out. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const found of text.matchAll(/\S+/gu)) {
    // The two dots of an open period (2018/..) are no punctuation.
    const stripped = found[0].endsWith('/..') ? found[0] : found[0].replace(/[?!.,;:…]+$/u, '');
    if (stripped === '') continue;
    const start = found.index;
    const parts = POSSESSIVE.exec(stripped) ?? BACKED.exec(stripped) ?? (/^["“«'‘]/u.test(stripped) ? null : PLURAL_POSSESSIVE.exec(stripped));
    if (parts === null) {
      words.push(word(stripped, start));
      continue;
    }
    const [, base = '', suffix = ''] = parts;
    words.push(word(base, start));
    const isContraction = ASKING.has(base.toLowerCase());
    words.push({ norm: isContraction ? 'is' : /backed$/iu.test(suffix) ? '-backed' : "'s", start: start + base.length, end: start + stripped.length });
  }
  return words;
}

function word(raw: string, start: number): Word {
  return { norm: raw.normalize('NFKC').toLowerCase().replace(/^["“”«»'‘’(]+|["“”«»'’)]+$/gu, ''), start, end: start + raw.length };
}

/** The text that words stand for, without quotes around all of it. */
export function textOf(text: string, words: readonly Word[]): string {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return '';
  const raw = text.slice(first.start, last.end).trim();
  const quoted = /^["“”«»](.*)["“”«»]$/u.exec(raw);
  return quoted !== null && !/["“”«»]/u.test(quoted[1] ?? '') ? (quoted[1] ?? '').trim() : raw;
}

/** A word or sign of a Cypher text, outside comments and strings. */
export interface Token {
  text: string;
  line: number;
  /** A bare word, which may be a keyword; names in backticks and after `.`, `:` or `$` are none. */
  word: boolean;
  /** A mark of the language itself, such as `.` or `(`; a name in backticks that looks like one is none. */
  sign: boolean;
}

/** Why a Cypher text cannot be read, and where. */
export class UnreadableCypher extends Error {
  constructor(readonly line: number, message: string) {
    super(message);
  }
}

const SPACE = /[\s\u0000-\u001F\u0085\u00A0\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F\u2060\u3000\uFEFF]/;
const WORD = /[\p{L}\p{Nl}\p{Pc}\p{Mn}\p{Mc}\p{Nd}\p{Sc}\p{Cf}]/u;

/**
 * The tokens of a Cypher text, without comments and strings: what stands in those is not run. Throws UnreadableCypher where a string or comment never ends, and at a Unicode escape
 * (`\u004C`), which Neo4j resolves before it reads anything else, so that it could spell keywords or end strings unseen.
 */
export function cypherTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let [at, line] = [0, 1];
  const fail = (message: string): never => {
    throw new UnreadableCypher(line, message);
  };
  const skipTo = (end: string, what: string, escapes: boolean): void => {
    const begun = line;
    for (;;) {
      if (at >= text.length) throw new UnreadableCypher(begun, `${what} that never ends`);
      if (text.startsWith(end, at)) break;
      if (text[at] === '\n') line += 1;
      at += escapes && text[at] === '\\' ? 2 : 1;
    }
    at += end.length;
  };
  const escape = /\\+u/i.exec(text);
  if (escape !== null) {
    line = text.slice(0, escape.index).split('\n').length;
    fail('a Unicode escape (\\u…), which could hide what the statement does');
  }
  while (at < text.length) {
    const char = text[at] as string;
    if (char === '\n') line += 1;
    if (SPACE.test(char)) at += 1;
    else if (text.startsWith('//', at)) {
      // Either line end ends it for Neo4j.
      while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
    } else if (text.startsWith('/*', at)) {
      at += 2;
      skipTo('*/', 'a comment', false);
    } else if (char === "'" || char === '"') {
      const begun = line;
      at += 1;
      skipTo(char, 'a string', true);
      tokens.push({ text: char, line: begun, word: false, sign: false });
    } else if (char === '`') {
      at += 1;
      const from = at;
      skipTo('`', 'a name in backticks', false);
      tokens.push({ text: text.slice(from, at - 1), line, word: false, sign: false });
    } else if (WORD.test(char)) {
      const from = at;
      while (at < text.length && WORD.test(text[at] as string)) at += 1;
      const before = tokens.at(-1);
      tokens.push({ text: text.slice(from, at), line, word: before?.sign !== true || !['.', ':', '$'].includes(before.text), sign: false });
    } else {
      tokens.push({ text: char, line, word: false, sign: true });
      at += 1;
    }
  }
  return tokens;
}

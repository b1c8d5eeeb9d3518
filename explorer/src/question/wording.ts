import { MACROS } from './questions';
import { textOf, type Word } from './words-of';

/** One element of a wording: words of which one alternative must stand there, or a slot. */
type Element = { alternatives: string[][]; optional: boolean } | { slot: string };

export interface Wording {
  elements: Element[];
  weak: boolean;
}

/** What a wording found in a text. */
export interface Found {
  slots: Record<string, string>;
  /** How many words were the wording's own. */
  literals: number;
  /** The slot in which the text ends; null if it ends in a word of the wording. */
  last: string | null;
  /** Whether all of the wording was found. */
  whole: boolean;
}

const ARTICLES = new Set(['the', 'a', 'an']);
/** No name holds these: with them in a slot, something was said that the wording does not know, and to ignore it would be a wrong answer. */
const NEVER_IN_A_SLOT = new Set(['who', 'whom', 'whose', 'which', 'what', 'why', 'how', 'when', 'not', "didn't", "hasn't", "haven't", 'never', 'except', 'without', 'but', 'did', 'does', 'do', 'has', 'have', 'had', 'is', 'are', 'was', 'were', 'each', 'fought', 'clashed', 'only', 'excluding', 'unless', 'besides', 'than']);
const NEVER_FIRST = new Set(['in', 'near', 'at', 'around', 'inside', 'with', 'against', 'of', 'by', 'to', 'from', 'and', 'or', 'both', 'for', 'about', 'between', 'among', 'during', 'since', 'before', 'after', "'s", '-backed']);
const NEVER_LAST = new Set(['in', 'near', 'at', 'around', 'with', 'against', 'of', 'by', 'to', 'from', 'and', 'or', 'the', 'for', 'during', 'since', 'before', 'after', "'s"]);
const MOST_FOUND = 12;

export function compile(text: string): Wording {
  const weak = text.startsWith('~');
  const elements = expand(text.replace(/^~\s*/, '')).split(/\s+/).map((part): Element => {
    if (part.startsWith('<')) return { slot: part.slice(1, -1) };
    const optional = part.endsWith('?');
    const alternatives = part.replace(/\?$/, '').split('|').map((alternative) => alternative.split('_'));
    return { alternatives, optional };
  });
  return { elements, weak };
}

function expand(text: string): string {
  const expanded = text.replace(/\$(\w+)/g, (_, name: string) => {
    const macro = MACROS[name];
    if (macro === undefined) throw new Error(`no macro $${name}`);
    return macro;
  });
  return expanded.includes('$') ? expand(expanded) : expanded;
}

/** Every way in which a wording reads the words; with `unfinished`, also where they are only its beginning. */
export function match({ elements }: Wording, text: string, words: readonly Word[], unfinished = false): Found[] {
  const found: Found[] = [];
  const step = (element: number, at: number, slots: Record<string, string>, literals: number, last: string | null): void => {
    if (found.length >= MOST_FOUND) return;
    const wanted = elements[element];
    if (wanted === undefined) {
      if (at === words.length) found.push({ slots, literals, last, whole: true });
      return;
    }
    if (at === words.length) {
      if (unfinished) found.push({ slots, literals, last: 'slot' in wanted ? wanted.slot : last, whole: elements.slice(element).every((rest) => !('slot' in rest) && rest.optional) });
      else if (!('slot' in wanted) && wanted.optional) step(element + 1, at, slots, literals, last);
      return;
    }
    if (ARTICLES.has(words[at]?.norm ?? '')) step(element, at + 1, slots, literals, last);
    if ('slot' in wanted) {
      for (let end = words.length; end > at; end -= 1) {
        const inside = words.slice(at, end);
        if (!canBeName(inside)) continue;
        const filled = { ...slots, [wanted.slot]: textOf(text, inside) };
        step(element + 1, end, filled, literals, wanted.slot);
      }
      return;
    }
    for (const alternative of wanted.alternatives) {
      if (alternative.every((part, i) => words[at + i]?.norm === part)) step(element + 1, at + alternative.length, slots, literals + alternative.length, null);
    }
    if (wanted.optional) step(element + 1, at, slots, literals, last);
  };
  step(0, 0, {}, 0, null);
  return found;
}

export function canBeName(words: readonly Word[]): boolean {
  const [first, last] = [words[0]?.norm ?? '', words.at(-1)?.norm ?? ''];
  if (ARTICLES.has(first) || NEVER_FIRST.has(first) || NEVER_LAST.has(last)) return false;
  return words.length <= 15 && words.some(({ norm }) => /[\p{L}\p{N}]/u.test(norm)) && !words.some(({ norm }) => NEVER_IN_A_SLOT.has(norm));
}

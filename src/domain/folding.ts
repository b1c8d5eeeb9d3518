/**
 * Folding makes one key of the many spellings of one name: Latin transliterations with and without the article
 * ("al-", "ash-", …), hyphens, apostrophes and doubled letters; and Arabic script with its vowel marks, tatweel and letter variants.
 * It is lossy on purpose and serves only to find names, never to merge them: two entities may share a key, and then both are found.
 */

const ARABIC_MARKS = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/g;

/** Arabic and Persian letters that are written for one another. */
const ARABIC_LETTERS: Record<string, string> = {
  أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ئ: 'ي', ی: 'ي', ؤ: 'و', ة: 'ه', ک: 'ك', ء: '',
};

/** Assimilated forms of the Arabic article as transliterations write them, when set apart by hyphen or space. */
const ARTICLE_WORDS = new Set(['al', 'el', 'ul', 'ad', 'ar', 'as', 'ash', 'at', 'az', 'an', 'a', 'the', 'l']);

/** The words of a name, folded one by one; the article and empty words are left out unless nothing else remains. */
export function foldWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(ARABIC_MARKS, '')
    .replace(/[أإآٱىئیؤةکء]/g, (letter) => ARABIC_LETTERS[letter] ?? letter)
    .toLowerCase()
    .replace(/['’‘`´ʿʾʼ]/g, '');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const kept = words.filter((word) => !ARTICLE_WORDS.has(word));
  return (kept.length > 0 ? kept : words).map(foldWord).filter((word) => word !== '');
}

/** The lookup key of a name: its folded words, run together, so that "Abu Kamal" and "Abukamal" meet. */
export function foldName(text: string): string {
  return collapse(foldWords(text).join(''));
}

function foldWord(word: string): string {
  // Written together with the name ("Albukamal"), the article is only taken off where enough remains to be a name.
  return collapse(word.replace(/^ال(?=.{3})/, '').replace(/^al(?=.{5})/, ''));
}

function collapse(word: string): string {
  return word.replace(/(\p{L})\1+/gu, '$1');
}

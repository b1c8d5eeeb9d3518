/** Half of a pair that only together make a character, and the mark that stands where bytes were no UTF-8. */
const BROKEN = /[\uD800-\uDFFF\uFFFD]/u;

/** What is expected of a text that is not well-formed. */
export const WELL_FORMED = 'well-formed Unicode: no half of a surrogate pair, and no U+FFFD, which stands where bytes were not UTF-8';

/** Whether every character of a text is one. What is not cannot be stored and come back: Neo4j would keep a question mark in its place. */
export function isWellFormed(text: string): boolean {
  return !BROKEN.test(text);
}

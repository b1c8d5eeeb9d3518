/** Items of a page unless said. */
export const DEFAULT_FIRST = 20;
/** Items of a page at most. */
export const MAX_FIRST = 500;

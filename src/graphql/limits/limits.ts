/** What a document or a request may cost. Defaults and their variables stand in src/config.ts and docs/limits.md. */
export interface Limits {
  /** Tokens of a document; a longer one is not even parsed. */
  tokens: number;
  /** Levels of fields. */
  depth: number;
  /** Objects that an answer could hold, by `first`, `last` and `limit`. */
  cost: number;
  /** Fields at the root, aliases included. */
  fields: number;
  /** Bytes of a request's body. */
  bodyBytes: number;
  /** Milliseconds for a request. */
  requestMs: number;
}

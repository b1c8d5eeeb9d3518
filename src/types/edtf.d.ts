declare module 'edtf' {
  /** Parses an EDTF text; `min` and `max` are epoch milliseconds. Throws on a text that is not EDTF. */
  export default function parse(text: string): { min: number; max: number };
}

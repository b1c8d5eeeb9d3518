import { FealtyError } from '../../domain/errors';
import type { Props } from '../graph/records';

/** Characters that may stand between the fields of a row, and behind the items of a list. Those come first that are read with ease and written without an escape. */
const SEPARATORS: readonly string[] = ['|', '~', '¦', '¶', '§', '·', '^', '`', '\t', '\f', '\b', '\u001F', '\u001E', '\u001D', '\u001C', '\u0001', '\u0002', '\u0003', '\u0004', '\u0005', '\u0006', '\u000E', '\u000F', '\u0010', '\u0011', '\u0012', '\u0013', '\u0014'];
/** Columns before the properties. */
const COLUMNS = 3;
/** Properties that hold floats even where they are whole. */
const FLOATS: ReadonlySet<string> = new Set(['kilometres']);

/** A row of a script: three columns (texts or lists, '' for none), and properties. */
export interface ScriptRow {
  columns: (string | string[])[];
  props: Props;
}

export interface PackedRows {
  rows: string[];
  /** What stands between fields, and what ends each item of a list. */
  between: string;
  items: string;
}

/**
 * Rows as one text each, as `cypher/fragments/row-properties.cypher` takes them apart: Neo4j plans a literal's every part by itself, ten seconds for 500 claims as maps, a tenth of one as texts. Separators are
 * characters that none of the rows holds, so nothing in a text needs an escape. Properties come in the order of their names, since Neo4j gives them in the order in which they came to be.
 */
export class RowPacker {
  /** Those first that served last: a text that holds one is seldom alone. */
  private separators = SEPARATORS;

  /** Throws FealtyError UNWRITABLE if texts hold nearly all characters that could stand between them. */
  pack(rows: ScriptRow[]): PackedRows {
    const names = new Set<string>();
    for (const { props } of rows) for (const name in props) names.add(name);
    const ordered = [...names].sort();
    const held = new Set<string>();
    for (;;) {
      const [between, items] = this.separators.filter((character) => !held.has(character));
      if (between === undefined || items === undefined) throw new FealtyError('UNWRITABLE', 'Texts in the graph hold every character that the rows of a script could be told apart by.');
      const packed: string[] = [];
      for (const row of rows) {
        const text = packRow(row, ordered, between, items, held);
        if (text === null) break;
        packed.push(text);
      }
      if (packed.length === rows.length) return { rows: packed, between, items };
      this.separators = [...this.separators.filter((character) => !held.has(character)), ...held];
    }
  }
}

/** One row, or null if one of its texts holds a separator, which is then added to `held`. */
function packRow({ columns, props }: ScriptRow, names: string[], between: string, items: string, held: Set<string>): string | null {
  let clear = true;
  const free = (text: string, of: string): string => {
    if (text.includes(of)) {
      held.add(of);
      clear = false;
    }
    return text;
  };
  const list = (values: string[]): string => values.map((value) => free(free(value, items), between) + items).join('');
  let packed = '';
  for (let i = 0; i < COLUMNS; i++) {
    const column = columns[i] ?? '';
    packed += (i === 0 ? '' : between) + (typeof column === 'string' ? free(column, between) : list(column));
  }
  for (const name of names) {
    const value = props[name];
    if (value == null) continue;
    packed += between + name + between;
    if (typeof value === 'string') packed += `s${free(value, between)}`;
    else if (typeof value === 'number') packed += (Number.isInteger(value) && !FLOATS.has(name) ? 'i' : 'f') + String(value);
    else if (typeof value === 'boolean') packed += value ? 'btrue' : 'bfalse';
    else if (Array.isArray(value)) packed += `l${list(value)}`;
    else packed += `p${value.x} ${value.y}`;
  }
  return clear ? packed : null;
}

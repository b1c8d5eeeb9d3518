import { FealtyError } from '../../domain/errors';
import type { Props } from '../graph/records';

/** Characters that may stand between the fields of a row, and behind the items of a list. Those come first that are read with ease and written without an escape. */
const SEPARATORS = ['|', '~', '¦', '¶', '§', '·', '^', '`', '\t', '\f', '\b', '\u001F', '\u001E', '\u001D', '\u001C', '\u0001', '\u0002', '\u0003', '\u0004', '\u0005', '\u0006', '\u000E', '\u000F', '\u0010', '\u0011', '\u0012', '\u0013', '\u0014'];
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
 * characters that none of these rows holds, so nothing in a text needs an escape. Properties come in the order of their names, since Neo4j gives them in the order in which they came to be.
 */
export function packRows(rows: ScriptRow[]): PackedRows {
  const names = new Set<string>();
  for (const { props } of rows) for (const name in props) names.add(name);
  const ordered = [...names].sort();
  const rest = [...SEPARATORS];
  for (;;) {
    const [between, items] = rest;
    if (between === undefined || items === undefined) throw new FealtyError('UNWRITABLE', 'Texts in the graph hold every character that the rows of a script could be told apart by.');
    // Nearly always the first two do, so the rows are put together at once, and anew if one of the two turns out to be in a text.
    const held = new Set<string>();
    const packed = rows.map((row) => packRow(row, ordered, between, items, held));
    if (held.size === 0) return { rows: packed, between, items };
    rest.splice(0, rest.length, ...rest.filter((character) => !held.has(character)));
  }
}

/** One row; `held` gets a separator that is in one of its texts. */
function packRow({ columns, props }: ScriptRow, names: string[], between: string, items: string, held: Set<string>): string {
  const fields: string[] = [];
  const list = (values: string[]): string => {
    for (const value of values) if (value.includes(items)) held.add(items);
    return values.length === 0 ? '' : values.join(items) + items;
  };
  for (let i = 0; i < COLUMNS; i++) {
    const column = columns[i] ?? '';
    fields.push(typeof column === 'string' ? column : list(column));
  }
  for (const name of names) {
    const value = props[name];
    if (value == null) continue;
    fields.push(name);
    if (typeof value === 'string') fields.push(`s${value}`);
    else if (typeof value === 'number') fields.push(`${Number.isInteger(value) && !FLOATS.has(name) ? 'i' : 'f'}${value}`);
    else if (typeof value === 'boolean') fields.push(value ? 'btrue' : 'bfalse');
    else if (Array.isArray(value)) fields.push(`l${list(value)}`);
    else fields.push(`p${value.x} ${value.y}`);
  }
  if (fields.join('').includes(between)) held.add(between);
  return fields.join(between);
}

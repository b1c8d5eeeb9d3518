import { FealtyError } from '../../domain/errors';
import type { Props, Value } from '../graph/records';

/** Characters that may stand between the fields of a row, and between the items of a list: those first that no text is likely to hold and that take few characters to write. */
const SEPARATORS = ['\t', '\f', '\b', '\u001F', '\u001E', '\u001D', '\u001C', '\u0001', '\u0002', '\u0003', '\u0004', '\u0005', '\u0006', '\u000E', '\u000F', '\u0010', '\u0011', '\u0012', '\u0013', '\u0014'];
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
  const held = new Set(rows.flatMap(({ columns, props }) => separatorsIn([columns, ...Object.values(props)])));
  const [between, items] = SEPARATORS.filter((character) => !held.has(character));
  if (between === undefined || items === undefined) throw new FealtyError('UNWRITABLE', 'Texts in the graph hold nearly every control character there is; no script can tell them apart.');
  const list = (values: string[]): string => values.map((value) => value + items).join('');
  const value = (name: string, of: Value): string => {
    if (typeof of === 'string') return `s${of}`;
    if (typeof of === 'number') return `${Number.isInteger(of) && !FLOATS.has(name) ? 'i' : 'f'}${of}`;
    if (typeof of === 'boolean') return `b${of}`;
    if (Array.isArray(of)) return `l${list(of)}`;
    return of === null ? '' : `p${of.x} ${of.y}`;
  };
  const packed = rows.map(({ columns, props }) => {
    const fields = [0, 1, 2].map((i) => columns[i] ?? '').map((column) => (typeof column === 'string' ? column : list(column)));
    for (const name of Object.keys(props).sort()) if (props[name] != null) fields.push(name, value(name, props[name]));
    return fields.join(between);
  });
  return { rows: packed, between, items };
}

/** Which of the separators a row's texts hold; nearly always none, which one look tells. */
function separatorsIn(values: unknown[]): string[] {
  return values.flatMap((value): string[] => {
    if (Array.isArray(value)) return separatorsIn(value);
    return typeof value === 'string' ? (value.match(/[\u0001-\u0006\b\t\f\u000E-\u0014\u001C-\u001F]/g) ?? []) : [];
  });
}

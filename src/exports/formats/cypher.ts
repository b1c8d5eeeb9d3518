import { schemaStatements } from '../../store/migrations';
import { statementText } from '../../store/statement-files';
import type { GraphSource } from '../graph/graph-source';
import type { ClaimNode, IncidentNode, PartyNode } from '../graph/records';
import { cypherLiteral } from './cypher-literal';
import type { TextFormat } from './format';
import { RowPacker, type ScriptRow } from './script-rows';

/** Rows of a statement: large enough to be quick, small enough that a statement's text and transaction stay small. */
const BATCH = 500;

/**
 * A script that makes the same graph in an empty Neo4j (5.26 or newer): constraints first, then batches, each a transaction of its own. It is plain: statements that end in `;` at a line's end, no shell commands, no
 * parameters. Every batch merges by id, so a script that was cut off, or is run again, ends at the same graph. The statements are those of `cypher/exports/load/`, with the rows written in.
 */
export const cypher: TextFormat = {
  name: 'cypher', title: 'a script for cypher-shell, or any other way into Neo4j', extension: 'cypher', kind: 'text', history: true, passes: { whole: 1, selected: 3 },
  text: script,
};

async function* script(graph: GraphSource): AsyncGenerator<string> {
  const { revision, changedAt, selection, claims } = graph.header;
  yield `// Fealty: graph at revision ${revision}, ${claims} claims${selection === '' ? '' : `; selected by ${selection.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')}`}\n`;
  for (const statement of schemaStatements()) yield `${statement};\n`;
  yield* statementOf('await-indexes', {});
  yield* batches(graph.origins(), { origins: ({ id, props, belongsTo }) => [{ columns: [id, belongsTo ?? ''], props }] });
  yield* batches<PartyNode>(graph.parties(), {
    parties: ({ id, labels, props, within }) => [{ columns: [id, labels.filter((label) => label !== 'Party'), within ?? ''], props }],
    names: ({ id, names }) => names.map((props) => ({ columns: [props.key as string, id], props })),
  });
  yield* batches(graph.articles(), { articles: ({ id, props, publisher }) => [{ columns: [id, publisher], props }] });
  yield* batches<IncidentNode>(graph.incidents(), {
    incidents: ({ id, props, place }) => [{ columns: [id, place ?? ''], props }],
    'possibly-same': ({ id, matches }) => matches.map(({ other, props }) => ({ columns: [id, other], props })),
  });
  yield* batches(graph.tieEdges(), { ties: ({ type, props }) => [{ columns: [props.id as string, type], props }] });
  yield* batches<ClaimNode>(graph.claimNodes(), {
    claims: ({ id, last, props }) => [{ columns: [id, last], props }],
    supersedes: ({ id, supersedes }) => supersedes.map((previous) => ({ columns: [id, previous], props: {} })),
    rivals: ({ id, rivals }) => rivals.map(({ other, props }) => ({ columns: [id, other, props.rule as string], props })),
  });
  yield* statementOf('ledger', { revision, changedAt });
}

/** Batches of each statement that records make rows for. Before a batch of a later statement come all rows of the earlier ones, since it refers to them. */
async function* batches<R>(records: AsyncIterable<R>, statements: Record<string, (record: R) => ScriptRow[]>): AsyncGenerator<string> {
  const packer = new RowPacker();
  const gathered = Object.entries(statements).map(([name, rowsOf]) => ({ name, rowsOf, rows: [] as ScriptRow[] }));
  const written = function* (upTo: number): Generator<string> {
    for (const batch of gathered.slice(0, upTo + 1)) {
      if (batch.rows.length > 0) yield* statementOf(batch.name, { ...packer.pack(batch.rows) });
      batch.rows = [];
    }
  };
  for await (const record of records) {
    for (const [i, batch] of gathered.entries()) {
      batch.rows.push(...batch.rowsOf(record));
      if (batch.rows.length >= BATCH) yield* written(i);
    }
  }
  yield* written(gathered.length - 1);
}

/** The statement with its values written in, in pieces: a text of a million characters would be a burden to the memory, and there are many. */
function* statementOf(name: string, given: Record<string, string | number | null | string[]>): Generator<string> {
  for (const [i, part] of templateOf(name).entries()) {
    const value = given[part];
    if (i % 2 === 0) yield part;
    else if (Array.isArray(value)) {
      yield '[\n';
      for (const [n, item] of value.entries()) yield `${n === 0 ? '' : ',\n'}${cypherLiteral(item)}`;
      yield '\n]';
    } else yield cypherLiteral(value ?? null);
  }
  yield ';\n';
}

const templates = new Map<string, string[]>();

/** A statement of `cypher/exports/load/` in parts: text and the names of its parameters by turns. */
function templateOf(name: string): string[] {
  let parts = templates.get(name);
  if (parts === undefined) {
    parts = statementText(`exports/load/${name}`).replace(/^\/\/.*\n/gm, '').trimEnd().split(/\$given\.(\w+)/);
    templates.set(name, parts);
  }
  return parts;
}

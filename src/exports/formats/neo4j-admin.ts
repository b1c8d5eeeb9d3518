import { FealtyError } from '../../domain/errors';
import { schemaStatements } from '../../store/migrations';
import { statementText } from '../../store/statement-files';
import type { GraphSource } from '../graph/graph-source';
import type { Props, Value } from '../graph/records';
import type { Files } from '../output/files';
import { csvText } from './csv-row';
import type { FilesFormat } from './format';

/** Between the items of a list: no text that a person wrote holds it. */
const BETWEEN = '\u001F';
/** Rows gathered before the files have them. */
const BATCH = 200;

type PropertyType = 'string' | 'long' | 'double' | 'boolean' | 'string[]' | 'point{crs:WGS-84}';
type Columns = Record<string, PropertyType>;

const PARTY: Columns = { name: 'string', aliases: 'string[]', aliasSources: 'string[]', kind: 'string', note: 'string', precision: 'double', pointSource: 'string', point: 'point{crs:WGS-84}', sortKey: 'string', hash: 'string' };
const TIE: Columns = { id: 'string', type: 'string', claims: 'long', origins: 'long', articles: 'long', earliest: 'string', latest: 'string', contested: 'boolean' };

/** Files of nodes: the kind that ids belong to, the property that is the id, and the other properties. */
const NODES = {
  parties: { space: 'Party', key: 'id', columns: PARTY },
  names: { space: 'Name', key: 'key', columns: { folded: 'string', text: 'string', words: 'string' } },
  origins: { space: 'Origin', key: 'id', columns: { name: 'string', kind: 'string', note: 'string', root: 'string', sortKey: 'string', hash: 'string' } },
  articles: {
    space: 'Article', key: 'id',
    columns: { title: 'string', author: 'string', published: 'string', publishedEarliest: 'string', publishedLatest: 'string', language: 'string', url: 'string', note: 'string', paragraphs: 'string[]', sortKey: 'string', hash: 'string' },
  },
  incidents: {
    space: 'Incident', key: 'id',
    columns: {
      title: 'string', edtf: 'string', earliest: 'string', latest: 'string', note: 'string', placeId: 'string', source: 'string', clarity: 'string', datePrecision: 'string', placePrecision: 'string', placeMetres: 'long', deaths: 'string', from: 'string', to: 'string',
      reach: 'string', openStart: 'boolean', sortKey: 'string', hash: 'string',
    },
  },
  claims: {
    space: 'Claim', key: 'id',
    columns: {
      key: 'string', version: 'long', type: 'string', subjectId: 'string', objectId: 'string', tieId: 'string', articleId: 'string', publishedLatest: 'string', paragraph: 'long', headline: 'boolean', summary: 'string', edtf: 'string',
      dateStated: 'string', dateEarliest: 'string', dateLatest: 'string', earliest: 'string', latest: 'string', placeId: 'string', attribution: 'string[]', stance: 'string', role: 'string', rank: 'string', standing: 'string', former: 'boolean',
      casualties: 'string', casualtyParties: 'string[]', incidentId: 'string', caveat: 'string', sortKey: 'string', hash: 'string', status: 'string', rootOrigin: 'string', recordedAt: 'string', endedAt: 'string', packed: 'string',
    },
  },
  ledger: { space: 'Ledger', key: 'id', columns: { revision: 'long', changedAt: 'string' } },
} as const satisfies Record<string, { space: string; key: string; columns: Columns }>;

/** Files of relationships: the kinds at both ends, and the properties. */
const RELATIONSHIPS = {
  ties: { from: 'Party', to: 'Party', columns: TIE },
  names_of: { from: 'Name', to: 'Party', columns: {} },
  within: { from: 'Party', to: 'Party', columns: {} },
  belongs_to: { from: 'Origin', to: 'Origin', columns: {} },
  published_by: { from: 'Article', to: 'Origin', columns: {} },
  incident_places: { from: 'Incident', to: 'Party', columns: {} },
  possibly_same: { from: 'Incident', to: 'Incident', columns: { openStart: 'boolean', samePlace: 'boolean', kilometres: 'double', places: 'string[]', parties: 'string[]' } },
  claim_parties: { from: 'Claim', to: 'Party', columns: {} },
  claim_articles: { from: 'Claim', to: 'Article', columns: {} },
  claim_origins: { from: 'Claim', to: 'Origin', columns: { position: 'long' } },
  claim_incidents: { from: 'Claim', to: 'Incident', columns: {} },
  claim_claims: { from: 'Claim', to: 'Claim', columns: { rule: 'string', reason: 'string', recordedAt: 'string' } },
} as const satisfies Record<string, { from: string; to: string; columns: Columns }>;

type NodeFile = keyof typeof NODES;
type RelationshipFile = keyof typeof RELATIONSHIPS;

/** A script beside the tables: constraints are no part of such an import, nor are empty lists. */
const AFTER = 'after-import.cypher';

/**
 * A folder of CSV files that `neo4j-admin database import full` makes a graph of, typed in their headers, and a script to run afterwards; `docs/exports.md` has the commands. `safeCell` has no place here: this is data
 * for a database, and must arrive as it is.
 */
export const neo4jAdmin: FilesFormat = {
  name: 'neo4j-admin', title: 'typed CSV for neo4j-admin database import', extension: 'neo4j-admin.zip', kind: 'files', archiveOnly: false, history: true, passes: { whole: 1, selected: 3 },
  files: [...Object.keys(NODES).map((name) => `nodes-${name}.csv`), ...Object.keys(RELATIONSHIPS).map((name) => `relationships-${name}.csv`), AFTER],
  async write(graph, files) {
    const rows = new Rows(files);
    rows.heads();
    await writeRegistries(graph, rows);
    for await (const { type, from, to, props } of graph.tieEdges()) {
      rows.relationship('ties', from, to, type, props);
      await rows.settle();
    }
    await writeClaims(graph, rows);
    rows.node('ledger', 'ledger', ['Ledger'], { revision: graph.header.revision, changedAt: graph.header.changedAt });
    await rows.end();
    for (const statement of [...schemaStatements(), ...['parties', 'articles', 'claims'].map((kind) => statementText(`exports/load/mend-${kind}`).replace(/^\/\/.*\n/gm, '').trimEnd())]) await files.write(AFTER, `${statement};\n`);
  },
};

async function writeRegistries(graph: GraphSource, rows: Rows): Promise<void> {
  for await (const { id, labels, props, belongsTo } of graph.origins()) {
    rows.node('origins', id, labels, props);
    if (belongsTo !== null) rows.relationship('belongs_to', id, belongsTo, 'BELONGS_TO');
    await rows.settle();
  }
  for await (const { id, labels, props, within, names } of graph.parties()) {
    rows.node('parties', id, labels, props);
    if (within !== null) rows.relationship('within', id, within, 'WITHIN');
    for (const { key, ...name } of names) {
      rows.node('names', key as string, ['Name'], name);
      rows.relationship('names_of', key as string, id, 'NAMES');
    }
    await rows.settle();
  }
  for await (const { id, labels, props, publisher } of graph.articles()) {
    rows.node('articles', id, labels, props);
    rows.relationship('published_by', id, publisher, 'PUBLISHED_BY');
    await rows.settle();
  }
  for await (const { id, labels, props, place, matches } of graph.incidents()) {
    rows.node('incidents', id, labels, props);
    if (place !== null) rows.relationship('incident_places', id, place, 'AT');
    for (const match of matches) rows.relationship('possibly_same', id, match.other, 'POSSIBLY_SAME', match.props);
    await rows.settle();
  }
}

async function writeClaims(graph: GraphSource, rows: Rows): Promise<void> {
  for await (const { id, labels, props, last, supersedes, rivals } of graph.claimNodes()) {
    const { subjectId, objectId, articleId, placeId, incidentId, attribution } = props as unknown as Record<string, string | undefined> & { attribution: string[] };
    rows.node('claims', id, labels, props);
    rows.relationship('claim_parties', id, subjectId as string, 'SUBJECT');
    rows.relationship('claim_parties', id, objectId as string, 'OBJECT');
    if (placeId !== undefined) rows.relationship('claim_parties', id, placeId, 'AT');
    rows.relationship('claim_articles', id, articleId as string, 'STATED_IN');
    attribution.forEach((origin, position) => rows.relationship('claim_origins', id, origin, 'ATTRIBUTED_TO', { position }));
    rows.relationship('claim_origins', id, last, 'ENDS_AT');
    if (incidentId !== undefined) rows.relationship('claim_incidents', id, incidentId, 'TELLS_OF');
    for (const other of supersedes) rows.relationship('claim_claims', id, other, 'SUPERSEDES');
    for (const rival of rivals) rows.relationship('claim_claims', id, rival.other, 'RIVALS', rival.props);
    await rows.settle();
  }
}

/** Rows on their way into their files, some gathered at a time. */
class Rows {
  private readonly gathered = new Map<string, string[][]>();
  private count = 0;

  constructor(private readonly files: Files) {}

  heads(): void {
    for (const [name, { space, key, columns }] of Object.entries(NODES)) this.add(`nodes-${name}.csv`, [`${key}:ID(${space})`, ':LABEL', ...typed(columns)]);
    for (const [name, { from, to, columns }] of Object.entries(RELATIONSHIPS)) this.add(`relationships-${name}.csv`, [`:START_ID(${from})`, `:END_ID(${to})`, ':TYPE', ...typed(columns)]);
  }

  node(file: NodeFile, id: string, labels: string[], props: Props): void {
    const { key, columns } = NODES[file];
    this.add(`nodes-${file}.csv`, [id, labels.join(BETWEEN), ...values(columns, props, key)]);
  }

  relationship(file: RelationshipFile, from: string, to: string, type: string, props: Props = {}): void {
    this.add(`relationships-${file}.csv`, [from, to, type, ...values(RELATIONSHIPS[file].columns, props, null)]);
  }

  /** Lets the files have what is gathered, once it is enough. */
  async settle(): Promise<void> {
    if (this.count >= BATCH) await this.end();
  }

  async end(): Promise<void> {
    this.count = 0;
    for (const [file, rows] of this.gathered) await this.files.write(file, rows.map((row) => row.join(',')).join('\n').concat('\n'));
    this.gathered.clear();
  }

  private add(file: string, cells: string[]): void {
    this.count += 1;
    const rows = this.gathered.get(file);
    if (rows === undefined) this.gathered.set(file, [cells]);
    else rows.push(cells);
  }
}

function typed(columns: Columns): string[] {
  return Object.entries(columns).map(([name, type]) => `${name}:${type}`);
}

/** Throws FealtyError UNKNOWN_PROPERTY for one that has no column: nothing is left out in silence. */
function values(columns: Columns, props: Props, key: string | null): string[] {
  for (const name in props) if (!(name in columns) && name !== key && props[name] != null) throw new FealtyError('UNKNOWN_PROPERTY', `The graph has a property \`${name}\` that the format neo4j-admin has no column for. Use --format cypher.`);
  const cells: string[] = [];
  for (const name in columns) cells.push(cell(props[name] ?? null));
  return cells;
}

/** A cell as the importer reads it: what is not there is empty, an empty text is a pair of quotation marks. */
function cell(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return csvText(value, true);
  if (Array.isArray(value)) {
    if (value.some((item) => item.includes(BETWEEN))) throw new FealtyError('UNWRITABLE', 'A list in the graph holds a text with the character U+001F, by which the format neo4j-admin tells list items apart. Use --format cypher.');
    return value.length === 0 ? '' : csvText(value.join(BETWEEN), true);
  }
  return csvText(`{latitude: ${value.y}, longitude: ${value.x}}`, true);
}

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FealtyError } from '../domain/errors';
import type { Neo4jStore } from './neo4j-store';
import { packOlderClaims } from './packed-claim';
import { CYPHER_FOLDER, statementText } from './statement-files';

const FILE = /^V(\d{4})__([a-z0-9-]+)\.cypher$/;
/** How long a migration may be claimed by another process before it counts as given up, in milliseconds. */
const CLAIM_TIMEOUT = 60_000;
const POLL = 200;
/** The migration from which on claims are stored packed too. */
const PACKS_CLAIMS = 2;

export interface Migration {
  version: number;
  name: string;
  checksum: string;
  statements: string[];
}

/** The migrations in `folder`, in order. */
export function readMigrations(folder = join(CYPHER_FOLDER, 'schema')): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.cypher'))
    .sort()
    .map((file) => {
      const match = FILE.exec(file);
      if (!match) throw new FealtyError('BAD_MIGRATION', `cypher/schema/${file}: expected a name such as V0002__more-indexes.cypher`);
      // A checkout with other line ends is the same migration.
      const text = readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n');
      return {
        version: Number(match[1]),
        name: file,
        checksum: createHash('sha256').update(text).digest('hex'),
        statements: text.replace(/^\s*\/\/.*$/gm, '').split(';').map((s) => s.trim()).filter((s) => s !== ''),
      };
    });
}

/**
 * Brings the graph's schema up to date; forward only. Each migration is recorded in the graph with its checksum. Two services that
 * start at once take turns: the one that claims a version runs it, the other waits. Returns the names of those that ran here.
 * Throws FealtyError MIGRATION_CHANGED if a recorded migration is not what its file now says, MIGRATION_UNKNOWN if the graph is newer than the program.
 */
export async function migrate(store: Neo4jStore, migrations = readMigrations(), log: (line: string) => void = () => undefined): Promise<string[]> {
  const newest = migrations.at(-1)?.version ?? 0;
  const recorded = await store.runAlone(statementText('ledger/migrations'));
  const done = new Map<number, string>();
  for (const record of recorded.records) {
    const version = record.get('version') as number;
    done.set(version, record.get('checksum') as string);
    if (version > newest) {
      throw new FealtyError('MIGRATION_UNKNOWN', `The graph was brought to schema version ${version} by a newer Fealty; this one knows ${newest}. Update Fealty, or use another store.`);
    }
  }
  if (done.size < migrations.length) await store.runAlone(statementText('ledger/migration-constraint'));
  const ran: string[] = [];
  for (const migration of migrations) {
    const checksum = done.get(migration.version);
    if (checksum !== undefined) requireUnchanged(migration, checksum);
    else if (await apply(store, migration, log)) ran.push(migration.name);
  }
  if (ran.length > 0) await store.runAlone(statementText('ledger/await-indexes'));
  return ran;
}

function requireUnchanged(migration: Migration, checksum: string): void {
  if (checksum === migration.checksum) return;
  throw new FealtyError(
    'MIGRATION_CHANGED',
    `cypher/schema/${migration.name} has changed since it was applied to this graph. Migrations are forward only: restore the file and put the change into a new one.`,
  );
}

async function apply(store: Neo4jStore, migration: Migration, log: (line: string) => void): Promise<boolean> {
  for (;;) {
    const now = Date.now();
    const claimed = await store.runAlone(statementText('ledger/claim-migration'), {
      version: migration.version, name: migration.name, checksum: migration.checksum, now, expired: now - CLAIM_TIMEOUT,
    });
    const row = claimed.records[0]?.toObject() as { checksum: string; done: boolean; mine: boolean };
    requireUnchanged(migration, row.checksum);
    if (row.done) return false;
    if (row.mine) break;
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
  log(`Applying schema migration ${migration.name}`);
  for (const statement of migration.statements) await store.runAlone(ifNotExists(statement));
  if (migration.version === PACKS_CLAIMS) await packOlderClaims(store);
  await store.runAlone(statementText('ledger/finish-migration'), { version: migration.version, now: new Date().toISOString() });
  return true;
}

/** The constraints and indexes of the newest schema, one statement each; each tolerates that it is there already. */
export function schemaStatements(): string[] {
  return readMigrations().flatMap(({ statements }) => statements.filter((statement) => statement.startsWith('CREATE ')).map(ifNotExists));
}

/** A migration cut short is run again from its start, so each step must tolerate having been done. */
function ifNotExists(statement: string): string {
  return statement.replace(/^(CREATE (?:\w+ )*(?:CONSTRAINT|INDEX) \w+) FOR/, '$1 IF NOT EXISTS FOR');
}

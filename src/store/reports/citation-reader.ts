import { LRUCache } from 'lru-cache';
import type { Transaction } from 'neo4j-driver';
import type { Citation } from '../../domain/report';
import { cypherParams } from '../cypher-params';
import { statementText } from '../statement-files';
import { toCitation, type CitationColumns } from './citation-columns';

/** Claims kept, since rows near one another often rest on the same. */
const KEPT = 5_000;

interface Known {
  sortKey: string;
  citation: Citation;
}

/** Looks up the claims that rows rest on, in the rows' own transaction, those of some hundred rows at a time. */
export class CitationReader {
  private readonly known = new LRUCache<string, Known>({ max: KEPT });

  constructor(private readonly tx: Transaction) {}

  /** The citations of each row, in the order of citation, each claim once; ids that no claim has are left out. */
  async of(rows: string[][]): Promise<Citation[][]> {
    const found = new Map<string, Known>();
    const missing = new Set<string>();
    for (const id of rows.flat()) {
      const known = this.known.get(id);
      if (known === undefined) missing.add(id);
      else found.set(id, known);
    }
    if (missing.size > 0) {
      const { records } = await this.tx.run(statementText('runs/citations'), cypherParams({ ids: [...missing] }));
      for (const record of records) {
        const columns = record.get('citation') as CitationColumns;
        const known = { sortKey: columns[1], citation: toCitation(columns) };
        found.set(columns[0], known);
        this.known.set(columns[0], known);
      }
    }
    return rows.map((ids) => [...new Set(ids)].flatMap((id) => found.get(id) ?? []).sort((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0)).map(({ citation }) => citation));
  }
}

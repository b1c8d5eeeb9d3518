import type { IncidentOnShow, Shown, TypeRule } from '../model/network';
import type { ClaimType } from '../api/generated/documents';
import type { ItemKind, Sorting, TableTab } from '../model/view';
import { dateInWords, plain } from '../model/words';

export interface Column {
  key: string;
  name: string;
  numeric?: boolean;
}

export interface Row {
  kind: ItemKind;
  id: string;
  cells: Record<string, string | number>;
}

export const COLUMNS: Record<TableTab, Column[]> = {
  parties: [{ key: 'name', name: 'Party' }, { key: 'kind', name: 'Kind' }, { key: 'side', name: 'Side' }, { key: 'ties', name: 'Ties', numeric: true }, { key: 'beyond', name: 'Not in view', numeric: true }],
  ties: [{ key: 'source', name: 'Party' }, { key: 'type', name: 'Tie' }, { key: 'target', name: 'Party ' }, { key: 'claims', name: 'Claims', numeric: true }, { key: 'origins', name: 'Origins', numeric: true }, { key: 'articles', name: 'Articles', numeric: true }, { key: 'earliest', name: 'From' }, { key: 'latest', name: 'To' }, { key: 'marks', name: 'Marks' }],
  incidents: [{ key: 'title', name: 'Incident' }, { key: 'date', name: 'When' }, { key: 'place', name: 'Where' }, { key: 'claims', name: 'Claims', numeric: true }, { key: 'articles', name: 'Articles', numeric: true }],
};

/** What is on show as rows of one tab. Unknown dates are empty cells, which sort last. */
export function rowsOf(tab: TableTab, shown: Shown, incidents: readonly IncidentOnShow[], rules: ReadonlyMap<ClaimType, TypeRule>, nameOf: (id: string) => string): Row[] {
  if (tab === 'parties') {
    return shown.nodes.map(({ party, sides, hiddenTies }) => ({
      kind: 'party', id: party.id,
      cells: { name: party.name, kind: party.__typename === 'Actor' ? plain(party.actorKind) : party.__typename === 'Location' ? plain(party.locationKind) : 'commander', side: sides.map(nameOf).join(', '), ties: shown.degree.get(party.id) ?? 0, beyond: hiddenTies ?? 0 },
    }));
  }
  if (tab === 'ties') {
    return shown.ties.map((tie) => ({
      kind: 'tie', id: tie.id,
      cells: {
        source: tie.source.name, type: rules.get(tie.type)?.label ?? plain(tie.type), target: tie.target.name, claims: tie.claimCount, origins: tie.originCount, articles: tie.articleCount,
        earliest: tie.earliest ?? '', latest: tie.latest ?? '', marks: [tie.contested ? '≠ disputed' : '', shown.bothAllyAndEnemy.has(tie.id) ? '± allied and hostile' : ''].filter(Boolean).join(' '),
      },
    }));
  }
  return incidents.map(({ id, title, date, place, claims }) => ({
    kind: 'incident', id, cells: { title, date: dateInWords(date), place: place?.name ?? 'not stated', claims: claims.length, articles: new Set(claims.map(({ article }) => article.id)).size },
  }));
}

/** Rows in the order of one column, empty cells last whichever way; without a sorting as they came. */
export function sorted(rows: Row[], sorting: Sorting | null): Row[] {
  if (sorting === null) return rows;
  const { column, descending } = sorting;
  return [...rows].sort((a, b) => {
    const [x = '', y = ''] = [a.cells[column], b.cells[column]];
    if (x === y) return 0;
    if (x === '') return 1;
    if (y === '') return -1;
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'en');
    return descending ? -order : order;
  });
}

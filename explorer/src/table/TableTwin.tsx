import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sorting, TableTab } from '../model/view';
import { count } from '../model/words';
import { openTable, select, sortTable } from '../state/actions';
import { announce } from '../state/announcer';
import { emphasis } from '../state/emphasis';
import { rules, shown, shownIncidents, start, view } from '../state/store';
import { Icon } from '../shell/icons';
import { COLUMNS, rowsOf, sorted } from './rows';

const TABS: TableTab[] = ['parties', 'ties', 'incidents'];
/** Rows put on the page at once; more come when asked for. */
const PAGE = 200;

/** The same as the graph shows, as a table; what is selected in one is selected in the other. */
export function TableTwin(): preact.JSX.Element | null {
  const { table, sorting } = view.value;
  const [most, setMost] = useState(PAGE);
  const body = useRef<HTMLTableSectionElement>(null);
  const selected = emphasis.value.selected;
  useEffect(() => setMost(PAGE), [table, sorting]);
  useEffect(() => {
    // What was selected elsewhere comes into sight here; what was selected here is in sight already.
    if (!body.current?.contains(document.activeElement)) body.current?.querySelector('[data-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected, table]);
  if (table === null) return null;
  const patrons = start.value?.actors.nodes ?? [];
  const rows = sorted(rowsOf(table, shown.value, shownIncidents.value, rules.value, (id) => patrons.find((patron) => patron.id === id)?.name ?? ''), sorting);
  const columns = COLUMNS[table];
  const sort = (column: string): void => {
    const next: Sorting = { column, descending: sorting?.column === column ? !sorting.descending : false };
    sortTable(next);
    announce(`Sorted by ${columns.find(({ key }) => key === column)?.name ?? column}, ${next.descending ? 'descending' : 'ascending'}.`);
  };
  return (
    <section class="table-twin" aria-label="Table" data-testid="table">
      <div class="row spread table-head">
        <div class="row" role="tablist" aria-label="What the table lists">
          {TABS.map((tab) => <button key={tab} type="button" role="tab" aria-selected={tab === table} class="tab" onClick={() => openTable(tab)}>{tab[0]?.toUpperCase()}{tab.slice(1)}</button>)}
        </div>
        <span class="tiny quiet" role="status">{count(rows.length, 'row')}</span>
        <button type="button" class="tool" aria-label="Close the table" onClick={() => openTable(null)}><Icon name="close" /></button>
      </div>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={`Table of ${table}`}>
        <table>
          <thead><tr>{columns.map(({ key, name, numeric }) => (
            <th key={key} scope="col" class={numeric ? 'numeric' : ''} aria-sort={sorting?.column === key ? (sorting.descending ? 'descending' : 'ascending') : undefined}><button type="button" onClick={() => sort(key)}>{name}<span aria-hidden="true">{sorting?.column === key ? (sorting.descending ? ' ↓' : ' ↑') : ''}</span></button></th>
          ))}</tr></thead>
          <tbody ref={body}>
            {rows.slice(0, most).map((row) => (
              <tr key={row.id} class={selected.has(row.id) ? 'is-selected' : ''} data-selected={selected.has(row.id)} onClick={(event) => select([{ kind: row.kind, id: row.id }], event.shiftKey || event.ctrlKey || event.metaKey)}>
                {columns.map(({ key, numeric }, i) => (
                  <td key={key} class={numeric ? 'numeric' : ''}>{i === 0 ? <button type="button" class="link" onClick={(event) => { event.stopPropagation(); select([{ kind: row.kind, id: row.id }], event.shiftKey || event.ctrlKey || event.metaKey); }}><bdi>{row.cells[key]}</bdi></button> : <bdi>{row.cells[key]}</bdi>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length > most && <button type="button" class="button" onClick={() => setMost(most + PAGE * 5)}>Show more ({(rows.length - most).toLocaleString('en')} left)</button>}
        {rows.length === 0 && <p class="quiet small pad">Nothing on show.</p>}
      </div>
    </section>
  );
}

import { clearFilters } from '../state/actions';
import { change, loading, network, problem, reload, shown, undo, view } from '../state/store';
import { positions } from '../graph/positions';

const TITLES = { offline: 'Not connected', unavailable: 'The database is away', refused: 'This cannot be shown', fault: 'Something went wrong' } as const;

/** What the scene says about itself: that it is loading, empty, refused or cut off. What was there stays underneath. */
export function Notice(): preact.JSX.Element | null {
  const fault = problem.value;
  const { nodes } = shown.value;
  if (fault !== null) {
    const waits = fault.kind === 'offline' || fault.kind === 'unavailable';
    return (
      <div class="scene-notice" role="alert" data-testid="problem">
        <strong>{TITLES[fault.kind]}</strong>
        <p class="small">{fault.message}{waits ? ' What is on the page stays; it asks again by itself.' : ''}{fault.code === 'TIMEOUT' ? ' Fewer parties, a period or a place help.' : ''}</p>
        <div class="row">
          <button type="button" class="button small" onClick={reload}>Try now</button>
          {!waits && <button type="button" class="button small" onClick={undo}>Undo the last step</button>}
        </div>
      </div>
    );
  }
  if (nodes.length > 0 || (loading.value && network.value.nodes.length === 0)) {
    return loading.value || (nodes.length > 0 && positions.value === null) ? <div class="scene-busy" role="status"><i />{nodes.length === 0 ? 'Reading the graph …' : 'Asking …'}</div> : null;
  }
  const isNarrowed = network.value.nodes.length > 0 || view.value.parties !== null;
  return (
    <div class="centred"><div class="empty" data-testid="empty">
      <strong>Nothing to show</strong>
      <p class="small quiet">{isNarrowed ? 'No tie passes all the filters.' : 'The graph holds no ties yet, or none passes the filters. Articles are read in with npm run ingest.'}</p>
      <div class="row"><button type="button" class="button small" onClick={clearFilters}>Clear the filters</button><button type="button" class="button small" onClick={() => change('The whole graph', { parties: null, hidden: [], asked: null, path: null })}>The whole graph</button><button type="button" class="button small" onClick={undo}>Undo</button></div>
    </div></div>
  );
}

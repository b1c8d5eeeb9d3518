import { useEffect } from 'preact/hooks';
import { lazy, Suspense } from 'preact/compat';
import { AnswerPanel } from '../question/AnswerPanel';
import { QuestionBar } from '../question/QuestionBar';
import { EvidencePanel } from '../evidence/EvidencePanel';
import { Chips } from '../filters/Chips';
import { FilterPanel } from '../filters/FilterPanel';
import { followNetwork } from '../graph/positions';
import { GraphView } from '../graph/GraphView';
import { GraphTools } from '../graph/GraphTools';
import { PathPanel } from '../paths/PathPanel';
import { AddressNotice } from '../share/AddressNotice';
import { addressRead, followAddress } from '../share/address';
import { inspect } from '../state/inspect';
import { followView, loadStart, view } from '../state/store';
import { PrintSheet } from '../takeaway/PrintSheet';
import { TableTwin } from '../table/TableTwin';
import { Timeline } from '../timeline/Timeline';
import { Dialogs } from './Dialogs';
import { Header } from './Header';
import { LiveRegion } from './LiveRegion';
import { Notice } from './Notice';
import { onPageKey } from './page-keys';

const MapView = lazy(() => import('../map/MapView'));

let begun = false;

/** The page: what asks above, what narrows left, the network in the middle, what stands behind it right, the table below. */
export function App(): preact.JSX.Element {
  useEffect(() => {
    if (!begun) {
      begun = true;
      inspect();
      followAddress();
      followNetwork();
      // The address may ask for another view than the first.
      void Promise.all([addressRead(), loadStart()]).then(followView);
    }
    document.addEventListener('keydown', onPageKey);
    return () => document.removeEventListener('keydown', onPageKey);
  }, []);
  const { pane, table } = view.value;
  return (
    <div class="app">
      <a class="skip" href="#evidence">Skip to the evidence</a>
      <Header><QuestionBar /></Header>
      <div class="columns">
        <FilterPanel />
        <main class={table === null ? 'middle' : 'middle with-table'}>
          <div class="scene">
            {pane === 'graph' ? <><GraphView /><GraphTools /></> : <Suspense fallback={<p class="quiet centred">Loading the map …</p>}><MapView /></Suspense>}
            <Chips />
            <Notice />
            <AddressNotice />
          </div>
          <Timeline />
          <TableTwin />
        </main>
        <aside id="evidence" class="side" aria-label="Evidence" tabIndex={-1}>
          <AnswerPanel />
          <PathPanel />
          <EvidencePanel />
        </aside>
      </div>
      <Dialogs />
      <PrintSheet />
      <LiveRegion />
    </div>
  );
}

import { lazy, Suspense } from 'preact/compat';
import { Modal } from '../shell/Modal';

// Only whoever reads reports needs it.
const ReportList = lazy(() => import('./ReportList'));

export function ReportsDialog(): preact.JSX.Element {
  return (
    <Modal title="Reports" wide>
      <Suspense fallback={<p class="quiet">Loading …</p>}><ReportList /></Suspense>
    </Modal>
  );
}

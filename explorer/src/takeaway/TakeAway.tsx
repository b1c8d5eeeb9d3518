import { lazy, Suspense } from 'preact/compat';
import { Modal } from '../shell/Modal';

// Only whoever takes something away needs it.
const TakeAwayBody = lazy(() => import('./TakeAwayBody'));

export function TakeAway(): preact.JSX.Element {
  return (
    <Modal title="Take away" wide>
      <Suspense fallback={<p class="quiet">Loading …</p>}><TakeAwayBody /></Suspense>
    </Modal>
  );
}

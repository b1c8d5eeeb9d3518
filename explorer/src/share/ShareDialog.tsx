import { lazy, Suspense } from 'preact/compat';
import { Modal } from '../shell/Modal';

// Only whoever shares needs it.
const ShareBody = lazy(() => import('./ShareBody'));

export function ShareDialog(): preact.JSX.Element {
  return (
    <Modal title="Share">
      <Suspense fallback={<p class="quiet">Loading …</p>}><ShareBody /></Suspense>
    </Modal>
  );
}

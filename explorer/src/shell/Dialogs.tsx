import { lazy, Suspense } from 'preact/compat';
import { dialog } from '../state/panels';
import { HelpDialog } from './HelpDialog';
import { Modal } from './Modal';
import { StepsDialog } from './StepsDialog';

// Only whoever opens one needs it.
const ReportList = lazy(() => import('../reports/ReportList'));
const ShareBody = lazy(() => import('../share/ShareBody'));
const TakeAwayBody = lazy(() => import('../takeaway/TakeAwayBody'));
const WAITING = <p class="quiet">Loading …</p>;

export function Dialogs(): preact.JSX.Element | null {
  switch (dialog.value) {
    case 'help': return <HelpDialog />;
    case 'history': return <StepsDialog />;
    case 'reports': return <Modal title="Reports" wide><Suspense fallback={WAITING}><ReportList /></Suspense></Modal>;
    case 'share': return <Modal title="Share"><Suspense fallback={WAITING}><ShareBody /></Suspense></Modal>;
    case 'takeaway': return <Modal title="Take away" wide><Suspense fallback={WAITING}><TakeAwayBody /></Suspense></Modal>;
    default: return null;
  }
}

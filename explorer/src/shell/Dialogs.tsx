import { dialog } from '../state/panels';
import { ReportsDialog } from '../reports/ReportsDialog';
import { ShareDialog } from '../share/ShareDialog';
import { TakeAway } from '../takeaway/TakeAway';
import { HelpDialog } from './HelpDialog';
import { StepsDialog } from './StepsDialog';

export function Dialogs(): preact.JSX.Element | null {
  switch (dialog.value) {
    case 'help': return <HelpDialog />;
    case 'history': return <StepsDialog />;
    case 'share': return <ShareDialog />;
    case 'reports': return <ReportsDialog />;
    case 'takeaway': return <TakeAway />;
    default: return null;
  }
}

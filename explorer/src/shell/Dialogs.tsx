import { dialog } from '../state/panels';
import { ShareDialog } from '../share/ShareDialog';
import { TakeAway } from '../takeaway/TakeAway';
import { HelpDialog } from './HelpDialog';
import { StepsDialog } from './StepsDialog';

export function Dialogs(): preact.JSX.Element | null {
  switch (dialog.value) {
    case 'help': return <HelpDialog />;
    case 'history': return <StepsDialog />;
    case 'share': return <ShareDialog />;
    case 'takeaway': return <TakeAway />;
    default: return null;
  }
}

import { CopyLink } from './CopyLink';
import { SavedViews } from './SavedViews';

export default function ShareBody(): preact.JSX.Element {
  return (
    <>
      <CopyLink />
      <SavedViews />
    </>
  );
}

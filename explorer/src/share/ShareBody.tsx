import { AddressNotice } from './AddressNotice';
import { CopyLink } from './CopyLink';
import { SavedViews } from './SavedViews';

export default function ShareBody(): preact.JSX.Element {
  return (
    <>
      <AddressNotice />
      <CopyLink />
      <SavedViews />
    </>
  );
}

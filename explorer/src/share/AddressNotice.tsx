import { Icon } from '../shell/icons';
import { addressProblem } from './address-problem';

/** Says what is wrong with the link that was opened, until it is dismissed. */
export function AddressNotice(): preact.JSX.Element | null {
  const text = addressProblem.value;
  if (text === null) return null;
  return (
    <div class="address-notice">
      <p>{text}</p>
      <button type="button" class="tool" aria-label="Dismiss" title="Dismiss" onClick={() => (addressProblem.value = null)}><Icon name="close" /></button>
    </div>
  );
}

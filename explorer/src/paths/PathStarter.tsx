import { useState } from 'preact/hooks';
import { findPath } from '../state/actions';
import { rules } from '../state/store';
import { PartyPicker } from '../search/PartyPicker';
import { Icon } from '../shell/icons';
import { socialTypes } from './social-types';

/** Asks for the other end of a way that begins at a party. */
export function PathStarter({ from }: { from: { id: string; name: string } }): preact.JSX.Element {
  const [open, setOpen] = useState(false);
  if (!open) return <div><button type="button" class="button small" onClick={() => setOpen(true)}><Icon name="path" />Path to …</button></div>;
  return (
    <div class="card stack">
      <PartyPicker label={`Path from ${from.name} to`} autofocus onPick={({ id }) => { setOpen(false); findPath({ from: from.id, to: id, types: socialTypes(rules.value) }); }} />
      <button type="button" class="button small" onClick={() => setOpen(false)}>Cancel</button>
    </div>
  );
}

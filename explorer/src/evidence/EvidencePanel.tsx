import { view } from '../state/store';
import { IncidentPanel } from './IncidentPanel';
import { PartyPanel } from './PartyPanel';
import { SelectionPanel } from './SelectionPanel';
import { TiePanel } from './TiePanel';
import { Welcome } from './Welcome';

/** What stands behind the selection. */
export function EvidencePanel(): preact.JSX.Element | null {
  const { selection, asked, path } = view.value;
  const [item] = selection;
  if (selection.length > 1) return <SelectionPanel items={selection} />;
  if (item === undefined) return asked === null && path === null ? <Welcome /> : null;
  if (item.kind === 'party') return <PartyPanel key={item.id} id={item.id} />;
  if (item.kind === 'tie') return <TiePanel key={item.id} id={item.id} />;
  return <IncidentPanel key={item.id} id={item.id} />;
}

import { bringBack, hide, keepOnly, selectedParties, selectNeighbours } from '../state/actions';
import { announce } from '../state/announcer';
import { view } from '../state/store';
import { Icon, type IconName } from '../shell/icons';
import { lassoOn } from './lasso-on';
import { stage } from './current-stage';

const ZOOM = 1.4;

/** Buttons at the graph's edge: what the wheel, the drag and the keys do as well. */
export function GraphTools(): preact.JSX.Element {
  const chosen = view.value.selection.some(({ kind }) => kind === 'party');
  return (
    <div class="graph-tools" role="toolbar" aria-label="Graph" aria-orientation="vertical">
      <Button icon="plus" name="Zoom in" onClick={() => stage.peek()?.zoom(1 / ZOOM)} />
      <Button icon="minus" name="Zoom out" onClick={() => stage.peek()?.zoom(ZOOM)} />
      <Button icon="fit" name="Show all" onClick={() => stage.peek()?.fit()} />
      <Button icon="lasso" name="Draw a line around parties" pressed={lassoOn.value} onClick={() => { lassoOn.value = !lassoOn.value; announce(lassoOn.value ? 'Draw a line around parties to select them.' : 'Lasso off.'); }} />
      <Button icon="expand" name="Select neighbours too" disabled={!chosen} onClick={selectNeighbours} />
      <Button icon="check" name="Keep only the selected" disabled={!chosen} onClick={() => keepOnly(selectedParties())} />
      <Button icon="hide" name="Hide the selected" disabled={!chosen} onClick={() => hide(selectedParties())} />
      <Button icon="eye" name="Bring back what is hidden" disabled={view.value.hidden.length === 0} onClick={() => bringBack()} />
    </div>
  );
}

function Button({ icon, name, onClick, pressed, disabled }: { icon: IconName; name: string; onClick: () => void; pressed?: boolean; disabled?: boolean }): preact.JSX.Element {
  return <button type="button" class="tool" title={name} aria-label={name} aria-pressed={pressed} disabled={disabled} onClick={onClick}><Icon name={icon} /></button>;
}

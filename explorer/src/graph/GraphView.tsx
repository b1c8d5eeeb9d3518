import { useEffect, useRef } from 'preact/hooks';
import { effect } from '@preact/signals';
import { bringBack, hide, keepOnly, pin, select, selectedParties } from '../state/actions';
import { announce } from '../state/announcer';
import { rules, shown, start, view } from '../state/store';
import { emphasis, pointedOut } from '../state/emphasis';
import { openExpansion } from '../state/panels';
import { count } from '../model/words';
import { theme } from '../state/theme';
import { Lasso } from './Lasso';
import { positions } from './positions';
import { stage } from './current-stage';
import { Stage } from './stage';
import { lassoOn } from './lasso-on';
import { stepKeys } from './step-keys';

/** The network, drawn; everything in it can be reached by keys as well. */
export function GraphView(): preact.JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawn = new Stage(container.current as HTMLElement, {
      clickParty: (id, add) => select([{ kind: 'party', id }], add),
      openParty: (id) => {
        select([{ kind: 'party', id }]);
        openExpansion(id);
      },
      clickTie: (id, add) => select([{ kind: 'tie', id }], add),
      clickStage: () => select([]),
      moved: pin,
    }, theme.peek());
    stage.value = drawn;
    const ends = [
      effect(() => drawn.setTheme(theme.value)),
      effect(() => {
        const places = positions.value;
        // Until newcomers are laid out the picture stays as it was.
        if (places !== null && shown.value.nodes.every(({ party }) => places.has(party.id))) drawn.draw({ shown: shown.value, positions: places, rules: rules.value, patrons: start.value?.actors.nodes ?? [], frame: JSON.stringify(view.value.parties) });
      }),
      effect(() => drawn.emphasise(emphasis.value)),
      effect(() => {
        // An answer or a path may lie anywhere in the picture.
        if (pointedOut.value !== null && positions.value !== null) drawn.fit([...pointedOut.value]);
      }),
    ];
    return () => {
      for (const end of ends) end();
      stage.value = null;
      drawn.end();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || stepKeys(event)) return;
    const ids = selectedParties();
    const done = ((): boolean => {
      switch (event.key) {
        case 'Delete': case 'Backspace': hide(ids); return true;
        case 'Enter': if (ids[0] !== undefined) openExpansion(ids[0]); return true;
        case 'h': hide(ids); return true;
        case 'k': keepOnly(ids); return true;
        case 'b': bringBack(); return true;
        case 'l': lassoOn.value = true; announce('Draw a line around parties to select them.'); return true;
        case 'a': select(shown.peek().nodes.map(({ party }) => ({ kind: 'party', id: party.id }))); return true;
        default: return false;
      }
    })();
    if (done) event.preventDefault();
  };
  const { nodes, ties } = shown.value;
  const label = `Network of ${count(nodes.length, 'party', 'parties')} and ${count(ties.length, 'tie')}. N and P step through parties, left and right bracket through the ties of the selected one, arrows move, plus and minus zoom. The table holds the same.`;
  return (
    <div class="graph">
      <div ref={container} class="stage" tabIndex={0} role="application" aria-label={label} onKeyDown={onKeyDown} data-testid="stage" onFocus={() => view.value.selection.length === 0 && announce('Graph. Press N for the first party.')} />
      {lassoOn.value && <Lasso />}
    </div>
  );
}

import { select } from '../state/actions';
import { announce } from '../state/announcer';
import { parties, rules, shown, view } from '../state/store';
import { stage } from './current-stage';

const STEP_PX = 60;
const ZOOM = 1.3;

/** Keys that move through the drawing: N/P parties, [ and ] the ties of the selected party, arrows, + - 0. True if the key was one of them. */
export function stepKeys(event: KeyboardEvent): boolean {
  const drawn = stage.peek();
  if (drawn === null || event.ctrlKey || event.metaKey || event.altKey) return false;
  const moves: Record<string, () => void> = {
    n: () => stepParty(1), p: () => stepParty(-1), ']': () => stepTie(1), '[': () => stepTie(-1),
    ArrowLeft: () => drawn.pan(-STEP_PX, 0), ArrowRight: () => drawn.pan(STEP_PX, 0), ArrowUp: () => drawn.pan(0, -STEP_PX), ArrowDown: () => drawn.pan(0, STEP_PX),
    '+': () => drawn.zoom(1 / ZOOM), '=': () => drawn.zoom(1 / ZOOM), '-': () => drawn.zoom(ZOOM), '0': () => drawn.fit(),
  };
  const move = moves[event.key];
  if (move === undefined) return false;
  event.preventDefault();
  move();
  return true;
}

function stepParty(by: number): void {
  const ids = stage.peek()?.reading() ?? [];
  if (ids.length === 0) return;
  const selected = view.peek().selection.find(({ kind }) => kind === 'party')?.id;
  const at = selected === undefined ? (by > 0 ? -1 : 0) : ids.indexOf(selected);
  const id = ids[(at + by + ids.length) % ids.length] as string;
  select([{ kind: 'party', id }]);
  announce(`${parties.peek().get(id)?.party.name ?? ''}, ${shown.peek().degree.get(id) ?? 0} ties.`);
}

/** From a party to its ties, from a tie to the next of the same party. */
let around: string | null = null;
function stepTie(by: number): void {
  const [item] = view.peek().selection;
  if (item?.kind === 'party') around = item.id;
  const own = shown.peek().ties.filter(({ source, target }) => source.id === around || target.id === around);
  if (own.length === 0) return announce('Select a party first, with N.');
  const at = item?.kind === 'tie' ? own.findIndex(({ id }) => id === item.id) : by > 0 ? -1 : 0;
  const tie = own[(at + by + own.length) % own.length];
  if (tie === undefined) return;
  select([{ kind: 'tie', id: tie.id }]);
  announce(`${tie.source.name} ${rules.peek().get(tie.type)?.label ?? tie.type} ${tie.target.name}. ${tie.claimCount} claims.`);
}

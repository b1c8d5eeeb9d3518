import { useRef, useState } from 'preact/hooks';
import { count } from '../model/words';
import { select } from '../state/actions';
import { announce } from '../state/announcer';
import { isInside, type Spot } from './geometry';
import { lassoOn } from './lasso-on';
import { stage } from './current-stage';

/** A sheet above the stage on which a line is drawn around parties to select them. */
export function Lasso(): preact.JSX.Element {
  const [line, setLine] = useState<Spot[]>([]);
  const drawing = useRef(false);
  const spot = (event: PointerEvent): Spot => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const end = (event: PointerEvent): void => {
    drawing.current = false;
    const found = stage.peek()?.inside(line, isInside) ?? [];
    select(found.map((id) => ({ kind: 'party', id })), event.shiftKey);
    announce(`${count(found.length, 'party', 'parties')} selected.`);
    lassoOn.value = false;
  };
  return (
    <svg
      class="lasso" data-testid="lasso"
      onPointerDown={(event) => { drawing.current = true; (event.currentTarget as Element).setPointerCapture(event.pointerId); setLine([spot(event)]); }}
      onPointerMove={(event) => drawing.current && setLine((before) => [...before, spot(event)])}
      onPointerUp={end}
    >
      <polygon points={line.map(({ x, y }) => `${x},${y}`).join(' ')} />
    </svg>
  );
}

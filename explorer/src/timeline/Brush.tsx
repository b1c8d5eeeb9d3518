import { useRef, useState } from 'preact/hooks';
import { bucketAt, bucketCount, bucketName, dayAt, shareAt, type Axis } from './axis';
import { movedBy, type Window } from './period';

interface BrushProps {
  axis: Axis;
  /** The buckets of the period that is set; null if none is, or one that lies beyond the axis. */
  window: Window | null;
  /** What is being dragged out, before it is set. */
  onDraft: (window: Window | null) => void;
  onSet: (window: Window) => void;
}

type Grip = 'new' | 'move' | 'from' | 'to';

/** The surface over the bars that a period is dragged out on, and its two thumbs, which take keys as well. */
export function Brush({ axis, window: set, onDraft, onSet }: BrushProps): preact.JSX.Element {
  const surface = useRef<HTMLDivElement>(null);
  const drag = useRef<{ grip: Grip; began: number; window: Window; now: Window } | null>(null);
  const [isDragging, setDragging] = useState(false);
  const last = bucketCount(axis) - 1;
  const shown = set ?? { from: 0, to: last };

  const bucketOf = (event: PointerEvent): number => {
    const { left, width } = (surface.current as HTMLDivElement).getBoundingClientRect();
    return bucketAt(axis, Math.floor(dayAt(axis, Math.min(1, Math.max(0, (event.clientX - left) / Math.max(1, width))))));
  };
  const begin = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const began = bucketOf(event);
    const thumb = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=slider]')?.dataset.grip : undefined;
    const grip: Grip = thumb === 'from' || thumb === 'to' ? thumb : set !== null && began >= set.from && began <= set.to ? 'move' : 'new';
    const window = grip === 'new' ? { from: began, to: began } : shown;
    drag.current = { grip, began, window, now: window };
    (surface.current as HTMLDivElement).setPointerCapture(event.pointerId);
    setDragging(true);
    if (grip === 'new') onDraft(window);
  };
  const move = (event: PointerEvent): void => {
    if (drag.current === null) return;
    const { grip, began, window } = drag.current;
    const at = bucketOf(event);
    const now = grip === 'new' ? ordered(began, at) : grip === 'move' ? movedBy(axis, window, at - began) : grip === 'from' ? ordered(at, window.to) : ordered(window.from, at);
    drag.current.now = now;
    onDraft(now);
  };
  const end = (event: PointerEvent): void => {
    if (drag.current === null) return;
    const { grip, began, window, now } = drag.current;
    drag.current = null;
    setDragging(false);
    onDraft(null);
    if (event.type === 'pointercancel') return;
    // A press inside the window without a drag picks the bucket under it, as it does elsewhere.
    onSet(grip === 'move' && now.from === window.from && bucketOf(event) === began ? { from: began, to: began } : now);
  };

  const press = (grip: 'from' | 'to') => (event: KeyboardEvent): void => {
    const wide = Math.max(2, Math.round((last + 1) / 10));
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -wide, PageUp: wide, Home: -last, End: last };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onSet(grip === 'from' ? { from: Math.max(0, Math.min(shown.to, shown.from + step)), to: shown.to } : { from: shown.from, to: Math.min(last, Math.max(shown.from, shown.to + step)) });
  };

  return (
    <div ref={surface} class={isDragging ? 'brush dragging' : 'brush'} onPointerDown={begin} onPointerMove={move} onPointerUp={end} onPointerCancel={end}>
      {(['from', 'to'] as const).map((grip) => {
        const bucket = shown[grip];
        const at = shareAt(axis, axis.edges[grip === 'from' ? bucket : bucket + 1] as number);
        return (
          <div key={grip} class={set === null ? `thumb ${grip} idle` : `thumb ${grip}`} data-grip={grip} role="slider" tabIndex={0} aria-label={grip === 'from' ? 'Period from' : 'Period to'} aria-orientation="horizontal"
            aria-valuemin={grip === 'from' ? 0 : shown.from} aria-valuemax={grip === 'from' ? shown.to : last} aria-valuenow={bucket} aria-valuetext={bucketName(axis, bucket)} style={{ left: `${at * 100}%` }} onKeyDown={press(grip)} />
        );
      })}
    </div>
  );
}

function ordered(one: number, other: number): Window {
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

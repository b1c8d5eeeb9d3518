import type { ClaimType } from '../api/generated/documents';
import { tieLook } from '../graph/looks';

/** A short piece of line as ties of a type are drawn, in the colour of the text around it. */
export function TieSample({ type }: { type: ClaimType }): preact.JSX.Element {
  const { dash, gap, width, head, tail } = tieLook(type);
  return (
    <svg class="tie-sample" viewBox="0 0 44 12" aria-hidden="true">
      <line x1={tail === 'arrow' ? 9 : 2} y1="6" x2={head === 'none' ? 42 : 34} y2="6" stroke="currentcolor" stroke-width={width} stroke-dasharray={dash === 0 ? undefined : `${dash} ${gap}`} />
      {tail === 'arrow' && <path d="M2 6l8-4v8z" fill="currentcolor" />}
      {head === 'arrow' && <path d="M42 6l-9-4.500v9z" fill="currentcolor" />}
      {head === 'diamond' && <path d="M42 6l-5-4-5 4 5 4z" fill="currentcolor" />}
      {head === 'circle' && <circle cx="37" cy="6" r="4" fill="currentcolor" />}
      {head === 'square' && <rect x="33" y="2" width="8" height="8" fill="currentcolor" />}
      {head === 'bar' && <rect x="35" y="1" width="3" height="10" fill="currentcolor" />}
    </svg>
  );
}

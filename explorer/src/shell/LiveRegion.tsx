import { announcement } from '../state/announcer';

/** Tells a screen reader what changed. */
export function LiveRegion(): preact.JSX.Element {
  return <div class="for-ears" role="status" aria-live="polite">{announcement.value}</div>;
}

import { computed, signal } from '@preact/signals';
import type { Emphasis } from '../graph/stage';
import { shownClaims, shownIncidents, tieOfClaim, view } from './store';

/** Ids of parties and ties that the answer or the path on show is made of; null if there is none. Set by whoever shows it. */
export const pointedOut = signal<ReadonlySet<string> | null>(null);

/** What stands out in the drawing. A selected incident stands out through the ties that its passages are behind. */
export const emphasis = computed<Emphasis>(() => {
  const selected = new Set(view.value.selection.map(({ id }) => id));
  for (const incident of shownIncidents.value) {
    if (!selected.has(incident.id)) continue;
    for (const claim of shownClaims.value) {
      if (claim.incident?.id !== incident.id) continue;
      const tie = tieOfClaim(claim);
      if (tie) selected.add(tie.id);
    }
  }
  return { selected, only: pointedOut.value };
});

import { computed } from '@preact/signals';
import type { Claim } from '../model/network';
import { tieOfClaim, view } from '../state/store';

/** Whether a passage belongs to something that is selected: a party it is about, the tie it stands behind, the incident it tells of. */
export const isSelected = computed<(claim: Claim) => boolean>(() => {
  const ids = new Set(view.value.selection.map(({ id }) => id));
  if (ids.size === 0) return () => false;
  return (claim) => ids.has(claim.subject.id) || ids.has(claim.object.id) || (claim.incident !== null && ids.has(claim.incident.id)) || ids.has(tieOfClaim(claim)?.id ?? '');
});

import type { Answered } from '../state/use-answer';

/** What stands where an answer will be, or failed to be. */
export function State({ answered }: { answered: Answered<unknown> }): preact.JSX.Element | null {
  if (answered.error) return <p class="notice" role="alert">{answered.error.message}{answered.loading ? ' Trying again …' : ''}</p>;
  if (answered.data === null && answered.loading) return <div class="skeleton" role="status"><span class="for-ears">Loading …</span><i /><i /><i /></div>;
  return null;
}

import { fetchedOnAxis } from './whole-span';

/** Says when there are more passages than the page fetched. */
export function PassagesNote(): preact.JSX.Element | null {
  const { fetched, total } = fetchedOnAxis.value;
  if (total <= fetched) return null;
  return <span class="tag" role="note">first {fetched.toLocaleString('en')} of {total.toLocaleString('en')} passages; narrow to see all</span>;
}

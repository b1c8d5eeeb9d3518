export function TakeAway(): preact.JSX.Element | null {
  return null;
}

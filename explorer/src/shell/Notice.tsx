export function Notice(): preact.JSX.Element | null {
  return null;
}

export function PathPanel(): preact.JSX.Element | null {
  return null;
}

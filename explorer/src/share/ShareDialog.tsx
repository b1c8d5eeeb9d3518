export function ShareDialog(): preact.JSX.Element | null {
  return null;
}

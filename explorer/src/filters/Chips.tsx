export function Chips(): preact.JSX.Element | null {
  return null;
}

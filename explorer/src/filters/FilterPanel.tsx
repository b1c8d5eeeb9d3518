export function FilterPanel(): preact.JSX.Element | null {
  return null;
}

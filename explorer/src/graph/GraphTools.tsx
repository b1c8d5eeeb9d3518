export function GraphTools(): preact.JSX.Element | null {
  return null;
}

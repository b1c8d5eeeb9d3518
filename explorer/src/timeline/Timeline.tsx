export function Timeline(): preact.JSX.Element | null {
  return null;
}

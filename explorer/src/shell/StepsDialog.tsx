export function StepsDialog(): preact.JSX.Element | null {
  return null;
}

export function TableTwin(): preact.JSX.Element | null {
  return null;
}

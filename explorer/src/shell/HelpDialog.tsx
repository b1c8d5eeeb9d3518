export function HelpDialog(): preact.JSX.Element | null {
  return null;
}

export function EvidencePanel(): preact.JSX.Element | null {
  return null;
}

/** The mark of rival accounts (≠) or of a pair that is allied and hostile at once (±), as on the graph. `title` is read out. */
export function Sign({ sign, title }: { sign: 'rivals' | 'both'; title?: string }): preact.JSX.Element {
  return (
    <svg class="sign" viewBox="0 0 16 16" role={title ? 'img' : undefined} aria-label={title} aria-hidden={title ? undefined : true}>
      <circle cx="8" cy="8" r="8" />
      <path d={sign === 'rivals' ? 'M4.500 6.500h7M4.500 9.500h7M6 12l4-8' : 'M4.500 6.500h7M8 3v7M4.500 12h7'} />
    </svg>
  );
}

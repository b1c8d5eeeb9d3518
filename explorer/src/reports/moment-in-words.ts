const FORMAT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** `25 Nov 2026, 06:05 UTC`, of an ISO 8601 instant. */
export function momentInWords(instant: string): string {
  return `${FORMAT.format(new Date(instant))} UTC`;
}

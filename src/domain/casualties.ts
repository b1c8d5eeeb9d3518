import type { Count } from './entities';

/** The dead and wounded of one side; the party's id is null where the article does not split the figure. */
export interface SideCasualties {
  party: string | null;
  killed: Count | null;
  wounded: Count | null;
}

/** Casualties as a claim's property holds them: JSON, without what is not told. */
export function parseCasualties(json: string): SideCasualties[] {
  return (JSON.parse(json) as { party?: string; killed?: Count; wounded?: Count }[]).map(({ party, killed, wounded }) => ({ party: party ?? null, killed: killed ?? null, wounded: wounded ?? null }));
}

/** As a text: `isis: killed 16, wounded some | all: killed 20`; empty where there are none. */
export function casualtiesText(casualties: SideCasualties[]): string {
  const count = (what: string, counted: Count | null): string[] => (counted === null ? [] : [`${what} ${counted.best ?? 'some'}${counted.low !== null && counted.high !== null && counted.low !== counted.high ? ` (${counted.low} to ${counted.high})` : ''}`]);
  return casualties.map(({ party, killed, wounded }) => `${party ?? 'all'}: ${[...count('killed', killed), ...count('wounded', wounded)].join(', ')}`).join(' | ');
}

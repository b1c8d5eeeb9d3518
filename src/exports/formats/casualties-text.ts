import type { Count } from '../../domain/entities';
import type { CitedClaim } from '../graph/cited-claim';

/** Casualties by side, as a text: `isis: killed 16, wounded some | all: killed 20`; empty where there are none. */
export function casualtiesText(casualties: CitedClaim['casualties']): string {
  const count = (what: string, counted: Count | null): string[] => (counted === null ? [] : [`${what} ${counted.best ?? 'some'}${counted.low !== null && counted.high !== null && counted.low !== counted.high ? ` (${counted.low} to ${counted.high})` : ''}`]);
  return casualties.map(({ party, killed, wounded }) => `${party ?? 'all'}: ${[...count('killed', killed), ...count('wounded', wounded)].join(', ')}`).join(' | ');
}

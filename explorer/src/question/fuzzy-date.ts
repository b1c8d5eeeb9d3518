import type { Claim } from '../model/network';

export type FuzzyDate = NonNullable<Claim['date']>;

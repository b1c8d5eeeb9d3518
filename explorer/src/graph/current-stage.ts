import { signal } from '@preact/signals';
import type { Stage } from './stage';

/** The stage on the page; null while there is none. */
export const stage = signal<Stage | null>(null);

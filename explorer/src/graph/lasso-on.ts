import { signal } from '@preact/signals';

/** Whether the pointer draws a line around parties instead of moving the picture. */
export const lassoOn = signal(false);

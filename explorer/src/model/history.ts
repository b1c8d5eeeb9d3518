import type { View } from './view';

export interface Step {
  /** What was done, for the list of steps. */
  label: string;
  view: View;
}

/** The steps taken, and which of them is on show. */
export interface History {
  steps: Step[];
  at: number;
}

const MOST_STEPS = 200;

export function begin(view: View): History {
  return { steps: [{ label: 'Start', view }], at: 0 };
}

/** The history with one more step; what had been undone is gone. Steps with the same `merge` key in a row count as one (typing, dragging). */
export function take(history: History, label: string, view: View, merges = false): History {
  const kept = history.steps.slice(0, history.at + 1);
  const last = kept.at(-1);
  if (merges && kept.length > 1 && last?.label === label) kept.pop();
  const steps = [...kept, { label, view }].slice(-MOST_STEPS);
  return { steps, at: steps.length - 1 };
}

/** The history at another of its steps; unchanged if there is none such. */
export function goTo(history: History, at: number): History {
  return at >= 0 && at < history.steps.length ? { ...history, at } : history;
}

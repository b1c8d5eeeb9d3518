import type { Change } from './compare';

/** Rows that changed in the same way for the same reasons. */
export interface AlikeChanges extends Omit<Change, 'label'> {
  labels: string[];
}

/** Changes as they are told: rows with the same reasons together, after those that have reasons of their own. One claim about a link of a chain changes every row whose chain has that link, and would bury the rest. */
export function alikeChanges(told: Change[]): AlikeChanges[] {
  const groups = new Map<string, AlikeChanges>();
  for (const { label, ...change } of told) {
    const key = JSON.stringify(change);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ...change, labels: [label] });
    else group.labels.push(label);
  }
  const kinds: Change['kind'][] = ['new', 'changed', 'gone'];
  return kinds.flatMap((kind) => [...groups.values()].filter((group) => group.kind === kind).sort((a, b) => a.labels.length - b.labels.length));
}

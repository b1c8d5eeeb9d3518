import { effect, signal } from '@preact/signals';
import { layOut } from '../layout/layout';
import { loading, network, shown, start, view } from '../state/store';
import { fillingOf, radius } from './looks';

/** Where parties stand, in the layout's own units. Once given, a place is kept for as long as the page is open, so nothing jumps when filters change or parties come back. */
const places = new Map<string, [number, number]>();

/** The places of all parties on show, pinned ones where they were put; another map whenever any changed. Null until the first layout is there. */
export const positions = signal<ReadonlyMap<string, [number, number]> | null>(null);

effect(() => {
  // For whoever waits for the page: tests, and print.
  const places = positions.value;
  document.documentElement.dataset.ready = String(!loading.value && shown.value.nodes.every(({ party }) => places?.has(party.id)));
});

/** Keeps `positions` in step with the network. Call once. */
export function followNetwork(): void {
  let job = 0;
  effect(() => {
    const { nodes, ties } = network.value;
    const { pinned } = view.value;
    if (start.value === null || nodes.length === 0) return;
    if (nodes.every(({ party }) => places.has(party.id))) {
      positions.value = withPinned(pinned);
      return;
    }
    job += 1;
    const mine = job;
    const degree = shown.peek().degree;
    const patrons = new Set(nodes.flatMap(({ sides }) => sides));
    void layOut({
      nodes: nodes.map((node) => {
        const { id } = node.party;
        const at = pinned[id] ?? places.get(id) ?? null;
        return { id, side: node.sides[0] ?? null, isAnchor: patrons.has(id), size: radius(degree.get(id) ?? 0, fillingOf(node)), at, fixed: id in pinned };
      }),
      ties: ties.map(({ source, target }) => [source.id, target.id]),
    }).then((found) => {
      for (const [id, at] of Object.entries(found)) if (!places.has(id)) places.set(id, at);
      if (mine === job) positions.value = withPinned(view.peek().pinned);
    });
  });
}

function withPinned(pinned: Record<string, [number, number]>): Map<string, [number, number]> {
  return new Map([...places, ...Object.entries(pinned)]);
}

/** A graph of one seed, the same on both pages: `parties` on a spiral, `ties` between near ones, hubs among them. */
export interface BenchGraph {
  nodes: { id: string; label: string; x: number; y: number; size: number }[];
  edges: { id: string; source: string; target: string }[];
}

/** Mulberry32 for a fixed seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function benchGraph(parties = 2_000, ties = 8_000): BenchGraph {
  const next = random(11);
  const nodes = Array.from({ length: parties }, (_, i) => {
    const angle = i * 2.399963;
    const radius = 40 * Math.sqrt(i);
    return { id: `n${i}`, label: `Group number ${i}`, x: radius * Math.cos(angle), y: radius * Math.sin(angle), size: 4 };
  });
  const edges = Array.from({ length: ties }, (_, i) => {
    const source = Math.floor(parties * next() ** 2);
    const target = (source + 1 + Math.floor(next() * 120)) % parties;
    return { id: `e${i}`, source: `n${source}`, target: `n${target}` };
  });
  return { nodes, edges };
}

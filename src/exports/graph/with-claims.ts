import type { CitedClaim } from './cited-claim';

/** Nodes with the claims that name them, both in the order of the nodes' ids. One node's claims are held at a time. */
export async function* withClaims<N extends { id: string }>(nodes: AsyncIterable<N>, claims: AsyncIterable<CitedClaim>, idOf: (claim: CitedClaim) => string | undefined): AsyncGenerator<[N, CitedClaim[]]> {
  const reading = claims[Symbol.asyncIterator]();
  let next = await reading.next();
  for await (const node of nodes) {
    const own: CitedClaim[] = [];
    while (next.done !== true && (idOf(next.value) ?? '') <= node.id) {
      if (idOf(next.value) === node.id) own.push(next.value);
      next = await reading.next();
    }
    yield [node, own];
  }
  await reading.return?.();
}

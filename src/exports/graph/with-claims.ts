import type { CitedClaim } from './cited-claim';

/** Claims in the order of the nodes that they name, and how each names its node. */
export interface ClaimsOfNodes {
  claims: AsyncIterable<CitedClaim>;
  idOf: (claim: CitedClaim) => string | undefined;
}

/** Nodes with the claims that name them in one of several ways, each once; all in the order of the nodes' ids. One node's claims are held at a time. */
export async function* withClaims<N extends { id: string }>(nodes: AsyncIterable<N>, ...ways: ClaimsOfNodes[]): AsyncGenerator<[N, CitedClaim[]]> {
  const readers = ways.map(({ claims, idOf }) => ({ idOf, reading: claims[Symbol.asyncIterator](), next: undefined as CitedClaim | undefined }));
  const advance = async (reader: (typeof readers)[number]): Promise<void> => {
    const read = await reader.reading.next();
    reader.next = read.done === true ? undefined : read.value;
  };
  try {
    for (const reader of readers) await advance(reader);
    for await (const node of nodes) {
      const own = new Map<string, CitedClaim>();
      for (const reader of readers) {
        while (reader.next !== undefined && (reader.idOf(reader.next) ?? '') <= node.id) {
          if (reader.idOf(reader.next) === node.id) own.set(reader.next.slug, reader.next);
          await advance(reader);
        }
      }
      yield [node, [...own.values()]];
    }
  } finally {
    for (const { reading } of readers) await reading.return?.();
  }
}

import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';

/** An answer as it was sent, and the state of the graph that it tells of. */
export interface StoredAnswer {
  revision: string;
  body: string;
  contentType: string;
}

/** No single answer may push out more than this share of the others. */
const LARGEST_SHARE = 0.25;

/** Answers by the request that they answer. An answer is good for one revision of the graph only; whether it still stands is for the caller to ask. */
export class AnswerCache {
  private readonly answers: LRUCache<string, StoredAnswer>;
  private readonly largest: number;

  constructor(maxBytes: number) {
    this.largest = maxBytes * LARGEST_SHARE;
    this.answers = new LRUCache({ maxSize: maxBytes, maxEntrySize: this.largest, sizeCalculation: ({ body }, key) => 2 * (body.length + key.length) });
  }

  get(key: string): StoredAnswer | undefined {
    return this.answers.get(key);
  }

  set(key: string, answer: StoredAnswer): void {
    this.answers.set(key, answer);
  }

  /** Every answer of an older revision is stale at once: revisions are of the whole graph. */
  dropOthers(revision: string): void {
    for (const [key, answer] of this.answers.entries()) if (answer.revision !== revision) this.answers.delete(key);
  }
}

/** What tells one request to /graphql from another: the operation, its variables, and the form of answer asked for. Null for a request that is none, which Apollo answers. */
export function answerKey({ method, body, query, headers }: FastifyRequest): string | null {
  const asked = method === 'GET' ? query : body;
  if (asked === null || typeof asked !== 'object' || Array.isArray(asked) || !('query' in asked)) return null;
  // Whoever asks for it gets an answer made anew. `no-cache` needs no more than what is done anyway: the origin, our database, is asked whether the answer stands.
  if (headers['cache-control']?.includes('no-store') === true) return null;
  return createHash('sha256').update(JSON.stringify([method, headers.accept ?? '', headers['content-type'] ?? '', asked])).digest('base64url');
}

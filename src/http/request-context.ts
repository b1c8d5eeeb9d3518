import type { FastifyBaseLogger } from 'fastify';

/** What every request carries beside what the schema needs. */
export interface RequestContext {
  requestId: string;
  /** Epoch milliseconds by which the request must be answered. */
  deadline: number;
  log: FastifyBaseLogger;
  /** What the access log tells of the operation; never its text or its variables. */
  told: { operation?: string | null; codes?: string[]; cached?: boolean };
  /** The state of the graph that the answer tells of, once the request has read anything. */
  revision?: () => Promise<string | null>;
}

import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { answerKey, type AnswerCache } from './answer-cache';
import type { RequestContext } from './request-context';

/** What each request has told while it was being answered. */
export type ToldOf = WeakMap<FastifyRequest, RequestContext & { report?: () => Record<string, unknown> }>;

const kept = new WeakSet<FastifyReply>();

/** Whether the reply was an answer kept from before. */
export function keptAnswer(reply: FastifyReply): boolean {
  return kept.has(reply);
}

/**
 * Hooks of the GraphQL route: the same question, asked while the graph is at the same revision, gets the answer that it got before. The revision is asked of the database each time (one
 * lookup, shared by all who ask at the moment), so no answer is ever stale, whichever process wrote. Only answers without errors are kept.
 */
export function keepAnswers(cache: AnswerCache, revision: () => Promise<string>, told: ToldOf): Pick<RouteShorthandOptions, 'preHandler' | 'onSend'> {
  const keys = new WeakMap<FastifyRequest, string>();
  return {
    async preHandler(request, reply) {
      const key = answerKey(request);
      if (key === null) return;
      keys.set(request, key);
      const answer = cache.get(key);
      if (answer === undefined) return;
      // A database that is away is told of by the question itself.
      const now = await revision().catch(() => null);
      if (now === null) return;
      if (answer.revision !== now) return cache.dropOthers(now);
      kept.add(reply);
      const tag = `"${Buffer.from(`${now} ${key}`).toString('base64url')}"`;
      void reply.header('etag', tag).header('cache-control', 'no-cache');
      if (request.method === 'GET' && request.headers['if-none-match'] === tag) return reply.code(304).send();
      return reply.type(answer.contentType).send(answer.body);
    },
    async onSend(request, reply, payload) {
      const key = keys.get(request);
      const about = told.get(request);
      if (key === undefined || about === undefined || kept.has(reply) || reply.statusCode !== 200 || typeof payload !== 'string') return;
      if (about.told.codes === undefined || about.told.codes.length > 0) return;
      const state = (await about.revision?.()) ?? null;
      if (state !== null) cache.set(key, { revision: state, body: payload, contentType: String(reply.getHeader('content-type')) });
    },
  };
}

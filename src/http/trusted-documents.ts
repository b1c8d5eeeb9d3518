import { existsSync, readFileSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';

const REFUSED = 400;

/**
 * A hook of the GraphQL route: a request that names a trusted document by its SHA-256 (`documentId`) gets that document's text, so the explorer sends no query texts. `file` maps hashes
 * to texts (scripts/build-documents.ts writes it); without it none is known. An unknown one, as of a page older than the service, is refused with UNKNOWN_DOCUMENT.
 */
export function trustedDocuments(file: string): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined> {
  const texts = new Map(Object.entries(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}));
  return async (request, reply) => {
    const { body } = request;
    if (body === null || typeof body !== 'object' || 'query' in body || !('documentId' in body)) return undefined;
    const { documentId, ...rest } = body;
    const query = typeof documentId === 'string' ? texts.get(documentId) : undefined;
    if (query === undefined) {
      return reply.code(REFUSED).send({ errors: [{ message: 'This page is older or newer than the service. Load it again.', extensions: { code: 'UNKNOWN_DOCUMENT' } }] });
    }
    request.body = { query, ...rest };
    return undefined;
  };
}

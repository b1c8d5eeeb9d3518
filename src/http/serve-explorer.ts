import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The explorer's page may run what this server serves and nothing else: no inline script, no inline style, nothing from elsewhere. */
const CONTENT_SECURITY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "worker-src 'self'",
  "manifest-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');
const YEAR_S = 31_536_000;

/** Serves the built explorer (a folder with index.html and assets/) at `/`, and the texts of its operations at /explorer/documents.json, for "copy as GraphQL". */
export async function serveExplorer(app: FastifyInstance, folder: string, documentsFile: string): Promise<void> {
  if (!existsSync(folder)) {
    app.get('/', (_request, reply) => reply.code(503).type('text/plain').send('The page is not built yet. Run `npm run build`, then start again.\n'));
    return;
  }
  await app.register(fastifyStatic, {
    root: folder, prefix: '/', index: ['index.html'], preCompressed: true, decorateReply: !app.hasReplyDecorator('sendFile'), cacheControl: false,
    setHeaders: (reply, path) => {
      // Hashed names never change their content; the page itself must be asked for anew.
      const hashed = /[\\/]assets[\\/]/.test(path);
      reply.setHeader('cache-control', hashed ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
      reply.setHeader('content-security-policy', CONTENT_SECURITY);
    },
  });
  app.get('/explorer/documents.json', (_request, reply) => reply.sendFile('explorer-documents.json', documentsFile.replace(/[\\/][^\\/]+$/, '')));
}

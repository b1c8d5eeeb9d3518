import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const ROOT = import.meta.dirname;

/** The page goes to dist/explorer, with hashed names that may be kept for ever; `npm run explorer:dev` serves it beside a running service. */
export default defineConfig({
  root: ROOT,
  base: '/',
  publicDir: resolve(ROOT, 'public'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: resolve(ROOT, '../dist/explorer'), emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 800, reportCompressedSize: false },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: { '/graphql': 'http://127.0.0.1:4000', '/graphiql': 'http://127.0.0.1:4000' } },
});

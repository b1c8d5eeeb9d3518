/**
 * Bundles the GraphiQL page into dist/graphiql: the page, its style and Monaco's three workers, all served from our own origin.
 * Runs in npm's `prepare`, so it has to be quick.
 */
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { compressText } from './compress-text';

const SOURCE = resolve(__dirname, '..', 'graphiql');
const TARGET = resolve(__dirname, '..', 'dist', 'graphiql');

async function main(): Promise<void> {
  await rm(TARGET, { recursive: true, force: true });
  await mkdir(TARGET, { recursive: true });
  await build({
    entryPoints: {
      main: join(SOURCE, 'main.tsx'),
      'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
      'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
      'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
    },
    outdir: TARGET,
    bundle: true,
    minify: true,
    // Classic workers take one file each, which imports nothing.
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.ttf': 'file', '.woff': 'file', '.woff2': 'file' },
    logLevel: 'warning',
  });
  await copyFile(join(SOURCE, 'index.html'), join(TARGET, 'index.html'));
  await compressText(TARGET);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

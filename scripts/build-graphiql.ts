/**
 * Bundles the GraphiQL page into dist/graphiql: the page, its style and Monaco's three workers, all served from our own origin.
 * Runs in npm's `prepare`, so it has to be quick.
 */
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'esbuild';

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
  await compress(TARGET);
}

/** Puts a .gz beside each text file: Monaco is large, and the server then sends a quarter of it without work of its own. */
async function compress(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /\.(js|css|html)$/.test(name));
  await Promise.all(names.map(async (name) => writeFile(join(folder, `${name}.gz`), await promisify(gzip)(await readFile(join(folder, name))))));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

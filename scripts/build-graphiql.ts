/**
 * Bundles the GraphiQL page into dist/graphiql: the page, its style and Monaco's three workers, all served from our own origin.
 * Runs in npm's `prepare`, so it has to be quick.
 */
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'esbuild';

const SOURCE = resolve(__dirname, '..', 'src', 'graphiql');

/** Builds the page into `target`. */
export async function buildGraphiql(target: string): Promise<void> {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const common = {
    outdir: target,
    bundle: true,
    minify: true,
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Fonts and icons come inside the style, so that the page asks for nothing else.
    loader: { '.ttf': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl', '.svg': 'dataurl' },
    legalComments: 'linked',
    logLevel: 'warning',
  } as const;
  await Promise.all([
    build({ ...common, entryPoints: { page: join(SOURCE, 'page.jsx') }, format: 'esm', splitting: true, chunkNames: 'chunk-[hash]', jsx: 'automatic' }),
    build({
      ...common,
      // Classic workers: one file each, nothing to import.
      format: 'iife',
      entryPoints: {
        'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
        'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
        'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
      },
    }),
    copyFile(join(SOURCE, 'index.html'), join(target, 'index.html')),
  ]);
  await compress(target);
}

/** Puts a .gz beside each text file: Monaco is large, and the server then sends a quarter of it without work of its own. */
async function compress(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /\.(js|css|html)$/.test(name));
  await Promise.all(names.map(async (name) => writeFile(join(folder, `${name}.gz`), await promisify(gzip)(await readFile(join(folder, name))))));
}

if (require.main === module) {
  const begun = Date.now();
  buildGraphiql(resolve(__dirname, '..', 'dist', 'graphiql')).then(
    () => console.error(`GraphiQL is built into dist/graphiql (${((Date.now() - begun) / 1000).toFixed(1)} s).`),
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}

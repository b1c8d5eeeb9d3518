import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedError } from './embedded-error';
import { findJdk } from './java-runtime';
import type { Library } from './libraries';

const run = promisify(execFile);

/** Where the compiled program is or will be: the name changes with its sources. */
export async function programFile(project: string, cache: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await sources(project)) hash.update(await readFile(file));
  return join(cache, `embedded-neo4j-${hash.digest('hex').slice(0, 12)}.jar`);
}

/** Compiles the program into a jar: only jars, not folders of classes, can go into a class archive. */
export async function compileProgram(project: string, cache: string, libraries: Library[], env: NodeJS.ProcessEnv): Promise<string> {
  const jarFile = await programFile(project, cache);
  if (existsSync(jarFile)) return jarFile;
  const { javac, jar } = await findJdk(env);
  const work = await mkdtemp(join(cache, 'compile-'));
  try {
    // In a file: the class path alone is some 25,000 characters, near what one argument may hold on some systems.
    await writeFile(join(work, 'arguments'), `-cp ${quoted(libraries.map(({ path }) => path).join(delimiter))}\n`);
    await run(javac, ['--release', '17', '-proc:none', '-nowarn', `@${join(work, 'arguments')}`, '-d', join(work, 'classes'), ...(await sources(project))]);
    await run(jar, ['--create', '--file', join(work, 'program.jar'), '-C', join(work, 'classes'), '.']);
    await rename(join(work, 'program.jar'), jarFile);
  } catch (error) {
    const why = String((error as { stderr?: string }).stderr || error).split('\n').find((line) => /error/i.test(line)) ?? String(error);
    throw new EmbeddedError('EMBEDDED_FAILED', `The embedded Neo4j's program did not compile: ${why}`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return jarFile;
}

/** One word of a Java argument file. */
export function quoted(word: string): string {
  return `"${word.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

async function sources(project: string): Promise<string[]> {
  const folder = join(project, 'src', 'main', 'java', 'fealty');
  return (await readdir(folder)).filter((name) => name.endsWith('.java')).sort().map((name) => join(folder, name));
}

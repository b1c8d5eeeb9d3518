import { link, mkdir, readdir, readFile, rm, cp, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { findJava } from '../../../src/store/embedded/java-runtime';
import type { Fetching } from '../../../src/store/embedded/libraries';
import { fetchLibraries, knownLibraries } from '../../../src/store/embedded/libraries';
import { isWhole } from '../../../src/store/embedded/library-check';
import { PROJECT, removeScratchFolders, scratchFolder } from './scratch';

afterAll(removeScratchFolders);

/** A copy of Maven's repository that shares the files' content: damage done by replacing a file stays in the copy. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (entry.isDirectory()) await linkTree(join(from, entry.name), join(to, entry.name));
    else await link(join(from, entry.name), join(to, entry.name)).catch(() => cp(join(from, entry.name), join(to, entry.name)));
  }
}

async function truncate(file: string): Promise<void> {
  const bytes = await readFile(file);
  await rm(file);
  await writeFile(file, bytes.subarray(0, bytes.length / 2));
}

test('truncated libraries and a half-unpacked Maven are noticed and mended', async () => {
  const lines: string[] = [];
  const folder = await scratchFolder();
  const usual: Fetching = {
    project: PROJECT,
    cache: folder,
    home: folder,
    env: process.env,
    javaHome: (await findJava(process.env)).home,
    log: (line) => lines.push(line),
    progress: () => undefined,
  };
  await mkdir(join(folder, 'logs'));
  expect(await knownLibraries(usual)).toEqual({ damaged: [] });
  const libraries = await fetchLibraries(usual, []);
  expect(libraries.length).toBeGreaterThan(200);
  expect(lines).toEqual([]);
  expect(await knownLibraries(usual)).toEqual({ libraries, damaged: [] });

  const bolt = libraries.find(({ path }) => path.includes('neo4j-bolt-5'))!.path;
  const original = bolt.slice(0, bolt.indexOf(`${sep}org${sep}neo4j${sep}`));
  const repository = join(folder, 'repository');
  await linkTree(original, repository);
  const mavenUserHome = join(folder, 'maven-user-home');
  const distribution = join(process.env.MAVEN_USER_HOME ?? join(homedir(), '.m2'), 'wrapper', 'dists');
  await cp(distribution, join(mavenUserHome, 'wrapper', 'dists'), { recursive: true });
  const apart: Fetching = { ...usual, repository, env: { ...process.env, MAVEN_USER_HOME: mavenUserHome } };
  await fetchLibraries(apart, []);

  const [noticed, unnoticed] = [`neo4j${sep}annotations${sep}`, 'neo4j-bolt-5'].map((name) => {
    const known = libraries.find(({ path }) => path.includes(name))!;
    return known.path.replace(original, repository);
  }) as [string, string];
  await truncate(noticed);
  expect(await isWhole(noticed)).toBe(false);
  const { libraries: whole, damaged } = await knownLibraries(apart);
  expect({ whole, damaged }).toEqual({ whole: undefined, damaged: [noticed] });

  // One that the note would not tell of, as after a first fetch that was cut short; a description that others build on; and a Maven without its middle.
  await truncate(unnoticed);
  const parent = join(repository, 'org', 'neo4j', 'parent');
  // Other versions may lie beside it: cypher-shell's, for one.
  const version = basename(dirname(bolt));
  await truncate(join(parent, version, `parent-${version}.pom`));
  for (const name of await readdir(join(mavenUserHome, 'wrapper', 'dists'))) {
    for (const hash of await readdir(join(mavenUserHome, 'wrapper', 'dists', name))) {
      await rm(join(mavenUserHome, 'wrapper', 'dists', name, hash, 'lib'), { recursive: true });
    }
  }
  await fetchLibraries(apart, damaged);
  expect(lines).toEqual(['Fetching Maven again: it was left half unpacked.', 'Fetching 2 damaged files again: not whole.']);
  expect([await isWhole(noticed), await isWhole(unnoticed), await isWhole(bolt)]).toEqual([true, true, true]);
  expect((await knownLibraries(apart)).libraries).toHaveLength(libraries.length);
}, 240_000);

test('a jar without a checksum beside it is judged by its end', async () => {
  const folder = await scratchFolder();
  const jar = join(folder, 'a.jar');
  const empty = Buffer.from([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]);
  await writeFile(jar, empty);
  expect(await isWhole(jar)).toBe(true);
  await writeFile(jar, Buffer.concat([Buffer.alloc(40), empty.subarray(0, 20)]));
  expect(await isWhole(jar)).toBe(false);
  await writeFile(jar, '');
  expect(await isWhole(jar)).toBe(false);
  expect(await isWhole(join(folder, 'none.jar'))).toBe(false);
});

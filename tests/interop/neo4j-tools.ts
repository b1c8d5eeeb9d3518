import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepare } from '../../src/store/embedded/prepare';
import { plainProgress } from '../../src/store/embedded/progress';
import type { Connection } from '../../src/store/neo4j-store';
import { packageRoot } from '../../src/store/package-root';

const run = promisify(execFile);
const MAX_OUTPUT = 20_000_000;

type Say = (line: string) => void;

/** The Java that the embedded Neo4j runs on, and its libraries. */
function prepared(home: string, say: Say): ReturnType<typeof prepare> {
  return prepare({ project: join(packageRoot(), 'embedded'), cache: join(packageRoot(), '.fealty', 'cache', 'neo4j'), env: process.env, home, log: say, progress: plainProgress(say) });
}

/** Runs Neo4j's own `neo4j-admin database import full` over an exported folder, into a new embedded store at `home`. The tool is among the libraries of the embedded Neo4j. */
export async function importByNeo4jAdmin(folder: string, home: string, say: Say): Promise<void> {
  const { runtime, classPath } = await prepared(home, say);
  const store = join(home, 'neo4j');
  const settings = join(home, 'import-settings');
  mkdirSync(store, { recursive: true });
  mkdirSync(settings);
  writeFileSync(join(settings, 'neo4j.conf'), `server.directories.data=${join(store, 'data')}\n`);
  const files = readdirSync(folder).sort();
  await run(runtime.java, [
    '-Xmx512m', '-cp', classPath.join(':'), ...['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`), 'org.neo4j.cli.AdminTool', 'database', 'import', 'full', 'neo4j',
    '--id-type=string', '--multiline-fields=true', '--array-delimiter=U+001F',
    ...files.filter((name) => name.startsWith('nodes-')).map((name) => `--nodes=${join(folder, name)}`),
    ...files.filter((name) => name.startsWith('relationships-')).map((name) => `--relationships=${join(folder, name)}`),
  ], { cwd: home, env: { ...process.env, NEO4J_HOME: store, NEO4J_CONF: settings }, maxBuffer: MAX_OUTPUT });
}

/** Neo4j's own cypher-shell, which Maven fetches once: a function that runs a script, up to the first statement that fails. Null if it cannot be had. */
export async function cypherShell(home: string, say: Say): Promise<((script: string, server: Connection) => Promise<void>) | null> {
  const { runtime } = await prepared(home, say);
  const list = join(home, 'cypher-shell-class-path');
  const pom = join(__dirname, 'cypher-shell', 'pom.xml');
  try {
    await run('/bin/sh', [join(packageRoot(), 'embedded', 'mvnw'), '--batch-mode', '--quiet', '--file', pom, 'dependency:build-classpath', `-Dmdep.outputFile=${list}`], { env: { ...process.env, JAVA_HOME: runtime.home }, maxBuffer: MAX_OUTPUT });
  } catch (error) {
    say(`cypher-shell cannot be had: ${String((error as { stdout?: string }).stdout).split('\n').find((line) => line.includes('ERROR')) ?? (error as Error).message}`);
    return null;
  }
  return async (script, { uri, user, password }) => void await run(runtime.java, ['-cp', readFileSync(list, 'utf8').trim(), 'org.neo4j.shell.Main', '--non-interactive', '--address', uri, '--username', user, '--file', script], { cwd: home, env: { ...process.env, NEO4J_PASSWORD: password }, maxBuffer: MAX_OUTPUT });
}

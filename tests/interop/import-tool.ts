import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepare } from '../../src/store/embedded/prepare';
import { plainProgress } from '../../src/store/embedded/progress';
import { packageRoot } from '../../src/store/package-root';

/** Runs Neo4j's own `neo4j-admin database import full` over an exported folder, into a new embedded store at `home`. The tool is among the libraries of the embedded Neo4j. */
export async function importByNeo4jAdmin(folder: string, home: string, say: (line: string) => void): Promise<void> {
  const { runtime, classPath } = await prepare({
    project: join(packageRoot(), 'embedded'), cache: join(packageRoot(), '.fealty', 'cache', 'neo4j'), env: process.env, home, log: say, progress: plainProgress(say),
  });
  const store = join(home, 'neo4j');
  const settings = join(home, 'import-settings');
  mkdirSync(store, { recursive: true });
  mkdirSync(settings);
  writeFileSync(join(settings, 'neo4j.conf'), `server.directories.data=${join(store, 'data')}\n`);
  const files = readdirSync(folder).sort();
  await promisify(execFile)(runtime.java, [
    '-Xmx512m', '-cp', classPath.join(':'), ...['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`), 'org.neo4j.cli.AdminTool', 'database', 'import', 'full', 'neo4j',
    '--id-type=string', '--multiline-fields=true', '--array-delimiter=U+001F',
    ...files.filter((name) => name.startsWith('nodes-')).map((name) => `--nodes=${join(folder, name)}`),
    ...files.filter((name) => name.startsWith('relationships-')).map((name) => `--relationships=${join(folder, name)}`),
  ], { cwd: home, env: { ...process.env, NEO4J_HOME: store, NEO4J_CONF: settings }, maxBuffer: 20_000_000 });
}

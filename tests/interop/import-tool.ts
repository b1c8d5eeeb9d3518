import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/store/package-root';

/** Runs Neo4j's own `neo4j-admin database import full` over an exported folder, into a new embedded store at `home`. The tool is among the libraries of the embedded Neo4j. */
export async function importByNeo4jAdmin(folder: string, home: string): Promise<void> {
  const cache = join(packageRoot(), '.fealty', 'cache', 'neo4j');
  const note = readdirSync(cache).find((name) => /^class-path-.*\.json$/.test(name));
  if (note === undefined) throw new Error(`no class path in ${cache}`);
  const { classPath } = JSON.parse(readFileSync(join(cache, note), 'utf8')) as { classPath: string[] };
  const store = join(home, 'neo4j');
  const settings = join(home, 'import-settings');
  mkdirSync(store, { recursive: true });
  mkdirSync(settings);
  writeFileSync(join(settings, 'neo4j.conf'), `server.directories.data=${join(store, 'data')}\n`);
  const files = readdirSync(folder).sort();
  await promisify(execFile)('java', [
    '-Xmx512m', '-cp', classPath.join(':'), ...['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`), 'org.neo4j.cli.AdminTool', 'database', 'import', 'full', 'neo4j',
    '--id-type=string', '--multiline-fields=true', '--array-delimiter=U+001F',
    ...files.filter((name) => name.startsWith('nodes-')).map((name) => `--nodes=${join(folder, name)}`),
    ...files.filter((name) => name.startsWith('relationships-')).map((name) => `--relationships=${join(folder, name)}`),
  ], { cwd: home, env: { ...process.env, NEO4J_HOME: store, NEO4J_CONF: settings }, maxBuffer: 20_000_000 });
}

import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { FealtyError } from './domain/errors';
import { packageRoot } from './store/package-root';

/** Everything the environment can say. This file is the only one that reads it. */
export interface Config {
  host: string;
  port: number;
  logLevel: string;
  /** The server to use; absent: the embedded one. */
  neo4j: { uri: string; user: string; password: string; database?: string } | null;
  embedded: { home: string; port: number; heap: string };
  /** What an empty graph is filled with. */
  dataFolder: string;
  /** Where a relative path on the command line starts: npm runs scripts in the package's folder, whoever calls it. */
  startFolder: string;
  /** Whether npm started this process, with a shell between. */
  underNpm: boolean;
  /** Bytes of answers kept for when the same is asked again; 0 keeps none. */
  answerCacheBytes: number;
  reports: {
    /** Whether the service makes reports when they are due. */
    scheduled: boolean;
    /** Where they go. */
    folder: string;
    /** Runs of each report that are kept, and for how many days; 0 days: for ever. */
    keep: number;
    keepDays: number;
    /** The program that prints PDF; null: none. */
    chromium: string | null;
  };
  limits: { tokens: number; depth: number; cost: number; fields: number; bodyBytes: number; requestMs: number };
}

/** Reads the environment. Throws FealtyError BAD_CONFIG naming the variable and what was expected. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const uri = text(env, 'NEO4J_URI');
  if (uri !== undefined && !/^(bolt|neo4j)(\+s|\+ssc)?:\/\/\S+$/.test(uri)) {
    throw new FealtyError('BAD_CONFIG', 'NEO4J_URI: expected bolt://host:7687 or neo4j://host:7687, or either with +s or +ssc');
  }
  const database = text(env, 'NEO4J_DATABASE');
  return {
    host: text(env, 'HOST') ?? '127.0.0.1',
    port: whole(env, 'PORT', 4000, 0, 65535),
    logLevel: oneOf(env, 'LOG_LEVEL', 'info', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    neo4j: uri === undefined ? null : { uri, user: text(env, 'NEO4J_USER') ?? 'neo4j', password: passwordIn(env), ...(database ? { database } : {}) },
    embedded: {
      home: resolve(text(env, 'FEALTY_HOME') ?? join(packageRoot(), '.fealty')),
      port: whole(env, 'FEALTY_NEO4J_PORT', 7687, 0, 65535),
      heap: matching(env, 'FEALTY_NEO4J_HEAP', '512m', /^\d+[mg]$/i, 'a size such as 512m or 2g'),
    },
    dataFolder: resolve(text(env, 'FEALTY_DATA') ?? join(packageRoot(), 'data')),
    startFolder: text(env, 'INIT_CWD') ?? process.cwd(),
    underNpm: text(env, 'npm_lifecycle_event') !== undefined,
    answerCacheBytes: whole(env, 'ANSWER_CACHE_MB', 32, 0, 4_096) * 1024 * 1024,
    reports: {
      scheduled: oneOf(env, 'REPORTS_SCHEDULE', 'on', ['on', 'off']) === 'on',
      folder: resolve(text(env, 'FEALTY_EXPORTS') ?? join(packageRoot(), 'exports')),
      keep: whole(env, 'REPORTS_KEEP', 30, 1, 100_000),
      keepDays: whole(env, 'REPORTS_KEEP_DAYS', 0, 0, 36_500),
      chromium: text(env, 'FEALTY_CHROMIUM') ?? onPath(env, ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']),
    },
    limits: {
      tokens: whole(env, 'LIMIT_TOKENS', 2_000, 100, 100_000),
      depth: whole(env, 'LIMIT_DEPTH', 15, 3, 100),
      cost: whole(env, 'LIMIT_COST', 100_000, 100, 10_000_000),
      fields: whole(env, 'LIMIT_ROOT_FIELDS', 20, 1, 1_000),
      bodyBytes: whole(env, 'LIMIT_BODY_BYTES', 100 * 1024, 1_024, 10 * 1024 * 1024),
      requestMs: whole(env, 'LIMIT_REQUEST_MS', 8_000, 100, 600_000),
    },
  };
}

/** NEO4J_PASSWORD, or what the file that NEO4J_PASSWORD_FILE names holds, as container secrets come. */
function passwordIn(env: NodeJS.ProcessEnv): string {
  const file = text(env, 'NEO4J_PASSWORD_FILE');
  if (file === undefined) return env.NEO4J_PASSWORD ?? '';
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new FealtyError('BAD_CONFIG', 'NEO4J_PASSWORD_FILE: expected the path of a readable file');
  }
}

/** The first of some programs that the search path has; null if it has none. */
function onPath(env: NodeJS.ProcessEnv, programs: string[]): string | null {
  for (const program of programs) {
    for (const folder of (env.PATH ?? '').split(delimiter)) {
      try {
        if (folder === '') continue;
        accessSync(join(folder, program), constants.X_OK);
        return join(folder, program);
      } catch {
        // Not there.
      }
    }
  }
  return null;
}

function text(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function whole(env: NodeJS.ProcessEnv, name: string, fallback: number, min: number, max: number): number {
  const value = text(env, name);
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max) throw new FealtyError('BAD_CONFIG', `${name}: expected a whole number from ${min} to ${max}`);
  return number;
}

function oneOf(env: NodeJS.ProcessEnv, name: string, fallback: string, values: string[]): string {
  const value = text(env, name) ?? fallback;
  if (!values.includes(value)) throw new FealtyError('BAD_CONFIG', `${name}: expected one of ${values.join(', ')}`);
  return value;
}

function matching(env: NodeJS.ProcessEnv, name: string, fallback: string, pattern: RegExp, expected: string): string {
  const value = text(env, name) ?? fallback;
  if (!pattern.test(value)) throw new FealtyError('BAD_CONFIG', `${name}: expected ${expected}`);
  return value;
}

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execFileSync } from 'node:child_process';
import { Command } from 'commander';
import { migrate } from '../src/store/migrations';
import { Ledger } from '../src/store/ledger';
import { Neo4jStore } from '../src/store/neo4j-store';
import { packageRoot } from '../src/store/package-root';
import { startEmbedded } from '../src/store/embedded/start-embedded';
import { computeFlagship } from './compute';
import { generate } from './generate';
import { load } from './load';
import { median, middleTime, rate } from './measure';
import { post, residentMegabytes, start, type Contestant } from './processes';
import { profiles, type StatementProfile } from './profiles';
import type { Question } from './question';

interface Options {
  scale: string;
  seconds: string;
  rounds: string;
  warm: string;
  out: string;
  requests: string;
  only?: string;
  keep?: string;
}

const WIDTH = 4;
const DEEP_OFFSET = 5_000;
const PAGE = 500;
const SAMPLES = 40;
const WARM_PASSES = 3;

interface Row {
  question: string;
  bytes: number;
  /** Requests a second, the middle of the rounds. */
  perSecond: Partial<Record<Contestant['name'], number>>;
  /** Ours over the other, a ratio for each round: middle, least, most. */
  over: Partial<Record<'peer' | 'floor', [number, number, number]>>;
  /** Kept answers over the floor. */
  keptOverFloor?: [number, number, number];
  /** Milliseconds, one request at a time. */
  p50?: number;
}

interface ScaleReport {
  scale: number;
  claims: number;
  loadedPerSecond: number;
  rows: Row[];
  memory?: Record<string, number>[];
  statements?: StatementProfile[];
}

const say = (line: string): void => console.error(line);

async function main(options: Options): Promise<void> {
  // JavaScript, since the contestants' own processes read it too.
  const { QUESTIONS } = (await import(new URL('questions.mjs', pathToFileURL(`${__dirname}/`)).href)) as { QUESTIONS: Question[] };
  installPeer();
  const scales = options.scale.split(',').map(Number);
  const reports: ScaleReport[] = [];
  for (const scale of scales) {
    const report = await atScale(scale, QUESTIONS, options);
    reports.push(report);
    // Each scale is shown as it is done: the next may take long.
    console.log(table(report));
  }
  const result = { at: new Date().toISOString(), node: process.version, cpus: (await import('node:os')).cpus().length, width: WIDTH, options, reports, growth: growth(reports) };
  mkdirSync(join(packageRoot(), 'bench', 'results'), { recursive: true });
  writeFileSync(options.out, JSON.stringify(result, null, 2));
  if (reports.length > 1) console.log(growthTable(result.growth));
  say(`Written to ${options.out}`);
}

/** The peer is no part of Fealty and is installed here alone. */
function installPeer(): void {
  const folder = join(packageRoot(), 'bench');
  if (existsSync(join(folder, 'node_modules', '@neo4j', 'graphql'))) return;
  say('Installing what the bench compares with …');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder, stdio: 'ignore' });
}

async function atScale(scale: number, questions: Question[], options: Options): Promise<ScaleReport> {
  const home = options.keep ? join(options.keep, `scale-${scale}`) : mkdtempSync(join(tmpdir(), 'fealty-bench-'));
  say(`Scale ${scale}: starting a Neo4j of its own`);
  const server = await startEmbedded({ home, port: 0, heap: scale >= 100 ? '3g' : '1g', cache: join(packageRoot(), '.fealty', 'cache'), log: () => undefined });
  const store = new Neo4jStore(server);
  const running: Contestant[] = [];
  try {
    await migrate(store);
    const loadedPerSecond = await loadOnce(join(home, 'loaded.json'), () => load(generate(scale), new Ledger(store), say));
    if (Number(options.rounds) === 0) return { scale, claims: generate(scale).claims, loadedPerSecond: Math.round(loadedPerSecond), rows: [] };
    const begin = async (name: Contestant['name']): Promise<Contestant> => {
      const contestant = await start(name, server);
      running.push(contestant);
      return contestant;
    };
    const [ours, kept, peer, floor] = [await begin('ours'), await begin('ours, kept answers'), await begin('peer'), await begin('floor')];
    // New processes and a new database compile what is asked often while they work; each question is asked of each contestant for some seconds, or what is timed is how far that has come.
    const chosen = questions.filter(({ name }) => options.only === undefined || name.includes(options.only));
    const warm = Number(options.warm) / WARM_PASSES;
    say(`Scale ${scale}: warming (about ${Math.ceil((chosen.length * 3.5 * Number(options.warm)) / 60)} min)`);
    for (let pass = 0; pass < WARM_PASSES; pass++) for (const question of chosen) {
      const bodies: [Contestant, string | null][] = [[ours, JSON.stringify(question.ours)], [kept, JSON.stringify(question.ours)], [floor, JSON.stringify({ name: question.name, params: question.deep ? { offset: 1 } : {} })], [peer, question.peer && JSON.stringify({ ...question.peer, variables: { ...question.peer.variables, ...(question.deep ? { offset: 1 } : {}) } })]];
      for (const [contestant, body] of bodies) if (body !== null) await rate(() => post(contestant, body), warm, WIDTH);
    }
    const report: ScaleReport = { scale, claims: generate(scale).claims, loadedPerSecond: Math.round(loadedPerSecond), rows: [] };
    for (const question of chosen) {
      say(`Scale ${scale}: ${question.name}`);
      const row = await compare(question, { ours, kept, peer, floor }, scale, Number(options.seconds), Number(options.rounds));
      report.rows.push(row);
      say(`  ${Object.entries(row.perSecond).map(([name, value]) => `${name} ${number(value)}/s`).join(', ')}; p50 ${number(row.p50)} ms`);
    }
    report.statements = await profiles(store, questions);
    if (Number(options.requests) > 0 && scale === 10) report.memory = await memory(kept, questions, Number(options.requests), databasePid(home));
    return report;
  } finally {
    await Promise.all(running.map((contestant) => contestant.stop()));
    await store.close();
    await server.stop();
    if (!options.keep) rmSync(home, { recursive: true, force: true });
  }
}

/** Loads, unless a kept store has been loaded whole before. Returns claims a second, as measured then. */
async function loadOnce(note: string, loading: () => Promise<number>): Promise<number> {
  if (existsSync(note)) return Number(JSON.parse(readFileSync(note, 'utf8')));
  const perSecond = await loading();
  writeFileSync(note, JSON.stringify(perSecond));
  return perSecond;
}

async function compare(question: Question, { ours, kept, peer, floor }: Record<'ours' | 'kept' | 'peer' | 'floor', Contestant>, scale: number, seconds: number, rounds: number): Promise<Row> {
  const after = question.deep ? await cursorAt(ours, question) : undefined;
  const bodies = {
    ours: JSON.stringify({ ...question.ours, variables: { ...question.ours.variables, ...(after === undefined ? {} : { after }) } }),
    peer: question.peer ? JSON.stringify({ ...question.peer, variables: { ...question.peer.variables, ...(question.deep ? { offset: DEEP_OFFSET } : {}) } }) : null,
    floor: JSON.stringify({ name: question.name, params: question.deep ? { offset: DEEP_OFFSET } : {} }),
  };
  // Answers are compared before anything is timed.
  const mine = await post(ours, bodies.ours, true);
  const rows = sorted(question.rowsOfOurs(dataOf(mine, 'ours')));
  if (rows.length === 0) throw new Error(`${question.name}: an empty answer proves nothing`);
  same(question.name, 'floor', rows, sorted(question.rowsOfFloor(JSON.parse((await post(floor, bodies.floor, true)).text))));
  if (bodies.peer !== null) same(question.name, 'peer', rows, sorted(question.rowsOfPeer?.(dataOf(await post(peer, bodies.peer, true), 'peer')) ?? []));
  if (question.name === 'flagship direct, large') same(question.name, 'a computation in plain JavaScript', rows.map((row) => row.slice(0, 4)), sorted(computeFlagship(scale, 'large-patron')));

  const asks: [Contestant['name'], () => Promise<unknown>][] = [['ours', () => post(ours, bodies.ours)], ['ours, kept answers', () => post(kept, bodies.ours)], ['floor', () => post(floor, bodies.floor)]];
  const { peer: peerBody } = bodies;
  if (peerBody !== null) asks.push(['peer', () => post(peer, peerBody)]);
  for (const [, ask] of asks) await rate(ask, Math.min(2, seconds), WIDTH);
  const rates: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++) for (const [name, ask] of asks) (rates[name] ??= []).push(await rate(ask, seconds, WIDTH));
  const ratio = (one: string, other: string): [number, number, number] => {
    const each = (rates[one] ?? []).map((value, i) => value / (rates[other]?.[i] ?? NaN));
    return [median(each), Math.min(...each), Math.max(...each)];
  };
  return {
    question: question.name, bytes: mine.bytes,
    perSecond: Object.fromEntries(Object.entries(rates).map(([name, values]) => [name, median(values)])),
    over: { ...(bodies.peer === null ? {} : { peer: ratio('ours', 'peer') }), floor: ratio('ours', 'floor') },
    keptOverFloor: ratio('ours, kept answers', 'floor'),
    p50: await middleTime(() => post(ours, bodies.ours), SAMPLES),
  };
}

/** The embedded server notes its process. */
function databasePid(home: string): number {
  return (JSON.parse(readFileSync(join(home, 'run.json'), 'utf8')) as { pid: number }).pid;
}

function dataOf({ status, text }: { status: number; text: string }, name: string): unknown {
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: { message: string }[] };
  if (status !== 200 || errors) throw new Error(`${name}: ${status} ${errors?.map(({ message }) => message).join('; ') ?? text}`);
  return data;
}

async function cursorAt(ours: Contestant, { ours: { query } }: Question): Promise<string> {
  let after: string | undefined;
  for (let read = 0; read < DEEP_OFFSET; read += PAGE) {
    const text = await post(ours, JSON.stringify({ query: query.replace('first: 20', `first: ${PAGE}`), variables: { after } }), true);
    after = (dataOf(text, 'ours') as { claims: { pageInfo: { endCursor: string } } }).claims.pageInfo.endCursor;
  }
  return after as string;
}

const sorted = (rows: unknown[][]): string[][] => rows.map((row) => row.map((cell) => JSON.stringify(cell))).sort((a, b) => (a.join() < b.join() ? -1 : 1));

function same(question: string, who: string, ours: string[][], theirs: string[][]): void {
  const [a, b] = [JSON.stringify([...ours].sort()), JSON.stringify([...theirs].sort())];
  if (a === b) return;
  const at = [...a].findIndex((char, i) => char !== b[i]);
  throw new Error(`${question}: ${who} answers otherwise (${ours.length} and ${theirs.length} rows):\n${a.slice(Math.max(0, at - 100), at + 200)}\n${b.slice(Math.max(0, at - 100), at + 200)}`);
}

/** Memory of a service while it answers many different requests. */
async function memory(service: Contestant, questions: Question[], requests: number, database: number): Promise<Record<string, number>[]> {
  const curve = [{ requests: 0, service: residentMegabytes(service.pid), database: residentMegabytes(database) }];
  let asked = 0;
  const mixed = questions.filter(({ deep }) => deep !== true);
  for (let step = 1; step <= 4; step++) {
    await Promise.all(Array.from({ length: WIDTH }, async () => {
      while (asked < (requests * step) / 4) {
        asked += 1;
        const { query, variables } = (mixed[asked % mixed.length] as Question).ours;
        // A name of its own makes every third operation one that was never asked before.
        const own = asked % 3 === 0 ? query.replace(/^(query \w+|\{)/, (head) => (head === '{' ? `query Q${asked} {` : `${head}${asked}`)) : query;
        // The largest answer is asked more seldom, as users do.
        if (query.includes('$patron') && variables?.patron === 'Large patron' && asked % 5 !== 0) continue;
        await post(service, JSON.stringify({ query: own, variables }));
      }
    }));
    curve.push({ requests: asked, service: residentMegabytes(service.pid), database: residentMegabytes(database) });
    say(`${asked} requests: service ${curve.at(-1)?.service} MB`);
  }
  return curve;
}

function growth(reports: ScaleReport[]): { question: string; p50: number[]; over: number }[] {
  const [first, ...rest] = reports;
  const last = rest.at(-1);
  return (first?.rows ?? []).map(({ question, p50 = NaN }) => {
    const each = reports.map(({ rows }) => rows.find((row) => row.question === question)?.p50 ?? NaN);
    return { question, p50: each, over: last ? (each.at(-1) as number) / p50 : 1 };
  });
}

const number = (value: number | undefined): string => (value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(1));
const spread = (values: [number, number, number] | undefined): string => (values === undefined ? '–' : `${values[0].toFixed(2)} (${values[1].toFixed(2)}–${values[2].toFixed(2)})`);

function table(report: ScaleReport): string {
  const { scale, claims, loadedPerSecond, rows, memory: curve } = report;
  const lines = [
    `\nScale ${scale}: ${claims} claims, written at ${loadedPerSecond} a second. Requests a second, ${WIDTH} at a time; ratios: median (least–most) over the rounds.`,
    '| question | bytes | ours | kept | @neo4j/graphql | floor | ours / peer | ours / floor | kept / floor | p50 ms |', '|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row.question} | ${row.bytes} | ${number(row.perSecond.ours)} | ${number(row.perSecond['ours, kept answers'])} | ${number(row.perSecond.peer)} | ${number(row.perSecond.floor)} | ${spread(row.over.peer)} | ${spread(row.over.floor)} | ${spread(row.keptOverFloor)} | ${number(row.p50)} |`),
  ];
  if (curve) lines.push('', 'Memory, MB:', ...curve.map((at) => `${at.requests} requests: service ${at.service}, database ${at.database}`));
  for (const { question, statement, dbHits, scans } of report.statements ?? []) lines.push(`${question}: ${statement}: ${dbHits} hits${scans.length > 0 ? `; scans ${scans.join(', ')}` : ''}`);
  return lines.join('\n');
}

function growthTable(rows: ReturnType<typeof growth>): string {
  return ['\np50 by scale, ms:', ...rows.map(({ question, p50, over }) => `${question}: ${p50.map((value) => value.toFixed(1)).join(' → ')} (×${over.toFixed(2)})`)].join('\n');
}

const program = new Command('bench')
  .description('Measures Fealty beside @neo4j/graphql and a naive service over the same database, on a generated graph. Starts and ends its own Neo4j.')
  .option('--scale <list>', 'multiples of 10,000 claims, such as 1,10,100', '1,10')
  .option('--seconds <n>', 'how long each contestant is asked in each round', '3')
  .option('--rounds <n>', 'rounds, interleaved; 0 only loads', '5')
  .option('--requests <n>', 'mixed requests of the memory test, at scale 10; 0 leaves it out', '10000')
  .option('--warm <n>', 'seconds that each contestant is warmed on each question', '6')
  .option('--only <words>', 'only questions whose name has these words')
  .option('--keep <folder>', 'keeps the loaded stores there and uses them again; left out, each is made anew and removed')
  .option('--out <file>', 'where the figures go, as JSON', join(packageRoot(), 'bench', 'results', 'bench.json'))
  .action(main);
program.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

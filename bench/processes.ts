import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request, Agent } from 'node:http';
import { join } from 'node:path';
import { packageRoot } from '../src/store/package-root';

export interface Contestant {
  name: 'ours' | 'ours, kept answers' | 'peer' | 'floor';
  port: number;
  path: string;
  pid: number;
  stop(): Promise<void>;
}

const live = new Set<ChildProcess>();
process.on('exit', () => live.forEach((child) => child.kill('SIGKILL')));
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Starts a contestant as a process of its own over the bench's database. */
export async function start(name: Contestant['name'], { uri, password }: { uri: string; password: string }): Promise<Contestant> {
  const ours = name.startsWith('ours');
  const root = packageRoot();
  const args = ours ? ['--import', 'tsx', join(root, 'src', 'main.ts')] : [join(root, 'bench', 'contestants', `${name}.mjs`)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', NEO4J_URI: uri, NEO4J_PASSWORD: password, PORT: '0', LOG_LEVEL: 'warn', ANSWER_CACHE_MB: name === 'ours' ? '0' : '32' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  live.add(child);
  const port = await new Promise<number>((resolve, reject) => {
    let said = '';
    const hear = (data: Buffer): void => {
      said += data.toString();
      const match = /(?:listening |answers at http:\/\/127\.0\.0\.1:)(\d+)/.exec(said);
      if (match) resolve(Number(match[1]));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}:\n${said}`)));
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => { live.delete(child); resolve(); }));
  return {
    name, port, path: ours ? '/graphql' : '/', pid: child.pid as number,
    async stop() {
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
      await gone;
    },
  };
}

/** Posts a body; the answer's text is only put together if it is wanted. */
export function post({ port, path }: Contestant, body: string, wantText = false): Promise<{ status: number; bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (response) => {
      let bytes = 0;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (wantText) chunks.push(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes, text: Buffer.concat(chunks).toString() }));
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Megabytes of memory that a process holds. */
export function residentMegabytes(pid: number): number {
  const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(match?.[1] ?? 0) / 1024);
}

import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/store/package-root';

const run = promisify(execFile);
const REQUIREMENTS = join(__dirname, 'requirements.txt');
/** Git ignores it. Kept from one run to the next while the requirements are the same. */
const VENV = join(packageRoot(), '.fealty', 'interop-venv');

/** A Python that can have what requirements.txt pins, or null. */
export function findPython(): string | null {
  for (const name of ['python3.11', 'python3.12', 'python3.13', 'python3']) {
    try {
      const version = execFileSync(name, ['-c', 'import sys, venv, ensurepip; print(*sys.version_info[:2])'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split(' ').map(Number);
      if (version[0] === 3 && (version[1] ?? 0) >= 11) return name;
    } catch {
      // Not there, or without what it takes.
    }
  }
  return null;
}

/** The Python of a virtual environment that holds exactly what requirements.txt pins. One of them (cpe) comes as pure Python without a wheel. */
export async function interopPython(python: string, say: (line: string) => void): Promise<string> {
  const pins = readFileSync(REQUIREMENTS);
  const wanted = createHash('sha256').update(pins).digest('hex');
  const mark = join(VENV, 'made-of');
  const own = join(VENV, 'bin', 'python');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return own;
  say(`Making a virtual environment with the ${pins.toString().trim().split('\n').length} pinned packages (once) …`);
  rmSync(VENV, { recursive: true, force: true });
  await run(python, ['-m', 'venv', VENV]);
  await run(own, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--prefer-binary', '-r', REQUIREMENTS], { maxBuffer: 20_000_000 });
  await run(own, ['-m', 'pip', 'check', '--disable-pip-version-check']);
  writeFileSync(mark, wanted);
  return own;
}

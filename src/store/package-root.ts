import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this package, found the same way from `src/` and from `dist/`. */
export function packageRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json not found above the program');
    folder = parent;
  }
  return folder;
}

import { mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isGivenUp, MAKER, newMaker } from './maker';
import { writeFailed } from './write-fault';

const NAME = new RegExp(`^fealty-export-(${MAKER})$`);

/** A new folder that nobody else can look into, below the system's temporary one. Those that killed exports left there are removed. Throws FealtyError BAD_OUTPUT. */
export async function temporaryFolder(): Promise<string> {
  const folder = join(tmpdir(), `fealty-export-${newMaker()}`);
  try {
    for (const name of await readdir(tmpdir())) {
      const [, maker] = NAME.exec(name) ?? [];
      // What another user left may not be ours to remove.
      if (maker !== undefined && (await isGivenUp(join(tmpdir(), name), maker))) await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
    }
    await mkdir(folder, { mode: 0o700 });
    return folder;
  } catch (error) {
    throw writeFailed(folder, error);
  }
}

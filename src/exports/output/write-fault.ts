import { FealtyError } from '../../domain/errors';

const MEANINGS: Record<string, string> = {
  ENOSPC: 'the disk is full', EDQUOT: 'the disk is full', EACCES: 'the folder may not be written', EPERM: 'the folder may not be written', EROFS: 'the disk is read-only', ENOTDIR: 'a part of the path is no folder', ENOENT: 'a part of the path is not there, and cannot be made', EFBIG: 'the file grew too large for its disk', ENAMETOOLONG: 'the name is too long',
  EEXIST: 'something of that name is in the way', EISDIR: 'a folder of that name is in the way', EBUSY: 'a disk is mounted in its place', ELOOP: 'its links lead in a circle', EIO: 'the disk fails',
};

/** What it means that writing failed, in one line, as FealtyError BAD_OUTPUT: `what` cannot be written, why, and `more`. Other errors pass unchanged. */
export function writeFailed(what: string, error: unknown, more = ''): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code !== undefined && MEANINGS[code] !== undefined ? badOutput(`${what} cannot be written: ${MEANINGS[code]}.${more}`) : error;
}

export function badOutput(message: string): FealtyError {
  return new FealtyError('BAD_OUTPUT', message);
}

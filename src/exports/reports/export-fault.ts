import { FealtyError } from '../../domain/errors';

const MEANINGS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'a file may not get that large there',
  EROFS: 'the disk is read-only',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  ENOENT: 'a part of its path is not there, and cannot be made',
  ENOTDIR: 'a part of its path is no folder',
  EEXIST: 'a file stands in its way',
  ENOTEMPTY: 'a folder stands in its way',
  EINVAL: 'the disk does not allow it',
  EIO: 'the disk fails',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENAMETOOLONG: 'its path is too long',
};

/**
 * What a fault of the file system means, as FealtyError EXPORT_FAILED. The message names no path, since it goes into the history, which anybody may read; `details.folder` holds it for whoever
 * runs the program. Other errors pass unchanged.
 */
export function exportFault(error: unknown, folder: string): unknown {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  const meaning = code === undefined ? undefined : MEANINGS[code];
  return meaning === undefined ? error : new FealtyError('EXPORT_FAILED', `The export folder cannot be written: ${meaning} (${code}).`, { folder });
}

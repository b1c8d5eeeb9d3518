import { FealtyError } from '../../domain/errors';
import { writeFailed } from './write-fault';

/**
 * Gives the standard output, or whatever stands for it, a piece, and returns when it has been taken. Throws FealtyError PIPE_CLOSED if nobody reads any more, BAD_OUTPUT if it cannot be written.
 * The stream emits the fault as well, so that somebody has to listen to its `error`.
 */
export async function send(stream: NodeJS.WritableStream, piece: Buffer): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => stream.write(piece, (error) => (error ? reject(error) : resolve())));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') throw new FealtyError('PIPE_CLOSED', 'The reader closed the pipe; the export was given up.');
    throw writeFailed('The standard output', error, ' What it got is no whole export.');
  }
}

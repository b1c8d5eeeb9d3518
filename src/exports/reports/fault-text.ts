import { FealtyError } from '../../domain/errors';

const MOST_LINES = 8;

/** A fault for whoever runs the program: of one that is ours to mend all that is known of it; of others the message, and the paths and words of others that a message, which anybody may read in the history, does not have. */
export function faultText(error: unknown): string {
  if (!(error instanceof FealtyError)) return (error as Error).stack ?? String(error);
  const { message, details: { folder, reason } } = error;
  const more = [...(typeof folder === 'string' ? [`It is ${folder}.`] : []), ...(typeof reason === 'string' ? [`It says: ${reason.trim().split('\n').slice(0, MOST_LINES).join('\n')}`] : [])];
  return [message, ...more].join(' ');
}

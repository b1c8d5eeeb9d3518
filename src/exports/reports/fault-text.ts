import type { FealtyError } from '../../domain/errors';

const MOST_LINES = 8;

/** A fault for whoever runs the program: its message, and the paths and words of others that a message, which anybody may read in the history, does not have. */
export function faultText({ message, details: { folder, reason } }: FealtyError): string {
  const more = [...(typeof folder === 'string' ? [`It is ${folder}.`] : []), ...(typeof reason === 'string' ? [`It says: ${reason.trim().split('\n').slice(0, MOST_LINES).join('\n')}`] : [])];
  return [message, ...more].join(' ');
}

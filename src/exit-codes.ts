import type { FealtyError } from './domain/errors';

export const FAILED = 1;
export const WRONG_USAGE = 2;
/** Rows of event data were rejected. */
export const REJECTED = 3;
/** Another process is making the report. */
export const BUSY = 4;
/** What was told to end, as shells have it; or whose reader closed the pipe. */
export const INTERRUPTED = 130;

/** Faults of what was asked for, rather than of doing it. */
const USAGE_CODES = new Set(['BAD_USER_INPUT', 'UNKNOWN_REPORT', 'UNKNOWN_NAME', 'AMBIGUOUS_NAME']);

/** The exit code that tells a fault. */
export function exitCode({ code }: FealtyError): number {
  if (USAGE_CODES.has(code)) return WRONG_USAGE;
  if (code === 'STOPPED' || code === 'PIPE_CLOSED') return INTERRUPTED;
  return code === 'REPORT_BUSY' ? BUSY : FAILED;
}

import { Neo4jError } from 'neo4j-driver';
import { FealtyError } from '../domain/errors';

const AWAY = new Set(['ServiceUnavailable', 'SessionExpired', 'Neo.TransientError.General.DatabaseUnavailable', 'Neo.TransientError.Database.DatabaseUnavailable']);
const AWAY_MESSAGE = /acquisition timed out|Pool is closed|connection (was )?closed|Could not perform discovery|unavailable/i;

/** The store does not answer; the caller may try again. */
export function storeUnavailable(): FealtyError {
  return new FealtyError('STORE_UNAVAILABLE', 'The database does not answer at the moment. Try again shortly.');
}

/** The store answers, but this question takes longer than a request may. */
export function tookTooLong(): FealtyError {
  return new FealtyError('TIMEOUT', 'The question took longer than allowed. Ask for less, or narrow it.');
}

/** Whether a transaction was rolled back to let another go on; the same may be tried again. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof Neo4jError && /^Neo\.TransientError\.Transaction\.(DeadlockDetected|LockClientStopped|LockAcquisitionTimeout)$/.test(error.code);
}

/** What a driver's error means to a user; errors that are ours to mend pass unchanged. */
export function storeError(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  if (AWAY.has(error.code) || AWAY_MESSAGE.test(error.message)) return storeUnavailable();
  if (/TransactionTimedOut|Terminated/.test(error.code)) return tookTooLong();
  if (/Security\.(Unauthorized|AuthenticationRateLimit)/.test(error.code)) {
    return new FealtyError('STORE_REFUSED', 'The database refused the user name or password. Check NEO4J_USER and NEO4J_PASSWORD.');
  }
  return error;
}

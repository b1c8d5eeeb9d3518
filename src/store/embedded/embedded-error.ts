import { FealtyError } from '../../domain/errors';

export type EmbeddedErrorCode = 'NO_JAVA' | 'JAVA_TOO_OLD' | 'NO_JDK' | 'NO_NETWORK' | 'EMBEDDED_FAILED';

/** Why the embedded database could not be started: one line that says what to do. */
export class EmbeddedError extends FealtyError {
  declare readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(code, message, details);
    this.name = 'EmbeddedError';
  }
}

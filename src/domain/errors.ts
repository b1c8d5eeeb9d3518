/** An error that a user may see: `code` is stable and machine-readable, `message` says what happened and what to do. */
export class FealtyError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'FealtyError';
  }
}

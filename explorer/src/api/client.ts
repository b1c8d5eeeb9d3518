import type { TrustedDocument } from './generated/documents';

/** What went wrong with a request, in words for the reader. `kind` decides what the page does about it. */
export class ApiError extends Error {
  constructor(
    /** `offline`: no answer at all. `unavailable`: the service answers, its database does not. `refused`: the question itself. `fault`: a defect. */
    readonly kind: 'offline' | 'unavailable' | 'refused' | 'fault',
    /** The service's stable code, such as UNKNOWN_NAME. */
    readonly code: string,
    message: string,
    readonly extensions: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

interface Answer<T> {
  data?: T | null;
  errors?: { message: string; extensions?: Record<string, unknown> & { code?: string } }[];
}

/** The service gives a question up after 8 s; without an answer by then plus some, nobody is there. */
const PATIENCE_MS = 15_000;

/** Asks the service one of the trusted documents: by its hash, so no query text travels. Throws ApiError; whatever `signal` was aborted with if it was. */
export async function ask<T, V>(document: TrustedDocument<T, V>, variables: V, signal?: AbortSignal): Promise<T> {
  const timeout = AbortSignal.timeout(PATIENCE_MS);
  let response: Response;
  let answer: Answer<T>;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify({ documentId: document.hash, variables }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    answer = (await response.json().catch(() => ({}))) as Answer<T>;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('offline', 'OFFLINE', 'The service does not answer.');
  }
  signal?.throwIfAborted();
  const [error] = answer.errors ?? [];
  if (error) throw toApiError(error.message, error.extensions ?? {});
  if (!response.ok || answer.data == null) throw new ApiError(response.status >= 502 ? 'unavailable' : 'fault', 'INTERNAL_ERROR', `The service answered with status ${response.status} and nothing to show.`);
  return answer.data;
}

function toApiError(message: string, extensions: Record<string, unknown> & { code?: string }): ApiError {
  const code = extensions.code ?? 'UNKNOWN';
  if (code === 'STORE_UNAVAILABLE') return new ApiError('unavailable', code, 'The database is away.', extensions);
  return new ApiError(code === 'INTERNAL_ERROR' ? 'fault' : 'refused', code, message, extensions);
}

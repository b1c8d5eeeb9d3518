import { useEffect, useState } from 'preact/hooks';
import { ApiError, ask } from '../api/client';
import type { TrustedDocument } from '../api/generated/documents';
import { keepTrying } from './keep-trying';

export interface Answered<T> {
  /** The last answer; kept while the next is under way, so nothing flickers. */
  data: T | null;
  loading: boolean;
  error: ApiError | null;
}

/** The service's answer to a document, asked anew whenever the variables change; null variables ask nothing. While the service is away it says so and tries again. */
export function useAnswer<T, V>(document: TrustedDocument<T, V>, variables: V | null): Answered<T> {
  const key = variables === null ? null : JSON.stringify(variables);
  const [state, setState] = useState<Answered<T> & { key: string | null }>({ data: null, loading: key !== null, error: null, key });
  useEffect(() => {
    if (key === null) return setState({ data: null, loading: false, error: null, key });
    const asking = new AbortController();
    setState(({ data }) => ({ data, loading: true, error: null, key }));
    keepTrying(
      async () => setState({ data: await ask(document, JSON.parse(key) as V, asking.signal), loading: false, error: null, key }),
      (error) => setState(({ data }) => ({ data, loading: true, error, key })),
      asking.signal,
    ).catch((error: unknown) => {
      if (asking.signal.aborted) return;
      const told = error instanceof ApiError ? error : new ApiError('fault', 'PAGE_FAULT', 'Something went wrong on this page.');
      setState(({ data }) => ({ data, loading: false, error: told, key }));
    });
    return () => asking.abort();
  }, [document, key]);
  // What belongs to other variables is not an answer to these.
  return state.key === key ? state : { data: null, loading: true, error: null };
}

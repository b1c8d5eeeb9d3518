import { useEffect, useState } from 'preact/hooks';
import type { SearchKind } from '../api/generated/documents';
import { ApiError } from '../api/client';
import { find, type Hit } from './find';

/** Typing pauses at least this long before the service is asked. */
const PAUSE_MS = 120;

export interface Hits {
  hits: Hit[];
  /** Whether they are still to come. */
  waits: boolean;
  /** Why there are none, if something went wrong. */
  problem: string | null;
}

/** What a text finds, as it is being typed: never what an earlier text found. An empty text finds nothing. */
export function useHits(text: string, kinds: SearchKind[] | null, first: number): Hits {
  const [found, setFound] = useState<{ key: string; hits: Hit[]; problem: string | null }>({ key: '', hits: [], problem: null });
  const wanted = text.trim();
  const key = JSON.stringify([wanted, kinds, first]);
  useEffect(() => {
    if (wanted === '') return;
    const mine = new AbortController();
    const timer = setTimeout(() => {
      find(wanted, kinds, first, mine.signal).then((hits) => setFound({ key, hits, problem: null }), (error: unknown) => {
        if (!mine.signal.aborted) setFound({ key, hits: [], problem: error instanceof ApiError ? error.message : 'The search failed.' });
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      mine.abort();
    };
    // The key holds all that the search depends on.
  }, [key]);
  if (wanted === '') return { hits: [], waits: false, problem: null };
  return found.key === key ? { hits: found.hits, waits: false, problem: found.problem } : { hits: [], waits: true, problem: null };
}

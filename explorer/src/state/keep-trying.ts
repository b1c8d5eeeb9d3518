import { ApiError } from '../api/client';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;

/** Does `work` until it is done: while the service or its database is away it tells so and tries again, sooner if the browser says it is back online. Other errors are thrown. */
export async function keepTrying(work: () => Promise<void>, tell: (error: ApiError) => void, signal?: AbortSignal): Promise<void> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof ApiError) || (error.kind !== 'offline' && error.kind !== 'unavailable')) throw error;
      tell(error);
      await waited(pause);
      signal?.throwIfAborted();
    }
  }
}

function waited(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
  });
}

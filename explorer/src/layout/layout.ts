import type { LayoutRequest, Positions } from './place';
import LayoutWorker from './layout.worker?worker';

let worker: Worker | null = null;
let jobs = 0;
const waiting = new Map<number, (positions: Positions) => void>();

/** Has a network laid out in the worker, off the page's own thread. */
export function layOut(request: LayoutRequest): Promise<Positions> {
  if (worker === null) {
    worker = new LayoutWorker();
    worker.onmessage = ({ data }: MessageEvent<{ job: number; positions: Positions }>): void => {
      waiting.get(data.job)?.(data.positions);
      waiting.delete(data.job);
    };
  }
  jobs += 1;
  const job = jobs;
  const done = new Promise<Positions>((resolve) => waiting.set(job, resolve));
  worker.postMessage({ ...request, job });
  return done;
}

import { place, type LayoutRequest } from './place';

self.onmessage = ({ data }: MessageEvent<LayoutRequest & { job: number }>): void => {
  self.postMessage({ job: data.job, positions: place(data) });
};

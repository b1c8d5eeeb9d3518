import { resolve } from 'node:path';
import { compressText } from './compress-text';

compressText(resolve(__dirname, '..', 'dist', 'explorer')).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

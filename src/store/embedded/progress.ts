/** What long work is doing, as a line for people. */
export interface Progress {
  step: 'fetch' | 'compile' | 'train' | 'import' | 'export';
  /** The whole line: what is happening, why, and how far it is. */
  message: string;
  jars?: number;
  ofJars?: number;
  megabytes?: number;
  done: boolean;
}

export type ProgressListener = (progress: Progress) => void;

/** One line that rewrites itself on a terminal; elsewhere a plain line every few seconds. */
export function terminalProgress(stream: NodeJS.WriteStream): ProgressListener {
  if (!stream.isTTY) return plainProgress((line) => stream.write(`${line}\n`));
  return ({ message, done }) => {
    stream.write(`\r\u001b[K${message.slice(0, Math.max(20, (stream.columns || 80) - 1))}${done ? '\n' : ''}`);
  };
}

/** A line when a step begins and ends, and every few seconds between. */
export function plainProgress(log: (line: string) => void, everyMs = 5_000): ProgressListener {
  let step = '';
  let last = 0;
  return (progress) => {
    const now = Date.now();
    if (progress.step === step && !progress.done && now - last < everyMs) return;
    step = progress.done ? '' : progress.step;
    last = now;
    log(progress.message);
  };
}

/** Requests a second of `ask`, `width` at a time, for `seconds`. */
export async function rate(ask: () => Promise<unknown>, seconds: number, width: number): Promise<number> {
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let done = 0;
  await Promise.all(Array.from({ length: width }, async () => {
    while (performance.now() < end) {
      await ask();
      done += 1;
    }
  }));
  return done / ((performance.now() - begun) / 1000);
}

/** The middle time of one request, in milliseconds, asked one after the other. */
export async function middleTime(ask: () => Promise<unknown>, times: number): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const begun = performance.now();
    await ask();
    took.push(performance.now() - begun);
  }
  return median(took);
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

const WARM = 5;

/** Milliseconds of each of `frames` frames in which `step` moved the picture. */
export async function timeFrames(frames: number, step: (i: number) => void): Promise<number[]> {
  const times: number[] = [];
  let last = 0;
  for (let i = 0; i < frames + WARM; i += 1) {
    step(i);
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    if (i >= WARM) times.push(now - last);
    last = now;
  }
  return times;
}

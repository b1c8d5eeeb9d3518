import type { Ledger } from '../src/store/ledger';
import type { Generated } from './generate';

/** Fills an empty graph; returns claims a second. */
export async function load({ registries, batches, claims }: Generated, ledger: Ledger, say: (line: string) => void): Promise<number> {
  const begun = Date.now();
  await ledger.writeRegistries(registries.registries);
  let done = 0;
  let told = begun;
  await ledger.announcedBatches(async () => {
    for (const batch of batches()) {
      done += (await ledger.writeBatch(batch)).created;
      const seconds = (Date.now() - begun) / 1000;
      if (Date.now() - told > 10_000) {
        told = Date.now();
        say(`${done}/${claims} claims (${Math.round(done / seconds)}/s, about ${Math.ceil(((claims - done) * seconds) / done)} s left)`);
      }
    }
  });
  return done / ((Date.now() - begun) / 1000);
}

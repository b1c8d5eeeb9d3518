import { createHash } from 'node:crypto';

const FIRST_SIZE = 1_024;
/** Fuller than this it is made larger: lookups get slow in a full table. */
const MOST_FULL = 0.6;

/** 64 bits that stand for a text; 0 never does. Two of a million texts share theirs once in some forty million times. */
export function hash64(text: string): bigint {
  const bits = createHash('sha1').update(text).digest().readBigUInt64LE(0);
  return bits === 0n ? 1n : bits;
}

/** A map from 64-bit hashes to 64-bit hashes, in 27 to 54 bytes an entry, so that a million rows can be told apart without holding them. */
export class HashIndex {
  size = 0;
  private keys = new BigUint64Array(FIRST_SIZE);
  private values = new BigUint64Array(FIRST_SIZE);
  private seen = new Uint8Array(FIRST_SIZE);

  /** Adds a key that is not there yet; false if it is. */
  add(key: bigint, value = 0n): boolean {
    if (this.size >= this.keys.length * MOST_FULL) this.grow();
    const at = this.slot(key);
    if (this.keys[at] !== 0n) return false;
    this.keys[at] = key;
    this.values[at] = value;
    this.size += 1;
    return true;
  }

  /** The value of a key; undefined if it is not there. Marks it as seen. */
  look(key: bigint): bigint | undefined {
    const at = this.slot(key);
    if (this.keys[at] === 0n) return undefined;
    this.seen[at] = 1;
    return this.values[at];
  }

  /** Whether a key that is there was looked for. */
  wasSeen(key: bigint): boolean {
    return this.seen[this.slot(key)] === 1;
  }

  private slot(key: bigint): number {
    const mask = this.keys.length - 1;
    let at = Number(key & BigInt(mask));
    while (this.keys[at] !== 0n && this.keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { keys, values, seen } = this;
    this.keys = new BigUint64Array(keys.length * 2);
    this.values = new BigUint64Array(keys.length * 2);
    this.seen = new Uint8Array(keys.length * 2);
    for (const [i, key] of keys.entries()) {
      if (key === 0n) continue;
      const at = this.slot(key);
      this.keys[at] = key;
      this.values[at] = values[i] as bigint;
      this.seen[at] = seen[i] as number;
    }
  }
}

// The one source of chance. A stream is four words (xoshiro128**, Blackman and Vigna) in a
// Uint32Array that belongs to the world's state, so saving and restoring keep the sequence. Each
// consumer seeds its own stream by name: a new consumer never shifts another one's numbers.

import { assert } from "./assert.ts";
import { cos, log } from "./detMath.ts";
import { createHasher } from "./hash.ts";

/** Words of state per stream. */
export const STREAM_WORDS = 4;

const TWO_POW_32 = 4294967296;
const TWO_POW_MINUS_53 = 1.1102230246251565e-16;
const TWO_PI = 6.283185307179586;

/** Sets the stream at the offset to its beginning; seeds are whole numbers from 0 to 2^53 - 1. */
export function seedStream(
  words: Uint32Array,
  offset: number,
  seed: number,
  streamName: string,
): void {
  assert(Number.isSafeInteger(seed) && seed >= 0, `seed must be a whole number, not ${seed}`);
  assert(offset >= 0 && offset + STREAM_WORDS <= words.length, "the stream must fit its array");
  const hasher = createHasher();
  hasher.addString(streamName);
  hasher.addUint32s(Uint32Array.of(seed % TWO_POW_32, Math.floor(seed / TWO_POW_32)));
  hasher.digestInto(words, offset);
  hasher.addUint32s(Uint32Array.of(1));
  hasher.digestInto(words, offset + 2);
  // The generator never leaves the state of four zeros, so it must not start there.
  if ((words[offset] | words[offset + 1] | words[offset + 2] | words[offset + 3]) === 0) {
    words[offset] = 1;
  }
}

/** The next 32 random bits of the stream, as a whole number from 0 to 2^32 - 1. */
export function nextUint32(words: Uint32Array, offset: number): number {
  const a = words[offset];
  const b = words[offset + 1];
  const c = words[offset + 2] ^ a;
  const d = words[offset + 3] ^ b;
  const times5 = Math.imul(b, 5);
  const result = Math.imul((times5 << 7) | (times5 >>> 25), 9);
  words[offset] = a ^ d;
  words[offset + 1] = b ^ c;
  words[offset + 2] = c ^ (b << 9);
  words[offset + 3] = (d << 11) | (d >>> 21);
  return result >>> 0;
}

/** A number from 0 (included) to 1 (excluded) with 53 random bits; takes two draws. */
export function nextFraction(words: Uint32Array, offset: number): number {
  const high = nextUint32(words, offset) >>> 5;
  const low = nextUint32(words, offset) >>> 6;
  return (high * 67108864 + low) * TWO_POW_MINUS_53;
}

/** A whole number between the bounds, each equally likely; the span is at most 2^32. */
export function nextInt(
  words: Uint32Array,
  offset: number,
  minInclusive: number,
  maxInclusive: number,
): number {
  const span = maxInclusive - minInclusive + 1;
  assert(
    Number.isSafeInteger(minInclusive) &&
      Number.isSafeInteger(maxInclusive) &&
      span >= 1 &&
      span <= TWO_POW_32,
    `nextInt needs whole bounds in order, not ${minInclusive} to ${maxInclusive}`,
  );
  // Draws beyond the last whole multiple of the span would favour small results: drawn again.
  const limit = TWO_POW_32 - (TWO_POW_32 % span);
  let draw = nextUint32(words, offset);
  while (draw >= limit) draw = nextUint32(words, offset);
  return minInclusive + (draw % span);
}

/** A draw from the normal distribution with mean 0 and standard deviation 1; takes four draws. */
export function nextNormal(words: Uint32Array, offset: number): number {
  const radius = Math.sqrt(-2 * log(1 - nextFraction(words, offset)));
  return radius * cos(TWO_PI * nextFraction(words, offset));
}

/** One of the items, each equally likely; throws when there are none. */
export function pick<T>(words: Uint32Array, offset: number, items: readonly T[]): T {
  assert(items.length > 0, "pick needs at least one item");
  return items[nextInt(words, offset, 0, items.length - 1)];
}

/** Puts the items in random order, in place, each order equally likely. */
export function shuffle<T>(words: Uint32Array, offset: number, items: T[]): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = nextInt(words, offset, 0, last);
    const item = items[last];
    items[last] = items[other];
    items[other] = item;
  }
}

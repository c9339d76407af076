// The checkpoint hash: 64 bits over raw little-endian bytes in declared order, synchronous and
// not cryptographic. Two 32-bit lanes take in every word (MurmurHash3-like rounds with different
// constants). Each added array also counts its kind and length, so the boundaries between arrays
// matter. 0 and -0 hash differently; every NaN hashes the same.

import { CELL_FLOAT64, CELL_UINT32 } from "./bits.ts";

export { canonicalJson } from "./canonicalJson.ts";

const KIND_FLOAT64S = 1;
const KIND_UINT32S = 2;
const KIND_INT32S = 3;
const KIND_UINT8S = 4;
const KIND_STRING = 5;

export type Hasher = {
  /** Adds the bits of each number; allocates nothing. */
  addFloat64s(values: Float64Array): void;
  /** Adds each word; allocates nothing. */
  addUint32s(values: Uint32Array): void;
  /** Adds each word; allocates nothing. */
  addInt32s(values: Int32Array): void;
  /** Adds each byte; allocates nothing. */
  addUint8s(values: Uint8Array): void;
  /** Adds the UTF-16 code units of the text. */
  addString(text: string): void;
  /** Forgets everything added, so that one hasher serves a whole run. */
  reset(): void;
  /** Writes the hash of all that was added as two words (high, low) and allocates nothing. */
  digestInto(words: Uint32Array, offset: number): void;
  /** The hash of all that was added, as 16 hexadecimal digits; more may be added afterwards. */
  digestHex(): string;
};

/** A hash of the text, as 16 hexadecimal digits. */
export function hashString(text: string): string {
  const hasher = createHasher();
  hasher.addString(text);
  return hasher.digestHex();
}

/** A hasher that has seen nothing yet. */
export function createHasher(): Hasher {
  // lanes[0], lanes[1]: the two lanes; lanes[2]: how many words were taken in.
  const lanes = new Int32Array(3);
  const digest = new Uint32Array(2);
  return {
    addFloat64s(values) {
      addHeader(lanes, KIND_FLOAT64S, values.length);
      addFloat64Words(lanes, values);
    },
    addUint32s(values) {
      addHeader(lanes, KIND_UINT32S, values.length);
      addWords(lanes, values);
    },
    addInt32s(values) {
      addHeader(lanes, KIND_INT32S, values.length);
      addWords(lanes, values);
    },
    addUint8s(values) {
      addHeader(lanes, KIND_UINT8S, values.length);
      addBytes(lanes, values);
    },
    addString(text) {
      addHeader(lanes, KIND_STRING, text.length);
      for (let i = 0; i < text.length; i++) addWord(lanes, text.charCodeAt(i));
    },
    reset() {
      lanes.fill(0);
    },
    digestInto(words, offset) {
      finish(lanes, words, offset);
    },
    digestHex() {
      finish(lanes, digest, 0);
      return hex8(digest[0]) + hex8(digest[1]);
    },
  };
}

function addHeader(lanes: Int32Array, kind: number, length: number): void {
  addWord(lanes, kind);
  addWord(lanes, length);
}

function addFloat64Words(lanes: Int32Array, values: Float64Array): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    CELL_FLOAT64[0] = value === value ? value : NaN;
    // Engines may keep different bits for NaN, so its words are fixed here.
    addWord(lanes, value === value ? CELL_UINT32[0] : 0);
    addWord(lanes, value === value ? CELL_UINT32[1] : 0x7ff80000);
  }
}

function addWords(lanes: Int32Array, values: Uint32Array | Int32Array): void {
  for (let i = 0; i < values.length; i++) addWord(lanes, values[i]);
}

function addBytes(lanes: Int32Array, values: Uint8Array): void {
  const whole = values.length - (values.length % 4);
  for (let i = 0; i < whole; i += 4) {
    addWord(
      lanes,
      values[i] | (values[i + 1] << 8) | (values[i + 2] << 16) | (values[i + 3] << 24),
    );
  }
  for (let i = whole; i < values.length; i++) addWord(lanes, values[i]);
}

/** One round: each lane takes the word through its own odd multipliers, then the lanes meet. */
function addWord(lanes: Int32Array, word: number): void {
  let a = Math.imul(word, 0xcc9e2d51);
  a = Math.imul((a << 15) | (a >>> 17), 0x1b873593) ^ lanes[0];
  let b = Math.imul(word, 0x9e3779b1);
  b = Math.imul((b << 13) | (b >>> 19), 0x85ebca77) ^ lanes[1];
  a = Math.imul((a << 13) | (a >>> 19), 5) + 0x561ccd1b;
  b = Math.imul((b << 17) | (b >>> 15), 5) + 0x0bcaa747;
  lanes[0] = a + b;
  lanes[1] = b + Math.imul(lanes[0], 0x38b34ae5);
  lanes[2] += 1;
}

/** Spreads every bit of both lanes over the whole digest. */
function finish(lanes: Int32Array, words: Uint32Array, offset: number): void {
  let a = lanes[0] ^ lanes[2];
  let b = lanes[1] ^ lanes[2];
  a = (a + b) | 0;
  b = (b + a) | 0;
  a = scramble(a);
  b = scramble(b);
  a = (a + b) | 0;
  b = (b + a) | 0;
  words[offset] = a;
  words[offset + 1] = b;
}

/** A bijection of 32-bit words in which each input bit moves about half of the output bits. */
function scramble(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hex8(word: number): string {
  return word.toString(16).padStart(8, "0");
}

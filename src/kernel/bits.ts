// One shared eight-byte cell through which kernel code looks at the bits of a number, and the
// table of exact powers of two. Hashes and snapshots are defined on little-endian bytes, so a
// big-endian platform is refused here, once, at load.

/** The cell as a number. */
export const CELL_FLOAT64 = new Float64Array(1);
/** The same cell as two 32-bit words: index 0 is the low word, index 1 the high word. */
export const CELL_UINT32 = new Uint32Array(CELL_FLOAT64.buffer);

CELL_FLOAT64[0] = 1;
if (CELL_UINT32[1] !== 0x3ff00000 || CELL_UINT32[0] !== 0) {
  throw new Error("This platform stores numbers big-endian; the engine needs little-endian");
}

/** POWER_OF_TWO[k + POWER_OF_TWO_BIAS] is exactly two to the k, for k from -1074 to 1023. */
export const POWER_OF_TWO = new Float64Array(1074 + 1024);
export const POWER_OF_TWO_BIAS = 1074;

POWER_OF_TWO[POWER_OF_TWO_BIAS] = 1;
for (let k = 1; k <= 1023; k++) {
  POWER_OF_TWO[POWER_OF_TWO_BIAS + k] = POWER_OF_TWO[POWER_OF_TWO_BIAS + k - 1] * 2;
}
for (let k = 1; k <= 1074; k++) {
  POWER_OF_TWO[POWER_OF_TWO_BIAS - k] = POWER_OF_TWO[POWER_OF_TWO_BIAS - k + 1] / 2;
}

/** The exponent k of the positive normal number x in the cell, so that x = m times two to the k, 1 <= m < 2. */
export function exponentInCell(): number {
  return ((CELL_UINT32[1] >>> 20) & 0x7ff) - 1023;
}

/** A number near 1 times two to the k, rounded once, for k from -1100 to 1024. */
export function scaleByPowerOfTwo(nearOne: number, k: number): number {
  if (k > 1023) return nearOne * 2 * POWER_OF_TWO[POWER_OF_TWO_BIAS + k - 1];
  if (k >= -1020) return nearOne * POWER_OF_TWO[POWER_OF_TWO_BIAS + k];
  // The first product is exact; only the second, into the subnormals, may round.
  return (
    nearOne * POWER_OF_TWO[POWER_OF_TWO_BIAS + k + 1000] * POWER_OF_TWO[POWER_OF_TWO_BIAS - 1000]
  );
}

// How far apart two numbers are in units in the last place: the number of doubles between them.
// Doubles of one sign are ordered like their bits, so the distance is a difference of integers.

const CELL = new DataView(new ArrayBuffer(8));

/** Doubles from one number to the other: 0 when equal, Infinity when just one is NaN. */
export function ulpDistance(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) === Number.isNaN(b) ? 0 : Infinity;
  const distance = orderOf(a) - orderOf(b);
  return Number(distance < 0n ? -distance : distance);
}

/** The greatest distance, and the first input at which it is found. */
export function worstUlp(
  inputs: Iterable<number>,
  ours: (x: number) => number,
  theirs: (x: number) => number,
): { readonly ulps: number; readonly at: number } {
  let worst = { ulps: 0, at: NaN };
  for (const at of inputs) {
    const ulps = ulpDistance(ours(at), theirs(at));
    if (ulps > worst.ulps) worst = { ulps, at };
  }
  return worst;
}

/** A whole number that grows with the double; 0 and -0 share one. */
function orderOf(x: number): bigint {
  CELL.setFloat64(0, x);
  const bits = CELL.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fff_ffff_ffff_ffffn) : bits;
}

// log and log10, bit-exact in every engine (see detMath.ts). Method: x = 2^k (1 + f) with 1 + f
// between sqrt(1/2) and sqrt(2); with s = f / (2 + f), log(1 + f) = 2 atanh(s) by an even series
// in s. log10 carries its product with 1 / ln 10 in two parts, so exact powers of ten stay exact.

import { exponentOf, POWER_OF_TWO, POWER_OF_TWO_BIAS } from "./bits.ts";

const LN2_HIGH = 6.93147180369123816490e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const SQRT2 = 1.4142135623730951;
const TWO_POW_54 = 18014398509481984;
const SMALLEST_NORMAL = 2.2250738585072014e-308;

const LOG10_E_HIGH = 4.34294481878168880939e-1;
const LOG10_E_LOW = 2.50829467116452752298e-11;
const LOG10_2_HIGH = 3.01029995663611771306e-1;
const LOG10_2_LOW = 3.69423907715893078616e-13;

// (log(1 + f) - 2 s) / s = G1 s^2 + G2 s^4 + ... + G7 s^14, error below two to the -58.
const G1 = 6.666666666666735130e-1;
const G2 = 3.999999999940941908e-1;
const G3 = 2.857142874366239149e-1;
const G4 = 2.222219843214978396e-1;
const G5 = 1.818357216161805012e-1;
const G6 = 1.531383769920937332e-1;
const G7 = 1.479819860511658591e-1;

/** Natural logarithm, below 1 ulp of error; NaN below 0. */
export function log(x: number): number {
  if (!(x > 0) || x === Infinity) return logOfSpecial(x);
  const k = nearestExponent(x);
  const f = mantissa(x, k) - 1;
  const halfSquare = 0.5 * f * f;
  const tail = atanhTail(f, halfSquare);
  if (k === 0) return f - (halfSquare - tail);
  return k * LN2_HIGH - (halfSquare - (tail + k * LN2_LOW) - f);
}

/** Logarithm to the base 10, below 1 ulp of error and exact for powers of ten; NaN below 0. */
export function log10(x: number): number {
  if (!(x > 0) || x === Infinity) return logOfSpecial(x);
  if (x === 1) return 0;
  const k = nearestExponent(x);
  const f = mantissa(x, k) - 1;
  const halfSquare = 0.5 * f * f;
  const high = Math.fround(f - halfSquare);
  const low = f - high - halfSquare + atanhTail(f, halfSquare);
  const productHigh = high * LOG10_E_HIGH;
  const productLow = k * LOG10_2_LOW + (low + high) * LOG10_E_LOW + low * LOG10_E_HIGH;
  const exponentPart = k * LOG10_2_HIGH;
  const sum = exponentPart + productHigh;
  return productLow + (exponentPart - sum + productHigh) + sum;
}

function logOfSpecial(x: number): number {
  if (x === 0) return -Infinity;
  return x > 0 ? x : NaN;
}

/** The k for which x / 2^k lies between sqrt(1/2) and sqrt(2). */
function nearestExponent(x: number): number {
  if (x < SMALLEST_NORMAL) return nearestExponent(x * TWO_POW_54) - 54;
  const k = exponentOf(x);
  return x * POWER_OF_TWO[POWER_OF_TWO_BIAS - k] > SQRT2 ? k + 1 : k;
}

/** x / 2^k, exact, for the k of nearestExponent. */
function mantissa(x: number, k: number): number {
  if (k < -1022) return x * TWO_POW_54 * POWER_OF_TWO[POWER_OF_TWO_BIAS - k - 54];
  return x * POWER_OF_TWO[POWER_OF_TWO_BIAS - k];
}

/** log(1 + f) - (f - f^2 / 2). */
function atanhTail(f: number, halfSquare: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (G2 + w * (G4 + w * G6));
  const odd = z * (G1 + w * (G3 + w * (G5 + w * G7)));
  return s * (halfSquare + (even + odd));
}

// log and log10, bit-exact in every engine (see detMath.ts). Method: x = 2^k (1 + f) with 1 + f
// between sqrt(1/2) and sqrt(2); with s = f / (2 + f), log(1 + f) = 2 atanh(s) by an even series
// in s. log10 carries its product with 1 / ln 10 in two parts, so exact powers of ten stay exact.

import { CELL_FLOAT64, CELL_UINT32, POWER_OF_TWO, POWER_OF_TWO_BIAS } from "./bits.ts";

const TWO_POW_54 = 18014398509481984;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
/** Added to the high word, carries into the exponent from a mantissa of sqrt(2) upwards. */
const CARRY_FROM_SQRT2 = 0x3ff00000 - 0x3fe6a09e;
const EXPONENT_BIAS = 0x3ff;

/** Where log puts its argument and finds its result. */
const CELL = new Float64Array(1);
/** f of the number looked at, and f^2 / 2 until the tail of its logarithm stands there. */
const TAIL = new Float64Array(2);

/** Natural logarithm, below 1 ulp of error; NaN below 0. */
export function log(x: number): number {
  CELL[0] = x;
  logInPlace(CELL, 0);
  return CELL[0];
}

/** Puts the natural logarithm of x where x stood (detMathInPlace.ts). */
export function logInPlace(cells: Float64Array, at: number): void {
  const ln2High = 6.9314718036912381649e-1; // 32 bits, so that k times it is exact
  const ln2Low = 1.90821492927058770002e-10;
  const x = cells[at];
  if (!(x > 0 && x < Infinity)) {
    cells[at] = logOfSpecial(x);
    return;
  }
  const isNormal = x >= SMALLEST_NORMAL;
  CELL_FLOAT64[0] = isNormal ? x : x * TWO_POW_54;
  const exponent = exponentAroundOne();
  const k = isNormal ? exponent : exponent - 54;
  const f = CELL_FLOAT64[0] * POWER_OF_TWO[POWER_OF_TWO_BIAS - exponent] - 1;
  const halfSquare = 0.5 * f * f;
  TAIL[0] = f;
  TAIL[1] = halfSquare;
  findTail();
  cells[at] = k * ln2High - (halfSquare - (TAIL[1] + k * ln2Low) - f);
}

/** Logarithm to the base 10, below 1 ulp of error and exact for powers of ten; NaN below 0. */
export function log10(x: number): number {
  if (x >= SMALLEST_NORMAL && x < Infinity) return log10OfNormal(x, 0);
  if (x > 0 && x < Infinity) return log10OfNormal(x * TWO_POW_54, -54);
  return logOfSpecial(x);
}

/** log10(x 2^scale). */
function log10OfNormal(x: number, scale: number): number {
  const log10OfEHigh = 0.4342944920063019; // 24 bits
  const log10OfELow = -1.0103050052231683e-8;
  const log10Of2High = 3.01029995663611771306e-1; // 40 bits
  const log10Of2Low = 3.69423907715893078616e-13;
  CELL_FLOAT64[0] = x;
  const exponent = exponentAroundOne();
  const f = x * POWER_OF_TWO[POWER_OF_TWO_BIAS - exponent] - 1;
  const k = exponent + scale;
  const halfSquare = 0.5 * f * f;
  TAIL[0] = f;
  TAIL[1] = halfSquare;
  findTail();
  const high = Math.fround(f - halfSquare);
  const low = f - high - halfSquare + TAIL[1];
  const product = high * log10OfEHigh; // exact
  const rest = k * log10Of2Low + (low + high) * log10OfELow + low * log10OfEHigh;
  const whole = k * log10Of2High; // exact
  const sum = whole + product;
  return rest + (whole - sum + product) + sum;
}

function logOfSpecial(x: number): number {
  if (x === 0) return -Infinity;
  return x > 0 ? x : NaN;
}

/** The k for which x / 2^k lies between sqrt(1/2) and sqrt(2), to some seven digits, of the x in the shared cell. */
function exponentAroundOne(): number {
  return ((CELL_UINT32[1] + CARRY_FROM_SQRT2) >>> 20) - EXPONENT_BIAS;
}

/** log(1 + f) - (f - f^2 / 2), by fdlibm's series for (log(1 + f) - 2 s) / s, to 2^-58: from and into TAIL. */
function findTail(): void {
  const g1 = 6.66666666666673513e-1;
  const g2 = 3.999999999940941908e-1;
  const g3 = 2.857142874366239149e-1;
  const g4 = 2.222219843214978396e-1;
  const g5 = 1.818357216161805012e-1;
  const g6 = 1.531383769920937332e-1;
  const g7 = 1.479819860511658591e-1;
  const f = TAIL[0];
  const halfSquare = TAIL[1];
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (g2 + w * (g4 + w * g6));
  const odd = z * (g1 + w * (g3 + w * (g5 + w * g7)));
  TAIL[1] = s * (halfSquare + (even + odd));
}

// exp, expm1 and tanh, bit-exact in every engine (see detMath.ts). Method: x = k ln 2 + r with
// |r| <= ln 2 / 2, a short even approximation of r (exp r + 1) / (exp r - 1) due to Remez, then an
// exact scaling by two to the k. ln 2 is held in two parts, so that the reduction loses nothing.

import { POWER_OF_TWO, POWER_OF_TWO_BIAS, scaleByPowerOfTwo } from "./bits.ts";

const LN2_HIGH = 6.93147180369123816490e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const LOG2_E = 1.44269504088896338700;
const HALF_LN2 = 0.34657359027997264;
const EXP_X_MAX = 709.782712893383973096; // above: overflows to infinity
const EXP_X_MIN = -745.133219101941108420; // below: underflows to 0
const EXPM1_X_MIN = -38.816242111356935; // -56 ln 2, below: -1 to the last bit
const TWO_POW_MINUS_28 = 3.725290298461914e-9;
const TWO_POW_MINUS_54 = 5.551115123125783e-17;

// r (exp r + 1) / (exp r - 1) = 2 + P1 r^2 + P2 r^4 + ..., error below two to the -59.
const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.65339022054652515390e-6;
const P5 = 4.13813679705723846039e-8;

// The same for expm1, in r^2/2: 1 + Q1 h + Q2 h^2 + ..., error below two to the -61.
const Q1 = -3.33333333333331316428e-2;
const Q2 = 1.58730158725481460165e-3;
const Q3 = -7.93650757867487942473e-5;
const Q4 = 4.00821782732936239552e-6;
const Q5 = -2.01099218183624371326e-7;

/** e to the x, below 1 ulp of error. */
export function exp(x: number): number {
  if (x > EXP_X_MAX) return Infinity;
  if (x < EXP_X_MIN) return 0;
  if (x <= HALF_LN2 && x >= -HALF_LN2) {
    if (x < TWO_POW_MINUS_28 && x > -TWO_POW_MINUS_28) return 1 + x;
    const correction = expCorrection(x);
    return 1 - ((x * correction) / (correction - 2) - x);
  }
  if (x !== x) return x;
  const k = (LOG2_E * x + (x < 0 ? -0.5 : 0.5)) | 0;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const correction = expCorrection(r);
  return scaleByPowerOfTwo(1 - (low - (r * correction) / (2 - correction) - high), k);
}

function expCorrection(r: number): number {
  const square = r * r;
  return r - square * (P1 + square * (P2 + square * (P3 + square * (P4 + square * P5))));
}

/** e to the x, minus 1, without cancellation near 0; below 1 ulp of error. */
export function expm1(x: number): number {
  if (x > EXP_X_MAX) return Infinity;
  if (x < EXPM1_X_MIN) return -1;
  if (x <= HALF_LN2 && x >= -HALF_LN2) {
    if (x < TWO_POW_MINUS_54 && x > -TWO_POW_MINUS_54) return x;
    const halfSquare = x * (0.5 * x);
    return x - (x * expm1Correction(x, halfSquare) - halfSquare);
  }
  if (x !== x) return x;
  const k = (LOG2_E * x + (x < 0 ? -0.5 : 0.5)) | 0;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const lost = high - r - low;
  const halfSquare = r * (0.5 * r);
  const e = r * (expm1Correction(r, halfSquare) - lost) - lost - halfSquare;
  return expm1FromParts(r, e, k);
}

function expm1Correction(r: number, h: number): number {
  const r1 = 1 + h * (Q1 + h * (Q2 + h * (Q3 + h * (Q4 + h * Q5))));
  const t = 3 - r1 * (0.5 * r);
  return h * ((r1 - t) / (6 - r * t));
}

/** Puts 2^k (1 + (r - e)) - 1 together in the order that loses least for this k. */
function expm1FromParts(r: number, e: number, k: number): number {
  if (k === 0) return r - e;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) return scaleByPowerOfTwo(1 - (e - r), k) - 1;
  const inverse = POWER_OF_TWO[POWER_OF_TWO_BIAS - k];
  if (k < 20) return scaleByPowerOfTwo(1 - inverse - (e - r), k);
  return scaleByPowerOfTwo(r - (e + inverse) + 1, k);
}

/** Hyperbolic tangent, accurate near 0 and about 2 ulp at worst. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size >= 22) return x < 0 ? -1 : 1;
  if (size < TWO_POW_MINUS_54) return x;
  if (size >= 1) {
    const result = 1 - 2 / (expm1(2 * size) + 2);
    return x < 0 ? -result : result;
  }
  const t = expm1(-2 * size);
  const result = -t / (t + 2);
  return x < 0 ? -result : result;
}

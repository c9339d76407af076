// exp and expm1, bit-exact in every engine (see detMath.ts). Method: x = k ln 2 + r with
// |r| <= ln 2 / 2, a short even approximation of r (exp r + 1) / (exp r - 1), then an exact scaling
// by two to the k. ln 2 is held in two parts, so that the reduction loses nothing.

import { POWER_OF_TWO, POWER_OF_TWO_BIAS, scaleByPowerOfTwo } from "./bits.ts";
import { expSeriesInPlace } from "./mathExpSeries.ts";

/** Where exp puts its argument and finds its result, and where the square of what is left goes. */
const CELL = new Float64Array(1);
const SERIES = new Float64Array(1);

/** e to the x, below 1 ulp of error. */
export function exp(x: number): number {
  CELL[0] = x;
  expInPlace(CELL, 0);
  return CELL[0];
}

/** Puts e to the x where x stood (detMathInPlace.ts). */
export function expInPlace(cells: Float64Array, at: number): void {
  const log2OfE = 1.442695040888963387;
  const ln2High = 6.9314718036912381649e-1; // 32 bits, so that k times it is exact
  const ln2Low = 1.90821492927058770002e-10;
  const halfLn2 = 0.34657359027997264;
  const x = cells[at];
  if (x > 709.782712893383973096) {
    cells[at] = Infinity;
    return;
  }
  if (x < -745.13321910194110842) {
    cells[at] = 0;
    return;
  }
  if (x !== x) return;
  const k = x <= halfLn2 && x >= -halfLn2 ? 0 : (log2OfE * x + (x < 0 ? -0.5 : 0.5)) | 0;
  const high = x - k * ln2High;
  const low = k * ln2Low;
  const r = high - low;
  SERIES[0] = r * r;
  expSeriesInPlace(SERIES, 0);
  const c = r - SERIES[0];
  const nearOne = 1 - (low - (r * c) / (2 - c) - high);
  if (k >= -1020 && k <= 1023) cells[at] = nearOne * POWER_OF_TWO[POWER_OF_TWO_BIAS + k];
  else cells[at] = scaleByPowerOfTwo(nearOne, k);
}

/** e to the x, minus 1, without cancellation near 0; below 1 ulp of error. */
export function expm1(x: number): number {
  const log2OfE = 1.442695040888963387;
  const ln2High = 6.9314718036912381649e-1;
  const ln2Low = 1.90821492927058770002e-10;
  const halfLn2 = 0.34657359027997264;
  if (x > 709.782712893383973096) return Infinity;
  if (x < -38.816242111356935) return -1; // below -56 ln 2 the rest is lost
  if (x <= halfLn2 && x >= -halfLn2) {
    if (x < 5.551115123125783e-17 && x > -5.551115123125783e-17) return x; // keeps -0
    const halfSquare = x * (0.5 * x);
    return x - (x * expm1Correction(x, halfSquare) - halfSquare);
  }
  if (x !== x) return x;
  const k = (log2OfE * x + (x < 0 ? -0.5 : 0.5)) | 0;
  const high = x - k * ln2High;
  const low = k * ln2Low;
  const r = high - low;
  const lost = high - r - low;
  const halfSquare = r * (0.5 * r);
  const e = r * (expm1Correction(r, halfSquare) - lost) - lost - halfSquare;
  return expm1FromParts(r, e, k);
}

/** The e for which expm1(r) = r - (r e - h), by fdlibm's even series in h = r^2 / 2, to 2^-61. */
function expm1Correction(r: number, h: number): number {
  const q1 = -3.33333333333331316428e-2;
  const q2 = 1.58730158725481460165e-3;
  const q3 = -7.93650757867487942473e-5;
  const q4 = 4.00821782732936239552e-6;
  const q5 = -2.01099218183624371326e-7;
  const series = 1 + h * (q1 + h * (q2 + h * (q3 + h * (q4 + h * q5))));
  const t = 3 - series * (0.5 * r);
  return h * ((series - t) / (6 - r * t));
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

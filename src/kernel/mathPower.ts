// pow, bit-exact in every engine (see detMath.ts). Method: log2|x| is found as high + low with some
// 15 bits to spare, multiplied by y in two parts, and two to that product is taken; plain
// exp(y log x) would lose up to 60 ulp. Numbers are split with Math.fround: 24 + 29 bits, so that
// the product of two high parts is exact. Special cases follow Math.pow, not C.

import {
  CELL_FLOAT64,
  exponentInCell,
  POWER_OF_TWO,
  POWER_OF_TWO_BIAS,
  scaleByPowerOfTwo,
} from "./bits.ts";
import { expSeriesInPlace } from "./mathExpSeries.ts";

const SQRT_3_HALVES = 1.224744871391589;
const SQRT_3 = 1.7320508075688772;
const TWO_POW_53 = 9007199254740992;
const TWO_POW_54 = 18014398509481984;
const TWO_POW_64 = 18446744073709551616;
const SMALLEST_NORMAL = 2.2250738585072014e-308;

const LN2 = 6.93147180559945286227e-1;
const LN2_HIGH = 6.93147182464599609375e-1; // 24 bits
const LN2_LOW = -1.90465429995776804525e-9;
const TWO_THIRDS_LOG2_E = 9.61796693925975554329e-1;
const TWO_THIRDS_LOG2_E_HIGH = 9.61796700954437255859e-1; // 24 bits
const TWO_THIRDS_LOG2_E_LOW = -7.02846165095275826516e-9;
const LOG2_3_HALVES_HIGH = 5.84962487220764160156e-1; // 24 bits
const LOG2_3_HALVES_LOW = 1.35003920212974897128e-8;

/** Where pow puts x and y and finds its result. */
const PAIR = new Float64Array(2);
/** A number at work, in the first cell, until its logarithm or power stands there, as high and low part. */
const PARTS = new Float64Array(2);
const SERIES = new Float64Array(1);

/** x to the y, below 1 ulp of error; NaN for x < 0 unless y is whole. */
export function pow(x: number, y: number): number {
  PAIR[0] = x;
  PAIR[1] = y;
  powInPlace(PAIR, 0);
  return PAIR[0];
}

/** Puts x to the y where x stood; y stands in the cell behind it (detMathInPlace.ts). */
export function powInPlace(cells: Float64Array, at: number): void {
  const x = cells[at];
  const y = cells[at + 1];
  if (y === 1) return;
  if (y === 0) cells[at] = 1;
  else if (y === 2) cells[at] = x * x;
  else if (x > 0 && x < Infinity && x !== 1 && y - y === 0) {
    if (y === 0.5) cells[at] = Math.sqrt(x);
    else powOfPositive(cells, at);
  } else cells[at] = powOfOthers(x, y);
}

/** Bases below zero, and what has no logarithm. */
function powOfOthers(x: number, y: number): number {
  if (x !== x || y !== y) return NaN;
  const size = Math.abs(x);
  if (size === 1 || size === 0 || size === Infinity || y - y !== 0) return powOfSpecial(x, y);
  if (Math.floor(y) !== y) return NaN;
  PAIR[0] = size;
  PAIR[1] = y;
  powOfPositive(PAIR, 0);
  return isOdd(y) ? -PAIR[0] : PAIR[0];
}

/** Bases 0, 1, -1 and infinite, and infinite exponents. */
function powOfSpecial(x: number, y: number): number {
  const size = Math.abs(x);
  if (y - y !== 0) {
    if (size === 1) return NaN;
    return size > 1 === y > 0 ? Infinity : 0;
  }
  if (x === 1) return 1;
  if (x === -1 && Math.floor(y) !== y) return NaN;
  const result = y < 0 ? 1 / size : size;
  return isOdd(y) && (x < 0 || 1 / x < 0) ? -result : result;
}

function isOdd(y: number): boolean {
  const size = Math.abs(y);
  return size < TWO_POW_53 && size - 2 * Math.floor(size / 2) === 1;
}

function powOfPositive(cells: Float64Array, at: number): void {
  const x = cells[at];
  const y = cells[at + 1];
  // From here on every x but 1 overflows or underflows, and the parts of y could overflow.
  if (y > TWO_POW_64 || y < -TWO_POW_64) {
    cells[at] = x > 1 === y > 0 ? Infinity : 0;
    return;
  }
  PARTS[0] = x;
  log2InTwoParts();
  const yHigh = Math.fround(y);
  const low = (y - yHigh) * PARTS[0] + y * PARTS[1];
  PARTS[0] *= yHigh;
  PARTS[1] = low;
  twoToTheParts();
  cells[at] = PARTS[0];
}

/** log2 x = n + log2(base) + log2(m / base), with m / base near 1 and base 1 or 3/2: from and into PARTS. */
function log2InTwoParts(): void {
  const x = PARTS[0];
  let n = 0;
  let m = x;
  if (x < SMALLEST_NORMAL) {
    m *= TWO_POW_54;
    n = -54;
  }
  CELL_FLOAT64[0] = m;
  const k = exponentInCell();
  n += k;
  m *= POWER_OF_TWO[POWER_OF_TWO_BIAS - k];
  if (m >= SQRT_3) {
    m *= 0.5;
    n += 1;
  }
  const base = m < SQRT_3_HALVES ? 1 : 1.5;

  // s = (m - base) / (m + base) = sHigh + sLow.
  const difference = m - base;
  const inverseSum = 1 / (m + base);
  const s = difference * inverseSum;
  const sHigh = Math.fround(s);
  const sumHigh = Math.fround(m + base);
  const sumLow = m - (sumHigh - base);
  const sLow = inverseSum * (difference - sHigh * sumHigh - sHigh * sumLow);

  // 3/2 log(m / base) = s (3 + s^2 + tail).
  const z = s * s;
  SERIES[0] = z;
  logSeriesInPlace();
  const tail = z * z * SERIES[0] + sLow * (sHigh + s);
  const sHighSquare = sHigh * sHigh;
  const factorHigh = Math.fround(3 + sHighSquare + tail);
  const factorLow = tail - (factorHigh - 3 - sHighSquare);
  const u = sHigh * factorHigh;
  const v = sLow * factorHigh + factorLow * s;
  const logHigh = Math.fround(u + v);
  const logLow = v - (logHigh - u);

  const isBase1 = base === 1;
  const partHigh = TWO_THIRDS_LOG2_E_HIGH * logHigh;
  const partLow =
    TWO_THIRDS_LOG2_E_LOW * logHigh +
    logLow * TWO_THIRDS_LOG2_E +
    (isBase1 ? 0 : LOG2_3_HALVES_LOW);
  const baseHigh = isBase1 ? 0 : LOG2_3_HALVES_HIGH;
  const high = Math.fround(partHigh + partLow + baseHigh + n);
  PARTS[0] = high;
  PARTS[1] = partLow - (high - n - baseHigh - partHigh);
}

/** From z = s^2 in SERIES: 3/2 (log((1 + s) / (1 - s)) - 2 s) / s^3 - 1, divided by z. */
function logSeriesInPlace(): void {
  const l1 = 5.99999999999994648725e-1;
  const l2 = 4.28571428578550184252e-1;
  const l3 = 3.33333329818377432918e-1;
  const l4 = 2.72728123808534006489e-1;
  const l5 = 2.30660745775561754067e-1;
  const l6 = 2.06975017800338417784e-1;
  const z = SERIES[0];
  SERIES[0] = l1 + z * (l2 + z * (l3 + z * (l4 + z * (l5 + z * l6))));
}

/** Two to the sum of both PARTS, into the first. */
function twoToTheParts(): void {
  const high = PARTS[0];
  const low = PARTS[1];
  const sum = high + low;
  if (sum > 1024.5 || sum < -1075.5) {
    PARTS[0] = sum > 0 ? Infinity : 0;
    return;
  }
  const k = Math.round(sum);
  const rest = high - k;
  const t = Math.fround(low + rest);
  const u = t * LN2_HIGH;
  const v = (low - (t - rest)) * LN2 + t * LN2_LOW;
  const z = u + v;
  const w = v - (z - u);
  SERIES[0] = z * z;
  expSeriesInPlace(SERIES, 0);
  const c = z - SERIES[0];
  const r = (z * c) / (c - 2) - (w + z * w);
  const nearOne = 1 - (r - z);
  if (k >= -1020 && k <= 1023) PARTS[0] = nearOne * POWER_OF_TWO[POWER_OF_TWO_BIAS + k];
  else PARTS[0] = scaleByPowerOfTwo(nearOne, k);
}

// tanh, bit-exact in every engine (see detMath.ts). Method: fdlibm's approximation behind exp,
// r (exp r + 1) / (exp r - 1) = 2 + P(r^2), turned round gives tanh(x) = 2x / (2 + P(4 x^2)) for
// small x. Around the eighths j/8 the addition theorem reduces to that, from there on
// 1 - 2 / (exp 2x + 1) is good. This halves the error of the classic way through expm1.

import { exp } from "./mathExponential.ts";
import { expSeriesInPlace } from "./mathExpSeries.ts";

const TINY_MAX = 1e-9; // below, x - x^3 / 3 is x; keeps -0
const SMALL_MAX = 0.1875;
const TABLE_MAX = 1.4375;
const ONE_FROM = 22;
const TABLE_FIRST = 2;

/** For j from 2 to 11: tanh(j/8) to 53 bits, what is missing from it, and 1 - tanh(j/8)^2. */
const EIGHTHS = Float64Array.of(
  0.24491866240370913,
  -1.6036228849882693e-18,
  0.940014848806378,
  0.35835739835078595,
  -3.184100638338411e-18,
  0.8715799750472562,
  0.46211715726000974,
  2.1916603238260928e-17,
  0.7864477329659274,
  0.5545997223493823,
  3.145617845100655e-17,
  0.692419147969988,
  0.6351489523872873,
  1.7012977006564836e-17,
  0.5965858082813315,
  0.703905603936621,
  1.126629865834986e-17,
  0.5045169007466208,
  0.7615941559557649,
  3.7090214482164924e-17,
  0.4199743416140261,
  0.809301070201781,
  1.997469910893264e-17,
  0.3450317777702519,
  0.8482836399575129,
  1.7099441972242e-17,
  0.28041486618043265,
  0.8798266996519848,
  -3.3380432917407976e-17,
  0.2259049785794962,
);

const SERIES = new Float64Array(1);

/** Hyperbolic tangent, below 1 ulp of error. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size <= SMALL_MAX) return size < TINY_MAX ? x : tanhOfSmall(x);
  if (x !== x) return x;
  if (size >= ONE_FROM) return x < 0 ? -1 : 1;
  const result = size < TABLE_MAX ? tanhFromTable(size) : 1 - 2 / (exp(2 * size) + 1);
  return x < 0 ? -result : result;
}

function tanhOfSmall(x: number): number {
  SERIES[0] = 4 * x * x;
  expSeriesInPlace(SERIES, 0);
  const p = SERIES[0];
  return x - (x * p) / (2 + p);
}

/** tanh(j/8 + b) = tanh(j/8) + (1 - tanh(j/8)^2) t / (1 + t tanh(j/8)) with t = tanh b. */
function tanhFromTable(size: number): number {
  const j = (size * 8 + 0.5) | 0;
  const entry = (j - TABLE_FIRST) * 3;
  const center = EIGHTHS[entry];
  const t = tanhOfSmall(size - j * 0.125);
  return center + (EIGHTHS[entry + 1] + (EIGHTHS[entry + 2] * t) / (1 + t * center));
}

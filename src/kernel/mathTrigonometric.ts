// sin and cos, bit-exact in every engine (see detMath.ts). Method: subtract n quarter turns, held
// in three parts of 33 bits so that n times a part is exact, then a short polynomial on
// [-pi/4, pi/4]. Arguments are angles of waveforms, so |x| above about 1.6 million (where n no
// longer fits 20 bits) gives NaN instead of a slow exact reduction.

/** Largest |x| that sin and cos accept, in radians: two to the 20 quarter turns, rounded down. */
export const ANGLE_RAD_MAX = 1_647_099;

const QUARTER_PI = 0.7853981633974483;
/**
 * The angle at work in radians, high and low part, and then its sine or cosine: what runs every tick hands
 * numbers on in cells (detMathInPlace.ts).
 */
const ANGLE = new Float64Array(2);

/** Sine of an angle in radians, below 1 ulp of error for |x| <= ANGLE_RAD_MAX, NaN beyond. */
export function sin(x: number): number {
  ANGLE[0] = x;
  findSine();
  return ANGLE[0];
}

/** Cosine of an angle in radians, below 1 ulp of error for |x| <= ANGLE_RAD_MAX, NaN beyond. */
export function cos(x: number): number {
  ANGLE[0] = x;
  findCosine();
  return ANGLE[0];
}

/** Puts the sine of x where x stood. */
export function sinInPlace(cells: Float64Array, at: number): void {
  ANGLE[0] = cells[at];
  findSine();
  cells[at] = ANGLE[0];
}

function findSine(): void {
  const size = Math.abs(ANGLE[0]);
  ANGLE[1] = 0;
  if (size <= QUARTER_PI) {
    if (size >= 7.450580596923828e-9) sinOfReduced();
    return;
  }
  if (!(size <= ANGLE_RAD_MAX)) {
    ANGLE[0] = NaN;
    return;
  }
  const quarter = reduceAngle();
  if ((quarter & 1) === 0) sinOfReduced();
  else cosOfReduced();
  if (quarter >= 2) ANGLE[0] = -ANGLE[0];
}

function findCosine(): void {
  const size = Math.abs(ANGLE[0]);
  ANGLE[1] = 0;
  if (size <= QUARTER_PI) {
    cosOfReduced();
    return;
  }
  if (!(size <= ANGLE_RAD_MAX)) {
    ANGLE[0] = NaN;
    return;
  }
  const quarter = reduceAngle();
  if ((quarter & 1) === 0) cosOfReduced();
  else sinOfReduced();
  if (quarter === 1 || quarter === 2) ANGLE[0] = -ANGLE[0];
}

/** Takes n pi/2 from the x in ANGLE and gives n modulo 4; uses more of pi when leading bits cancel. */
function reduceAngle(): number {
  const twoOverPi = 6.36619772367581382433e-1;
  const rounder = 6755399441055744; // adding and subtracting 1.5 x 2^52 rounds to a whole number
  const part1 = 1.57079632673412561417; // first 33 bits of pi / 2
  const part1Rest = 6.07710050650619224932e-11;
  const part2 = 6.0771005063039659766e-11; // next 33 bits
  const part2Rest = 2.02226624879595063154e-21;
  const part3 = 2.0222662487111664558e-21; // next 33 bits
  const part3Rest = 8.47842766036889956997e-32;
  const x = ANGLE[0];
  const n = x * twoOverPi + rounder - rounder;
  const size = Math.abs(x);
  let r = x - n * part1;
  let w = n * part1Rest;
  let high = r - w;
  if (Math.abs(high) < size * 1.52587890625e-5) {
    let before = r;
    w = n * part2;
    r = before - w;
    w = n * part2Rest - (before - r - w);
    high = r - w;
    if (Math.abs(high) < size * 1.7763568394002505e-15) {
      before = r;
      w = n * part3;
      r = before - w;
      w = n * part3Rest - (before - r - w);
      high = r - w;
    }
  }
  ANGLE[0] = high;
  ANGLE[1] = r - high - w;
  return n & 3;
}

/** sin(x + tail) for |x| <= pi/4. */
function sinOfReduced(): void {
  const s1 = -1.66666666666666324348e-1;
  const s2 = 8.33333333332248946124e-3;
  const s3 = -1.98412698298579493134e-4;
  const s4 = 2.75573137070700676789e-6;
  const s5 = -2.50507602534068634195e-8;
  const s6 = 1.58969099521155010221e-10;
  const x = ANGLE[0];
  const tail = ANGLE[1];
  const z = x * x;
  const cube = z * x;
  const r = s2 + z * (s3 + z * (s4 + z * (s5 + z * s6)));
  ANGLE[0] = x - (z * (0.5 * tail - cube * r) - tail - cube * s1);
}

/** cos(x + tail) for |x| <= pi/4. */
function cosOfReduced(): void {
  const c1 = 4.16666666666666019037e-2;
  const c2 = -1.38888888888741095749e-3;
  const c3 = 2.48015872894767294178e-5;
  const c4 = -2.75573143513906633035e-7;
  const c5 = 2.0875723212981748279e-9;
  const c6 = -1.13596475577881948265e-11;
  const x = ANGLE[0];
  const tail = ANGLE[1];
  const z = x * x;
  const r = z * (c1 + z * (c2 + z * (c3 + z * (c4 + z * (c5 + z * c6)))));
  const half = 0.5 * z;
  const w = 1 - half;
  ANGLE[0] = w + (1 - w - half + (z * r - x * tail));
}

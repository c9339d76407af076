// The one short polynomial behind exp, pow and tanh, after fdlibm. Coefficients of the hot
// functions stand inside them: bundlers turn module constants into variables, which costs a load
// and a check each time they are used.

/**
 * Puts r (exp r + 1) / (exp r - 1) - 2 where the square of r stood, to two to the -59 for |r| <= 0.375. In
 * place, as all that runs every tick (detMathInPlace.ts).
 */
export function expSeriesInPlace(cells: Float64Array, at: number): void {
  const p1 = 1.66666666666666019037e-1;
  const p2 = -2.77777777770155933842e-3;
  const p3 = 6.61375632143793436117e-5;
  const p4 = -1.6533902205465251539e-6;
  const p5 = 4.13813679705723846039e-8;
  const square = cells[at];
  cells[at] = square * (p1 + square * (p2 + square * (p3 + square * (p4 + square * p5))));
}

/** Vertical limits of a plot: all of its values and its target band, with a little air. */

export interface Limits {
  readonly min: number;
  readonly max: number;
}

const AIR_FRACTION = 0.08;

/** Limits that hold every value and `always`, so that a flat line is not blown up to a mountain. */
export function limitsOf(values: ArrayLike<number>, always: Limits): Limits {
  let { min, max } = always;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const air = (max - min) * AIR_FRACTION;
  return { min: min - air, max: max + air };
}

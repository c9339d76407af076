/** Takes a beat out of a column of samples, so that what is left can be read: a roller's strokes, a pulse. */

/** The mean of `count` samples around each one, and of as many as there are near the ends. */
export function meanAround(values: ArrayLike<number>, count: number): Float64Array {
  const before = Math.floor((count - 1) / 2);
  const after = Math.ceil((count - 1) / 2);
  const means = new Float64Array(values.length);
  let sum = 0;
  for (let index = -after; index < values.length; index += 1) {
    const enters = index + after;
    const leaves = index - before - 1;
    if (enters < values.length) sum += values[enters];
    if (leaves >= 0) sum -= values[leaves];
    const heldCount = Math.min(values.length - 1, enters) - Math.max(0, leaves + 1) + 1;
    if (index >= 0) means[index] = sum / heldCount;
  }
  return means;
}

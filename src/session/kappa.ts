/** Agreement of two who judge the same items, with what chance alone would give taken off. */

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * One minus the distance found over the distance expected of two who give each answer as often and know
 * nothing of one another. With distances along a scale it is Cohen's weighted kappa (Cohen 1968), with 0 for
 * the same answer and 1 for any other his kappa of 1960. Null for fewer than two items, or where no distance
 * is expected.
 */
export function kappaOf<Answer>(
  pairs: readonly (readonly [Answer, Answer])[],
  distance: (one: Answer, other: Answer) => number,
): number | null {
  if (pairs.length < 2) return null;
  const found = mean(pairs.map(([one, other]) => distance(one, other)));
  const expected = mean(pairs.flatMap(([one]) => pairs.map(([, other]) => distance(one, other))));
  return expected === 0 ? null : 1 - found / expected;
}

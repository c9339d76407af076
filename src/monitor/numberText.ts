/**
 * How a reading is written on the monitor: the true minus sign, fixed decimals, and two dashes for a
 * value that is not there. Digits of the face are tabular, so only the text matters here.
 */
export const MINUS = "\u2212";
export const MISSING = "- -";

/** A number with fixed decimals; a value that rounds to zero has no sign. */
export function numberText(value: number | null, decimals = 0): string {
  if (value === null || !Number.isFinite(value)) return MISSING;
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `${MINUS}${text}` : text;
}

/** A change, always with its sign: "+0.2", "−3", and "0" without one. */
export function changeText(value: number | null, decimals = 0): string {
  if (value === null || !Number.isFinite(value)) return MISSING;
  const text = numberText(value, decimals);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

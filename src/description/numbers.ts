/** Numbers as text, without the engine's own formatting: the same characters everywhere. */

const MINUS = "−";

/** A number with so many digits after the point, halves rounded up, and a true minus. */
export function decimals(value: number, digits: 0 | 1 | 2): string {
  const scale = [1, 10, 100][digits];
  const scaled = Math.round(Math.abs(value) * scale);
  const sign = value < 0 && scaled > 0 ? MINUS : "";
  const whole = Math.floor(scaled / scale);
  if (digits === 0) return `${sign}${whole}`;
  return `${sign}${whole}.${String(scaled % scale).padStart(digits, "0")}`;
}

/** A fraction as whole percent, without the sign. */
export function percent(fraction: number): string {
  return decimals(fraction * 100, 0);
}

/** A number as short as it can be said: 30000, 0.05, 2.5. */
export function plainNumber(value: number): string {
  return String(value).replace("-", MINUS);
}

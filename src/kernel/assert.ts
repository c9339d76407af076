// Assertions stop a run the moment something that must hold does not. They are for mistakes in the
// code; mistakes in files and from people are values (see result.ts).

/** Throws with the message unless the condition holds. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`);
}

/** Throws naming the quantity unless it is a finite number (NaN and infinities stop the run). */
export function assertFinite(x: number, name: string): void {
  // x - x is 0 for a finite number and NaN for everything else.
  if (x - x !== 0) throw new Error(`Assertion failed: ${name} must be finite but is ${x}`);
}

/** Marks a branch the type checker has proved impossible; throws if it is reached anyway. */
export function unreachable(x: never): never {
  throw new Error(`Assertion failed: reached an impossible case with ${String(x)}`);
}

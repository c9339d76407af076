// The fixed tick: the only notion of time in the pure rooms. Nothing below a host knows a clock.

export const MS_PER_TICK = 20;
export const TICKS_PER_S = 50;
export const S_PER_TICK = 0.02;

/** Simulated time at the start of a tick, in s. */
export function ticksToS(ticks: number): number {
  return ticks / TICKS_PER_S;
}

/** The nearest whole number of ticks to a duration, in ticks (halves round up). */
export function sToTicks(durationS: number): number {
  return Math.round(durationS * TICKS_PER_S);
}

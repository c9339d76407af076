/**
 * How fast blood is seen to move: mean velocity from flow and bore, one design pixel for one
 * centimetre, so a 3/8" line at 4.6 L/min really shows about 110 px/s.
 */
const ML_PER_L = 1000;
const S_PER_MIN = 60;
const PX_PER_CM = 1;
/** Faster than this a chevron would seem to run backwards between two frames. */
export const SPEED_MAX_PX_PER_S = 320;
/** Below this blood is drawn as standing. */
export const STILL_LPM = 0.02;

/** Signed speed of blood along its line in design pixels per second; negative is backward. */
export function bloodSpeedPxPerS(flowLpm: number, boreMm: number): number {
  if (!Number.isFinite(flowLpm) || Math.abs(flowLpm) < STILL_LPM) return 0;
  const areaCm2 = (Math.PI * (boreMm / 10) ** 2) / 4;
  const velocityCmPerS = (flowLpm * ML_PER_L) / S_PER_MIN / areaCm2;
  const speed = velocityCmPerS * PX_PER_CM;
  return Math.sign(speed) * Math.min(SPEED_MAX_PX_PER_S, Math.abs(speed));
}

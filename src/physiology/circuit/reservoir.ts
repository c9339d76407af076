/** The venous reservoir: time to empty, and bubbles drawn in as it falls (docs/model-blood.md BL-47, BL-48). */
import { exp, log } from "../../kernel/detMath.ts";

/** Seconds until a volume in mL is gone at a net loss in L/min (BL-47); for ever when it gains. */
export function timeToEmptyS(volumeMl: number, netLossLpm: number): number {
  return netLossLpm <= 0 ? Infinity : (volumeMl * 60) / (netLossLpm * 1000);
}

/**
 * Rath 2026 Table 3: bubbles counted in three minutes beyond those at the high level, when it fell from
 * 1000 to 200 mL, at 50 and 100 rpm of suction, and how many of the latter came out on the arterial side.
 */
const RATH_COUNTS = {
  fallMl: 800,
  slowRpm: 50,
  slowCount: 2862.739,
  fastRpm: 100,
  fastCount: 10_764.457,
  arterialCount: 7.9,
} as const;

/**
 * Bubbles counted on the venous side in three minutes beyond those at the first level (BL-48): a power
 * of suction speed through Rath's two speeds; proportional to the fall of the level (Chosen: one fall
 * was measured).
 */
export function extraVenousBubbleCount(suctionRpm: number, fromMl: number, toMl: number): number {
  if (suctionRpm <= 0) return 0;
  const { slowRpm, slowCount, fastRpm, fastCount, fallMl } = RATH_COUNTS;
  const exponent = log(fastCount / slowCount) / log(fastRpm / slowRpm);
  const bySpeed = slowCount * exp(exponent * log(suctionRpm / slowRpm));
  return Math.max(0, (bySpeed * (fromMl - toMl)) / fallMl);
}

/** Bubbles of those that a filter lets through to the arterial side. */
export function extraArterialBubbleCount(venousCount: number): number {
  return (venousCount * RATH_COUNTS.arterialCount) / RATH_COUNTS.fastCount;
}

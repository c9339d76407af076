/** Roller pumps: flow from speed and tubing (docs/model-blood.md BL-36), and what occlusion lets back. */

/**
 * Stroke on a 150 mm raceway, mL/rev, by inner diameter in sixteenths of an inch. From memory
 * (physiology.md 4 [M], high for 1/4, medium-high for others); the machine of this project runs its
 * own 26 for 3/8.
 */
export const RACEWAY_STROKE_ML_PER_REV: Readonly<Record<number, number>> = { 4: 13, 6: 27, 8: 45 };

/**
 * Stroke of the suction head of Rath 2026, mL/rev: least squares through 0.32, 0.65, 0.99 and 1.32
 * L/min at 25, 50, 75 and 100 rpm (J Extra Corpor Technol 58:19-31).
 */
export const SUCTION_STROKE_ML_PER_REV = 13.16;

/** Flow in L/min; `leakMlPerMinPerMmHg` is what an under-occluded tube lets back (BL-36). */
export function rollerFlowLpm(
  strokeMlPerRev: number,
  speedRpm: number,
  afterloadMmHg = 0,
  leakMlPerMinPerMmHg = 0,
): number {
  return (strokeMlPerRev * speedRpm - leakMlPerMinPerMmHg * afterloadMmHg) / 1000;
}

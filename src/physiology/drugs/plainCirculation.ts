/**
 * Heart and vessels as a few equations (docs/model-drugs.md D-30 to D-33), for asking what drugs do to
 * pressure without the whole world: a published experiment says a dose and a pressure, and little else.
 */

/** Pressure at which small vessels close: intercept of the pig's line on bypass (physiology.md 5 [D]). */
const CLOSING_MMHG = 13;
/** How far output gives way as the heart pumps against more (K). */
const AFTERLOAD_EXPONENT_FRACTION = 0.25;
/** Output that a heart gains by strength, as a power (K). */
const STRENGTH_EXPONENT_FRACTION = 0.5;
/** Stressed volume of the body, mL: 984 in CVSim (physiology.md 5 [D]). */
const STRESSED_ML = 984;
/** Systemic veins, mL/mmHg (physiology.md 5 [D]). */
const VENOUS_ML_PER_MMHG = 95;
/** Pressure that drives venous return, mmHg: 8 of filling less a little (K). */
const RETURN_MMHG = 6;

/** What moves the blood. */
export type Mover = "pump" | "heart";

/** What drugs do, as ratios against none. */
export interface DrugAction {
  readonly toneRatio: number;
  readonly contractilityRatio: number;
  readonly heartRateRatio: number;
  readonly venousUnstressedMl: number;
}

/** Share of its output that a heart keeps (D-31); a pump keeps all. */
function outputRatio(mover: Mover, action: DrugAction): number {
  if (mover === "pump") return 1;
  // Powers near 1 by their tangents at 1: these are changes of tens of percent, not of tenfold.
  const against = 1 / (1 + AFTERLOAD_EXPONENT_FRACTION * (action.toneRatio - 1));
  const strength = 1 + STRENGTH_EXPONENT_FRACTION * (action.contractilityRatio - 1);
  const rate = 1 + STRENGTH_EXPONENT_FRACTION * (action.heartRateRatio - 1);
  // Volume that veins keep is missing from filling; the heart loses about a third of that share.
  const filling = Math.max(0.1, 1 - action.venousUnstressedMl / (3 * STRESSED_ML));
  return against * strength * rate * filling;
}

/** Mean arterial pressure in mmHg after drugs, from what it was (D-30). */
export function meanPressureMmHg(startMmHg: number, mover: Mover, action: DrugAction): number {
  const flow = outputRatio(mover, action);
  return CLOSING_MMHG + (startMmHg - CLOSING_MMHG) * action.toneRatio * flow;
}

/** Change of central venous pressure in mmHg with a beating heart: veins squeeze, output gives way (D-32). */
export function venousPressureChangeMmHg(action: DrugAction): number {
  const squeezed = -action.venousUnstressedMl / VENOUS_ML_PER_MMHG;
  return squeezed + RETURN_MMHG * (1 - outputRatio("heart", action));
}

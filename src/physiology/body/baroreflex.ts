/**
 * The arterial baroreflex: what it does per mmHg, and how drugs blunt it (docs/model.md C-15). Gains are
 * of an awake adult; the world multiplies them by what anaesthesia leaves.
 */

/** Change of the beat's length per mmHg, ms (sevoflurane study, awake; physiology.md 5 [P]). */
export const AWAKE_SENSITIVITY_MS_PER_MMHG = 22.5;
/** Share of arteriolar tone per mmHg (K; half of the tone at the bound below). */
export const TONE_PER_MMHG = 0.02;
/** Unstressed venous volume taken in per mmHg, mL (K; CVSim's venous arms together, rounded). */
export const VENOUS_ML_PER_MMHG = 12;
/** Beyond about this error, mmHg, the reflex gives no more (CVSim: 18 × arctangent of error/18). */
const BOUND_MMHG = 28;

const CELL = new Float64Array(1);

/** Error of pressure as the reflex feels it, mmHg: bounded smoothly (C-15). */
export function feltErrorMmHg(errorMmHg: number): number {
  CELL[0] = errorMmHg;
  feelInPlace(CELL, 0);
  return CELL[0];
}

/** Puts what the reflex feels where the error of pressure stood. */
export function feelInPlace(cells: Float64Array, at: number): void {
  cells[at] /= 1 + Math.abs(cells[at]) / BOUND_MMHG;
}

/** Concentration that halves the reflex: sevoflurane in vol%, propofol in µg/mL. */
const HALF_GAIN: Readonly<Record<string, number>> = {
  // 22.5 to 4.4 ms/mmHg at 2 %.
  sevoflurane: (2 * 4.4) / (22.5 - 4.4),
  // 69 % less at 5 µg/mL (65 to 73).
  propofol: (5 * (1 - 0.69)) / 0.69,
};
export const REFLEX_DRUGS: readonly string[] = Object.keys(HALF_GAIN);

/** Share of the reflex a drug leaves at a concentration (C-16); 1 for a drug that is not known to blunt it. */
export function reflexLeftRatio(drug: string, concentration: number): number {
  const half = HALF_GAIN[drug];
  return half === undefined ? 1 : half / (half + concentration);
}

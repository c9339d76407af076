/**
 * A dissected aorta: how much of the cannula's jet still finds the true lumen, what the false one takes and
 * loses, and which neck artery it cuts short (docs/model.md C-22). Sizes are set by us so that line pressure
 * is high while the patient's is 0.3 to 0.5 of what it was (clinical.md B8, PROVISIONAL).
 */
import { PATIENT } from "./layouts.ts";
import type { WorldState } from "./state.ts";

const P = PATIENT.index;
/** What a full dissection leaves of the way into the true lumen. */
const LUMEN_LEFT_FRACTION = 0.2;
/** Into the false lumen and through it to the lower body, mL/s/mmHg. */
const FALSE_LUMEN_ML_PER_S_MMHG = 0.13;
/** Through the torn wall into the chest, mL/s/mmHg. */
const WALL_LEAK_ML_PER_S_MMHG = 0.05;
/** Share of a neck artery that is left on the side of the flap. */
const NECK_LEFT_FRACTION = 0.35;

/** Dissect to a severity from 0 (none) to 1. */
export function dissect(state: WorldState, severity: number, side: "left" | "right"): void {
  const p = state.patient;
  p[P.trueLumenOpenFraction] = 1 - (1 - LUMEN_LEFT_FRACTION) * severity;
  p[P.falseLumenMlPerSPerMmHg] = FALSE_LUMEN_ML_PER_S_MMHG * severity;
  p[P.wallLeakMlPerSPerMmHg] = WALL_LEAK_ML_PER_S_MMHG * severity;
  const neck = 1 - (1 - NECK_LEFT_FRACTION) * severity;
  p[P.neckLeftOpenFraction] = side === "left" ? neck : 1;
  p[P.neckRightOpenFraction] = side === "right" ? neck : 1;
}

/** The cannula in another artery fills the true lumen, and the false one falls shut; the flap stays. */
export function recannulate(state: WorldState): void {
  const p = state.patient;
  p[P.trueLumenOpenFraction] = 1;
  p[P.falseLumenMlPerSPerMmHg] = 0;
  p[P.wallLeakMlPerSPerMmHg] = 0;
}

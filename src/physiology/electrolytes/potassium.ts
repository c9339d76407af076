/**
 * Potassium of the extracellular water over time (docs/model-drugs.md E-1 to E-4): prime thins it, the
 * body brings it back to where it keeps it, insulin drives it into cells as far as a floor.
 */
import { exp, log } from "../../kernel/detMath.ts";

/** Extracellular water, L/kg (K). */
export const EXTRACELLULAR_L_PER_KG = 0.2;
/** Before bypass in a fasted adult, mmol/L (K). */
export const POTASSIUM_BEFORE_MMOL_PER_L = 4.1;
/** A load goes with this rate, per min: kidney and cells take back four fifths in 90 min (fitted by us to
 * 3.65 without and 4.24 with 46 mmol, physiology.md 10 [P]). */
export const OWN_RETURN_PER_MIN = 0.0163;
/** Insulin's part at most, per min, the dose with half of it, and the level below which it drives nothing:
 * fitted by us to 50 and 25 units (physiology.md 10 [P]). */
export const INSULIN_PER_MIN = 0.021;
const INSULIN_HALF_U = 30;
export const POTASSIUM_FLOOR_MMOL_PER_L = 3.6;
/** Glucose under insulin: rate at full effect above a floor (K; about 3 mmol/L in half an hour from 10). */
export const GLUCOSE_PER_MIN = 0.025;
export const GLUCOSE_FLOOR_MMOL_PER_L = 4;

/** Extracellular water of a body and what bypass added, L. */
export const extracellularL = (weightKg: number, addedMl: number): number =>
  EXTRACELLULAR_L_PER_KG * weightKg + addedMl / 1000;

/** Potassium in mmol/L after fluid without potassium has mixed in (E-1). */
export const thinnedMmolPerL = (
  beforeMmolPerL: number,
  weightKg: number,
  addedMl: number,
): number => (beforeMmolPerL * extracellularL(weightKg, 0)) / extracellularL(weightKg, addedMl);

/** What is left in mmol/L of a potassium load after minutes (E-2). */
export const loadLeftMmolPerL = (loadMmol: number, waterL: number, minutes: number): number =>
  (loadMmol / waterL) * exp(-OWN_RETURN_PER_MIN * minutes);

/** Rate at which potassium nears its floor under a dose of insulin, per min (E-3). */
const uptakePerMin = (insulinU: number): number =>
  OWN_RETURN_PER_MIN + (INSULIN_PER_MIN * insulinU) / (INSULIN_HALF_U + insulinU);

/** Potassium in mmol/L some minutes after insulin (E-4). */
export const underInsulinMmolPerL = (
  startMmolPerL: number,
  insulinU: number,
  minutes: number,
): number =>
  POTASSIUM_FLOOR_MMOL_PER_L +
  (startMmolPerL - POTASSIUM_FLOOR_MMOL_PER_L) * exp(-uptakePerMin(insulinU) * minutes);

/** Minutes until potassium has come down to a level under insulin (E-4 solved for time). */
export const minutesToLevel = (
  startMmolPerL: number,
  levelMmolPerL: number,
  insulinU: number,
): number =>
  log((startMmolPerL - POTASSIUM_FLOOR_MMOL_PER_L) / (levelMmolPerL - POTASSIUM_FLOOR_MMOL_PER_L)) /
  uptakePerMin(insulinU);

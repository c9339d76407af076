/**
 * Oxygen content of blood and its inverse (docs/model.md B-5, B-6). Content is what is conserved and
 * carried; tension and saturation are worked out from it where a membrane or a sensor needs them.
 */
import { exp, log } from "../../kernel/detMath.ts";
import {
  HILL_DECAY_PER_MMHG,
  HILL_FALL,
  HILL_MAX,
  hillDecay,
  saturationFraction,
} from "./dissociation.ts";

/** Oxygen bound by one gram of saturated haemoglobin, mL/g. Source: clinical.md 0.4 (1.34). */
export const HUFNER_ML_PER_G = 1.34;
/** Oxygen dissolved per dL of blood and mmHg, mL/dL/mmHg. Source: clinical.md 0.4 (0.003). */
export const DISSOLVED_O2_ML_PER_DL_MMHG = 0.003;

const PO2_MMHG_MIN = 0.01;
const PO2_MMHG_MAX = 760;
const NEWTON_STEPS = 3;

/** Oxygen content in mL/dL at a PO2, for blood of given P50 and haemoglobin (B-5). */
export function oxygenContentMlPerDl(
  po2MmHg: number,
  p50: number,
  hemoglobinGPerDl: number,
): number {
  const bound = HUFNER_ML_PER_G * hemoglobinGPerDl * saturationFraction(po2MmHg, p50);
  return bound + DISSOLVED_O2_ML_PER_DL_MMHG * po2MmHg;
}

/**
 * PO2 in mmHg of blood holding a content in mL/dL (B-6). A fixed number of Newton steps from the
 * last known PO2; each step may at most halve or double, which keeps it on the curve's shoulder.
 */
export function po2FromContentMmHg(
  contentMlPerDl: number,
  p50: number,
  hemoglobinGPerDl: number,
  startMmHg: number,
): number {
  let po2 = Math.min(PO2_MMHG_MAX, Math.max(PO2_MMHG_MIN, startMmHg));
  const capacity = HUFNER_ML_PER_G * hemoglobinGPerDl;
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    // saturationFraction and saturationSlopePerMmHg in one, for their common logarithm and power.
    const decay = hillDecay(po2);
    const logRatio = log(po2 / p50);
    const bound = exp((HILL_MAX - HILL_FALL * decay) * logRatio);
    const saturation = bound / (1 + bound);
    const logSlope =
      (HILL_MAX - HILL_FALL * decay) / po2 + HILL_FALL * decay * HILL_DECAY_PER_MMHG * logRatio;
    const excess = capacity * saturation + DISSOLVED_O2_ML_PER_DL_MMHG * po2 - contentMlPerDl;
    const slope = (capacity * saturation * logSlope) / (1 + bound) + DISSOLVED_O2_ML_PER_DL_MMHG;
    const next = po2 - excess / slope;
    po2 = Math.min(PO2_MMHG_MAX, Math.max(PO2_MMHG_MIN, po2 * 0.5, Math.min(po2 * 2, next)));
  }
  return po2;
}

/**
 * Oxygen saturation read off a content in mL/dL without solving the curve: dissolved oxygen is taken
 * as 0.1 mL/dL, so it is right to 0.01 below full saturation. For colour and tissue supply.
 */
export function saturationByContent(contentMlPerDl: number, hemoglobinGPerDl: number): number {
  if (hemoglobinGPerDl <= 0) return 0;
  const fraction = (contentMlPerDl - 0.1) / (HUFNER_ML_PER_G * hemoglobinGPerDl);
  return Math.min(1, Math.max(0, fraction));
}

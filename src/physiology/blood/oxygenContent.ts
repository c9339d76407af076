/**
 * Oxygen content of blood and its inverse (docs/model.md B-5, B-6). Content is what is conserved and
 * carried; tension and saturation are worked out from it where a membrane or a sensor needs them.
 */
import { expInPlace, logInPlace } from "../../kernel/detMathInPlace.ts";
import { BLOOD_ROW, createBloodRow } from "./bloodRow.ts";
import { HILL_DECAY_PER_MMHG, HILL_FALL, HILL_MAX, saturationFraction } from "./dissociation.ts";

const B = BLOOD_ROW.index;

/** Oxygen bound by one gram of saturated haemoglobin, mL/g. Source: clinical.md 0.4 (1.34). */
export const HUFNER_ML_PER_G = 1.34;
/** Oxygen dissolved per dL of blood and mmHg, mL/dL/mmHg. Source: clinical.md 0.4 (0.003). */
export const DISSOLVED_O2_ML_PER_DL_MMHG = 0.003;

const PO2_MMHG_MIN = 0.01;
const PO2_MMHG_MAX = 760;
const NEWTON_STEPS = 3;
/** For who asks with numbers. */
const ASKED = createBloodRow();
/** What an exponent or a logarithm is taken of, until it stands there. */
const WORK = new Float64Array(3);

/** Oxygen content in mL/dL at a PO2, for blood of given P50 and haemoglobin (B-5). */
export function oxygenContentMlPerDl(
  po2MmHg: number,
  p50: number,
  hemoglobinGPerDl: number,
): number {
  const bound = HUFNER_ML_PER_G * hemoglobinGPerDl * saturationFraction(po2MmHg, p50);
  return bound + DISSOLVED_O2_ML_PER_DL_MMHG * po2MmHg;
}

/** PO2 in mmHg of blood holding a content in mL/dL, from the last known PO2 (B-6). */
export function po2FromContentMmHg(
  contentMlPerDl: number,
  p50: number,
  hemoglobinGPerDl: number,
  startMmHg: number,
): number {
  ASKED[B.oxygenMlPerDl] = contentMlPerDl;
  ASKED[B.p50MmHg] = p50;
  ASKED[B.hemoglobinGPerDl] = hemoglobinGPerDl;
  ASKED[B.po2MmHg] = startMmHg;
  findPo2(ASKED);
  return ASKED[B.po2MmHg];
}

/**
 * The same from a row, whose PO2 is the start. A fixed number of Newton steps; each may at most halve or
 * double, which keeps it on the curve's shoulder.
 */
export function findPo2(blood: Float64Array): void {
  const content = blood[B.oxygenMlPerDl];
  const p50 = blood[B.p50MmHg];
  let po2 = Math.min(PO2_MMHG_MAX, Math.max(PO2_MMHG_MIN, blood[B.po2MmHg]));
  const capacity = HUFNER_ML_PER_G * blood[B.hemoglobinGPerDl];
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    // Saturation and its slope (B-1, B-4) in one, for their common logarithm and power.
    WORK[0] = -HILL_DECAY_PER_MMHG * po2;
    expInPlace(WORK, 0);
    const decay = WORK[0];
    WORK[1] = po2 / p50;
    logInPlace(WORK, 1);
    const logRatio = WORK[1];
    WORK[2] = (HILL_MAX - HILL_FALL * decay) * logRatio;
    expInPlace(WORK, 2);
    const bound = WORK[2];
    const saturation = bound / (1 + bound);
    const logSlope =
      (HILL_MAX - HILL_FALL * decay) / po2 + HILL_FALL * decay * HILL_DECAY_PER_MMHG * logRatio;
    const excess = capacity * saturation + DISSOLVED_O2_ML_PER_DL_MMHG * po2 - content;
    const slope = (capacity * saturation * logSlope) / (1 + bound) + DISSOLVED_O2_ML_PER_DL_MMHG;
    const next = po2 - excess / slope;
    po2 = Math.min(PO2_MMHG_MAX, Math.max(PO2_MMHG_MIN, po2 * 0.5, Math.min(po2 * 2, next)));
  }
  blood[B.po2MmHg] = po2;
}

/**
 * Puts oxygen saturation, read off a content in mL/dL without solving the curve, in the first cell, where that
 * stood; haemoglobin stands in the second. Dissolved oxygen is taken as 0.1 mL/dL, so it is right to 0.01 below
 * full saturation. For colour and tissue supply.
 */
export function saturationInPlace(pair: Float64Array): void {
  if (pair[1] <= 0) pair[0] = 0;
  else pair[0] = Math.min(1, Math.max(0, (pair[0] - 0.1) / (HUFNER_ML_PER_G * pair[1])));
}

/**
 * Blood that is carried: pH and PCO2 from its total CO2 and its charges (docs/model.md B-7 to B-11).
 * Electroneutrality makes bicarbonate a falling line in pH once strong ions, albumin and haemoglobin
 * are known; Douglas 1988 gives the CO2 content of that pair. strongIons.ts solves the same balance by
 * halving and is the reference for tests.
 */
import { exp } from "../../kernel/detMath.ts";
import { expInPlace } from "../../kernel/detMathInPlace.ts";
import { BLOOD_ROW, createBloodRow } from "./bloodRow.ts";

const B = BLOOD_ROW.index;
/** For who asks with numbers. */
const ASKED = createBloodRow();
/** What an exponent is taken of, until it stands there. */
const WORK = new Float64Array(2);

const LN_10 = 2.302585092994046;
const PK_FIRST = 6.1;
const CO2_SOLUBILITY_MMOL_PER_L_MMHG = 0.0307;
/** mL of CO2 per dL for one mmol/L. */
const ML_PER_DL_PER_MMOL_PER_L = 2.226;
const PH_MIN = 6.4;
const PH_MAX = 7.9;
const PH_STEP_MAX = 0.15;
const NEWTON_STEPS = 2;
/** Bicarbonate never vanishes: below this the line has lost its meaning, mmol/L. */
const BICARBONATE_MMOL_PER_L_MIN = 0.01;
/** Twice carbonate over bicarbonate, per unit of 10^(pH − 6.1): pK 10.22 (strongIons.ts). */
const CARBONATE_CHARGE = 2 * exp(LN_10 * (PK_FIRST - 10.22));
/** Haemoglobin's charge in plasma's equation, mEq/L per g/dL and pH (van Slyke, 1.43). */
const HEMOGLOBIN_MEQ_PER_L_PER_G_PER_DL_PH = 1.43;
const HEMOGLOBIN_REFERENCE_PH = 7.4;
/** Albumin's charge per g/L: 0.123 pH − 0.631 (Figge 1991). */
const ALBUMIN_MEQ_PER_G_PH = 0.123;
const ALBUMIN_MEQ_PER_G = 0.631;
/** Apparent pK' of Kelman 1967 at 37 °C as a line in pH: pH − pK' = 1.04339 pH − 6.411806. */
const PK_SLOPE = 1.04339;
const PK_OFFSET = 6.086 + 0.00472 + 0.04339 * 7.4;

/** What a charge of bicarbonate is left at pH 0, mEq/L: the line's height (B-8). */
export function chargeLineMeqPerL(
  strongIonDifferenceMeqPerL: number,
  albuminGPerL: number,
  hemoglobinGPerDl: number,
): number {
  ASKED[B.strongIonDifferenceMeqPerL] = strongIonDifferenceMeqPerL;
  ASKED[B.albuminGPerL] = albuminGPerL;
  ASKED[B.hemoglobinGPerDl] = hemoglobinGPerDl;
  findChargeLine(ASKED);
  return ASKED[B.lineMeqPerL];
}

/** Buffer power of everything but bicarbonate, mEq/L per unit of pH: the line's slope (B-8). */
export const bufferMeqPerLPerPh = (albuminGPerL: number, hemoglobinGPerDl: number): number =>
  ALBUMIN_MEQ_PER_G_PH * albuminGPerL + HEMOGLOBIN_MEQ_PER_L_PER_G_PER_DL_PH * hemoglobinGPerDl;

/** Height and slope of a row's charge line from its strong ions, albumin and haemoglobin. */
export function findChargeLine(blood: Float64Array): void {
  const albumin = blood[B.albuminGPerL];
  const hemoglobin = blood[B.hemoglobinGPerDl];
  blood[B.lineMeqPerL] =
    blood[B.strongIonDifferenceMeqPerL] +
    ALBUMIN_MEQ_PER_G * albumin +
    HEMOGLOBIN_MEQ_PER_L_PER_G_PER_DL_PH * hemoglobin * HEMOGLOBIN_REFERENCE_PH;
  blood[B.bufferMeqPerLPerPh] =
    ALBUMIN_MEQ_PER_G_PH * albumin + HEMOGLOBIN_MEQ_PER_L_PER_G_PER_DL_PH * hemoglobin;
}

/** Bicarbonate in mmol/L on the line at a pH (B-8). */
export function lineBicarbonateMmolPerL(ph: number, lineMeqPerL: number, buffer: number): number {
  const charge = lineMeqPerL - buffer * ph;
  return charge / (1 + CARBONATE_CHARGE * exp(LN_10 * (ph - PK_FIRST)));
}

/** CO2 content in mL/dL for each mmHg at a pH (B-9, B-10). */
export function co2MlPerDlPerMmHg(
  ph: number,
  saturation: number,
  hemoglobinGPerDl: number,
): number {
  ASKED[B.ph] = ph;
  ASKED[B.saturationFraction] = saturation;
  ASKED[B.hemoglobinGPerDl] = hemoglobinGPerDl;
  findCo2PerMmHg(ASKED);
  return ASKED[B.carbonDioxideMlPerDlPerMmHg];
}

/** The same of a row: what plasma holds, times the content of blood over that of its plasma. */
export function findCo2PerMmHg(blood: Float64Array): void {
  const ph = blood[B.ph];
  WORK[0] = LN_10 * (PK_SLOPE * ph - PK_OFFSET);
  expInPlace(WORK, 0);
  const plasma = ML_PER_DL_PER_MMOL_PER_L * CO2_SOLUBILITY_MMOL_PER_L_MMHG * (1 + WORK[0]);
  const share =
    1 -
    (0.0289 * blood[B.hemoglobinGPerDl]) /
      ((3.352 - 0.456 * blood[B.saturationFraction]) * (8.142 - ph));
  blood[B.carbonDioxideMlPerDlPerMmHg] = plasma * share;
}

/**
 * pH of a row from its CO2 content, beginning at the pH that stands there: a fixed number of Newton steps
 * on the charge line, where content falls as pH rises (B-11).
 */
export function findPh(blood: Float64Array): void {
  const contentMlPerDl = blood[B.carbonDioxideMlPerDl];
  const lineMeqPerL = blood[B.lineMeqPerL];
  const slope = blood[B.bufferMeqPerLPerPh];
  const share =
    (0.0289 * blood[B.hemoglobinGPerDl]) / (3.352 - 0.456 * blood[B.saturationFraction]);
  let ph = Math.min(PH_MAX, Math.max(PH_MIN, blood[B.ph]));
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    WORK[0] = LN_10 * (ph - PK_FIRST);
    expInPlace(WORK, 0);
    const over = WORK[0];
    WORK[1] = LN_10 * (PK_SLOPE * ph - PK_OFFSET);
    expInPlace(WORK, 1);
    const bound = WORK[1];
    const carbonate = CARBONATE_CHARGE * over;
    const charge = Math.max(BICARBONATE_MMOL_PER_L_MIN, lineMeqPerL - slope * ph);
    const inBlood = 1 - share / (8.142 - ph);
    const content =
      ((ML_PER_DL_PER_MMOL_PER_L * charge) / (1 + carbonate)) * ((1 + bound) / over) * inBlood;
    const logSlope =
      -slope / charge -
      LN_10 * (1 + carbonate / (1 + carbonate) - (PK_SLOPE * bound) / (1 + bound)) -
      share / ((8.142 - ph) * (8.142 - ph) * inBlood);
    const change = (contentMlPerDl / content - 1) / logSlope;
    ph += Math.min(PH_STEP_MAX, Math.max(-PH_STEP_MAX, change));
    ph = Math.min(PH_MAX, Math.max(PH_MIN, ph));
  }
  blood[B.ph] = ph;
}

/**
 * Carbon dioxide content, pH and PCO2 of blood (docs/model.md B-7 to B-11). Blood is carried as total
 * CO2 and a base excess; pH is the one unknown. Douglas 1988 for content, van Slyke for the buffers.
 * Strong ions come with the full acid–base model.
 */
import { exp } from "../../kernel/detMath.ts";

const LN_10 = 2.302585092994046;
const PK_FIRST = 6.1;
const CO2_SOLUBILITY_MMOL_PER_L_MMHG = 0.0307;
/** mL of CO2 per dL for one mmol/L. */
const ML_PER_DL_PER_MMOL_PER_L = 2.226;
const PH_MIN = 6.6;
const PH_MAX = 7.9;
const NEWTON_STEPS = 2;

const tenTo = (x: number): number => exp(LN_10 * x);

/** Bicarbonate in mmol/L on the buffer line of blood with a base excess, at a pH (B-8). */
export function bicarbonateMmolPerL(
  ph: number,
  baseExcessMmolPerL: number,
  hemoglobinGPerDl: number,
): number {
  const buffer = 1.43 * hemoglobinGPerDl + 7.7;
  return baseExcessMmolPerL / (1 - 0.014 * hemoglobinGPerDl) + 24.8 - buffer * (ph - 7.4);
}

/** PCO2 in mmHg on the buffer line at a pH, 37 °C (Henderson–Hasselbalch, B-7). */
export function pco2MmHg(ph: number, baseExcessMmolPerL: number, hemoglobinGPerDl: number): number {
  const bicarbonate = bicarbonateMmolPerL(ph, baseExcessMmolPerL, hemoglobinGPerDl);
  return Math.max(0.1, bicarbonate) / (CO2_SOLUBILITY_MMOL_PER_L_MMHG * tenTo(ph - PK_FIRST));
}

/** CO2 content of whole blood in mL/dL (Douglas 1988, 37 °C constants; B-9, B-10). */
export function co2ContentMlPerDl(
  pco2: number,
  ph: number,
  saturation: number,
  hemoglobinGPerDl: number,
): number {
  const pkPrime = 6.086 + 0.042 * (7.4 - ph) + 0.00472 + 0.00139 * (7.4 - ph);
  const plasma =
    ML_PER_DL_PER_MMOL_PER_L * CO2_SOLUBILITY_MMOL_PER_L_MMHG * pco2 * (1 + tenTo(ph - pkPrime));
  return plasma * (1 - (0.0289 * hemoglobinGPerDl) / ((3.352 - 0.456 * saturation) * (8.142 - ph)));
}

/**
 * pH of blood holding a CO2 content (mL/dL) at a base excess, from the last known pH: a fixed number
 * of secant steps on the buffer line, where content falls as pH rises (B-11).
 */
export function phFromCo2Content(
  contentMlPerDl: number,
  baseExcessMmolPerL: number,
  saturation: number,
  hemoglobinGPerDl: number,
  startPh: number,
): number {
  const excessAt = (ph: number): number =>
    co2ContentMlPerDl(
      pco2MmHg(ph, baseExcessMmolPerL, hemoglobinGPerDl),
      ph,
      saturation,
      hemoglobinGPerDl,
    ) - contentMlPerDl;
  let ph = Math.min(PH_MAX, Math.max(PH_MIN, startPh));
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const here = excessAt(ph);
    const slope = (excessAt(ph + 0.002) - here) / 0.002;
    const change = Math.min(0.15, Math.max(-0.15, -here / slope));
    ph = Math.min(PH_MAX, Math.max(PH_MIN, ph + change));
  }
  return ph;
}

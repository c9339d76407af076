/**
 * Readings of acid and base from a blood-gas sample (docs/model-blood.md BL-17 to BL-20):
 * Henderson–Hasselbalch, van Slyke base excess, anion gap and strong ion difference.
 */
import { exp, log } from "../../kernel/detMath.ts";
import { expInPlace } from "../../kernel/detMathInPlace.ts";

const LN_10 = 2.302585092994046;

/** Constants of Henderson–Hasselbalch; analysers and textbooks differ in the third digit. */
export interface BicarbonateConstants {
  readonly pkPh: number;
  readonly solubilityMmolPerLMmHg: number;
}

/** pK 6.1 and 0.0307 mmol/L/mmHg at 37 °C (physiology.md 2). */
export const PLASMA_37: BicarbonateConstants = { pkPh: 6.1, solubilityMmolPerLMmHg: 0.0307 };

const PAIR = new Float64Array(2);

/** Bicarbonate of plasma in mmol/L (BL-17). */
export function plasmaBicarbonateMmolPerL(
  ph: number,
  pco2MmHg: number,
  constants: BicarbonateConstants,
): number {
  PAIR[0] = ph;
  PAIR[1] = pco2MmHg;
  bicarbonateInPlace(PAIR, constants);
  return PAIR[0];
}

/** Puts the bicarbonate of plasma in the first cell, where pH stood; PCO2 stands in the second. */
export function bicarbonateInPlace(pair: Float64Array, constants: BicarbonateConstants): void {
  pair[0] = LN_10 * (pair[0] - constants.pkPh);
  expInPlace(pair, 0);
  pair[0] *= constants.solubilityMmolPerLMmHg * pair[1];
}

/** pH from bicarbonate and PCO2 (BL-17 solved for pH). */
export function phFromBicarbonate(
  bicarbonate: number,
  pco2MmHg: number,
  constants: BicarbonateConstants,
): number {
  return constants.pkPh + log(bicarbonate / (constants.solubilityMmolPerLMmHg * pco2MmHg)) / LN_10;
}

/** PCO2 in mmHg from bicarbonate and pH (BL-17 solved for PCO2). */
export function pco2FromBicarbonateMmHg(
  bicarbonate: number,
  ph: number,
  constants: BicarbonateConstants,
): number {
  return bicarbonate / (constants.solubilityMmolPerLMmHg * exp(LN_10 * (ph - constants.pkPh)));
}

/** Actual base excess of blood in mmol/L by van Slyke, the NCCLS form (BL-18). */
export function baseExcessMmolPerL(
  bicarbonate: number,
  ph: number,
  hemoglobinGPerDl: number,
): number {
  const buffer = 1.43 * hemoglobinGPerDl + 7.7;
  return (1 - 0.014 * hemoglobinGPerDl) * (bicarbonate - 24.8 + buffer * (ph - 7.4));
}

/** Anion gap in mmol/L; give 0 as potassium to leave it out, as most laboratories do (BL-19). */
export function anionGapMmolPerL(
  sodium: number,
  potassium: number,
  chloride: number,
  bicarbonate: number,
): number {
  return sodium + potassium - chloride - bicarbonate;
}

/** Strong ions of plasma. Calcium and magnesium are the ionised parts. */
export interface StrongIons {
  readonly sodiumMmolPerL: number;
  readonly potassiumMmolPerL: number;
  readonly calciumMmolPerL: number;
  readonly magnesiumMmolPerL: number;
  readonly chlorideMmolPerL: number;
  readonly lactateMmolPerL: number;
  /** Sulphate, urate, ketones and what else is not measured. */
  readonly otherAnionsMeqPerL: number;
}

/** Apparent strong ion difference in mEq/L; one mmol/L of lactate takes one away (BL-20). */
export function strongIonDifferenceMeqPerL(ions: StrongIons): number {
  const cations =
    ions.sodiumMmolPerL +
    ions.potassiumMmolPerL +
    2 * ions.calciumMmolPerL +
    2 * ions.magnesiumMmolPerL;
  return cations - ions.chlorideMmolPerL - ions.lactateMmolPerL - ions.otherAnionsMeqPerL;
}

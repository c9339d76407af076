/**
 * pH of blood from electroneutrality (docs/model-blood.md BL-21 to BL-23): strong ions, bicarbonate
 * and carbonate, albumin and phosphate after Figge 1991, and haemoglobin as the buffer of van Slyke's
 * equation. pH is found by halving 6.2 to 8.2 forty times, so it has the same bits everywhere.
 */
import { exp } from "../../kernel/detMath.ts";
import {
  PLASMA_37,
  plasmaBicarbonateMmolPerL,
  type StrongIons,
  strongIonDifferenceMeqPerL,
} from "./acidBase.ts";

const LN_10 = 2.302585092994046;
const PH_MIN = 6.2;
const PH_MAX = 8.2;
const HALVINGS = 40;
/** Carbonate over bicarbonate at a pH: second dissociation, pK 10.2 less ionic strength (6.0e-11). */
const CARBONATE_PK_PH = 10.22;
/** pH at which haemoglobin's charge belongs to the red cell's own ions (as in van Slyke). */
const HEMOGLOBIN_REFERENCE_PH = 7.4;
/** mmol of charge per g/dL of haemoglobin and unit pH in plasma's equation (van Slyke, 1.43). */
const HEMOGLOBIN_MEQ_PER_L_PER_G_PER_DL_PH = 1.43;

/** Everything but carbon dioxide that decides pH. */
export interface IonicBlood extends StrongIons {
  readonly albuminGPerL: number;
  readonly phosphateMmolPerL: number;
  readonly hemoglobinGPerDl: number;
}

/**
 * Normal blood. The other anions are chosen so that pH is 7.40 at PCO2 40: they stand for sulphate,
 * urate and globulins, which Figge's two buffers leave out.
 */
export const NORMAL_BLOOD: IonicBlood = {
  sodiumMmolPerL: 140,
  potassiumMmolPerL: 4,
  calciumMmolPerL: 1.2,
  magnesiumMmolPerL: 0.5,
  chlorideMmolPerL: 104,
  lactateMmolPerL: 1,
  otherAnionsMeqPerL: 4.05,
  albuminGPerL: 42,
  phosphateMmolPerL: 1.1,
  hemoglobinGPerDl: 15,
};

/** Negative charge of albumin and phosphate, mEq/L (Figge 1991, BL-22). */
export function weakAnionsMeqPerL(
  ph: number,
  albuminGPerL: number,
  phosphateMmolPerL: number,
): number {
  return albuminGPerL * (0.123 * ph - 0.631) + phosphateMmolPerL * (0.309 * ph - 0.469);
}

/** What is left of electroneutrality at a pH once bicarbonate is known, mEq/L; falls with pH. */
function surplusMeqPerL(blood: IonicBlood, ph: number, bicarbonate: number): number {
  const carbonate = 2 * bicarbonate * exp(LN_10 * (ph - CARBONATE_PK_PH));
  const hemoglobin =
    HEMOGLOBIN_MEQ_PER_L_PER_G_PER_DL_PH * blood.hemoglobinGPerDl * (ph - HEMOGLOBIN_REFERENCE_PH);
  const weak = weakAnionsMeqPerL(ph, blood.albuminGPerL, blood.phosphateMmolPerL);
  return strongIonDifferenceMeqPerL(blood) - bicarbonate - carbonate - weak - hemoglobin;
}

function solvePh(surplusAt: (ph: number) => number): number {
  let low = PH_MIN;
  let high = PH_MAX;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = 0.5 * (low + high);
    if (surplusAt(middle) > 0) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

/** pH of blood at a PCO2 in mmHg, 37 °C (BL-21). */
export function phFromPco2(blood: IonicBlood, pco2MmHg: number): number {
  return solvePh((ph) =>
    surplusMeqPerL(blood, ph, plasmaBicarbonateMmolPerL(ph, pco2MmHg, PLASMA_37)),
  );
}

/** pH of blood whose plasma holds a total CO2 in mmol/L, cut off from gas (BL-23). */
export function phFromTotalCo2(blood: IonicBlood, totalCo2MmolPerL: number): number {
  return solvePh((ph) => {
    const ratio = exp(LN_10 * (ph - PLASMA_37.pkPh));
    return surplusMeqPerL(blood, ph, (totalCo2MmolPerL * ratio) / (1 + ratio));
  });
}

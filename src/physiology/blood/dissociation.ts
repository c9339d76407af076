/**
 * Oxygen dissociation of haemoglobin after Dash, Korman and Bassingthwaighte 2016 (docs/model.md
 * B-1 to B-4): one formula gives the effect of pH, PCO2, DPG and temperature, and stays in range.
 * No acid–base or content here; see carbonDioxide.ts and oxygenContent.ts.
 */
import { exp, log } from "../../kernel/detMath.ts";
import { expInPlace, powInPlace } from "../../kernel/detMathInPlace.ts";
import { BLOOD_ROW, createBloodRow } from "./bloodRow.ts";

const B = BLOOD_ROW.index;
/** For who asks with numbers. */
const ASKED = createBloodRow();
/** A power's base and exponent. */
const WORK = new Float64Array(2);

const LN_10 = 2.302585092994046;
const P50_STANDARD_MMHG = 26.8;
const STANDARD_TEMPERATURE_C = 37;
const STANDARD_PH_RED_CELL = 7.24;
const STANDARD_PCO2_MMHG = 40;

/** PO2 at half saturation in mmHg, at normal DPG (B-2). */
export function p50MmHg(plasmaPh: number, pco2MmHg: number, temperatureC: number): number {
  ASKED[B.ph] = plasmaPh;
  ASKED[B.pco2MmHg] = pco2MmHg;
  ASKED[B.temperatureC] = temperatureC;
  findP50(ASKED);
  return ASKED[B.p50MmHg];
}

/**
 * The same from a row's pH, PCO2 and temperature; pH inside the red cell after Siggaard-Andersen 1971
 * (physiology.md section 1).
 */
export function findP50(blood: Float64Array): void {
  const dPh = 0.795 * blood[B.ph] + 1.357 - STANDARD_PH_RED_CELL;
  const dCo2 = blood[B.pco2MmHg] - STANDARD_PCO2_MMHG;
  const dT = blood[B.temperatureC] - STANDARD_TEMPERATURE_C;
  const byPh = P50_STANDARD_MMHG + 1.2 * dPh * (-21.279 + dPh * (8.872 - 1.47 * dPh));
  const byCo2 = P50_STANDARD_MMHG + 1.7 * dCo2 * (0.0428 + 3.64e-5 * dCo2);
  const byTemperature = P50_STANDARD_MMHG + 0.98 * dT * (1.4945 + dT * (0.04335 + 7e-4 * dT));
  const square = P50_STANDARD_MMHG * P50_STANDARD_MMHG;
  blood[B.p50MmHg] = (byPh * byCo2 * byTemperature) / square;
}

/** Hill exponent, itself a function of PO2: 2.8 less a part that decays (B-3). */
export const HILL_MAX = 2.8;
export const HILL_FALL = 1.2;
export const HILL_DECAY_PER_MMHG = LN_10 / 29.2;
const hillDecay = (po2MmHg: number): number => exp(-HILL_DECAY_PER_MMHG * po2MmHg);

/** Oxygen saturation of haemoglobin, 0 to 1, at a PO2 for a blood of given P50 (B-1). */
export function saturationFraction(po2MmHg: number, p50: number): number {
  ASKED[B.po2MmHg] = po2MmHg;
  ASKED[B.p50MmHg] = p50;
  findSaturation(ASKED);
  return ASKED[B.saturationFraction];
}

/** The same from a row's PO2 and P50. */
export function findSaturation(blood: Float64Array): void {
  const po2 = blood[B.po2MmHg];
  if (po2 <= 0) {
    blood[B.saturationFraction] = 0;
    return;
  }
  WORK[1] = -HILL_DECAY_PER_MMHG * po2;
  expInPlace(WORK, 1);
  WORK[0] = po2 / blood[B.p50MmHg];
  WORK[1] = HILL_MAX - HILL_FALL * WORK[1];
  powInPlace(WORK, 0);
  blood[B.saturationFraction] = WORK[0] / (1 + WORK[0]);
}

/** Slope of saturation against PO2 per mmHg at a point already on the curve (B-4). */
export function saturationSlopePerMmHg(po2MmHg: number, p50: number, saturation: number): number {
  const decay = hillDecay(po2MmHg);
  const exponent = HILL_MAX - HILL_FALL * decay;
  const exponentSlope = HILL_FALL * decay * HILL_DECAY_PER_MMHG;
  const logSlope = exponent / po2MmHg + exponentSlope * log(po2MmHg / p50);
  return saturation * (1 - saturation) * logSlope;
}

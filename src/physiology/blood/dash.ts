/**
 * Oxygen dissociation after Dash, Korman and Bassingthwaighte 2016 in the model's own inputs
 * (docs/model-blood.md BL-8): red-cell pH, PCO2, DPG and temperature. The running blood uses the same
 * curve at normal DPG through dissociation.ts. Source: Eur J Appl Physiol 116:97-113, authors' listing.
 */
import { saturationFraction } from "./dissociation.ts";

const P50_STANDARD_MMHG = 26.8;

/** What shifts the curve. The listing counts 310 K as body temperature. */
export interface DashBlood {
  readonly redCellPh: number;
  readonly pco2MmHg: number;
  readonly dpgMolPerL: number;
  readonly temperatureK: number;
}

/** Where every shift is nought. */
export const DASH_STANDARD: DashBlood = {
  redCellPh: 7.24,
  pco2MmHg: 40,
  dpgMolPerL: 0.00465,
  temperatureK: 310,
};

/** Kelvin of the listing for a temperature in °C: 37 °C is 310 K there. */
export const dashTemperatureK = (temperatureC: number): number => temperatureC + 273;

/** pH inside the red cell from plasma pH (Siggaard-Andersen 1971). */
export const redCellPhFromPlasma = (plasmaPh: number): number => 0.795 * plasmaPh + 1.357;

/** pH inside the red cell by a Gibbs–Donnan ratio of 0.69; the listing's own alternative. */
export const redCellPhByDonnan = (plasmaPh: number): number => plasmaPh - 0.16115090926274472;

/** PO2 at half saturation in mmHg (BL-8). */
export function dashP50MmHg(blood: DashBlood): number {
  const dPh = blood.redCellPh - DASH_STANDARD.redCellPh;
  const dCo2 = blood.pco2MmHg - DASH_STANDARD.pco2MmHg;
  const dDpg = blood.dpgMolPerL - DASH_STANDARD.dpgMolPerL;
  const dT = blood.temperatureK - DASH_STANDARD.temperatureK;
  const byPh = 1 + (1.2 * dPh * (-21.279 + dPh * (8.872 - 1.47 * dPh))) / P50_STANDARD_MMHG;
  const byCo2 = 1 + (1.7 * dCo2 * (0.0428 + 3.64e-5 * dCo2)) / P50_STANDARD_MMHG;
  const byDpg = 1 + (dDpg * (795.633533 - 19_660.8947 * dDpg)) / P50_STANDARD_MMHG;
  const byHeat = 1 + (0.98 * dT * (1.4945 + dT * (0.04335 + 7e-4 * dT))) / P50_STANDARD_MMHG;
  return P50_STANDARD_MMHG * byPh * byCo2 * byDpg * byHeat;
}

/** Saturation, 0 to 1, at a PO2 in mmHg (BL-8). */
export function dashSaturationFraction(po2MmHg: number, blood: DashBlood): number {
  return saturationFraction(po2MmHg, dashP50MmHg(blood));
}

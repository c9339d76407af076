/**
 * Oxygen dissociation after Siggaard-Andersen, Wimberley and Gøthgen 1984 (docs/model-blood.md BL-7):
 * a hyperbolic tangent in Hill coordinates. For comparison. Source: Clin Chem 30:1646-1651, abstract.
 */
import { exp, log, tanh } from "../../kernel/detMath.ts";

/** Blood as this model sees it. */
export interface TangentBlood {
  readonly ph: number;
  readonly temperatureC: number;
  readonly baseExcessMmolPerL: number;
  readonly dpgMmolPerL: number;
}

/** 37 °C, pH 7.40, base excess 0, DPG 5 mmol/L: where both shifts are nought. */
export const TANGENT_STANDARD: TangentBlood = {
  ph: 7.4,
  temperatureC: 37,
  baseExcessMmolPerL: 0,
  dpgMmolPerL: 5,
};

const Y0 = 1.875;
const X0 = 1.946;
const H0 = 3.5;
const K = 0.5343;

/** Centre of the Hill plot in ln kPa, and half the height of its step. */
interface Shifts {
  readonly lnCentreKPa: number;
  readonly heightRatio: number;
}

const shifts = (blood: TangentBlood): Shifts => {
  const a =
    1.04 * (7.4 - blood.ph) + 0.005 * blood.baseExcessMmolPerL + 0.07 * (blood.dpgMmolPerL - 5);
  const b = 0.055 * (blood.temperatureC - 37);
  return { lnCentreKPa: X0 + a + b, heightRatio: H0 + a };
};

/** Saturation, 0 to 1, at a PO2 in kPa (BL-7). */
export function tangentSaturationFraction(po2KPa: number, blood: TangentBlood): number {
  if (po2KPa <= 0) return 0;
  const { lnCentreKPa: x0, heightRatio: h } = shifts(blood);
  const x = log(po2KPa) - x0;
  return 1 / (1 + exp(-(Y0 + x + h * tanh(K * x))));
}

/** Slope of the Hill plot at a PO2 in kPa; greatest at the curve's own centre (BL-7). */
export function tangentHillSlopeExponent(po2KPa: number, blood: TangentBlood): number {
  const { lnCentreKPa: x0, heightRatio: h } = shifts(blood);
  const t = tanh(K * (log(po2KPa) - x0));
  return 1 + h * K * (1 - t * t);
}

/** PO2 in kPa at the centre of the Hill plot, where its slope is greatest (BL-7). */
export const tangentCentreKPa = (blood: TangentBlood): number => exp(shifts(blood).lnCentreKPa);

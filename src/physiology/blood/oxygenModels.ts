/**
 * The four dissociation curves behind one question, so that they can be compared: saturation at a
 * PO2, and PO2 at a saturation by halving in ln PO2 a fixed number of times (BL-9). Content with
 * settable constants stands here too (BL-10), because each source of DO2 used its own.
 */
import { exp, log } from "../../kernel/detMath.ts";
import { mmHgToKpa } from "../../kernel/units.ts";
import { dashSaturationFraction, dashTemperatureK, redCellPhFromPlasma } from "./dash.ts";
import { kelmanSaturationFraction } from "./kelman.ts";
import { severinghausAtFraction } from "./severinghaus.ts";
import { TANGENT_STANDARD, tangentSaturationFraction } from "./siggaardAndersen.ts";

export const OXYGEN_MODELS = ["dash", "severinghaus", "kelman", "siggaardAndersen"] as const;
export type OxygenModel = (typeof OXYGEN_MODELS)[number];

/** What a blood-gas machine knows of a sample. */
export interface SampleBlood {
  readonly ph: number;
  readonly pco2MmHg: number;
  readonly temperatureC: number;
  readonly dpgMolPerL: number;
}

export const STANDARD_SAMPLE: SampleBlood = {
  ph: 7.4,
  pco2MmHg: 40,
  temperatureC: 37,
  dpgMolPerL: 0.00465,
};

/** Normal DPG of each model: a sample's departure from Dash's normal is added to the other's. */
const tangentDpgMmolPerL = (dpgMolPerL: number): number =>
  TANGENT_STANDARD.dpgMmolPerL + 1000 * (dpgMolPerL - STANDARD_SAMPLE.dpgMolPerL);

/** Saturation, 0 to 1, at a PO2 in mmHg by the chosen curve. */
export function saturationBy(model: OxygenModel, po2MmHg: number, blood: SampleBlood): number {
  const { ph, pco2MmHg, temperatureC, dpgMolPerL } = blood;
  switch (model) {
    case "severinghaus":
      return severinghausAtFraction(po2MmHg, ph, temperatureC);
    case "kelman":
      return kelmanSaturationFraction(po2MmHg, ph, pco2MmHg, temperatureC);
    case "siggaardAndersen":
      return tangentSaturationFraction(mmHgToKpa(po2MmHg), {
        ...TANGENT_STANDARD,
        ph,
        temperatureC,
        dpgMmolPerL: tangentDpgMmolPerL(dpgMolPerL),
      });
    case "dash":
      return dashSaturationFraction(po2MmHg, {
        redCellPh: redCellPhFromPlasma(ph),
        pco2MmHg,
        dpgMolPerL,
        temperatureK: dashTemperatureK(temperatureC),
      });
  }
}

const LN_PO2_MIN = log(0.01);
const LN_PO2_MAX = log(3000);
const HALVINGS = 50;

/** Where a rising curve reaches a value: PO2 in mmHg between 0.01 and 3000, by 50 halvings (BL-9). */
export function po2WhereMmHg(curve: (po2MmHg: number) => number, value: number): number {
  let low = LN_PO2_MIN;
  let high = LN_PO2_MAX;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = 0.5 * (low + high);
    if (curve(exp(middle)) < value) low = middle;
    else high = middle;
  }
  return exp(0.5 * (low + high));
}

/** PO2 in mmHg at a saturation by the chosen curve (BL-9); half gives its P50. */
export function po2By(model: OxygenModel, saturation: number, blood: SampleBlood): number {
  return po2WhereMmHg((po2) => saturationBy(model, po2, blood), saturation);
}

/** Constants of oxygen content; each source of a DO2 used its own pair. */
export interface ContentConstants {
  readonly hufnerMlPerG: number;
  readonly dissolvedO2MlPerDlMmHg: number;
}

/** Oxygen content in mL/dL of blood whose saturation is known (BL-10). */
export function contentMlPerDl(
  hemoglobinGPerDl: number,
  saturation: number,
  po2MmHg: number,
  constants: ContentConstants,
): number {
  const bound = constants.hufnerMlPerG * hemoglobinGPerDl * saturation;
  return bound + constants.dissolvedO2MlPerDlMmHg * po2MmHg;
}

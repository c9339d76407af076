/**
 * Oxygen dissociation after Severinghaus 1979 (docs/model-blood.md BL-1 to BL-4): the standard human
 * curve at 37 °C, pH 7.40, its inverse, and how PO2 of closed blood moves with temperature and pH.
 * For comparison and for readings; the running blood uses dissociation.ts. Source: J Appl Physiol
 * 46:599-602, abstract.
 */
import { exp, log, pow } from "../../kernel/detMath.ts";

/** PO2 at which the abstract's pH coefficient is anchored, mmHg. */
const PH_ANCHOR_MMHG = 26.6;

/** Saturation, 0 to 1, at a PO2 in mmHg, 37 °C and pH 7.40 (BL-1). */
export function severinghausSaturationFraction(po2MmHg: number): number {
  if (po2MmHg <= 0) return 0;
  return 1 / (23_400 / (po2MmHg * po2MmHg * po2MmHg + 150 * po2MmHg) + 1);
}

/** PO2 in mmHg at a saturation between 0 and 1, 37 °C and pH 7.40 (BL-2). */
export function severinghausPo2MmHg(saturation: number): number {
  const cube = saturation * saturation * saturation;
  return exp(
    0.385 * log(saturation / (1 - saturation)) + 3.32 - 1 / (72 * saturation) - (cube * cube) / 6,
  );
}

/** Rise of ln PO2 per °C in blood cut off from gas, 1/°C (BL-3). */
export function lnPo2PerC(po2MmHg: number): number {
  return 0.058 / (pow((0.243 * po2MmHg) / 100, 3.88) + 1) + 0.013;
}

/** Change of ln PO2 per unit of pH at a fixed saturation, 1/pH (BL-4). */
export function lnPo2PerPh(po2MmHg: number): number {
  return pow(po2MmHg / PH_ANCHOR_MMHG, 0.184) - 2.2;
}

const STEPS = 20;

/** ln PO2 after a change of a condition, following its slope along the way in 20 midpoint steps. */
function follow(po2MmHg: number, change: number, slopeAt: (po2MmHg: number) => number): number {
  const step = change / STEPS;
  let lnPo2 = log(po2MmHg);
  for (let count = 0; count < STEPS; count += 1) {
    const half = lnPo2 + 0.5 * step * slopeAt(exp(lnPo2));
    lnPo2 += step * slopeAt(exp(half));
  }
  return exp(lnPo2);
}

/** PO2 in mmHg of closed blood after a change of temperature in °C: BL-3 along the way (BL-26). */
export const po2AfterWarmingMmHg = (po2MmHg: number, warmingC: number): number =>
  follow(po2MmHg, warmingC, lnPo2PerC);

/**
 * Saturation, 0 to 1, away from 37 °C and pH 7.40: PO2 is first taken to standard conditions along
 * BL-3 and BL-4, so that the result still rises with PO2 (BL-1).
 */
export function severinghausAtFraction(po2MmHg: number, ph: number, temperatureC: number): number {
  if (po2MmHg <= 0) return 0;
  const warm = po2AfterWarmingMmHg(po2MmHg, 37 - temperatureC);
  return severinghausSaturationFraction(follow(warm, 7.4 - ph, lnPo2PerPh));
}

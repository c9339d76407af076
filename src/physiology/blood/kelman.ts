/**
 * Kelman's formulas: oxygen saturation by a virtual PO2 (1966), and apparent pK' and solubility of
 * carbon dioxide in plasma (1967) (docs/model-blood.md BL-5, BL-6, BL-12, BL-13). Coefficients as in
 * the public code co2ntent. Saturation is not to be trusted below 25 mmHg, where it is 2 % high.
 */
import { exp, log } from "../../kernel/detMath.ts";

const LN_10 = 2.302585092994046;
const LN_40 = 3.6888794541139363;
/** a1 to a4, numerator, ascending powers of PO2. */
const NUMERATOR = [-8532.2289, 2121.401, -67.073989] as const;
/** a5 to a7 and a4, denominator, ascending powers of PO2. */
const DENOMINATOR = [935_960.87, -31_346.258, 2396.1674, -67.104406] as const;
/** Below this virtual PO2 the ratio is replaced by a straight line to nought, mmHg. Chosen. */
const FLOOR_MMHG = 10;

const ratioAt = (po2: number): number => {
  const [a1, a2, a3] = NUMERATOR;
  const [a4, a5, a6, a7] = DENOMINATOR;
  const over = po2 * (a1 + po2 * (a2 + po2 * (a3 + po2)));
  return over / (a4 + po2 * (a5 + po2 * (a6 + po2 * (a7 + po2))));
};

/** PO2 in mmHg that would give the same saturation at 37 °C, pH 7.40 and PCO2 40 (BL-5). */
export function kelmanVirtualPo2MmHg(
  po2MmHg: number,
  ph: number,
  pco2MmHg: number,
  temperatureC: number,
): number {
  const byCo2 = 0.06 * (LN_40 - log(pco2MmHg));
  const byPhAndHeat = LN_10 * (0.024 * (37 - temperatureC) + 0.4 * (ph - 7.4));
  return po2MmHg * exp(byPhAndHeat + byCo2);
}

/** Saturation, 0 to 1, after Kelman 1966 (BL-6). */
export function kelmanSaturationFraction(
  po2MmHg: number,
  ph: number,
  pco2MmHg: number,
  temperatureC: number,
): number {
  if (po2MmHg <= 0) return 0;
  const virtual = kelmanVirtualPo2MmHg(po2MmHg, ph, pco2MmHg, temperatureC);
  if (virtual < FLOOR_MMHG) return (ratioAt(FLOOR_MMHG) * virtual) / FLOOR_MMHG;
  return Math.min(1, ratioAt(virtual));
}

/** Solubility of carbon dioxide in plasma, mmol/L/mmHg (Kelman 1967, BL-13). */
export function co2SolubilityMmolPerLMmHg(temperatureC: number): number {
  const cold = 37 - temperatureC;
  return 0.0307 + 0.00057 * cold + 0.00002 * cold * cold;
}

/** Apparent pK' of the carbonic acid system in plasma (Kelman 1967, BL-12). */
export function kelmanPkPrime(ph: number, temperatureC: number): number {
  const acid = 7.4 - ph;
  return 6.086 + 0.042 * acid + (38 - temperatureC) * (0.00472 + 0.00139 * acid);
}

/**
 * Blood gases at the patient's temperature from what the analyser reads at 37 °C, and back
 * (docs/model-blood.md BL-24 to BL-27). Alpha-stat acts on the 37 °C reading, pH-stat on the corrected.
 */
import { exp } from "../../kernel/detMath.ts";
import { po2AfterWarmingMmHg } from "./severinghaus.ts";

const LN_10 = 2.302585092994046;

/**
 * log10 of PCO2 per °C. Sources disagree (physiology.md 15.5): Bradley 1956 calculated 0.0185 and
 * measured 0.013 ± 0.007. Analysers use the calculated one, so it is the default.
 */
export const CO2_LOG10_PER_C = 0.0185;
/** log10 of PO2 per °C below about 100 mmHg, calculated (Bradley 1956; measured 0.024 ± 0.006). */
export const O2_LOG10_PER_C = 0.0247;

/** pH at a temperature from pH at 37 °C (Instrumentation Laboratory 1301/1303, BL-24). */
export function phAtTemperature(ph37: number, temperatureC: number): number {
  return ph37 + (-0.0147 + 0.0065 * (7.4 - ph37)) * (temperatureC - 37);
}

/** pH at 37 °C from pH at a temperature: BL-24 solved for it. */
export function phAt37(phAtBody: number, temperatureC: number): number {
  const dT = temperatureC - 37;
  return (phAtBody - (-0.0147 + 0.0065 * 7.4) * dT) / (1 - 0.0065 * dT);
}

/** Partial pressure in mmHg at a temperature from 37 °C by a factor of log10 per °C (BL-25). */
export function pressureAtTemperatureMmHg(
  mmHgAt37: number,
  temperatureC: number,
  log10PerC: number,
): number {
  return mmHgAt37 * exp(LN_10 * log10PerC * (temperatureC - 37));
}

/** Relative change of a partial pressure per °C, 1/°C: the slope of BL-25. */
export const relativeChangePerC = (log10PerC: number): number => LN_10 * log10PerC;

/** PO2 in mmHg at a temperature from 37 °C at any PO2 (BL-26). */
export const po2AtTemperatureMmHg = (po2At37MmHg: number, temperatureC: number): number =>
  po2AfterWarmingMmHg(po2At37MmHg, temperatureC - 37);

/** What a strategy holds constant: the reading at 37 °C, or the reading at body temperature. */
export const CO2_STRATEGIES = ["alphaStat", "phStat"] as const;
export type Co2Strategy = (typeof CO2_STRATEGIES)[number];

/** The PCO2 at 37 °C that a strategy aims at to hold its target, mmHg (BL-27). */
export function targetPco2At37MmHg(
  strategy: Co2Strategy,
  targetMmHg: number,
  temperatureC: number,
): number {
  if (strategy === "alphaStat") return targetMmHg;
  return targetMmHg / exp(LN_10 * CO2_LOG10_PER_C * (temperatureC - 37));
}

/** Results of samples in words and figures: what each value is called, its unit and its digits. */
import { SAMPLE_VALUES, type SampleResult, type SampleValue } from "../world/contract/samples.ts";
import { decimals } from "./numbers.ts";

interface ValueName {
  readonly name: string;
  readonly unit: string;
  readonly digits: 0 | 1 | 2;
  /** Fractions are shown in percent. */
  readonly scaleFactor: 1 | 100;
}

const named = (name: string, unit: string, digits: 0 | 1 | 2, scaleFactor: 1 | 100 = 1) => ({
  name,
  unit,
  digits,
  scaleFactor,
});

export const VALUE_NAMES: Readonly<Record<SampleValue, ValueName>> = {
  ph: named("pH", "", 2),
  pco2MmHg: named("PCO2", "mmHg", 0),
  po2MmHg: named("PO2", "mmHg", 0),
  correctedPh: named("pH, corrected", "", 2),
  correctedPco2MmHg: named("PCO2, corrected", "mmHg", 0),
  correctedPo2MmHg: named("PO2, corrected", "mmHg", 0),
  saturationFraction: named("Saturation", "%", 0, 100),
  bicarbonateMmolPerL: named("Bicarbonate", "mmol/L", 0),
  baseExcessMmolPerL: named("Base excess", "mmol/L", 0),
  hemoglobinGPerDl: named("Hb", "g/dL", 1),
  hematocritFraction: named("Hct", "%", 0, 100),
  sodiumMmolPerL: named("Na+", "mmol/L", 0),
  potassiumMmolPerL: named("K+", "mmol/L", 1),
  chlorideMmolPerL: named("Cl−", "mmol/L", 0),
  calciumMmolPerL: named("Ca2+", "mmol/L", 2),
  magnesiumMmolPerL: named("Mg2+", "mmol/L", 2),
  lactateMmolPerL: named("Lactate", "mmol/L", 1),
  glucoseMmolPerL: named("Glucose", "mmol/L", 1),
  actS: named("ACT", "s", 0),
  heparinUPerMl: named("Heparin", "U/mL", 1),
  antithrombinUPerMl: named("Antithrombin", "U/mL", 2),
  plateletFraction: named("Platelets", "% of own", 0, 100),
};

/** A value as the slip shows it, without its unit. */
export function valueText(id: SampleValue, value: number): string {
  const { digits, scaleFactor } = VALUE_NAMES[id];
  return decimals(value * scaleFactor, digits);
}

/** A whole result on one line. */
export function resultText(values: SampleResult): string {
  return SAMPLE_VALUES.flatMap((id) => {
    const value = values[id];
    if (value === undefined || id.startsWith("corrected")) return [];
    const { name, unit } = VALUE_NAMES[id];
    return [`${name} ${valueText(id, value)}${unit === "" ? "" : ` ${unit}`}`];
  }).join(", ");
}

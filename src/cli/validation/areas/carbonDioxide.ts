/** Carbon dioxide content, solubility and pK' (area co2). */
import {
  bloodCo2MlPerDl,
  bloodToPlasmaCo2Ratio,
  plasmaCo2MlPerDl,
} from "../../../physiology/blood/douglas.ts";
import { co2SolubilityMmolPerLMmHg, kelmanPkPrime } from "../../../physiology/blood/kelman.ts";
import type { Experiment, Inputs } from "../experiment.ts";
import { saturationOf } from "./oxygen.ts";

const temperatureC = (inputs: Inputs): number => inputs.numberOr("T_C", 37);

function contentAt(inputs: Inputs, saturationFraction: number): number {
  return bloodCo2MlPerDl({
    pco2MmHg: inputs.number("PCO2_mmHg"),
    ph: inputs.number("pH"),
    saturationFraction,
    hemoglobinGPerDl: inputs.number("Hb_g_dL"),
    temperatureC: temperatureC(inputs),
  });
}

export const CARBON_DIOXIDE: readonly Experiment[] = [
  {
    quantity: ["pk"],
    needs: ["pH"],
    answer: (inputs) => ({
      value: kelmanPkPrime(inputs.number("pH"), temperatureC(inputs)),
      unit: "-",
      by: "Kelman 1967, BL-12",
    }),
  },
  {
    quantity: ["solubility"],
    needs: ["T_C"],
    answer: (inputs) => ({
      value: co2SolubilityMmolPerLMmHg(inputs.number("T_C")),
      unit: "mmol/L/mmHg",
      by: "Kelman 1967, BL-13",
    }),
  },
  {
    quantity: ["ratio"],
    needs: ["Hb_g_dL SO2 pH"],
    answer: (inputs) => ({
      value: bloodToPlasmaCo2Ratio(
        inputs.number("Hb_g_dL"),
        saturationOf(inputs, "SO2"),
        inputs.number("pH"),
      ),
      unit: "-",
      by: "Douglas 1988, BL-15",
    }),
  },
  {
    quantity: ["content"],
    needs: ["pH PCO2_mmHg Hb_g_dL SO2_from SO2_to"],
    answer: (inputs) => ({
      value:
        contentAt(inputs, saturationOf(inputs, "SO2_to")) -
        contentAt(inputs, saturationOf(inputs, "SO2_from")),
      unit: "mL/dL",
      by: "Douglas 1988, BL-15",
    }),
  },
  {
    quantity: ["content"],
    needs: ["pH PCO2_mmHg Hb_g_dL SO2"],
    answer: (inputs) => ({
      value: contentAt(inputs, saturationOf(inputs, "SO2")),
      unit: "mL/dL",
      by: "Douglas 1988, BL-15",
    }),
  },
  {
    quantity: ["plasma content"],
    needs: ["pH PCO2_mmHg"],
    answer: (inputs) => ({
      value: plasmaCo2MlPerDl(
        inputs.number("PCO2_mmHg"),
        inputs.number("pH"),
        temperatureC(inputs),
      ),
      unit: "mL/dL",
      by: "Kelman 1967, BL-14",
    }),
  },
];

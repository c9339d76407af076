/** Blood gases at the patient's temperature (area tempcorr). */
import { lnPo2PerC } from "../../../physiology/blood/severinghaus.ts";
import {
  CO2_LOG10_PER_C,
  O2_LOG10_PER_C,
  phAt37,
  phAtTemperature,
  po2AtTemperatureMmHg,
  pressureAtTemperatureMmHg,
  relativeChangePerC,
  targetPco2At37MmHg,
} from "../../../physiology/blood/temperatureCorrection.ts";
import { type Experiment, type Inputs, Unanswerable } from "../experiment.ts";

/** Sign of "1 C fall" or "1 C rise". */
function directionOf(inputs: Inputs): number {
  if (inputs.words().includes("fall")) return -1;
  if (inputs.words().includes("rise")) return 1;
  throw new Unanswerable("It does not say whether temperature falls or rises.");
}

/** PCO2 and PO2 a bedside rule starts from, mmHg. */
const NORMAL_PCO2_MMHG = 40;
const NORMAL_PO2_MMHG = 95;

/** Change over one degree: in percent by its slope, in mmHg from a normal pressure. */
function changePerDegree(inputs: Inputs, gas: "o2" | "co2"): { value: number; unit: string } {
  const sign = directionOf(inputs);
  const log10PerC = gas === "o2" ? O2_LOG10_PER_C : CO2_LOG10_PER_C;
  if (!inputs.unit.toLowerCase().startsWith("mmhg")) {
    return { value: sign * relativeChangePerC(log10PerC), unit: "1/C" };
  }
  const normal = gas === "o2" ? NORMAL_PO2_MMHG : NORMAL_PCO2_MMHG;
  const after =
    gas === "o2"
      ? po2AtTemperatureMmHg(normal, 37 + sign)
      : pressureAtTemperatureMmHg(normal, 37 + sign, log10PerC);
  return { value: after - normal, unit: inputs.unit };
}

function correctedPo2(inputs: Inputs): number {
  const at37 = inputs.number("PO2_37_mmHg");
  const temperatureC = inputs.number("T_C");
  return inputs.has("f")
    ? pressureAtTemperatureMmHg(at37, temperatureC, inputs.number("f"))
    : po2AtTemperatureMmHg(at37, temperatureC);
}

export const TEMPERATURE_CORRECTION: readonly Experiment[] = [
  {
    quantity: ["dlnpo2 dt"],
    needs: ["PO2_mmHg"],
    answer: (inputs) => ({
      value: lnPo2PerC(inputs.number("PO2_mmHg")),
      unit: "1/C",
      by: "Severinghaus, BL-3",
    }),
  },
  {
    quantity: ["pco2"],
    needs: ["per"],
    answer: (inputs) => ({ ...changePerDegree(inputs, "co2"), by: "BL-25" }),
  },
  {
    quantity: ["po2"],
    needs: ["per"],
    answer: (inputs) => ({ ...changePerDegree(inputs, "o2"), by: "BL-25" }),
  },
  {
    quantity: ["ph"],
    needs: ["per"],
    answer: (inputs) => ({
      value: phAtTemperature(7.4, 37 + directionOf(inputs)) - 7.4,
      unit: inputs.unit,
      by: "BL-24",
    }),
  },
  {
    quantity: ["factor f", "temperature factor"],
    needs: ["gas"],
    answer: (inputs) => ({
      value: inputs.words().includes("co2") ? CO2_LOG10_PER_C : O2_LOG10_PER_C,
      unit: "1/C",
      by: "Bradley 1956, calculated",
      isCatalogue: true,
    }),
  },
  {
    quantity: ["ph corrected"],
    needs: ["pH37 T_C"],
    answer: (inputs) => ({
      value: phAtTemperature(inputs.number("pH37"), inputs.number("T_C")),
      unit: "pH",
      by: "BL-24",
    }),
  },
  {
    quantity: ["ph"],
    needs: ["pH_T T_C"],
    answer: (inputs) => ({
      value: phAt37(inputs.number("pH_T"), inputs.number("T_C")),
      unit: "pH",
      by: "BL-24",
    }),
  },
  {
    quantity: ["pco2 corrected"],
    needs: ["PCO2_37_mmHg T_C"],
    answer: (inputs) => ({
      value: pressureAtTemperatureMmHg(
        inputs.number("PCO2_37_mmHg"),
        inputs.number("T_C"),
        inputs.numberOr("f", CO2_LOG10_PER_C),
      ),
      unit: "mmHg",
      by: "BL-25",
    }),
  },
  {
    quantity: ["po2 corrected"],
    needs: ["PO2_37_mmHg T_C"],
    answer: (inputs) => ({ value: correctedPo2(inputs), unit: "mmHg", by: "BL-25, BL-26" }),
  },
  {
    quantity: ["pco2"],
    needs: ["PCO2_T_mmHg T_C", "PaCO2_corrected_mmHg T_C"],
    answer: (inputs) => ({
      value: targetPco2At37MmHg(
        "phStat",
        inputs.number(inputs.has("PCO2_T_mmHg") ? "PCO2_T_mmHg" : "PaCO2_corrected_mmHg"),
        inputs.number("T_C"),
      ),
      unit: "mmHg",
      by: "BL-27",
    }),
  },
];

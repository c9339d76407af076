/** Carbon dioxide through membrane lungs (part of area oxygenator). */
import { type Co2PowerLaw, co2PowerLaw } from "../../../physiology/blood/douglas.ts";
import {
  co2RemovalMlPerMin,
  HIMA_PAIR,
  outletPco2MmHg,
  PIG_HEMOGLOBIN_G_PER_DL,
} from "../../../physiology/circuit/co2Elimination.ts";
import { REFERENCE_BLOOD } from "../../../physiology/circuit/oxygenatorDevices.ts";
import type { Experiment, Inputs } from "../experiment.ts";

/** Inlet PCO2 the study normalised to, mmHg. */
const NORMAL_INLET_MMHG = 45;
/** Saturation of blood while it gives up CO2: between venous and full. */
const MEAN_SATURATION_FRACTION = 0.95;

const lawFor = (hemoglobinGPerDl: number): Co2PowerLaw =>
  co2PowerLaw(hemoglobinGPerDl, MEAN_SATURATION_FRACTION, REFERENCE_BLOOD.baseExcessMmolPerL);

const flowOf = (inputs: Inputs): number =>
  inputs.number(inputs.has("Qb_L_min") ? "Qb_L_min" : "Qb");

function removal(inputs: Inputs, sweepLpm: number): number {
  const lung = {
    areaM2: inputs.number("area_m2"),
    bloodFlowLpm: flowOf(inputs),
    sweepLpm,
    inletPco2MmHg: inputs.numberOr("PCO2_in_mmHg", NORMAL_INLET_MMHG),
  };
  return co2RemovalMlPerMin(lung, lawFor(inputs.numberOr("Hb_g_dL", PIG_HEMOGLOBIN_G_PER_DL)));
}

/** Errors are judged per litre of blood flow, as in 1990. */
const perBloodFlow = (inputs: Inputs, scale = 1) => ({
  name: "co2Transfer" as const,
  scale: scale / flowOf(inputs),
});

export const OXYGENATOR_CO2: readonly Experiment[] = [
  {
    quantity: ["gain co2"],
    needs: ["area_m2 Qb sweep_from sweep_to", "area_m2 Qb_L_min sweep_from sweep_to"],
    answer: (inputs) => ({
      value:
        removal(inputs, inputs.number("sweep_to")) - removal(inputs, inputs.number("sweep_from")),
      unit: "mL/min",
      by: "counter-current, BL-45",
      measure: perBloodFlow(inputs),
    }),
  },
  {
    quantity: ["co2 m2"],
    needs: ["area_m2 Qb_L_min sweep_L_min", "area_m2 Qb sweep_L_min"],
    answer: (inputs) => ({
      value: removal(inputs, inputs.number("sweep_L_min")) / inputs.number("area_m2"),
      unit: "mL/min/m2",
      by: "counter-current, BL-45",
      measure: perBloodFlow(inputs, inputs.number("area_m2")),
    }),
  },
  {
    quantity: ["co2"],
    needs: ["area_m2 Qb_L_min sweep_L_min", "area_m2 Qb sweep_L_min"],
    answer: (inputs) => ({
      value: removal(inputs, inputs.number("sweep_L_min")),
      unit: "mL/min",
      by: "counter-current, BL-45",
      measure: perBloodFlow(inputs),
    }),
  },
  {
    quantity: ["pco2 drop", "pco2 removed"],
    needs: ["PCO2_in_mmHg"],
    answer: (inputs) => {
      const inlet = inputs.number("PCO2_in_mmHg");
      const law = lawFor(REFERENCE_BLOOD.hemoglobinGPerDl);
      return {
        value: inlet - outletPco2MmHg(inlet, law, HIMA_PAIR),
        unit: "mmHg",
        by: "one lung, calibrated at 100 mmHg, BL-46",
      };
    },
  },
];

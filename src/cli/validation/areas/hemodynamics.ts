/** What functions alone can say of the circulation (area hemodynamics): viscosity and vessel networks. */
import { viscosityRatio } from "../../../physiology/blood/viscosity.ts";
import {
  AWAKE_SENSITIVITY_MS_PER_MMHG,
  REFLEX_DRUGS,
  reflexLeftRatio,
} from "../../../physiology/body/baroreflex.ts";
import {
  bypassPressureMmHg,
  PRESSOR_TARGET_MMHG,
} from "../../../physiology/body/bypassPressure.ts";
import { residualToneRatio } from "../../../physiology/body/vascularTone.ts";
import { parallelResistance, sharedCompliance } from "../../../physiology/body/vesselNetwork.ts";
import type { Experiment, Inputs } from "../experiment.ts";

/** Haematocrit before dilution of the series the slope of viscosity came from, and its temperature. */
const BEFORE = { hematocritFraction: 0.42, temperatureC: 37 } as const;

/** Share of red cells diluted away and cooling at the start of a usual bypass (physiology.md 5: 42 to 21.8 %; K: 2.5 °C). */
const ONSET = { diluted: 0.48, cooledC: 2.5 } as const;

/** True when a described start of bypass dilutes the blood. */
const isDiluted = (inputs: Inputs): boolean => !inputs.words().includes("without");

function onset(inputs: Inputs): { readonly viscosity: number; readonly tone: number } {
  const diluted = isDiluted(inputs) ? ONSET.diluted : 0;
  const viscosity = viscosityRatio(
    {
      hematocritFraction: BEFORE.hematocritFraction * (1 - diluted),
      temperatureC: BEFORE.temperatureC - ONSET.cooledC,
    },
    BEFORE,
  );
  return { viscosity, tone: residualToneRatio(diluted) };
}

/** Share of the reflex that the drug a text names leaves, at the first number in it. */
function reflexLeft(inputs: Inputs): number {
  const drug = REFLEX_DRUGS.find((one) => inputs.words().includes(one));
  if (drug === undefined) return 1;
  return reflexLeftRatio(drug, inputs.number("context"));
}

export const HEMODYNAMICS: readonly Experiment[] = [
  {
    quantity: ["stressed"],
    needs: ["BV V0"],
    answer: (inputs) => ({
      value: inputs.number("BV") - inputs.number("V0"),
      unit: "mL",
      by: "what is above the unstressed volume",
    }),
  },
  {
    quantity: ["time constant"],
    needs: ["R C"],
    answer: (inputs) => ({ value: inputs.number("R") * inputs.number("C"), unit: "s", by: "RC" }),
  },
  {
    quantity: ["svr", "resistance"],
    needs: ["MAP_mmHg CVP_mmHg"],
    answer: (inputs) => {
      const flow = inputs.has("Q_L_min") ? inputs.number("Q_L_min") : inputs.number("CO_L_min");
      const units = (inputs.number("MAP_mmHg") - inputs.number("CVP_mmHg")) / flow;
      const isCgs = inputs.unit.toLowerCase().includes("dyn");
      return { value: isCgs ? 80 * units : units, unit: inputs.unit, by: "drop over flow" };
    },
  },
  {
    quantity: ["viscosity"],
    needs: ["event"],
    answer: (inputs) => ({
      value: onset(inputs).viscosity - 1,
      unit: "fraction",
      by: "dilution by 48 % and 2.5 °C of cooling, BL-28",
    }),
  },
  {
    quantity: ["pressure", "resistance change"],
    needs: ["event"],
    answer: (inputs) => {
      const { viscosity, tone } = onset(inputs);
      return { value: viscosity * tone - 1, unit: "fraction", by: "BL-28 and C-17" };
    },
  },
  {
    quantity: ["pressure", "resistance change"],
    needs: ["Hct_change_pct"],
    answer: (inputs) => {
      const diluted = -inputs.number("Hct_change_pct") / 100;
      const hematocritFraction = BEFORE.hematocritFraction * (1 - diluted);
      const viscosity = viscosityRatio({ ...BEFORE, hematocritFraction }, BEFORE);
      return {
        value: viscosity * residualToneRatio(diluted) - 1,
        unit: "fraction",
        by: "BL-28 and C-17",
      };
    },
  },
  {
    quantity: ["map"],
    needs: ["CI_L_min_m2"],
    answer: (inputs) => {
      const isTitrated = inputs.words().includes("target");
      return {
        value: isTitrated ? PRESSOR_TARGET_MMHG : bypassPressureMmHg(inputs.number("CI_L_min_m2")),
        unit: "mmHg",
        by: isTitrated ? "the pressure aimed at" : "C-26",
      };
    },
  },
  {
    quantity: ["baroreflex sensitivity reduction", "baroreflex reduction"],
    needs: ["context"],
    answer: (inputs) => ({ value: 1 - reflexLeft(inputs), unit: "fraction", by: "C-16" }),
  },
  {
    quantity: ["baroreflex sensitivity"],
    needs: ["context"],
    answer: (inputs) => ({
      value: AWAKE_SENSITIVITY_MS_PER_MMHG * reflexLeft(inputs),
      unit: "ms/mmHg",
      by: "C-15, C-16",
    }),
  },
  {
    quantity: ["viscosity"],
    needs: ["Hct_change_pct"],
    answer: (inputs) => {
      const left = 1 + inputs.number("Hct_change_pct") / 100;
      const after = { ...BEFORE, hematocritFraction: BEFORE.hematocritFraction * left };
      return {
        value: viscosityRatio(after, BEFORE) - 1,
        unit: "fraction",
        by: "from haematocrit 42 % at 37 °C, BL-28",
      };
    },
  },
  {
    quantity: ["viscosity"],
    needs: ["T_from_C T_to_C", "Hct_from Hct_to"],
    answer: (inputs) => {
      const at = (end: "from" | "to") => ({
        hematocritFraction: inputs.numberOr(`Hct_${end}`, 100 * BEFORE.hematocritFraction) / 100,
        temperatureC: inputs.numberOr(`T_${end}_C`, BEFORE.temperatureC),
      });
      return { value: viscosityRatio(at("to"), at("from")) - 1, unit: "fraction", by: "BL-28" };
    },
  },
  {
    quantity: ["resistance"],
    needs: ["parts"],
    answer: (inputs) => ({
      value: parallelResistance(inputs.numbers("parts")),
      unit: "mmHg s/mL",
      by: "BL-79",
    }),
  },
  {
    quantity: ["compliance"],
    needs: ["parts"],
    answer: (inputs) => ({
      value: sharedCompliance(inputs.numbers("parts")),
      unit: "mL/mmHg",
      by: "BL-79",
    }),
  },
  {
    quantity: ["volume", "volumes"],
    needs: ["parts"],
    answer: (inputs) => ({
      value: inputs.numbers("parts").reduce((sum, part) => sum + part, 0),
      unit: "mL",
      by: "sum of the parts",
    }),
  },
];

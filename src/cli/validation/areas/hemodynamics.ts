/** What functions alone can say of the circulation (area hemodynamics): viscosity and vessel networks. */
import { viscosityRatio } from "../../../physiology/blood/viscosity.ts";
import { parallelResistance, sharedCompliance } from "../../../physiology/body/vesselNetwork.ts";
import type { Experiment } from "../experiment.ts";

/** Haematocrit before dilution of the series the slope of viscosity came from, and its temperature. */
const BEFORE = { hematocritFraction: 0.42, temperatureC: 37 } as const;

export const HEMODYNAMICS: readonly Experiment[] = [
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

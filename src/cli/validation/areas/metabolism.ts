/** Oxygen use by temperature and delivery (area metabolism). */
import {
  DISSOLVED_O2_ML_PER_DL_MMHG,
  HUFNER_ML_PER_G,
} from "../../../physiology/blood/oxygenContent.ts";
import { contentMlPerDl } from "../../../physiology/blood/oxygenModels.ts";
import {
  bodyDemandFactor,
  deliveryMlPerMinPerM2,
  demandFallPerC,
  demandMlPerMinPerM2,
  extractionFraction,
  impliedQ10,
  TISSUE_Q10,
  uptakeMlPerMinPerM2,
} from "../../../physiology/body/metabolicRate.ts";
import { NOMINAL_BYPASS } from "../../../physiology/body/nominalBypass.ts";
import {
  LEFT_BY_PRIME_FRACTION,
  type Species,
  speciesCriticalDelivery,
  speciesIn,
  speciesUptakeMlPerKgPerMin,
} from "../../../physiology/body/species.ts";
import { type Answer, type Experiment, type Inputs, Unanswerable } from "../experiment.ts";

const INDEX = "mL/min/m2";
const NORMOTHERMIA_C = 37;

/** Flow index as a key or in the words of a context, such as "CPB 2.2 L/min/m2". */
function statedFlowIndex(inputs: Inputs): number | null {
  if (inputs.has("CI_L_min_m2")) return inputs.number("CI_L_min_m2");
  const [, stated] = /(\d+(?:\.\d+)?)\s*L\/min\/m2/i.exec(inputs.text("context")) ?? [];
  return stated === undefined ? null : Number(stated);
}

function temperatureC(inputs: Inputs): number {
  if (inputs.words().includes("normothermic")) return NORMOTHERMIA_C;
  return inputs.numberOr("T_C", NOMINAL_BYPASS.temperatureC);
}

const flowIndex = (inputs: Inputs): number =>
  statedFlowIndex(inputs) ?? NOMINAL_BYPASS.flowIndexLpmPerM2;

/** Haemoglobin that is given, a diluted animal's, or that of the nominal bypass, g/dL. */
function hemoglobin(inputs: Inputs): number {
  const species = speciesIn(inputs.words());
  const usual =
    species === undefined
      ? NOMINAL_BYPASS.hemoglobinGPerDl
      : LEFT_BY_PRIME_FRACTION * species.hemoglobinGPerDl;
  return inputs.numberOr("Hb_g_dL", usual);
}

const uptake = (inputs: Inputs): number =>
  uptakeMlPerMinPerM2(temperatureC(inputs), flowIndex(inputs), TISSUE_Q10);

/** Delivery with the blood of the nominal bypass. */
const delivery = (inputs: Inputs): number =>
  deliveryMlPerMinPerM2(
    flowIndex(inputs),
    contentMlPerDl(hemoglobin(inputs), NOMINAL_BYPASS.saturationFraction, NOMINAL_BYPASS.po2MmHg, {
      hufnerMlPerG: HUFNER_ML_PER_G,
      dissolvedO2MlPerDlMmHg: DISSOLVED_O2_ML_PER_DL_MMHG,
    }),
  );

/** True where a source speaks of adults on bypass, or gives temperature or flow. */
function isBypass(inputs: Inputs): boolean {
  return inputs.has("T_C") || inputs.has("CI_L_min_m2") || inputs.words().includes("cpb");
}

function onBypass(inputs: Inputs, answer: () => Answer): Answer {
  if (!isBypass(inputs)) throw new Unanswerable("It gives neither temperature nor flow.");
  return answer();
}

/** Rates named VO2_37, CMRO2_27 and so on, warmest first. */
function ratesByTemperature(inputs: Inputs): readonly { c: number; rate: number }[] {
  return inputs
    .keys()
    .flatMap((key) => {
      const [, c] = /^(?:C?M?R?V?O2i?)_(\d+(?:\.\d+)?)$/.exec(key) ?? [];
      return c === undefined ? [] : [{ c: Number(c), rate: inputs.number(key) }];
    })
    .sort((a, b) => b.c - a.c);
}

/** Oxygen of an animal per kg, by its own size and warmth. */
const ofSpecies = (
  quantity: readonly string[],
  unit: string,
  value: (species: Species, temperatureC: number) => number,
): Experiment => ({
  quantity,
  needs: ["species", "context"],
  answer(inputs) {
    const species = speciesIn(inputs.words());
    if (species === undefined) throw new Unanswerable("It names no animal that is known here.");
    const c = inputs.numberOr("T_C", species.temperatureC);
    return { value: value(species, c), unit, by: "Kleiber and the sum of organs, BL-81" };
  },
});

export const METABOLISM: readonly Experiment[] = [
  ofSpecies(["critical do2 !do2i"], "mL/kg/min", speciesCriticalDelivery),
  ofSpecies(["vo2 !vo2i !reduction !fall !q10"], "mL/kg/min", speciesUptakeMlPerKgPerMin),
  {
    quantity: ["q10"],
    needs: ["dT"],
    answer: (inputs) => {
      const [warm, cold] = ratesByTemperature(inputs);
      if (cold === undefined) throw new Unanswerable("It does not give two rates.");
      return {
        value: impliedQ10(warm.rate / cold.rate, inputs.number("dT")),
        unit: "-",
        by: "BL-73",
      };
    },
  },
  {
    quantity: ["oer", "o2 extraction"],
    needs: ["DO2i VO2i"],
    answer: (inputs) => ({
      value: extractionFraction(inputs.number("VO2i"), inputs.number("DO2i")),
      unit: "fraction",
      by: "BL-75",
    }),
  },
  {
    quantity: ["vo2 fall"],
    needs: ["per"],
    answer: (inputs) => {
      const degrees = inputs.number("per");
      const fall = 1 - bodyDemandFactor(NORMOTHERMIA_C - degrees, TISSUE_Q10);
      return degrees === 1
        ? { value: demandFallPerC(TISSUE_Q10), unit: "1/C", by: "sum of organs, BL-70" }
        : { value: fall, unit: "fraction", by: "sum of organs, BL-70" };
    },
  },
  {
    quantity: ["o2 extraction", "oer"],
    needs: ["T_C CI_L_min_m2", "context"],
    answer: (inputs) =>
      onBypass(inputs, () => ({
        value: extractionFraction(uptake(inputs), delivery(inputs)),
        unit: "fraction",
        by: "uptake over delivery of the nominal blood, BL-72, BL-74",
      })),
  },
  {
    quantity: ["do2i !critical !threshold !target"],
    needs: ["context", "CI_L_min_m2", "species"],
    answer: (inputs) =>
      onBypass(inputs, () => ({
        value: delivery(inputs),
        unit: INDEX,
        by: "nominal flow and blood, BL-74",
      })),
  },
  {
    quantity: ["vo2i plateau", "vo2i"],
    needs: ["context"],
    answer: (inputs) =>
      onBypass(inputs, () => {
        const isPlateau = inputs.words().includes("plateau");
        const value = isPlateau ? demandMlPerMinPerM2(NORMOTHERMIA_C, TISSUE_Q10) : uptake(inputs);
        return { value, unit: INDEX, by: "organs and Fox 1982, BL-71, BL-72" };
      }),
  },
  {
    quantity: ["vo2i"],
    needs: ["T_C", "CI_L_min_m2"],
    answer: (inputs) =>
      onBypass(inputs, () => ({
        value: uptake(inputs),
        unit: INDEX,
        by: "organs and Fox 1982, BL-72",
      })),
  },
  {
    quantity: ["vo2 reduction", "vo2 fall", "vo2i reduction"],
    needs: ["T_from_C T_to_C"],
    answer: (inputs) => {
      const at = (key: string): number => bodyDemandFactor(inputs.number(key), TISSUE_Q10);
      return { value: 1 - at("T_to_C") / at("T_from_C"), unit: "fraction", by: "BL-70" };
    },
  },
  {
    quantity: ["vo2i", "vo2"],
    needs: ["DO2i OER"],
    answer: (inputs) => ({
      value: (inputs.number("DO2i") * inputs.number("OER")) / (inputs.number("OER") > 1 ? 100 : 1),
      unit: INDEX,
      by: "BL-75",
    }),
  },
  {
    quantity: ["do2 vco2", "ratio"],
    needs: ["DO2i VCO2i"],
    answer: (inputs) => ({
      value: inputs.number("DO2i") / inputs.number("VCO2i"),
      unit: "-",
      by: "definition",
    }),
  },
  {
    quantity: ["ci", "flow index", "cardiac index"],
    needs: ["context"],
    answer: (inputs) =>
      onBypass(inputs, () => ({ value: flowIndex(inputs), unit: "L/min/m2", by: "nominal flow" })),
  },
];

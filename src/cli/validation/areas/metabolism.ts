/** Oxygen use by temperature and delivery, and cerebral metabolism (areas metabolism and cerebral). */
import { pow } from "../../../kernel/detMath.ts";
import {
  DISSOLVED_O2_ML_PER_DL_MMHG,
  HUFNER_ML_PER_G,
} from "../../../physiology/blood/oxygenContent.ts";
import { contentMlPerDl } from "../../../physiology/blood/oxygenModels.ts";
import {
  CO2_ML_PER_100_G_PER_MIN_PER_MMHG,
  cerebralConductance,
  cerebralFlowMlPer100GPerMin,
  cerebralLimits,
  WARM_ML_PER_100_G_PER_MIN,
} from "../../../physiology/body/cerebralFlow.ts";
import {
  bodyDemandFactor,
  cerebralRateFraction,
  deliveryMlPerMinPerM2,
  demandFallPerC,
  demandMlPerMinPerM2,
  extractionFraction,
  impliedQ10,
  safeArrestMin,
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

/** Where alpha-stat and pH-stat differ, and halfway back, °C (K). */
const MODES_DIFFER_C = 28;
const REWARMING_C = (MODES_DIFFER_C + NORMOTHERMIA_C) / 2;
const NORMAL_PCO2 = 40;
/** log10 of PCO2 per °C (physiology.md 2). */
const CO2_PER_C = 0.0185;
/** What the brain takes of its oxygen at any temperature, because its flow follows its need (K; jugular 62 %). */
const BRAIN_EXTRACTION_FRACTION = 0.38;

/** Cerebral flow in mL/100 g/min by pressure, temperature and PCO2 read at 37 °C. */
function flowAtPressure(mmHg: number, temperatureC: number, pco2MmHg: number): number {
  const limits = cerebralLimits({
    restFlowMlPerS: WARM_ML_PER_100_G_PER_MIN,
    co2MlPerSPerMmHg: CO2_ML_PER_100_G_PER_MIN_PER_MMHG,
    restMetabolismRatio: 1,
    closingMmHg: 10,
    lowerMmHg: 66,
    upperMmHg: 84,
  });
  const conductance = cerebralConductance(limits, {
    arterialMmHg: mmHg,
    pco2MmHg,
    temperatureC,
    metabolismRatio: cerebralRateFraction(temperatureC, TISSUE_Q10),
    viscosityRatio: 1,
  });
  return conductance * Math.max(0, mmHg - limits.closingMmHg);
}

/** What the body takes of its oxygen on the nominal bypass at a temperature. */
const bodyExtraction = (c: number): number =>
  extractionFraction(
    uptakeMlPerMinPerM2(c, NOMINAL_BYPASS.flowIndexLpmPerM2, TISSUE_Q10),
    deliveryMlPerMinPerM2(
      NOMINAL_BYPASS.flowIndexLpmPerM2,
      contentMlPerDl(
        NOMINAL_BYPASS.hemoglobinGPerDl,
        NOMINAL_BYPASS.saturationFraction,
        NOMINAL_BYPASS.po2MmHg,
        {
          hufnerMlPerG: HUFNER_ML_PER_G,
          dissolvedO2MlPerDlMmHg: DISSOLVED_O2_ML_PER_DL_MMHG,
        },
      ),
    ),
  );

export const CEREBRAL: readonly Experiment[] = [
  {
    quantity: ["q10"],
    needs: ["T_from_C T_to_C", "T_C", "context", "n"],
    answer: (inputs) => {
      if (inputs.has("ratio")) throw new Unanswerable("It gives a ratio to work from.");
      return { value: TISSUE_Q10.brainQ10, unit: "-", by: "brain Q10 2.3, BL-76" };
    },
  },
  {
    quantity: ["nirs", "cerebral saturation"],
    needs: ["SaO2 SjvO2"],
    answer: (inputs) => ({
      value: 0.3 * inputs.number("SaO2") + 0.7 * inputs.number("SjvO2"),
      unit: inputs.number("SaO2") > 1 ? "%" : "fraction",
      by: "P-8 without scalp",
    }),
  },
  {
    quantity: ["pco2"],
    needs: ["mode T_C"],
    answer: (inputs) => ({
      value: NORMAL_PCO2 * pow(10, CO2_PER_C * (37 - inputs.number("T_C"))),
      unit: "mmHg",
      by: "what reads 40 mmHg at the blood's temperature, BL-24",
    }),
  },
  {
    quantity: ["q10"],
    needs: ["T_from_C T_to_C ratio"],
    answer: (inputs) => ({
      value: impliedQ10(
        inputs.number("ratio"),
        inputs.number("T_from_C") - inputs.number("T_to_C"),
      ),
      unit: "-",
      by: "BL-73",
    }),
  },
  {
    quantity: ["cmro2 reduction"],
    needs: ["T_from_C T_to_C"],
    answer: (inputs) => ({
      value:
        1 -
        cerebralRateFraction(inputs.number("T_to_C"), TISSUE_Q10) /
          cerebralRateFraction(inputs.number("T_from_C"), TISSUE_Q10),
      unit: "fraction",
      by: "brain Q10 2.3, BL-76",
    }),
  },
  {
    quantity: ["cmro2"],
    needs: ["T_C"],
    answer: (inputs) => {
      return {
        value: cerebralRateFraction(inputs.number("T_C"), TISSUE_Q10),
        unit: "fraction",
        by: "brain Q10 2.3, BL-76",
      };
    },
  },
  {
    quantity: ["safe duration", "arrest"],
    needs: ["T_C"],
    answer: (inputs) => ({
      value: safeArrestMin(inputs.number("T_C"), TISSUE_Q10),
      unit: "min",
      by: "5 min at 37 °C over the cerebral rate, BL-76",
    }),
  },
  {
    quantity: ["cbf change", "cerebral blood flow change"],
    needs: ["MAP_from MAP_to"],
    answer: (inputs) => {
      const temperatureC = inputs.numberOr("T_C", MODES_DIFFER_C);
      const isPhStat = inputs.text("mode").toLowerCase().startsWith("ph");
      const pco2MmHg = isPhStat
        ? NORMAL_PCO2 * pow(10, CO2_PER_C * (37 - temperatureC))
        : NORMAL_PCO2;
      const flow = (mmHg: number): number => flowAtPressure(mmHg, temperatureC, pco2MmHg);
      return {
        value: flow(inputs.number("MAP_to")) / flow(inputs.number("MAP_from")) - 1,
        unit: "fraction",
        by: "cerebral vessels within their limits, P-7",
      };
    },
  },
  {
    quantity: ["cbf", "cerebral blood flow"],
    needs: ["MAP_mmHg T_C"],
    answer: (inputs) => ({
      value: flowAtPressure(inputs.number("MAP_mmHg"), inputs.number("T_C"), NORMAL_PCO2),
      unit: "mL/100g/min",
      by: "cerebral vessels within their limits, P-7; an adult's brain per 100 g",
    }),
  },
  {
    quantity: ["sjvo2 minus"],
    needs: ["context"],
    answer: (inputs) => {
      const words = inputs.words();
      const body = words.includes("hypothermia")
        ? bodyExtraction(MODES_DIFFER_C)
        : bodyExtraction(words.includes("rewarming") ? REWARMING_C : NORMOTHERMIA_C);
      return {
        value: body - BRAIN_EXTRACTION_FRACTION,
        unit: "fraction",
        by: "flow follows need in the brain and not in the body, BL-72, BL-74",
      };
    },
  },
  {
    quantity: ["slope"],
    needs: ["PaCO2"],
    answer: () => ({
      value: CO2_ML_PER_100_G_PER_MIN_PER_MMHG,
      unit: "mL/100g/min/mmHg",
      by: "Prough 1986",
      isCatalogue: true,
    }),
  },
  {
    quantity: ["cerebral blood flow", "cbf"],
    needs: ["PaCO2_uncorrected_mmHg T_C"],
    answer: (inputs) => ({
      value: cerebralFlowMlPer100GPerMin(
        inputs.number("T_C"),
        inputs.number("PaCO2_uncorrected_mmHg"),
        TISSUE_Q10,
      ),
      unit: "mL/100g/min",
      by: "metabolism and carbon dioxide, BL-78",
    }),
  },
];

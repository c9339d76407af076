/** The brain's oxygen, flow and saturation by temperature, pressure and CO2 (area cerebral). */
import { pow } from "../../../kernel/detMath.ts";
import {
  DISSOLVED_O2_ML_PER_DL_MMHG,
  HUFNER_ML_PER_G,
} from "../../../physiology/blood/oxygenContent.ts";
import { contentMlPerDl } from "../../../physiology/blood/oxygenModels.ts";
import {
  CEREBRAL_ROW,
  CO2_ML_PER_100_G_PER_MIN_PER_MMHG,
  cerebralFlowMlPer100GPerMin,
  cerebralLimits,
  findConductance,
  WARM_ML_PER_100_G_PER_MIN,
} from "../../../physiology/body/cerebralFlow.ts";
import {
  cerebralRateFraction,
  deliveryMlPerMinPerM2,
  extractionFraction,
  impliedQ10,
  safeArrestMin,
  TISSUE_Q10,
  uptakeMlPerMinPerM2,
} from "../../../physiology/body/metabolicRate.ts";
import { NOMINAL_BYPASS } from "../../../physiology/body/nominalBypass.ts";
import { type Experiment, Unanswerable } from "../experiment.ts";

const R = CEREBRAL_ROW.index;
const NORMOTHERMIA_C = 37;

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
  const now = new Float64Array(CEREBRAL_ROW.size);
  now[R.arterialMmHg] = mmHg;
  now[R.pco2MmHg] = pco2MmHg;
  now[R.temperatureC] = temperatureC;
  now[R.metabolismRatio] = cerebralRateFraction(temperatureC, TISSUE_Q10);
  now[R.viscosityRatio] = 1;
  findConductance(limits, now);
  return now[R.mlPerSPerMmHg] * Math.max(0, mmHg - limits.closingMmHg);
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

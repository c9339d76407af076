/** Oxygen use by temperature and delivery, and cerebral metabolism (areas metabolism and cerebral). */

import {
  DISSOLVED_O2_ML_PER_DL_MMHG,
  HUFNER_ML_PER_G,
} from "../../../physiology/blood/oxygenContent.ts";
import { contentMlPerDl } from "../../../physiology/blood/oxygenModels.ts";
import {
  CO2_ML_PER_100_G_PER_MIN_PER_MMHG,
  cerebralFlowMlPer100GPerMin,
} from "../../../physiology/body/cerebralFlow.ts";
import {
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
import { type Answer, type Experiment, type Inputs, Unanswerable } from "../experiment.ts";

const INDEX = "mL/min/m2";
const NORMOTHERMIA_C = 37;

/** Only the adult human is modelled. */
function refuseAnimals(inputs: Inputs): void {
  const animal = ["pig", "sheep", "dog", "baboon"].find((one) => inputs.words().includes(one));
  if (animal !== undefined) {
    throw new Unanswerable(`The body here is an adult's; there are no parameters for a ${animal}.`);
  }
}

function temperatureC(inputs: Inputs): number {
  if (inputs.words().includes("normothermic")) return NORMOTHERMIA_C;
  return inputs.numberOr("T_C", NOMINAL_BYPASS.temperatureC);
}

const flowIndex = (inputs: Inputs): number =>
  inputs.numberOr("CI_L_min_m2", NOMINAL_BYPASS.flowIndexLpmPerM2);

const uptake = (inputs: Inputs): number =>
  uptakeMlPerMinPerM2(temperatureC(inputs), flowIndex(inputs), TISSUE_Q10);

/** Delivery with the blood of the nominal bypass. */
const delivery = (inputs: Inputs): number =>
  deliveryMlPerMinPerM2(
    flowIndex(inputs),
    contentMlPerDl(
      inputs.numberOr("Hb_g_dL", NOMINAL_BYPASS.hemoglobinGPerDl),
      NOMINAL_BYPASS.saturationFraction,
      NOMINAL_BYPASS.po2MmHg,
      {
        hufnerMlPerG: HUFNER_ML_PER_G,
        dissolvedO2MlPerDlMmHg: DISSOLVED_O2_ML_PER_DL_MMHG,
      },
    ),
  );

/** True where a source speaks of adults on bypass, or gives temperature or flow. */
function isBypass(inputs: Inputs): boolean {
  return inputs.has("T_C") || inputs.has("CI_L_min_m2") || inputs.words().includes("cpb");
}

function onBypass(inputs: Inputs, answer: () => Answer): Answer {
  refuseAnimals(inputs);
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

export const METABOLISM: readonly Experiment[] = [
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
    answer: () => ({
      value: demandFallPerC(TISSUE_Q10),
      unit: "1/C",
      by: "sum of organs, BL-70",
    }),
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
    needs: ["context", "CI_L_min_m2"],
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
    needs: ["T_C CI_L_min_m2"],
    answer: (inputs) =>
      onBypass(inputs, () => ({
        value: uptake(inputs),
        unit: INDEX,
        by: "organs and Fox 1982, BL-72",
      })),
  },
  {
    quantity: ["vo2", "critical do2"],
    needs: ["species"],
    answer: (inputs) =>
      onBypass(inputs, () => {
        throw new Unanswerable("Its species is not modelled.");
      }),
  },
];

export const CEREBRAL: readonly Experiment[] = [
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
      refuseAnimals(inputs);
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

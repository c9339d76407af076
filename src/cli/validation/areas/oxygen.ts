/** Oxygen dissociation and content (area odc). */
import { kelvinToCelsius, kpaToMmHg } from "../../../kernel/units.ts";
import {
  DASH_STANDARD,
  type DashBlood,
  dashP50MmHg,
  dashSaturationFraction,
  dashTemperatureK,
  redCellPhFromPlasma,
} from "../../../physiology/blood/dash.ts";
import {
  DISSOLVED_O2_ML_PER_DL_MMHG,
  HUFNER_ML_PER_G,
} from "../../../physiology/blood/oxygenContent.ts";
import {
  contentMlPerDl,
  type OxygenModel,
  po2By,
  po2WhereMmHg,
  type SampleBlood,
  STANDARD_SAMPLE,
  saturationBy,
} from "../../../physiology/blood/oxygenModels.ts";
import {
  lnPo2PerC,
  lnPo2PerPh,
  severinghausPo2MmHg,
} from "../../../physiology/blood/severinghaus.ts";
import { type Experiment, type Inputs, Unanswerable, wordsOf } from "../experiment.ts";

const MODEL_WORDS: readonly (readonly [string, OxygenModel])[] = [
  ["severinghaus", "severinghaus"],
  ["kelman", "kelman"],
  ["siggaard", "siggaardAndersen"],
  ["dash", "dash"],
];

/** The model a row names; Dash, which runs the blood, when it names none. */
function modelOf(inputs: Inputs): OxygenModel {
  const named = `${inputs.text("equation")} ${inputs.text("model")}`.trim();
  if (named === "") return "dash";
  const words = wordsOf(named);
  const found = MODEL_WORDS.find(([word]) => words.includes(word));
  if (found === undefined)
    throw new Unanswerable(`There is no dissociation curve "${named}" here.`);
  return found[1];
}

const isDash = (inputs: Inputs): boolean => modelOf(inputs) === "dash";

/** A pressure given in mmHg or kPa under the same name. */
function pressureMmHg(inputs: Inputs, name: string, fallback: number): number {
  if (inputs.has(`${name}_kPa`)) return kpaToMmHg(inputs.number(`${name}_kPa`));
  return inputs.numberOr(`${name}_mmHg`, fallback);
}

function temperatureC(inputs: Inputs): number {
  if (inputs.has("T_K")) return kelvinToCelsius(inputs.number("T_K"));
  return inputs.numberOr("T_C", STANDARD_SAMPLE.temperatureC);
}

const sampleOf = (inputs: Inputs): SampleBlood => ({
  ph: inputs.numberOr("pH", STANDARD_SAMPLE.ph),
  pco2MmHg: pressureMmHg(inputs, "PCO2", STANDARD_SAMPLE.pco2MmHg),
  temperatureC: temperatureC(inputs),
  dpgMolPerL: inputs.numberOr("DPGrbc_M", STANDARD_SAMPLE.dpgMolPerL),
});

const dashOf = (inputs: Inputs): DashBlood => ({
  redCellPh: inputs.has("pHrbc")
    ? inputs.number("pHrbc")
    : redCellPhFromPlasma(inputs.numberOr("pH", STANDARD_SAMPLE.ph)),
  pco2MmHg: pressureMmHg(inputs, "PCO2", DASH_STANDARD.pco2MmHg),
  dpgMolPerL: inputs.numberOr("DPGrbc_M", DASH_STANDARD.dpgMolPerL),
  temperatureK: inputs.has("T_K") ? inputs.number("T_K") : dashTemperatureK(temperatureC(inputs)),
});

const saturationAt = (inputs: Inputs, po2MmHg: number): number =>
  isDash(inputs)
    ? dashSaturationFraction(po2MmHg, dashOf(inputs))
    : saturationBy(modelOf(inputs), po2MmHg, sampleOf(inputs));

/** A saturation written as a fraction or in percent. */
export function saturationOf(inputs: Inputs, key: string): number {
  const value = inputs.number(key);
  return value > 1.5 ? value / 100 : value;
}

function po2AtMmHg(inputs: Inputs, saturation: number): number {
  const model = modelOf(inputs);
  const isStandard = !inputs.has("pH") && !inputs.has("T_C") && !inputs.has("T_K");
  if (model === "severinghaus" && isStandard) return severinghausPo2MmHg(saturation);
  if (model !== "dash") return po2By(model, saturation, sampleOf(inputs));
  return po2WhereMmHg((po2) => saturationAt(inputs, po2), saturation);
}

/** Greatest slope of ln(S/(1 − S)) over ln PO2 between 1 and 300 mmHg. */
function greatestHillSlope(inputs: Inputs): number {
  const hillAt = (po2MmHg: number): number => {
    const s = saturationAt(inputs, po2MmHg);
    return Math.log(s / (1 - s));
  };
  let greatest = 0;
  for (let po2 = 1; po2 < 300; po2 *= 1.01) {
    greatest = Math.max(greatest, (hillAt(po2 * 1.001) - hillAt(po2)) / Math.log(1.001));
  }
  return greatest;
}

export const OXYGEN: readonly Experiment[] = [
  {
    quantity: ["hill"],
    needs: [""],
    answer: (inputs) => ({
      value: greatestHillSlope(inputs),
      unit: "-",
      by: `greatest slope of the Hill plot, ${modelOf(inputs)}`,
    }),
  },
  {
    quantity: ["dlnpo2 dt"],
    needs: ["PO2_mmHg", "PO2_kPa"],
    answer: (inputs) => ({
      value: lnPo2PerC(pressureMmHg(inputs, "PO2", 0)),
      unit: "1/C",
      by: "Severinghaus, BL-3",
    }),
  },
  {
    quantity: ["dlnpo2 dph"],
    needs: ["PO2_mmHg", "PO2_kPa"],
    answer: (inputs) => ({
      value: lnPo2PerPh(pressureMmHg(inputs, "PO2", 0)),
      unit: "1/pH",
      by: "Severinghaus, BL-4",
    }),
  },
  {
    quantity: ["o2 content"],
    needs: ["Hb_g_dL SO2 PO2_mmHg", "Hb_g_dL SO2_pct PO2_mmHg"],
    answer: (inputs) => ({
      value: contentMlPerDl(
        inputs.number("Hb_g_dL"),
        saturationOf(inputs, inputs.has("SO2") ? "SO2" : "SO2_pct"),
        inputs.number("PO2_mmHg"),
        {
          hufnerMlPerG: inputs.numberOr("hufner", HUFNER_ML_PER_G),
          dissolvedO2MlPerDlMmHg: inputs.numberOr(
            "alphaO2_mL_dL_mmHg",
            DISSOLVED_O2_ML_PER_DL_MMHG,
          ),
        },
      ),
      unit: "mL/dL",
      by: "bound and dissolved, BL-10",
      measure: { name: "o2Content", scale: 1 },
    }),
  },
  {
    quantity: ["p50"],
    needs: [""],
    answer: (inputs) => ({
      value: isDash(inputs)
        ? dashP50MmHg(dashOf(inputs))
        : po2By(modelOf(inputs), 0.5, sampleOf(inputs)),
      unit: "mmHg",
      by: modelOf(inputs),
    }),
  },
  {
    quantity: ["so2", "sao2", "svo2", "saturation"],
    needs: ["PO2_mmHg", "PO2_kPa"],
    answer: (inputs) => ({
      value: saturationAt(inputs, pressureMmHg(inputs, "PO2", 0)),
      unit: "fraction",
      by: modelOf(inputs),
    }),
  },
  {
    quantity: ["po2"],
    needs: ["SO2_pct", "SO2"],
    answer: (inputs) => ({
      value: po2AtMmHg(inputs, saturationOf(inputs, inputs.has("SO2") ? "SO2" : "SO2_pct")),
      unit: "mmHg",
      by: modelOf(inputs),
    }),
  },
];

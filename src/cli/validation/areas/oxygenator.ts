/** Transfer, pressure and gas of membrane oxygenators (area oxygenator). */
import {
  DISSOLVED_O2_ML_PER_DL_MMHG,
  HUFNER_ML_PER_G,
} from "../../../physiology/blood/oxygenContent.ts";
import { po2By, STANDARD_SAMPLE } from "../../../physiology/blood/oxygenModels.ts";
import {
  OXYGENATORS,
  type OxygenatorDevice,
  RATED_OUTLET_SATURATION_FRACTION,
  REFERENCE_BLOOD,
} from "../../../physiology/circuit/oxygenatorDevices.ts";
import {
  FLOW_PATH_STUDY,
  fio2Needed,
  oxygenGradientMmHg,
  pressureDropMmHg,
  STUDY_FLOW_LPM_PER_M2,
  shuntFraction,
  transferAtFio2MlPerMin,
  uptakeMlPerMin,
} from "../../../physiology/circuit/oxygenatorLaws.ts";
import { type Experiment, type Inputs, Unanswerable } from "../experiment.ts";
import { mostSpecific } from "../facts.ts";
import { saturationOf } from "./oxygen.ts";
import { OXYGENATOR_CO2 } from "./oxygenatorCo2.ts";

function deviceOf(inputs: Inputs): OxygenatorDevice {
  const device = mostSpecific(OXYGENATORS, inputs.words(), ({ words }) => words);
  if (device === undefined) {
    throw new Unanswerable(`The oxygenator "${inputs.text("device")}" is not among the devices.`);
  }
  return device;
}

function known(value: number | null | undefined, what: string): number {
  if (value === null || value === undefined) {
    throw new Unanswerable(`No source reached gives the ${what} of this device.`);
  }
  return value;
}

const areaOf = (inputs: Inputs): number =>
  inputs.has("area_m2") ? inputs.number("area_m2") : known(deviceOf(inputs).areaM2, "surface");

const CONSTANTS = {
  hufnerMlPerG: HUFNER_ML_PER_G,
  dissolvedO2MlPerDlMmHg: DISSOLVED_O2_ML_PER_DL_MMHG,
};

/** Transfer at a flow when reference blood comes in and leaves at 95 %: what rated flow means. */
function ratedTransferMlPerMin(flowLpm: number): number {
  const at = (saturationFraction: number) => ({
    saturationFraction,
    po2MmHg: po2By("dash", saturationFraction, STANDARD_SAMPLE),
  });
  return uptakeMlPerMin(
    flowLpm,
    { ...CONSTANTS, hemoglobinGPerDl: REFERENCE_BLOOD.hemoglobinGPerDl },
    at(REFERENCE_BLOOD.venousSaturationFraction),
    at(RATED_OUTLET_SATURATION_FRACTION),
  );
}

/** Mean over the devices whose rated flow and surface are known. */
function ratedTransferPerM2(): number {
  const perM2 = OXYGENATORS.flatMap(({ ratedFlowLpm, areaM2 }) =>
    ratedFlowLpm === undefined || areaM2 === undefined
      ? []
      : [ratedTransferMlPerMin(ratedFlowLpm) / areaM2],
  );
  return perM2.reduce((sum, one) => sum + one, 0) / perM2.length;
}

/** The end of the flow range of contemporary lungs a row speaks of. */
function studyEnd(inputs: Inputs): "low" | "high" {
  const words = inputs.words();
  if (["maximum", "max", "highest", "high"].some((word) => words.includes(word))) return "high";
  if (
    ["minimum", "min", "lowest", "low", "lower", "reference"].some((word) => words.includes(word))
  )
    return "low";
  throw new Unanswerable("Its flow is neither the lowest nor the highest.");
}

const studyTransferPerM2 = (end: "low" | "high"): number =>
  10 * STUDY_FLOW_LPM_PER_M2[end] * FLOW_PATH_STUDY[end].transferMlPerDl;

function givenUptake(inputs: Inputs): number {
  return uptakeMlPerMin(
    inputs.number("Q_L_min"),
    {
      hemoglobinGPerDl: inputs.number("Hb_g_dL"),
      hufnerMlPerG: inputs.numberOr("hufner", CONSTANTS.hufnerMlPerG),
      dissolvedO2MlPerDlMmHg: inputs.numberOr("alpha", CONSTANTS.dissolvedO2MlPerDlMmHg),
    },
    { saturationFraction: saturationOf(inputs, "SvO2"), po2MmHg: inputs.number("PvO2_mmHg") },
    { saturationFraction: saturationOf(inputs, "SaO2"), po2MmHg: inputs.number("PaO2_mmHg") },
  );
}

export const OXYGENATOR: readonly Experiment[] = [
  ...OXYGENATOR_CO2,
  {
    quantity: ["o2 transfer", "o2 exchange"],
    needs: ["Q_L_min Hb_g_dL SvO2 PvO2_mmHg SaO2 PaO2_mmHg"],
    answer: (inputs) => ({ value: givenUptake(inputs), unit: "mL/min", by: "balance, BL-40" }),
  },
  {
    quantity: ["o2 transfer 100 ml"],
    needs: ["flow"],
    answer: (inputs) => ({
      value: FLOW_PATH_STUDY[studyEnd(inputs)].transferMlPerDl,
      unit: "mL/dL",
      by: "three contemporary oxygenators",
      isCatalogue: true,
    }),
  },
  {
    quantity: ["o2 transfer m2"],
    needs: ["flow"],
    answer: (inputs) => ({
      value: studyTransferPerM2(studyEnd(inputs)),
      unit: "mL/min/m2",
      by: "flow per surface times uptake per dL, calibrated, BL-41",
      isCatalogue: true,
    }),
  },
  {
    quantity: ["gradient"],
    needs: ["flow"],
    answer: (inputs) => {
      const end = studyEnd(inputs);
      const gradient = oxygenGradientMmHg(studyTransferPerM2(end), STUDY_FLOW_LPM_PER_M2[end]);
      return {
        value: gradient,
        unit: "mmHg",
        by: "conductance, calibrated, BL-41",
        isCatalogue: true,
      };
    },
  },
  {
    quantity: ["o2 transfer m2", "o2 exchange m2"],
    needs: ["device"],
    answer: (inputs) => {
      const transfer = transferAtFio2MlPerMin(deviceOf(inputs), inputs.numberOr("FiO2", 1));
      return {
        value: known(transfer, "oxygen transfer") / areaOf(inputs),
        unit: "mL/min/m2",
        by: `${deviceOf(inputs).source}, BL-37`,
      };
    },
  },
  {
    quantity: ["o2 exchange m2", "o2 transfer m2"],
    needs: ["class"],
    answer: () => ({
      value: ratedTransferPerM2(),
      unit: "mL/min/m2",
      by: "reference blood leaving at 95 % at the rated flow, mean of devices",
    }),
  },
  {
    quantity: ["o2 transfer l blood"],
    needs: [""],
    answer: () => ({
      value: ratedTransferMlPerMin(1),
      unit: "mL/min/L",
      by: "reference blood leaving at 95 %",
    }),
  },
  {
    quantity: ["o2 transfer"],
    needs: ["device"],
    answer: (inputs) => ({
      value: known(
        transferAtFio2MlPerMin(deviceOf(inputs), inputs.numberOr("FiO2", 1)),
        "oxygen transfer",
      ),
      unit: "mL/min",
      by: `${deviceOf(inputs).source}, BL-37`,
    }),
  },
  {
    quantity: ["fio2"],
    needs: ["device VO2_mL_min"],
    answer: (inputs) => ({
      value: known(fio2Needed(deviceOf(inputs), inputs.number("VO2_mL_min")), "FiO2 line"),
      unit: "fraction",
      by: `${deviceOf(inputs).source}, BL-37`,
    }),
  },
  {
    quantity: ["pressure drop"],
    needs: ["device Q_L_min"],
    answer: (inputs) => ({
      value: known(pressureDropMmHg(deviceOf(inputs), inputs.number("Q_L_min")), "pressure drop"),
      unit: "mmHg",
      by: `${deviceOf(inputs).source}, BL-38`,
    }),
  },
  {
    quantity: ["shunt"],
    needs: ["device Q_L_min"],
    answer: (inputs) => ({
      value: known(shuntFraction(deviceOf(inputs), inputs.number("Q_L_min")), "shunt"),
      unit: "fraction",
      by: `${deviceOf(inputs).source}, BL-39`,
    }),
  },
];

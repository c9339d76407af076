/** Bicarbonate, base excess, gaps and pH from strong ions (area acidbase). */
import {
  anionGapMmolPerL,
  type BicarbonateConstants,
  baseExcessMmolPerL,
  PLASMA_37,
  pco2FromBicarbonateMmHg,
  phFromBicarbonate,
  plasmaBicarbonateMmolPerL,
  strongIonDifferenceMeqPerL,
} from "../../../physiology/blood/acidBase.ts";
import { type IonicBlood, NORMAL_BLOOD, phFromPco2 } from "../../../physiology/blood/strongIons.ts";
import type { Experiment, Inputs } from "../experiment.ts";

const constantsOf = (inputs: Inputs): BicarbonateConstants => ({
  pkPh: inputs.numberOr("pK", PLASMA_37.pkPh),
  solubilityMmolPerLMmHg: inputs.numberOr("alpha", PLASMA_37.solubilityMmolPerLMmHg),
});

/** Given or by Henderson–Hasselbalch. */
const bicarbonateOf = (inputs: Inputs): number =>
  inputs.has("HCO3")
    ? inputs.number("HCO3")
    : plasmaBicarbonateMmolPerL(
        inputs.number("pH"),
        inputs.number("PCO2_mmHg"),
        constantsOf(inputs),
      );

const bloodOf = (inputs: Inputs): IonicBlood => ({
  sodiumMmolPerL: inputs.number("Na"),
  potassiumMmolPerL: inputs.numberOr("K", 0),
  calciumMmolPerL: inputs.numberOr("Ca", 0),
  magnesiumMmolPerL: inputs.numberOr("Mg", 0),
  chlorideMmolPerL: inputs.number("Cl"),
  lactateMmolPerL: inputs.numberOr("lactate", 0),
  otherAnionsMeqPerL: inputs.numberOr("otherAnions", 0),
  albuminGPerL: inputs.numberOr("albumin_g_L", NORMAL_BLOOD.albuminGPerL),
  phosphateMmolPerL: inputs.numberOr("phosphate", NORMAL_BLOOD.phosphateMmolPerL),
  hemoglobinGPerDl: inputs.numberOr("Hb_g_dL", NORMAL_BLOOD.hemoglobinGPerDl),
});

export const ACID_BASE: readonly Experiment[] = [
  {
    quantity: ["base excess", "be"],
    needs: ["pH PCO2_mmHg Hb_g_dL", "pH HCO3 Hb_g_dL"],
    answer: (inputs) => ({
      value: baseExcessMmolPerL(
        bicarbonateOf(inputs),
        inputs.number("pH"),
        inputs.number("Hb_g_dL"),
      ),
      unit: "mmol/L",
      by: "van Slyke, BL-18",
    }),
  },
  {
    quantity: ["bicarbonate", "hco3"],
    needs: ["pH PCO2_mmHg"],
    answer: (inputs) => ({
      value: bicarbonateOf(inputs),
      unit: "mmol/L",
      by: "Henderson–Hasselbalch, BL-17",
    }),
  },
  {
    quantity: ["anion gap"],
    needs: ["Na Cl HCO3"],
    answer: (inputs) => ({
      value: anionGapMmolPerL(
        inputs.number("Na"),
        inputs.text("includeK") === "true" ? inputs.number("K") : 0,
        inputs.number("Cl"),
        inputs.number("HCO3"),
      ),
      unit: "mmol/L",
      by: "BL-19",
    }),
  },
  {
    quantity: ["strong ion difference", "sid"],
    needs: ["Na Cl"],
    answer: (inputs) => ({
      value: strongIonDifferenceMeqPerL(bloodOf(inputs)),
      unit: "mmol/L",
      by: "BL-20",
    }),
  },
  {
    quantity: ["ph"],
    needs: ["HCO3 PCO2_mmHg"],
    answer: (inputs) => ({
      value: phFromBicarbonate(
        inputs.number("HCO3"),
        inputs.number("PCO2_mmHg"),
        constantsOf(inputs),
      ),
      unit: "pH",
      by: "Henderson–Hasselbalch, BL-17",
    }),
  },
  {
    quantity: ["ph"],
    needs: ["Na Cl PCO2_mmHg"],
    answer: (inputs) => ({
      value: phFromPco2(bloodOf(inputs), inputs.number("PCO2_mmHg")),
      unit: "pH",
      by: "electroneutrality, BL-21",
    }),
  },
  {
    quantity: ["pco2"],
    needs: ["HCO3 pH"],
    answer: (inputs) => ({
      value: pco2FromBicarbonateMmHg(
        inputs.number("HCO3"),
        inputs.number("pH"),
        constantsOf(inputs),
      ),
      unit: "mmHg",
      by: "Henderson–Hasselbalch, BL-17",
    }),
  },
  {
    quantity: ["sid", "strong ion difference"],
    needs: ["lactate_rise", "dLactate"],
    answer: (inputs) => {
      const rise = inputs.number(inputs.has("dLactate") ? "dLactate" : "lactate_rise");
      const after = { ...NORMAL_BLOOD, lactateMmolPerL: NORMAL_BLOOD.lactateMmolPerL + rise };
      return {
        value: strongIonDifferenceMeqPerL(after) - strongIonDifferenceMeqPerL(NORMAL_BLOOD),
        unit: "mmol/L",
        by: "BL-20",
      };
    },
  },
];

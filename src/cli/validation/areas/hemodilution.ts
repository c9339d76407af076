/** Mixing, body size and blood volume (area hemodilution). */
import {
  bloodMlPerKgByAge,
  duBoisM2,
  haycockM2,
  mostellerM2,
  nadlerL,
} from "../../../physiology/body/bodySize.ts";
import {
  bypassHematocritFraction,
  filtrateForHematocritMl,
  fluidForHematocritMl,
  hemodilutionFraction,
  mixedHematocritFraction,
  packedCellsMl,
} from "../../../physiology/body/hemodilution.ts";
import { NOMINAL_BYPASS, NOMINAL_DILUTION } from "../../../physiology/body/nominalBypass.ts";
import { type Experiment, type Inputs, Unanswerable } from "../experiment.ts";

const SURFACES = { dubois: duBoisM2, mosteller: mostellerM2, haycock: haycockM2 } as const;

const heightCm = (inputs: Inputs): number =>
  inputs.has("height_cm") ? inputs.number("height_cm") : 100 * inputs.number("height_m");

function surfaceM2(inputs: Inputs): number {
  const named = inputs.words().find((word) => word in SURFACES) as
    | keyof typeof SURFACES
    | undefined;
  if (named === undefined && inputs.has("equation")) {
    throw new Unanswerable(`There is no surface formula "${inputs.text("equation")}" here.`);
  }
  return SURFACES[named ?? "dubois"](heightCm(inputs), inputs.number("weight_kg"));
}

/** Hct on bypass of the nominal adult: his volume from his size, or from a rule of mL/kg. */
function nominalHematocrit(inputs: Inputs): number {
  const { sex, heightM, weightKg, hematocritFraction, bloodMlPerKg } = NOMINAL_BYPASS;
  const bloodMl = inputs.words().includes("individual")
    ? 1000 * nadlerL(sex, heightM, weightKg)
    : weightKg * (/\d/.test(inputs.text("method")) ? inputs.number("method") : bloodMlPerKg);
  return bypassHematocritFraction(bloodMl, hematocritFraction, NOMINAL_DILUTION);
}

const nominalBloodMl = NOMINAL_BYPASS.weightKg * NOMINAL_BYPASS.bloodMlPerKg;

function yearsOf(inputs: Inputs): number {
  const [, sign, years] = /age\s*(<|>=|>|≥)?\s*(\d+)/.exec(inputs.text("context")) ?? [];
  if (years === undefined) throw new Unanswerable("Its context names no age.");
  return Number(years) + (sign === "<" ? -1 : 0);
}

const percent = (inputs: Inputs, key: string): number => inputs.number(key) / 100;
const hct = (value: number, by: string) => ({ value, unit: "fraction", by });

export const HEMODILUTION: readonly Experiment[] = [
  {
    quantity: ["packed"],
    needs: ["patient_mL patient_Hct prime_mL target_Hct packed_Hct"],
    answer: (inputs) => ({
      value: packedCellsMl(
        {
          bloodMl: inputs.number("patient_mL"),
          hematocritFraction: percent(inputs, "patient_Hct"),
        },
        inputs.number("prime_mL"),
        percent(inputs, "target_Hct"),
        percent(inputs, "packed_Hct"),
      ),
      unit: "mL",
      by: "BL-67",
    }),
  },
  {
    quantity: ["hct", "hematocrit"],
    needs: ["patient_mL patient_Hct prime_mL"],
    answer: (inputs) =>
      hct(
        mixedHematocritFraction(
          inputs.number("patient_mL"),
          percent(inputs, "patient_Hct"),
          inputs.number("prime_mL"),
          inputs.has("prime_Hct") ? percent(inputs, "prime_Hct") : 0,
        ),
        "mixing, BL-65",
      ),
  },
  {
    quantity: ["hct", "hematocrit"],
    needs: ["V1_mL Hct1 add_mL"],
    answer: (inputs) =>
      hct(
        mixedHematocritFraction(
          inputs.number("V1_mL"),
          percent(inputs, "Hct1"),
          inputs.number("add_mL"),
          inputs.has("addHct") ? percent(inputs, "addHct") : 0,
        ),
        "mixing, BL-65",
      ),
  },
  {
    quantity: ["volume"],
    needs: ["V1_mL Hct1 Hct2"],
    answer: (inputs) => {
      const [first, second] = [percent(inputs, "Hct1"), percent(inputs, "Hct2")];
      const change = second < first ? fluidForHematocritMl : filtrateForHematocritMl;
      return { value: change(inputs.number("V1_mL"), first, second), unit: "mL", by: "BL-68" };
    },
  },
  {
    quantity: ["hct", "hematocrit"],
    needs: ["weight_kg mL_kg Hct prime_mL"],
    answer: (inputs) =>
      hct(
        bypassHematocritFraction(
          inputs.number("weight_kg") * inputs.number("mL_kg"),
          percent(inputs, "Hct"),
          {
            primeMl: inputs.number("prime_mL"),
            anaesthesiaMl: inputs.numberOr("anaesthesia_mL", 0),
            cardioplegiaMl: inputs.numberOr("CPG_mL", inputs.numberOr("cardioplegia_mL", 0)),
            autologousPrimingMl: inputs.numberOr("RAP_mL", 0),
          },
        ),
        "Terumo, BL-66",
      ),
  },
  {
    quantity: ["blood volume"],
    needs: ["sex height_m weight_kg", "sex height_cm weight_kg"],
    answer: (inputs) => ({
      value: nadlerL(
        inputs.words().includes("female") ? "female" : "male",
        heightCm(inputs) / 100,
        inputs.number("weight_kg"),
      ),
      unit: "L",
      by: "Nadler, BL-63",
    }),
  },
  {
    quantity: ["blood volume"],
    needs: ["context"],
    answer: (inputs) => ({
      value: bloodMlPerKgByAge(yearsOf(inputs)),
      unit: "mL/kg",
      by: "ideal weight by age, BL-64",
      isCatalogue: true,
    }),
  },
  {
    quantity: ["bsa", "surface"],
    needs: ["height_cm weight_kg", "height_m weight_kg"],
    answer: (inputs) => ({ value: surfaceM2(inputs), unit: "m2", by: "BL-60 to BL-62" }),
  },
  {
    quantity: ["bypass hct", "bypass hematocrit"],
    needs: ["method", "n"],
    answer: (inputs) => hct(nominalHematocrit(inputs), "nominal adult and prime, BL-66"),
  },
  {
    quantity: ["haemodilution rate", "hemodilution rate"],
    needs: ["n"],
    answer: () =>
      hct(hemodilutionFraction(nominalBloodMl, NOMINAL_DILUTION), "nominal adult, BL-69"),
  },
];

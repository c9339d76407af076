/** Heparin, activated clotting time and protamine (area coagulation). */
import { NOMINAL_BYPASS, NOMINAL_DILUTION } from "../../../physiology/body/nominalBypass.ts";
import {
  AFTER_HEPARIN_INFUSION_FRACTION,
  antithrombinAfterPrimeFraction,
} from "../../../physiology/clotting/antithrombin.ts";
import {
  actS,
  BYPASS_HALF_LIFE_MIN,
  type HeparinGroup,
  halfLifeByDoseMin,
  halfLifeOnBypassMin,
  heparinDecayUPerMlPerH,
  heparinLeft,
  heparinUFromMg,
  impliedHalfLifeMin,
  levelAfterDoseUPerMl,
  levelForActUPerMl,
  PLASMA_AFTER_300_U_PER_ML,
  PROTAMINE_MG_PER_100_U,
  protamineMg,
  TYPICAL_RESPONSE,
} from "../../../physiology/clotting/heparin.ts";
import { type Experiment, type Inputs, Unanswerable } from "../experiment.ts";

const WARM_C = 37;

const groupOf = (inputs: Inputs): HeparinGroup =>
  inputs.words().some((word) => /^(?:p(?:a)?ediatric|child|children|infant)/.test(word))
    ? "paediatric"
    : "adult";

const { weightKg, bloodMlPerKg, heparinUPerKg, heparinInPrimeU } = NOMINAL_BYPASS;
const BLOOD_ML = weightKg * bloodMlPerKg;

/** Level after minutes of warm bypass in the nominal adult, U/mL. */
function levelAfter(doseUPerKg: number, minutes: number): number {
  const start = levelAfterDoseUPerMl(doseUPerKg * weightKg, BLOOD_ML, {
    heparinU: heparinInPrimeU,
    volumeMl: NOMINAL_DILUTION.primeMl,
  });
  return heparinLeft(start, minutes, halfLifeOnBypassMin("adult", WARM_C));
}

/** Minutes of "1 h on CPB" or "30 min". */
function minutesIn(inputs: Inputs, key: string): number {
  const [, amount, unit] = /(\d+(?:\.\d+)?)\s*(h|min)/.exec(inputs.text(key)) ?? [];
  if (amount === undefined) throw new Unanswerable(`Its ${key} names no time.`);
  return Number(amount) * (unit === "h" ? 60 : 1);
}

const responseOf = (inputs: Inputs) => ({
  baselineS: inputs.numberOr("ACT0", TYPICAL_RESPONSE.baselineS),
  slopeSPerUPerMl: inputs.numberOr("HDR", TYPICAL_RESPONSE.slopeSPerUPerMl),
  antithrombinFraction: inputs.words().includes("infusion") ? AFTER_HEPARIN_INFUSION_FRACTION : 1,
});

/** Times and levels of keys such as c10 and c40, earliest first. */
function levelsByMinute(inputs: Inputs): readonly { minute: number; level: number }[] {
  return inputs
    .keys()
    .flatMap((key) => {
      const [, minute] = /^c(\d+)$/.exec(key) ?? [];
      return minute === undefined ? [] : [{ minute: Number(minute), level: inputs.number(key) }];
    })
    .sort((a, b) => a.minute - b.minute);
}

/** Heparin to answer with protamine: what is left when titrated, all that was given otherwise. */
function heparinForProtamine(inputs: Inputs): number {
  const givenU = heparinUPerKg * weightKg + heparinInPrimeU;
  const isTitrated = inputs.words().some((word) => /^(?:titrat|hepcon|measured)/.test(word));
  if (!isTitrated) return givenU;
  const halfLife = BYPASS_HALF_LIFE_MIN[groupOf(inputs)];
  return heparinLeft(givenU, NOMINAL_BYPASS.bypassMinutes, halfLife);
}

const HALF_LIFE: readonly Experiment[] = [
  {
    quantity: ["half life"],
    needs: ["c10 c40"],
    answer: (inputs) => {
      const [first, second] = levelsByMinute(inputs);
      const minutes = second.minute - first.minute;
      return {
        value: impliedHalfLifeMin(first.level, second.level, minutes),
        unit: "min",
        by: "BL-52",
      };
    },
  },
  {
    quantity: ["half life"],
    needs: ["dose_U_kg"],
    answer: (inputs) => ({
      value: halfLifeByDoseMin(inputs.number("dose_U_kg")),
      unit: "min",
      by: "saturable removal, BL-50",
    }),
  },
  {
    quantity: ["half life"],
    needs: ["group"],
    answer: (inputs) => ({
      value: halfLifeOnBypassMin(groupOf(inputs), inputs.numberOr("T_C", WARM_C)),
      unit: "min",
      by: "BL-51",
    }),
  },
];

const LEVELS: readonly Experiment[] = [
  {
    quantity: ["heparin decay"],
    needs: ["T_C"],
    answer: (inputs) => ({
      value: heparinDecayUPerMlPerH(
        PLASMA_AFTER_300_U_PER_ML,
        groupOf(inputs),
        inputs.number("T_C"),
      ),
      unit: "U/mL/h",
      by: "BL-52",
    }),
  },
  {
    quantity: ["free heparin", "heparin"],
    needs: ["dose_mg_kg t_min"],
    answer: (inputs) => ({
      value: heparinLeft(
        inputs.number("dose_mg_kg"),
        inputs.number("t_min"),
        halfLifeOnBypassMin(groupOf(inputs), inputs.numberOr("T_C", WARM_C)),
      ),
      unit: "mg/kg",
      by: "BL-52",
    }),
  },
  {
    quantity: ["antithrombin"],
    needs: ["dose"],
    answer: () => ({
      value: antithrombinAfterPrimeFraction(
        BLOOD_ML,
        NOMINAL_BYPASS.hematocritFraction,
        NOMINAL_DILUTION.primeMl,
      ),
      unit: "fraction",
      by: "dilution of plasma, BL-56",
    }),
  },
];

const CLOTTING_TIME: readonly Experiment[] = [
  {
    quantity: ["act protamine", "act control"],
    needs: [""],
    answer: () => ({
      value: actS(0, TYPICAL_RESPONSE) / TYPICAL_RESPONSE.baselineS - 1,
      unit: "fraction",
      by: "no heparin left, BL-53",
    }),
  },
  {
    quantity: ["heparin concentration"],
    needs: ["ACT0 HDR target"],
    answer: (inputs) => ({
      value: levelForActUPerMl(inputs.number("target"), responseOf(inputs)),
      unit: "U/mL",
      by: "BL-53",
    }),
  },
  {
    quantity: ["slope"],
    needs: ["n"],
    answer: () => ({
      value: TYPICAL_RESPONSE.slopeSPerUPerMl,
      unit: "s per U/mL",
      by: "304 patients",
      isCatalogue: true,
    }),
  },
  {
    quantity: ["baseline act"],
    needs: ["n"],
    answer: () => ({
      value: TYPICAL_RESPONSE.baselineS,
      unit: "s",
      by: "304 patients",
      isCatalogue: true,
    }),
  },
  {
    quantity: ["act"],
    needs: ["dose_U_kg", "dose_mg_kg"],
    answer: (inputs) => {
      const dose = inputs.has("dose_U_kg")
        ? inputs.number("dose_U_kg")
        : heparinUFromMg(inputs.number("dose_mg_kg"));
      const level = inputs.has("t_min")
        ? levelAfter(dose, inputs.number("t_min"))
        : levelAfterDoseUPerMl(dose * weightKg, BLOOD_ML);
      return { value: actS(level, responseOf(inputs)), unit: "s", by: "BL-53, BL-54" };
    },
  },
  {
    quantity: ["act"],
    needs: ["context"],
    answer: (inputs) => ({
      value: actS(levelAfter(heparinUPerKg, minutesIn(inputs, "context")), responseOf(inputs)),
      unit: "s",
      by: "nominal dose, BL-53, BL-54",
    }),
  },
];

const PROTAMINE: readonly Experiment[] = [
  {
    quantity: ["protamine ratio", "protamine 100"],
    needs: [""],
    answer: () => ({
      value: PROTAMINE_MG_PER_100_U,
      unit: "mg/100 U",
      by: "152 patients",
      isCatalogue: true,
    }),
  },
  {
    quantity: ["protamine"],
    needs: ["group"],
    answer: (inputs) => ({
      value: protamineMg(heparinForProtamine(inputs)),
      unit: "mg",
      by: "nominal heparin times the ratio, BL-55",
    }),
  },
];

export const CLOTTING: readonly Experiment[] = [
  ...HALF_LIFE,
  ...LEVELS,
  ...CLOTTING_TIME,
  ...PROTAMINE,
];

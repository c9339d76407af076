/** Potassium on bypass, after cardioplegia and under insulin (area electrolytes). */
import { NOMINAL_BYPASS, NOMINAL_DILUTION } from "../../../physiology/body/nominalBypass.ts";
import {
  extracellularL,
  loadLeftMmolPerL,
  minutesToLevel,
  POTASSIUM_BEFORE_MMOL_PER_L,
  thinnedMmolPerL,
  underInsulinMmolPerL,
} from "../../../physiology/electrolytes/potassium.ts";
import { type Experiment, type Inputs, Unanswerable } from "../experiment.ts";

const { weightKg, bypassMinutes } = NOMINAL_BYPASS;
const ADDED_ML = NOMINAL_DILUTION.primeMl + NOMINAL_DILUTION.anaesthesiaMl;
/** Where insulin is stopped when nothing else is said: potassium of 5.5 (the studies' own target). */
const TARGET_MMOL_PER_L = 5.5;
/** Patients of a group "7 or more" lie this far above its edge on average (Chosen). */
const ABOVE_EDGE_MMOL_PER_L = 0.3;

function startOf(inputs: Inputs): number {
  const edge = inputs.text("K_start").includes(">");
  return inputs.number("K_start") + (edge ? ABOVE_EDGE_MMOL_PER_L : 0);
}

/** Potassium given in cardioplegia, mmol: none, or the number that is named. */
function loadOf(inputs: Inputs): number {
  for (const key of ["K_mEq", "K_mmol", "cardioplegia"]) {
    if (!inputs.has(key)) continue;
    const text = inputs.text(key);
    if (/none|without|^0$/.test(text)) return 0;
    if (/\d/.test(text)) return inputs.number(key);
  }
  throw new Unanswerable("It names no amount of potassium.");
}

/** Change of potassium in mmol/L by the stated time, or until the target is reached. */
function changeUnderInsulin(inputs: Inputs): number {
  const start = inputs.has("K_start") ? startOf(inputs) : 7 + ABOVE_EDGE_MMOL_PER_L;
  const dose = inputs.number("insulin_IU");
  const minutes = inputs.has("t_min")
    ? inputs.number("t_min")
    : minutesToLevel(start, TARGET_MMOL_PER_L, dose);
  return underInsulinMmolPerL(start, dose, minutes) - start;
}

export const ELECTROLYTES: readonly Experiment[] = [
  {
    quantity: ["time"],
    needs: ["insulin_IU K_start"],
    answer: (inputs) => ({
      value: minutesToLevel(startOf(inputs), TARGET_MMOL_PER_L, inputs.number("insulin_IU")),
      unit: "min",
      by: "uptake under insulin, E-4",
    }),
  },
  {
    quantity: ["fall", "reduction", "decrease", "drop"],
    needs: ["insulin_IU"],
    answer: (inputs) => ({
      value: -changeUnderInsulin(inputs),
      unit: "mmol/L",
      by: "uptake under insulin, E-4",
    }),
  },
  {
    quantity: ["change"],
    needs: ["insulin_IU"],
    answer: (inputs) => ({
      value: changeUnderInsulin(inputs),
      unit: "mmol/L",
      by: "uptake under insulin, E-4",
    }),
  },
  {
    quantity: ["serum k", "potassium", "k bypass"],
    needs: ["cardioplegia", "K_mEq", "K_mmol"],
    answer: (inputs) => {
      const water = extracellularL(weightKg, ADDED_ML);
      const thinned = thinnedMmolPerL(POTASSIUM_BEFORE_MMOL_PER_L, weightKg, ADDED_ML);
      return {
        value: thinned + loadLeftMmolPerL(loadOf(inputs), water, bypassMinutes),
        unit: "mmol/L",
        by: "prime without potassium and what is left of the load, E-1, E-2",
      };
    },
  },
];

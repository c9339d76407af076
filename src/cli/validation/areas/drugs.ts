/** What drugs do to pressure, vessels, veins and calcium, and for how long (area drugs). */
import { NOMINAL_BYPASS, NOMINAL_DILUTION } from "../../../physiology/body/nominalBypass.ts";
import {
  type Mover,
  meanPressureMmHg,
  venousPressureChangeMmHg,
} from "../../../physiology/drugs/plainCirculation.ts";
import type { Drug } from "../../../world/contract/drug.schema.ts";
import { doseInAmountUnits, rateInAmountUnitsPerS } from "../../../world/contract/drugUnits.ts";
import { actionAt, beginTrial, drugNamedIn, type Trial } from "../drugTrial.ts";
import { type Experiment, type Inputs, Unanswerable } from "../experiment.ts";

const { weightKg, bloodMlPerKg } = NOMINAL_BYPASS;
/** Pressure before a drug: what is treated on bypass, and a patient's own with a beating heart (K). */
const START_MMHG: Readonly<Record<Mover, number>> = { pump: 45, heart: 90 };
/** Minutes after which a running drug is looked at, when none are given: 15 to 20 on bypass, an hour of
 * sedation with a beating heart (K). */
const INFUSION_MINUTES: Readonly<Record<Mover, number>> = { pump: 20, heart: 60 };
/** A dose is looked at where it does most, within this time, when no moment is given. */
const PEAK_MINUTES = 6;
/** Least change a table of ten to thirteen patients calls significant: SD of resistance about 25 % (K). */
const NOTABLE_FRACTION = 0.2;
/** Least rise of pressure that a study would call one, mmHg (K). */
const NOTABLE_MMHG = 5;
/** A "sedative dose" of a vapour, as a share of its MAC (K). */
const SEDATIVE_MAC_FRACTION = 0.7;
/** Blood at a hypothermic bypass with a vapour, and at the mild one of 32 to 33 °C. */
const HYPOTHERMIC_C = 27;
const MILD_C = 32.5;
/** Ionised calcium before bypass, mmol/L (K). */
const CALCIUM_BEFORE_MMOL_PER_L = 1.2;
const DURATION_MINUTES_MAX = 240;

const textOf = (inputs: Inputs): string =>
  ["drug", "agent", "dose", "context", "species"].map((key) => inputs.text(key)).join(" ");
const drugOf = (inputs: Inputs): Drug => drugNamedIn(textOf(inputs));

/** A heart does the work when the text says so: after bypass or surgery, awake, or not on bypass. */
function moverOf(inputs: Inputs): Mover {
  const text = textOf(inputs).toLowerCase();
  if (/not cpb|after (?:cabg|cpb|surgery)|normal circulation|coronary patients|awake/.test(text))
    return /after cpb start/.test(text) ? "pump" : "heart";
  return "pump";
}

/** A trial with the dose or rate that a text names, such as "2 mg/kg bolus" or "1.4 ug/kg/min". */
function givenTrial(inputs: Inputs, drug: Drug, bodyC = 37): { trial: Trial; isRate: boolean } {
  const [, amount, unit] =
    /(\d+(?:\.\d+)?)\s*((?:ug|mg|g|IU|U|mmol)(?:\/kg)?(?:\/(?:min|h))?)/.exec(
      inputs.text("dose") || inputs.text("drug"),
    ) ?? [];
  if (amount === undefined || unit === undefined) throw new Unanswerable("It names no dose.");
  const said = unit.replace("IU", "U");
  const rate = rateInAmountUnitsPerS(Number(amount), said, drug.amountUnit, weightKg);
  const dose = doseInAmountUnits(Number(amount), said, drug.amountUnit, weightKg);
  if (rate === null && dose === null) throw new Unanswerable(`It cannot be dosed in ${unit}.`);
  const trial = beginTrial(drug, rate === null ? (dose ?? 0) : 0, bodyC);
  if (rate !== null) trial.setRate(rate);
  return { trial, isRate: rate !== null };
}

/** Level at the site at the stated moment; else after the usual time of a rate, or at a dose's peak. */
function levelIn(inputs: Inputs, drug: Drug): number {
  const { trial, isRate } = givenTrial(inputs, drug);
  if (inputs.has("t_min") || isRate) {
    trial.run(inputs.numberOr("t_min", INFUSION_MINUTES[moverOf(inputs)]));
    return trial.effectPerL();
  }
  let peak = 0;
  for (let tenth = 0; tenth < PEAK_MINUTES * 10; tenth += 1) {
    trial.run(0.1);
    peak = Math.max(peak, trial.effectPerL());
  }
  return peak;
}

function pressureChange(inputs: Inputs): { mmHg: number; fraction: number } {
  const drug = drugOf(inputs);
  const mover = moverOf(inputs);
  const start = START_MMHG[mover];
  const after = meanPressureMmHg(start, mover, actionAt(drug, levelIn(inputs, drug)));
  return { mmHg: after - start, fraction: after / start - 1 };
}

/** Tension of a vapour breathed in for twenty minutes of mild hypothermic bypass. */
function tensionAfterInspired(drug: Drug, share: number): number {
  const trial = beginTrial(drug, 0, MILD_C);
  trial.setRate(share);
  trial.run(INFUSION_MINUTES.pump);
  return trial.effectPerL();
}

/** Change of vascular resistance as a fraction, whatever way the drug is said to have been given. */
function resistanceChange(inputs: Inputs): number {
  const drug = drugOf(inputs);
  const vapour = drug.volatile;
  let level: number;
  if (vapour === undefined) level = levelIn(inputs, drug);
  else if (inputs.has("inspired_vol_pct"))
    level = tensionAfterInspired(drug, inputs.number("inspired_vol_pct") / 100);
  else level = SEDATIVE_MAC_FRACTION * vapour.macFraction;
  return actionAt(drug, level).toneRatio - 1;
}

/** Minutes in which blood loses half of a vapour once it is turned off. */
function washoutMinutes(inputs: Inputs): number {
  const drug = drugOf(inputs);
  if (drug.volatile === undefined) throw new Unanswerable("It is no vapour.");
  const trial = beginTrial(drug, 0, /hypotherm/.test(textOf(inputs)) ? HYPOTHERMIC_C : 37);
  trial.setRate(drug.volatile.macFraction);
  trial.run(60);
  const full = trial.bloodPerL();
  trial.setRate(0);
  let minutes = 0;
  while (trial.bloodPerL() > full / 2 && minutes < DURATION_MINUTES_MAX) {
    trial.run(0.1);
    minutes += 0.1;
  }
  return minutes;
}

/** Minutes during which pressure on bypass is notably raised. */
function raisedMinutes(inputs: Inputs): number {
  const drug = drugOf(inputs);
  const { trial } = givenTrial(inputs, drug);
  let minutes = 0;
  for (let tenth = 0; tenth < DURATION_MINUTES_MAX * 10; tenth += 1) {
    trial.run(0.1);
    const now = meanPressureMmHg(START_MMHG.pump, "pump", actionAt(drug, trial.effectPerL()));
    if (now - START_MMHG.pump >= NOTABLE_MMHG) minutes += 0.1;
  }
  return minutes;
}

/** Volume in mL that veins store where a vasodilator has lowered pressure by so much. */
function storedMl(inputs: Inputs): number {
  const drug = drugOf(inputs);
  const wanted = START_MMHG.heart - Math.abs(inputs.number("effect_MAP"));
  let [low, high] = [0, 1e4];
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (meanPressureMmHg(START_MMHG.heart, "heart", actionAt(drug, middle)) > wanted) low = middle;
    else high = middle;
  }
  return actionAt(drug, low).venousUnstressedMl;
}

/** Ionised calcium in mmol/L: thinned by prime without calcium, and what a dose adds at a moment. */
function ionisedCalcium(inputs: Inputs): number {
  const drug = drugNamedIn("calcium chloride");
  const centralMl = (drug.kinetics?.centralMlPerKg ?? bloodMlPerKg) * weightKg;
  const added = NOMINAL_DILUTION.primeMl + NOMINAL_DILUTION.anaesthesiaMl;
  const thinned = (CALCIUM_BEFORE_MMOL_PER_L * centralMl) / (centralMl + added);
  if (/none/.test(inputs.text("drug"))) return thinned;
  const usual = drug.bolus?.usual ?? [];
  const dose = usual[Math.floor(usual.length / 2)] ?? 0;
  const trial = beginTrial(drug, dose, 37);
  trial.run(inputs.number("t_min"));
  return thinned + trial.bloodPerL() * (drug.carries?.calciumMmol ?? 0);
}

const OF_A_DRUG = ["drug", "agent"];

export const DRUGS: readonly Experiment[] = [
  {
    quantity: ["volume stored", "stored"],
    needs: ["drug effect_MAP"],
    answer: (inputs) => ({ value: storedMl(inputs), unit: "mL", by: "D-8, D-31" }),
  },
  {
    quantity: ["duration"],
    needs: ["drug dose"],
    answer: (inputs) => ({ value: raisedMinutes(inputs), unit: "min", by: "D-4, D-7, D-30" }),
  },
  {
    quantity: ["half life"],
    needs: OF_A_DRUG,
    answer: (inputs) => ({ value: washoutMinutes(inputs), unit: "min", by: "washout, D-12" }),
  },
  {
    quantity: ["calcium"],
    needs: ["drug"],
    answer: (inputs) => ({ value: ionisedCalcium(inputs), unit: "mmol/L", by: "D-4, D-33" }),
  },
  {
    quantity: ["cvp change", "venous pressure change"],
    needs: OF_A_DRUG,
    answer: (inputs) => {
      const drug = drugOf(inputs);
      const action = actionAt(drug, levelIn(inputs, drug));
      return { value: venousPressureChangeMmHg(action), unit: "mmHg", by: "D-32" };
    },
  },
  {
    quantity: ["significant"],
    needs: OF_A_DRUG,
    answer: (inputs) => {
      const change = resistanceChange(inputs);
      const value = Math.abs(change) < NOTABLE_FRACTION ? 0 : Math.sign(change);
      return { value, unit: "sign", by: "D-7, D-12; a fifth counts as notable" };
    },
  },
  {
    quantity: ["svr sign", "svri sign", "resistance sign"],
    needs: OF_A_DRUG,
    answer: (inputs) => ({
      value: Math.sign(resistanceChange(inputs)),
      unit: "sign",
      by: "D-7",
    }),
  },
  {
    quantity: ["svr change", "svri change", "resistance change"],
    needs: OF_A_DRUG,
    answer: (inputs) => ({ value: resistanceChange(inputs), unit: "fraction", by: "D-7, D-8" }),
  },
  {
    quantity: ["map change", "pressure change", "map rise"],
    needs: OF_A_DRUG,
    answer: (inputs) => {
      const change = pressureChange(inputs);
      return inputs.unit === "%"
        ? { value: change.fraction, unit: "fraction", by: "D-30" }
        : { value: change.mmHg, unit: "mmHg", by: "D-30" };
    },
  },
];

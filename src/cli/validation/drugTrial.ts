/**
 * Gives a drug of the formulary to the nominal adult and follows it in time: the same pools, effects and
 * vapour as in the world, on a circulation of a few equations (docs/model-drugs.md section 7).
 */
import { NOMINAL_BYPASS } from "../../physiology/body/nominalBypass.ts";
import { addEffect, clearTargets, TARGET } from "../../physiology/drugs/effects.ts";
import {
  type Conveyance,
  giveToPool,
  kineticsForBody,
  POOL,
  stepPool,
} from "../../physiology/drugs/kinetics.ts";
import type { DrugAction } from "../../physiology/drugs/plainCirculation.ts";
import { stepVolatile } from "../../physiology/drugs/volatile.ts";
import { type Drug, drugSchema } from "../../world/contract/drug.schema.ts";
import { readScenarioFolder } from "../readLibrary.ts";
import { SCENARIO_FOLDER } from "../scenarioContent.ts";
import { Unanswerable } from "./experiment.ts";

const Q = POOL.index;
const T = TARGET.index;
const STEP_S = 0.5;
const { weightKg } = NOMINAL_BYPASS;
/** Blood that moves as a nominal adult's on bypass does: a dose arrives within half a minute. */
const MOVING: Conveyance = {
  circuitPerS: 0.06,
  veinPerS: 0.1,
  drainedFraction: 0,
  perfusionFraction: 1,
  liverC: 37,
};
/** Nominal pump and sweep, L/min (clinical.md 0.3). */
const PUMP_LPM = 4.6;
const SWEEP_LPM = 2.5;

let formulary: readonly Drug[] | undefined;

function readFormulary(): readonly Drug[] {
  formulary ??= [...readScenarioFolder(SCENARIO_FOLDER).drugs.values()].map(({ data }) =>
    drugSchema.parse(data),
  );
  return formulary;
}

/** The drug that a text names by its id, title or another name; the longest name wins. */
export function drugNamedIn(text: string): Drug {
  const wanted = ` ${text.toLowerCase()} `;
  const names = readFormulary().flatMap((drug) =>
    [drug.id.replaceAll("-", " "), drug.title.toLowerCase(), ...drug.alsoCalled].map((name) => ({
      name,
      drug,
    })),
  );
  const [found] = names
    .filter(({ name }) => wanted.includes(name))
    .toSorted((a, b) => b.name.length - a.name.length);
  if (found === undefined) throw new Unanswerable(`There is no drug "${text}" in the formulary.`);
  return found.drug;
}

/** What a drug does at a level at its site. */
export function actionAt(drug: Drug, perL: number): DrugAction {
  const targets = new Float64Array(TARGET.size);
  clearTargets(targets);
  for (const effect of drug.effects) {
    const isVenous = effect.on === "venousUnstressed";
    const changeFraction = isVenous ? effect.changeMlPerKg * weightKg : effect.changeFraction;
    const { halfAtPerL, hillExponent, on: target } = effect;
    const effectNow = { target, changeFraction, halfAtPerL, hillExponent };
    addEffect(targets, effectNow, Float64Array.of(perL, 1));
  }
  return {
    toneRatio: targets[T.arteriolarTone],
    contractilityRatio: targets[T.contractility],
    heartRateRatio: targets[T.heartRate],
    venousUnstressedMl: targets[T.venousUnstressed],
  };
}

export interface Trial {
  /** Level at the site of action now. */
  effectPerL(): number;
  /** Level in blood now. */
  bloodPerL(): number;
  run(minutes: number): void;
  /** A rate in the file's amount unit per second, or a share of gas. */
  setRate(perS: number): void;
}

/** A fresh adult who is given a dose in the unit of the drug's file. */
export function beginTrial(drug: Drug, dose: number, bodyC: number): Trial {
  const pools = new Float64Array(POOL.size);
  const way = { ...MOVING, liverC: bodyC };
  const gas = { bloodLpm: PUMP_LPM, sweepLpm: SWEEP_LPM, bodyC };
  const body =
    drug.kinetics === undefined
      ? undefined
      : kineticsForBody(drug.kinetics, drug.saturable, weightKg);
  if (body === undefined && drug.volatile === undefined)
    throw new Unanswerable(`${drug.title} has no time course of its own.`);
  if (dose > 0) giveToPool(pools, 0, dose, false);
  const step = (): void => {
    if (drug.volatile !== undefined)
      stepVolatile(pools, 0, { agent: drug.volatile, weightKg }, gas, STEP_S);
    else if (body !== undefined) stepPool(pools, 0, body, way, STEP_S);
  };
  return {
    effectPerL: () => pools[Q.effectPerL],
    bloodPerL: () => (body === undefined ? pools[Q.effectPerL] : pools[Q.central] / body.centralL),
    run(minutes) {
      for (let left = Math.round((minutes * 60) / STEP_S); left > 0; left -= 1) step();
    },
    setRate(perS) {
      pools[Q.infusedPerS] = perS;
    },
  };
}

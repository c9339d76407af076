/** Giving drugs: what is possible, what is refused and why, and where a dose goes (docs/model-drugs.md D-1). */
import { closest } from "../../kernel/suggest.ts";
import { giveToPool, POOL } from "../../physiology/drugs/kinetics.ts";
import type { TraineeAction } from "../contract/actions.ts";
import type { Drug } from "../contract/drug.schema.ts";
import { drugIndex, drugNames, givenOf, isMoreThanMost } from "../contract/drugDosing.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { cellOfRoute, ionsOf, pourIons } from "../physics/carriedIons.ts";
import { poolOffset } from "../state/medicineLayout.ts";
import type { WorldState } from "../state/state.ts";
import { type ActResult, DONE, type Refusal, refuse } from "./refusal.ts";

const Q = POOL.index;
type Of<T extends TraineeAction["type"]> = Extract<TraineeAction, { type: T }>;

function unknownDrug(setup: WorldSetup, name: string): Refusal {
  const guess = closest(name, drugNames(setup.drugs));
  const hint = guess === undefined ? "Look in the drugs drawer." : `Did you mean ${guess}?`;
  return refuse("unknownDrug", `There is no drug called "${name}" here. ${hint}`);
}

const wrongUnit = (drug: Drug, unit: string, usual: string): Refusal =>
  refuse("impossibleDose", `${drug.title} is not measured in ${unit} here; say it in ${usual}.`);

const tooMuch = (drug: Drug, max: number, unit: string): Refusal =>
  refuse(
    "impossibleDose",
    `That is more ${drug.title.toLowerCase()} than is in the cupboard: ${max} ${unit} at most. Check unit and decimal point.`,
  );

/** What leaves the modelled pools at once because the blood itself carries it. */
function giveDose(state: WorldState, drug: Drug, index: number, amount: number, circuit: boolean) {
  const at = poolOffset(index);
  if (drug.kinetics !== undefined) giveToPool(state.drugs, at, amount, circuit);
  else {
    state.drugs[at + Q.given] += amount;
    state.drugs[at + Q.removed] += amount;
  }
}

export function giveDrug(state: WorldState, setup: WorldSetup, action: Of<"drug.give">): ActResult {
  const index = drugIndex(setup.drugs, action.drug);
  const drug = setup.drugs[index];
  if (drug === undefined) return unknownDrug(setup, action.drug);
  const { weightKg } = setup.patient;
  if (drug.bolus === undefined)
    return refuse("wrongRoute", `${drug.title} is not given as a single dose; set a rate.`);
  if (!drug.routes.includes(action.route))
    return refuse("wrongRoute", `${drug.title} does not go there.`);
  const { max, unit } = drug.bolus;
  const amount = givenOf(drug, "bolus", action, weightKg);
  if (amount === null) return wrongUnit(drug, action.unit, unit);
  if (isMoreThanMost(drug, "bolus", amount, weightKg)) return tooMuch(drug, max, unit);
  giveDose(state, drug, index, amount, action.route === "circuit");
  pourIons(state, ionsOf(drug), cellOfRoute(action.route), amount);
  return DONE;
}

export function infuseDrug(
  state: WorldState,
  setup: WorldSetup,
  action: Of<"drug.infuse">,
): ActResult {
  const index = drugIndex(setup.drugs, action.drug);
  const drug = setup.drugs[index];
  if (drug === undefined) return unknownDrug(setup, action.drug);
  const { weightKg } = setup.patient;
  if (drug.infusion === undefined)
    return refuse("wrongRoute", `${drug.title} is not given by infusion here.`);
  const { max, unit } = drug.infusion;
  const perS = givenOf(drug, "infusion", action, weightKg);
  if (perS === null) return wrongUnit(drug, action.unit, unit);
  if (isMoreThanMost(drug, "infusion", perS, weightKg)) return tooMuch(drug, max, unit);
  state.drugs[poolOffset(index) + Q.infusedPerS] = perS;
  return DONE;
}

export function stopDrug(state: WorldState, setup: WorldSetup, action: Of<"drug.stop">): ActResult {
  const index = drugIndex(setup.drugs, action.drug);
  const drug = setup.drugs[index];
  if (drug === undefined) return unknownDrug(setup, action.drug);
  const at = poolOffset(index) + Q.infusedPerS;
  if (state.drugs[at] === 0) return refuse("alreadySo", `No ${drug.title} is running.`);
  state.drugs[at] = 0;
  return DONE;
}

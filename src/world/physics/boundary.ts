/**
 * What people add to or lose from the blood: fluids into the reservoir, and blood that spills when the
 * hard shell runs over. Every drop is written to the ledger.
 */
import { FLUIDS, type Fluid, type FluidName } from "../../physiology/blood/fluids.ts";
import { BLOOD_HEAT_KJ_PER_ML_C } from "../../physiology/blood/properties.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  ALBUMIN,
  amountIndex,
  CALCIUM,
  CHLORIDE,
  CO2,
  FREE_HEMOGLOBIN,
  firstCell,
  GAS,
  GLUCOSE,
  HEAT,
  LACTATE,
  MAGNESIUM,
  nodeIndex,
  O2,
  OTHER_ANIONS,
  POTASSIUM,
  RED,
  SODIUM,
  SPECIES_COUNT,
} from "../topology.ts";
import { recordIn } from "./ledger.ts";

const M = MACHINE.index;
const RESERVOIR = firstCell.reservoir;
const RESERVOIR_NODE = nodeIndex("reservoir");

/** Plasma species of a fluid, per litre of its plasma or water. */
const plasmaOf = (fluid: Fluid): readonly (readonly [species: number, perL: number])[] => [
  [SODIUM, fluid.sodiumMmolPerL],
  [POTASSIUM, fluid.potassiumMmolPerL],
  [CALCIUM, fluid.calciumMmolPerL],
  [MAGNESIUM, fluid.magnesiumMmolPerL],
  [CHLORIDE, fluid.chlorideMmolPerL],
  [LACTATE, fluid.lactateMmolPerL],
  [OTHER_ANIONS, fluid.otherAnionsMeqPerL],
  [ALBUMIN, fluid.albuminGPerL],
  [GLUCOSE, fluid.glucoseMmolPerL],
  [FREE_HEMOGLOBIN, fluid.freeHemoglobinGPerL],
];

/** Bring an amount of a species into a cell from outside, or take it out when negative. */
export function bringIn(state: WorldState, cell: number, species: number, amount: number): void {
  state.cellAmount[amountIndex(species, cell)] += amount;
  recordIn(state, species, amount);
}

/** Pour a fluid into the reservoir, mL. */
export function addFluid(state: WorldState, name: FluidName, ml: number): void {
  pourFluid(state, RESERVOIR, name, ml);
  state.nodeVolumeMl[RESERVOIR_NODE] += ml;
}

/** A fluid into a cell, mL, with its ledger; the caller looks after the node's volume. */
export function pourFluid(state: WorldState, cell: number, name: FluidName, ml: number): void {
  const fluid = FLUIDS[name];
  const redMl = ml * fluid.hematocritFraction;
  state.cellVolumeMl[cell] += ml;
  state.machine[M.volumeInMl] += ml;
  bringIn(state, cell, O2, ml * fluid.oxygenMlPerMl);
  bringIn(state, cell, CO2, ml * fluid.co2MlPerMl);
  bringIn(state, cell, RED, redMl);
  bringIn(state, cell, HEAT, ml * fluid.temperatureC * BLOOD_HEAT_KJ_PER_ML_C);
  for (const [species, perL] of plasmaOf(fluid)) {
    bringIn(state, cell, species, (perL / 1000) * (ml - redMl));
  }
}

/**
 * Take blood and bubbles out of a cell, mL, and write the blood to the ledger; gives the mL taken, at most
 * all there is. The caller looks after the node's volume.
 */
export function loseBlood(state: WorldState, cell: number, ml: number): number {
  const volume = state.cellVolumeMl[cell] as number;
  if (volume <= 0) return 0;
  const share = Math.min(1, ml / volume);
  const gas = share * state.cellAmount[amountIndex(GAS, cell)];
  for (let species = 0; species < SPECIES_COUNT; species += 1) {
    bringIn(state, cell, species, -share * state.cellAmount[amountIndex(species, cell)]);
  }
  state.cellVolumeMl[cell] = volume - volume * share;
  state.machine[M.volumeInMl] -= volume * share - gas;
  return volume * share;
}

/** Blood above the rim of the reservoir is lost to the floor. */
export function spillOver(state: WorldState, capacityMl: number): void {
  const surplus = state.cellVolumeMl[RESERVOIR] - capacityMl;
  if (surplus <= 0) return;
  loseBlood(state, RESERVOIR, surplus);
  state.nodeVolumeMl[RESERVOIR_NODE] = state.cellVolumeMl[RESERVOIR] as number;
}

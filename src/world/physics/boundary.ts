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
  const fluid = FLUIDS[name];
  const redMl = ml * fluid.hematocritFraction;
  state.cellVolumeMl[RESERVOIR] += ml;
  state.nodeVolumeMl[RESERVOIR_NODE] += ml;
  state.machine[M.volumeInMl] += ml;
  bringIn(state, RESERVOIR, O2, ml * fluid.oxygenMlPerMl);
  bringIn(state, RESERVOIR, CO2, ml * fluid.co2MlPerMl);
  bringIn(state, RESERVOIR, RED, redMl);
  bringIn(state, RESERVOIR, HEAT, ml * fluid.temperatureC * BLOOD_HEAT_KJ_PER_ML_C);
  for (const [species, perL] of plasmaOf(fluid)) {
    bringIn(state, RESERVOIR, species, (perL / 1000) * (ml - redMl));
  }
}

/** Blood above the rim of the reservoir is lost to the floor. */
export function spillOver(state: WorldState, capacityMl: number): void {
  const volume = state.cellVolumeMl[RESERVOIR] as number;
  if (volume <= capacityMl) return;
  const share = (volume - capacityMl) / volume;
  state.cellVolumeMl[RESERVOIR] = capacityMl;
  state.nodeVolumeMl[RESERVOIR_NODE] = capacityMl;
  state.machine[M.volumeInMl] -= volume - capacityMl;
  for (let species = 0; species < SPECIES_COUNT; species += 1) {
    if (species === GAS) continue; // the open reservoir holds none
    bringIn(state, RESERVOIR, species, -share * state.cellAmount[amountIndex(species, RESERVOIR)]);
  }
}

/**
 * What people add to or lose from the blood: crystalloid into the reservoir, and blood that spills
 * when the hard shell runs over. Every drop is written to the ledger.
 */
import { BLOOD_HEAT_KJ_PER_ML_C } from "../../physiology/blood/properties.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { amountIndex, CO2, firstCell, GAS, HEAT, nodeIndex, O2, RED } from "../topology.ts";

const M = MACHINE.index;
const RESERVOIR = firstCell.reservoir;
const RESERVOIR_NODE = nodeIndex("reservoir");
/** Temperature of fluid from the shelf, °C. */
const SHELF_C = 21;
/** Oxygen and CO2 dissolved in crystalloid standing in room air, mL per mL. */
const CRYSTALLOID_O2 = 0.0045;
const CRYSTALLOID_CO2 = 0.0002;

/** Add crystalloid to the reservoir, mL. */
export function addCrystalloid(state: WorldState, ml: number): void {
  pourCrystalloid(state, RESERVOIR, ml);
  state.nodeVolumeMl[RESERVOIR_NODE] += ml;
}

/** Crystalloid into a cell, mL, with its ledger; the caller looks after the node's volume. */
export function pourCrystalloid(state: WorldState, cell: number, ml: number): void {
  const heat = ml * SHELF_C * BLOOD_HEAT_KJ_PER_ML_C;
  state.cellVolumeMl[cell] += ml;
  state.cellAmount[amountIndex(O2, cell)] += ml * CRYSTALLOID_O2;
  state.cellAmount[amountIndex(CO2, cell)] += ml * CRYSTALLOID_CO2;
  state.cellAmount[amountIndex(HEAT, cell)] += heat;
  const m = state.machine;
  m[M.volumeInMl] += ml;
  m[M.oxygenInMl] += ml * CRYSTALLOID_O2;
  m[M.carbonDioxideInMl] += ml * CRYSTALLOID_CO2;
  m[M.heatInKj] += heat;
}

/**
 * Take blood and bubbles out of a cell, mL, and write the blood to the ledger; gives the mL taken, at most
 * all there is. The caller looks after the node's volume.
 */
export function loseBlood(state: WorldState, cell: number, ml: number): number {
  const volume = state.cellVolumeMl[cell] as number;
  if (volume <= 0) return 0;
  const share = Math.min(1, ml / volume);
  const lose = (species: number): number => {
    const at = amountIndex(species, cell);
    const amount = state.cellAmount[at] * share;
    state.cellAmount[at] -= amount;
    return amount;
  };
  const m = state.machine;
  const gas = lose(GAS);
  state.cellVolumeMl[cell] = volume - volume * share;
  m[M.volumeInMl] -= volume * share - gas;
  m[M.oxygenInMl] -= lose(O2);
  m[M.carbonDioxideInMl] -= lose(CO2);
  m[M.redCellInMl] -= lose(RED);
  m[M.heatInKj] -= lose(HEAT);
  return volume * share;
}

/** Blood above the rim of the reservoir is lost to the floor. */
export function spillOver(state: WorldState, capacityMl: number): void {
  const surplus = state.cellVolumeMl[RESERVOIR] - capacityMl;
  if (surplus <= 0) return;
  loseBlood(state, RESERVOIR, surplus);
  state.nodeVolumeMl[RESERVOIR_NODE] = state.cellVolumeMl[RESERVOIR] as number;
}

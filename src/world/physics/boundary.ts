/**
 * What people add to or lose from the blood: crystalloid into the reservoir, and blood that spills
 * when the hard shell runs over. Every drop is written to the ledger.
 */
import { BLOOD_HEAT_KJ_PER_ML_C } from "../../physiology/blood/properties.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { amountIndex, CO2, firstCell, HEAT, nodeIndex, O2, RED } from "../topology.ts";

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
  const heat = ml * SHELF_C * BLOOD_HEAT_KJ_PER_ML_C;
  state.cellVolumeMl[RESERVOIR] += ml;
  state.nodeVolumeMl[RESERVOIR_NODE] += ml;
  state.cellAmount[amountIndex(O2, RESERVOIR)] += ml * CRYSTALLOID_O2;
  state.cellAmount[amountIndex(CO2, RESERVOIR)] += ml * CRYSTALLOID_CO2;
  state.cellAmount[amountIndex(HEAT, RESERVOIR)] += heat;
  const m = state.machine;
  m[M.volumeInMl] += ml;
  m[M.oxygenInMl] += ml * CRYSTALLOID_O2;
  m[M.carbonDioxideInMl] += ml * CRYSTALLOID_CO2;
  m[M.heatInKj] += heat;
}

/** Blood above the rim of the reservoir is lost to the floor. */
export function spillOver(state: WorldState, capacityMl: number): void {
  const volume = state.cellVolumeMl[RESERVOIR] as number;
  if (volume <= capacityMl) return;
  const share = (volume - capacityMl) / volume;
  const m = state.machine;
  const lose = (species: number): number => {
    const at = amountIndex(species, RESERVOIR);
    const amount = state.cellAmount[at] * share;
    state.cellAmount[at] -= amount;
    return amount;
  };
  state.cellVolumeMl[RESERVOIR] = capacityMl;
  state.nodeVolumeMl[RESERVOIR_NODE] = capacityMl;
  m[M.volumeInMl] -= volume - capacityMl;
  m[M.oxygenInMl] -= lose(O2);
  m[M.carbonDioxideInMl] -= lose(CO2);
  m[M.redCellInMl] -= lose(RED);
  m[M.heatInKj] -= lose(HEAT);
}

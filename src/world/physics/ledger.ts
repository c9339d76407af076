/**
 * Conservation: what the world holds, and what crossed its boundary (docs/model.md T-7). The error is
 * what is there now, less what was there at the start, less what came in.
 */

import { GAS_CELLS } from "../../machine/oxygenator.ts";
import { TISSUE_KJ_PER_C } from "../../physiology/patient/organs.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { amountIndex, CELL_COUNT, CO2, GAS, HEAT, O2, RED } from "../topology.ts";

const M = MACHINE.index;
const P = PATIENT.index;

function sumSpecies(state: WorldState, species: number): number {
  let sum = 0;
  for (let cell = 0; cell < CELL_COUNT; cell += 1)
    sum += state.cellAmount[amountIndex(species, cell)];
  return sum;
}

function sumGasSide(state: WorldState, first: number): number {
  let sum = 0;
  for (let cell = 0; cell < GAS_CELLS; cell += 1) sum += state.gasSide[first + cell];
  return sum;
}

/** Blood in patient and circuit, mL; bubbles are not blood. */
export function totalVolumeMl(state: WorldState): number {
  let sum = 0;
  for (let cell = 0; cell < CELL_COUNT; cell += 1) sum += state.cellVolumeMl[cell];
  return sum - sumSpecies(state, GAS);
}
/** Oxygen in blood and gas side, mL. */
export const totalOxygenMl = (state: WorldState): number =>
  sumSpecies(state, O2) + sumGasSide(state, 0);
/** Carbon dioxide in blood and gas side, mL. */
export const totalCarbonDioxideMl = (state: WorldState): number =>
  sumSpecies(state, CO2) + sumGasSide(state, GAS_CELLS);
export const totalRedCellMl = (state: WorldState): number => sumSpecies(state, RED);
/** Heat in blood and tissues against 0 °C, kJ. */
export function totalHeatKj(state: WorldState): number {
  const { patient } = state;
  const tissue =
    patient[P.brainTissueC] * TISSUE_KJ_PER_C.brain +
    patient[P.visceraTissueC] * TISSUE_KJ_PER_C.viscera +
    patient[P.muscleTissueC] * TISSUE_KJ_PER_C.muscle;
  return sumSpecies(state, HEAT) + tissue;
}

/** Begin the ledger: what is held now is the start, and nothing has crossed yet. */
export function openLedger(state: WorldState): void {
  const m = state.machine;
  m[M.volumeStartMl] = totalVolumeMl(state);
  m[M.oxygenStartMl] = totalOxygenMl(state);
  m[M.carbonDioxideStartMl] = totalCarbonDioxideMl(state);
  m[M.redCellStartMl] = totalRedCellMl(state);
  m[M.heatStartKj] = totalHeatKj(state);
  m[M.volumeInMl] = 0;
  m[M.oxygenInMl] = 0;
  m[M.carbonDioxideInMl] = 0;
  m[M.redCellInMl] = 0;
  m[M.heatInKj] = 0;
}

/**
 * Gas exchange in the patient's own lungs, with the circuit's (docs/model.md P-10). Alveolar gas is in step
 * with blood and breath within each step: what blood gains is what ventilation brings.
 */

import { MACHINE, PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { amountIndex, CO2, firstCell, O2 } from "../topology.ts";
import { solveTensions } from "./cellBlood.ts";
import { EXCHANGE_TICKS } from "./exchange.ts";

const P = PATIENT.index;
const M = MACHINE.index;
const LUNGS = firstCell.lungs;
const STEP_MIN = (EXCHANGE_TICKS * 0.02) / 60;
/** Alveolar ventilation by machine, L/min, and oxygen it breathes (K). */
const VENTILATION_LPM = 4.2;
const BREATHED_OXYGEN_FRACTION = 0.5;
const DRY_PRESSURE_MMHG = 713;
/** mL of gas (standard) that a litre a minute carries per mmHg: 1000/863 (K). */
const ML_PER_MIN_PER_MMHG_PER_LPM = 1000 / 863;
/** Conductance of the alveolar wall, mL/min/mmHg (K; CO2 passes twenty times as well, held to ten). */
const WALL_O2 = 25;
const WALL_CO2 = 250;

/** mL/min per mmHg when wall and ventilation lie in series. */
const inSeries = (wall: number, carried: number): number => (wall * carried) / (wall + carried);
const CARRIED = VENTILATION_LPM * ML_PER_MIN_PER_MMHG_PER_LPM;
const O2_ML_PER_MIN_PER_MMHG = inSeries(WALL_O2, CARRIED);
const CO2_ML_PER_MIN_PER_MMHG = inSeries(WALL_CO2, CARRIED);
const BREATHED_MMHG = BREATHED_OXYGEN_FRACTION * DRY_PRESSURE_MMHG;

/** One exchange step; nothing moves in lungs that are not ventilated. */
export function breathe(state: WorldState): void {
  if (state.patient[P.lungsVentilated] === 0) return;
  solveTensions(state, LUNGS);
  const o2 = O2_ML_PER_MIN_PER_MMHG * (BREATHED_MMHG - state.cellPo2MmHg[LUNGS]) * STEP_MIN;
  const co2 = CO2_ML_PER_MIN_PER_MMHG * (0 - state.cellPco2MmHg[LUNGS]) * STEP_MIN;
  state.cellAmount[amountIndex(O2, LUNGS)] += o2;
  state.cellAmount[amountIndex(CO2, LUNGS)] += co2;
  state.machine[M.oxygenInMl] += o2;
  state.machine[M.carbonDioxideInMl] += co2;
}

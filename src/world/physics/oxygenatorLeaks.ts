/**
 * What crosses the oxygenator's walls when it must not (docs/model.md M-36, M-39): gas pushed into the
 * blood by an obstructed exhaust, water into the blood or blood into the water through a leak.
 */
import { S_PER_TICK } from "../../kernel/tick.ts";
import { WATER } from "../../machine/heaterCooler.ts";
import { NO_UNIT, OXYGENATOR_UNIT } from "../../machine/oxygenatorUnit.ts";
import {
  BLOOD_HEAT_KJ_PER_ML_C,
  HEMOGLOBIN_G_PER_RED_CELL_ML,
} from "../../physiology/blood/properties.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  amountIndex,
  CO2,
  firstOxygenatorCell,
  GAS,
  HEAT,
  nodeIndex,
  O2,
  RED,
} from "../topology.ts";

const M = MACHINE.index;
const W = WATER.index;
const OXYGENATOR = nodeIndex("oxygenator");
const U = OXYGENATOR_UNIT.index;
const FILTER = nodeIndex("filter");
const LAST_FIBRE_CELL = firstOxygenatorCell + 3;
/** Gas through the fibres per mmHg above the blood, mL/s/mmHg, as T-5 (K). */
const FIBRE_AIR_ML_PER_S_MMHG = 0.05;
/** Red cells that burst in each mL of plain water (K). */
const LYSED_ML_PER_WATER_ML = 0.3;

/** Gas at a pressure above that of the blood after the fibres enters it as bubbles. */
export function pushGasIntoBlood(state: WorldState, gasMmHg: number): void {
  const over = gasMmHg - Math.max(0, state.nodePressureMmHg[FILTER] as number);
  if (over <= 0 || state.unit[U.inCircuit] === NO_UNIT) return;
  const air = FIBRE_AIR_ML_PER_S_MMHG * over * S_PER_TICK;
  state.cellAmount[amountIndex(GAS, LAST_FIBRE_CELL)] += air;
  state.cellVolumeMl[LAST_FIBRE_CELL] += air;
  state.nodeVolumeMl[OXYGENATOR] += air;
}

/** Through a leaking exchanger the side of higher pressure loses to the other. */
export function moveWater(state: WorldState, dtS: number): void {
  const { waterUnit: water, machine } = state;
  if (state.unit[U.inCircuit] === NO_UNIT || state.unit[U.waterConnected] === 0) return;
  const bloodMmHg = state.nodePressureMmHg[OXYGENATOR] as number;
  const across = water[W.pressureMmHg] - bloodMmHg;
  const cell = firstOxygenatorCell;
  const held = state.cellVolumeMl[cell] as number;
  const moved = Math.max(-0.02 * held, water[W.leakMlPerSPerMmHg] * across * dtS);
  const lost = moved < 0 ? -moved / held : 0;
  const change = (species: number, gainedAmount: number): number => {
    const at = amountIndex(species, cell);
    const amount = gainedAmount - lost * (state.cellAmount[at] as number);
    state.cellAmount[at] += amount;
    return amount;
  };
  const gained = Math.max(0, moved);
  const red = state.cellAmount[amountIndex(RED, cell)] as number;
  const lysed = Math.min(0.5 * red, gained * LYSED_ML_PER_WATER_ML);
  machine[M.redCellInMl] += change(RED, -lysed);
  machine[M.oxygenInMl] += change(O2, 0);
  machine[M.carbonDioxideInMl] += change(CO2, 0);
  machine[M.heatInKj] += change(HEAT, gained * machine[M.waterC] * BLOOD_HEAT_KJ_PER_ML_C);
  const bubbles = change(GAS, 0);
  machine[M.freeHemoglobinG] += lysed * HEMOGLOBIN_G_PER_RED_CELL_ML;
  machine[M.volumeInMl] += moved - bubbles;
  state.cellVolumeMl[cell] += moved;
  state.nodeVolumeMl[OXYGENATOR] += moved;
  water[W.leakedMl] += gained;
}

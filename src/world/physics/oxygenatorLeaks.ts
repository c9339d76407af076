/**
 * What crosses the oxygenator's walls when it must not (docs/model.md M-36, M-39): gas pushed into the
 * blood by an obstructed exhaust, water into the blood or blood into the water through a leak.
 */
import { S_PER_TICK } from "../../kernel/tick.ts";
import { GAS } from "../../machine/gasSupply.ts";
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
  FREE_HEMOGLOBIN,
  firstOxygenatorCell,
  HEAT,
  nodeIndex,
  POTASSIUM,
  RED,
} from "../topology.ts";
import { AIR_ML, letAirIn } from "./airEntry.ts";
import { bringIn, loseBlood } from "./boundary.ts";

const M = MACHINE.index;
const W = WATER.index;
const OXYGENATOR = nodeIndex("oxygenator");
const U = OXYGENATOR_UNIT.index;
const FILTER = nodeIndex("filter");
const LAST_FIBRE_CELL = firstOxygenatorCell + 3;
/** Gas through the fibres per mmHg above the blood, mL/s/mmHg, as T-5 (K). */
export const FIBRE_AIR_ML_PER_S_MMHG = 0.05;
/** Red cells that burst in each mL of plain water (K). */
const LYSED_ML_PER_WATER_ML = 0.3;
/** Potassium in red cells, mmol/mL (K). */
const POTASSIUM_MMOL_PER_RED_CELL_ML = 0.1;

/** Gas at a pressure above that of the blood after the fibres enters it as bubbles. */
export function pushGasIntoBlood(state: WorldState): void {
  const gasMmHg = state.gasSupply[GAS.index.gasSideMmHg] as number;
  const over = gasMmHg - Math.max(0, state.nodePressureMmHg[FILTER] as number);
  if (over <= 0 || state.unit[U.inCircuit] === NO_UNIT) return;
  AIR_ML[0] = FIBRE_AIR_ML_PER_S_MMHG * over * S_PER_TICK;
  letAirIn(state, LAST_FIBRE_CELL);
  state.nodeVolumeMl[OXYGENATOR] += AIR_ML[0];
}

/** Plain water bursts red cells: their haemoglobin and potassium come free. */
function bringWater(state: WorldState, cell: number, ml: number): void {
  const { machine } = state;
  const red = state.cellAmount[amountIndex(RED, cell)] as number;
  const lysed = Math.min(0.5 * red, ml * LYSED_ML_PER_WATER_ML);
  state.cellVolumeMl[cell] += ml;
  machine[M.volumeInMl] += ml;
  bringIn(state, cell, HEAT, ml * machine[M.waterC] * BLOOD_HEAT_KJ_PER_ML_C);
  bringIn(state, cell, RED, -lysed);
  bringIn(state, cell, FREE_HEMOGLOBIN, lysed * HEMOGLOBIN_G_PER_RED_CELL_ML);
  bringIn(state, cell, POTASSIUM, lysed * POTASSIUM_MMOL_PER_RED_CELL_ML);
}

/** Through a leaking exchanger the side of higher pressure loses to the other. */
export function moveWater(state: WorldState, dtS: number): void {
  const { waterUnit: water } = state;
  if (state.unit[U.inCircuit] === NO_UNIT || state.unit[U.waterConnected] === 0) return;
  const bloodMmHg = state.nodePressureMmHg[OXYGENATOR] as number;
  const across = water[W.pressureMmHg] - bloodMmHg;
  const cell = firstOxygenatorCell;
  const held = state.cellVolumeMl[cell] as number;
  const moved = Math.max(-0.02 * held, water[W.leakMlPerSPerMmHg] * across * dtS);
  const gained = Math.max(0, moved);
  if (moved < 0) loseBlood(state, cell, -moved);
  else bringWater(state, cell, gained);
  state.nodeVolumeMl[OXYGENATOR] += moved;
  water[W.leakedMl] += gained;
}

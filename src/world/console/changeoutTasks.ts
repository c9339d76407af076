/**
 * What each job of a changeout leaves behind. The unit that is cut out takes its blood with it; the
 * new one brings crystalloid, and whatever bubbles were left in it (docs/model.md W-5).
 */
import { GAS as GAS_SUPPLY } from "../../machine/gasSupply.ts";
import { GAS_CELLS } from "../../machine/oxygenator.ts";
import {
  NO_UNIT,
  OXYGENATOR_UNIT,
  renewUnit,
  SPARE_UNIT,
  STORE_ITEMS,
  type StoreItem,
} from "../../machine/oxygenatorUnit.ts";
import type { Task } from "../contract/ids.ts";
import { enterAir, letAirOut } from "../physics/airEntry.ts";
import { loseBlood, pourFluid } from "../physics/boundary.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import { MEDICINE } from "../state/medicineLayout.ts";
import type { WorldState } from "../state/state.ts";
import { firstCell, OXYGENATOR_CELLS } from "../topology.ts";
import { deliver } from "./errands.ts";

const U = OXYGENATOR_UNIT.index;
const G = GAS_SUPPLY.index;
const M = MACHINE.index;
const R = MEDICINE.index;
/** Bubbles that stay in a unit filled in a hurry, mL, and the share that tapping leaves (K). */
const PRIMED_GAS_ML = 20;
const TAPPED_SHARE = 0.05;
/** Oxygen in the gas space of a unit that has stood open to room air, as a share. */
const ROOM_O2_FRACTION = 0.21;

const ITEM_WORDS: Readonly<Record<StoreItem, string>> = {
  oxygenator: "Spare oxygenator at the machine.",
  changeoutKit: "Clamps, scissors, connectors and ties at the machine.",
};

/** The first unit leaves with all it holds; the gas in it goes too. */
function takeOut(state: WorldState): void {
  for (let i = 0; i < OXYGENATOR_CELLS; i += 1) {
    const cell = firstCell.oxygenator + i;
    const volume = state.cellVolumeMl[cell] as number;
    loseBlood(state, cell, volume);
    enterAir(state, cell, volume);
  }
  state.unit[U.inCircuit] = NO_UNIT;
  state.unit[U.reversed] = 0;
  renewUnit(state.unit);
}

/** The gas space of a new unit holds room air. */
function airGasSide(state: WorldState): void {
  for (let i = 0; i < GAS_CELLS; i += 1) {
    const o2 = state.gasSide[i] as number;
    const co2 = state.gasSide[GAS_CELLS + i] as number;
    const fresh = (o2 + co2) * ROOM_O2_FRACTION;
    state.gasSide[i] = fresh;
    state.gasSide[GAS_CELLS + i] = 0;
    state.machine[M.oxygenInMl] += fresh - o2;
    state.machine[M.carbonDioxideInMl] -= co2;
  }
}

function putIn(state: WorldState, isReversed: boolean): void {
  const { unit } = state;
  const gas = unit[U.sparePrimed] === 1 ? unit[U.spareGasMl] / OXYGENATOR_CELLS : null;
  for (let i = 0; i < OXYGENATOR_CELLS; i += 1) {
    const cell = firstCell.oxygenator + i;
    if (gas === null) continue; // dry: the cells go on holding room air
    const volume = state.cellVolumeMl[cell] as number;
    const kept = Math.min(gas, volume);
    letAirOut(state, cell);
    enterAir(state, cell, kept);
    pourFluid(state, cell, "hartmann", volume - kept);
  }
  airGasSide(state);
  unit[U.inCircuit] = SPARE_UNIT;
  unit[U.reversed] = isReversed ? 1 : 0;
  unit[U.sparePrimed] = 0;
  unit[U.spareGasMl] = 0;
  // Clot and clumps went with the first unit, and nothing has grown in this one.
  state.medicine[R.fibrinFraction] = 0;
  state.medicine[R.clumpedFraction] = 0;
  state.patient[PATIENT.index.oxygenatorClotFraction] = 0;
}

type Finish = (state: WorldState) => string;
type ChangeoutTask = Extract<
  Task,
  | "fetchItem"
  | "primeOxygenator"
  | "tapBubblesOut"
  | "gasLine"
  | "waterLines"
  | "cutOxygenator"
  | "connectOxygenator"
>;

/** What is done, and said, when a job of the changeout is finished. */
export const CHANGEOUT_FINISH: Readonly<Record<ChangeoutTask, Finish>> = {
  fetchItem: (state) => {
    const item = STORE_ITEMS[state.machine[M.errandItem] as number] as StoreItem;
    deliver(state, item);
    return ITEM_WORDS[item];
  },
  primeOxygenator: (state) => {
    state.unit[U.sparePrimed] = 1;
    state.unit[U.spareGasMl] = PRIMED_GAS_ML;
    return "The spare is filled. Some bubbles still stand in it.";
  },
  tapBubblesOut: (state) => {
    state.unit[U.spareGasMl] *= TAPPED_SHARE;
    return "No more bubbles come out of the spare.";
  },
  gasLine: (state) => {
    const connect = state.machine[M.taskHead] === 1;
    const was = state.gasSupply[G.lineOff] === 0;
    state.gasSupply[G.lineOff] = connect ? 0 : 1;
    if (!connect) return "The gas line is off.";
    return was ? "The gas line was on its port, and is." : "The gas line is on its port.";
  },
  waterLines: (state) => {
    const connect = state.machine[M.taskHead] === 1;
    state.unit[U.waterConnected] = connect ? 1 : 0;
    return connect ? "The water lines are on." : "The water lines are off.";
  },
  cutOxygenator: (state) => {
    takeOut(state);
    return "The oxygenator is out of the circuit and put aside.";
  },
  connectOxygenator: (state) => {
    putIn(state, state.machine[M.taskHead] === 1);
    return "The new oxygenator is in, connections tied.";
  },
};

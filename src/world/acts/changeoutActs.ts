/** Fetching, priming and changing the oxygenator: what hands can begin, and why not (W-5, W-6). */
import { GAS } from "../../machine/gasSupply.ts";
import {
  AT_MACHINE,
  NO_UNIT,
  OXYGENATOR_UNIT,
  SPARE_UNIT,
  STORE_ITEMS,
} from "../../machine/oxygenatorUnit.ts";
import { placeOfItem, sendHelper, sendRunner, tripS } from "../console/errands.ts";
import { beginAbsence, beginTask } from "../console/tasks.ts";
import type { TraineeAction } from "../contract/actions.ts";
import { NO_ERRAND } from "../state/errands.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { type ActResult, DONE, refuse } from "./refusal.ts";

const U = OXYGENATOR_UNIT.index;
const M = MACHINE.index;

type Of<T extends TraineeAction["type"]> = Extract<TraineeAction, { type: T }>;

export function fetchItem(state: WorldState, action: Of<"store.fetch">): ActResult {
  const { item, by } = action;
  const m = state.machine;
  const place = placeOfItem(state, item);
  if (place === "none") return refuse("noSpare", "The store list says: out of stock.");
  if (place === "atMachine") return refuse("alreadySo", "It is at the machine already.");
  if (by === "self") {
    m[M.errandItem] = STORE_ITEMS.indexOf(item);
    beginAbsence(state, tripS(state, item));
    return DONE;
  }
  if (by === "helper") {
    if (m[M.helperErrandItem] !== NO_ERRAND)
      return refuse("noHelper", "The second perfusionist is already on the way for something.");
    if (m[M.helperHere] === 0) return refuse("noHelper", "No second perfusionist is here.");
    sendHelper(state, item);
    return DONE;
  }
  if (m[M.runnerErrandItem] !== NO_ERRAND)
    return refuse("noHelper", "The runner is already on the way for something.");
  sendRunner(state, item);
  return DONE;
}

const spareHere = (state: WorldState): boolean =>
  state.unit[U.oxygenatorPlace] === AT_MACHINE && state.unit[U.inCircuit] !== SPARE_UNIT;

export function primeSpare(state: WorldState): ActResult {
  if (!spareHere(state)) return refuse("notAtHand", "There is no spare oxygenator at the machine.");
  if (state.unit[U.sparePrimed] === 1) return refuse("alreadySo", "The spare is filled already.");
  beginTask(state, "primeOxygenator");
  return DONE;
}

export function tapBubbles(state: WorldState): ActResult {
  if (!spareHere(state)) return refuse("notAtHand", "There is no spare oxygenator at the machine.");
  if (state.unit[U.sparePrimed] === 0) return refuse("notAtHand", "The spare is still dry.");
  beginTask(state, "tapBubblesOut");
  return DONE;
}

const NO_UNIT_SENTENCE = "There is no oxygenator in the circuit.";

export function moveGasLine(state: WorldState, { connected }: Of<"oxygenator.gasLine">): ActResult {
  if (connected && state.unit[U.inCircuit] === NO_UNIT) return refuse("notHere", NO_UNIT_SENTENCE);
  beginTask(state, "gasLine", connected ? 1 : 0);
  return DONE;
}

export function moveWaterLines(
  state: WorldState,
  { connected }: Of<"oxygenator.waterLines">,
): ActResult {
  if ((state.unit[U.waterConnected] === 1) === connected)
    return refuse("alreadySo", connected ? "They are on already." : "They are off already.");
  if (connected && state.unit[U.inCircuit] === NO_UNIT) return refuse("notHere", NO_UNIT_SENTENCE);
  beginTask(state, "waterLines", connected ? 1 : 0);
  return DONE;
}

export function cutOxygenator(state: WorldState): ActResult {
  const { unit } = state;
  if (unit[U.inCircuit] === NO_UNIT) return refuse("alreadySo", NO_UNIT_SENTENCE);
  if (unit[U.changeoutKitPlace] !== AT_MACHINE)
    return refuse("notAtHand", "Scissors, clamps and ties are not at the machine.");
  if (unit[U.waterConnected] === 1)
    return refuse("stillConnected", "The water lines still hold the oxygenator. Take them off.");
  if (state.gasSupply[GAS.index.lineOff] === 0)
    return refuse("stillConnected", "The gas line is still on the oxygenator. Take it off.");
  beginTask(state, "cutOxygenator");
  return DONE;
}

export function connectOxygenator(
  state: WorldState,
  { orientation }: Of<"oxygenator.connect">,
): ActResult {
  if (state.unit[U.inCircuit] !== NO_UNIT)
    return refuse("notHere", "Cut the oxygenator out before you connect another.");
  if (!spareHere(state)) return refuse("notAtHand", "There is no spare oxygenator at the machine.");
  beginTask(state, "connectOxygenator", orientation === "againstArrow" ? 1 : 0);
  return DONE;
}

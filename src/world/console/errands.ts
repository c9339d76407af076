/**
 * Who has been sent for what. The place of a thing decides how long it takes; whoever goes is away from
 * the machine meanwhile (docs/model.md W-6). Times are ours (K).
 */
import {
  AT_MACHINE,
  PLACE_SLOT,
  STORE_ITEMS,
  STORE_PLACES,
  type StoreItem,
  type StorePlace,
} from "../../machine/oxygenatorUnit.ts";
import type { Fact } from "../contract/facts.ts";
import { NO_ERRAND } from "../state/errands.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";

const M = MACHINE.index;
const TICK_S = 0.02;

/** There and back for somebody who knows the place, s. */
const TRIP_S: Readonly<Record<StorePlace, number>> = {
  atMachine: 0,
  cupboard: 12,
  storeRoom: 45,
  nextTheatre: 80,
  none: 0,
};
/** A runner has to be told what it looks like and where it lies, s. */
const RUNNER_EXTRA_S = 15;

/** Place of an item now. */
export const placeOfItem = (state: WorldState, item: StoreItem): StorePlace =>
  STORE_PLACES[state.unit[PLACE_SLOT[item]] as number] as StorePlace;

/** Seconds to bring an item from where it is. */
export const tripS = (state: WorldState, item: StoreItem): number =>
  TRIP_S[placeOfItem(state, item)];

export function sendHelper(state: WorldState, item: StoreItem): void {
  const m = state.machine;
  m[M.helperErrandItem] = STORE_ITEMS.indexOf(item);
  m[M.helperErrandS] = tripS(state, item);
  m[M.helperHere] = 0;
}

export function sendRunner(state: WorldState, item: StoreItem): void {
  const m = state.machine;
  m[M.runnerErrandItem] = STORE_ITEMS.indexOf(item);
  m[M.runnerErrandS] = tripS(state, item) + RUNNER_EXTRA_S;
}

/** Put an item down beside the machine. */
export function deliver(state: WorldState, item: StoreItem): void {
  state.unit[PLACE_SLOT[item]] = AT_MACHINE;
}

/** Bring back whoever has arrived. */
export function stepErrands(state: WorldState, tick: number, facts: Fact[]): void {
  const m = state.machine;
  if (arrives(state, M.helperErrandItem, M.helperErrandS)) {
    const item = STORE_ITEMS[m[M.helperErrandItem] as number] as StoreItem;
    m[M.helperErrandItem] = NO_ERRAND;
    m[M.helperHere] = 1;
    deliver(state, item);
    facts.push({ type: "helperArrived", tick }, { type: "fetched", tick, item, by: "helper" });
  }
  if (arrives(state, M.runnerErrandItem, M.runnerErrandS)) {
    const item = STORE_ITEMS[m[M.runnerErrandItem] as number] as StoreItem;
    m[M.runnerErrandItem] = NO_ERRAND;
    deliver(state, item);
    facts.push({ type: "fetched", tick, item, by: "runner" });
  }
}

function arrives(state: WorldState, itemSlot: number, leftSlot: number): boolean {
  const m = state.machine;
  if (m[itemSlot] === NO_ERRAND) return false;
  m[leftSlot] = Math.max(0, m[leftSlot] - TICK_S);
  return m[leftSlot] === 0;
}

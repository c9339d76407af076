/**
 * Safety devices and the links from sensor to pump (docs/model.md M-18): what is beyond its limit,
 * what has tripped, what is overridden, and which head that holds.
 */
import { HEAD } from "../../machine/head.ts";
import { messageCode } from "../../machine/names.ts";
import { HEADS, SAFETY_DEVICES, SAFETY_MODES, type SafetyDevice } from "../contract/ids.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { arterialHeadIndex } from "../physics/pumpEdges.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { firstCell } from "../topology.ts";

const M = MACHINE.index;
const H = HEAD.index;
const TICK_S = 0.02;
const STOPPING = SAFETY_MODES.indexOf("alarmStop");
/** From bubble seen to pump stopped: at most 0.5 s (clinical.md B15, PROVISIONAL). */
const BUBBLE_RESPONSE_S = 0.3;
/** Speed below which the linked pump counts as stopped for the cardioplegia interlock, rpm. */
const STOPPED_RPM = 2;
const RESERVOIR = firstCell.reservoir;
const CARDIOPLEGIA = HEADS.indexOf("cardioplegia");

interface DeviceSlots {
  readonly modeIndex: number;
  readonly trippedIndex: number;
  readonly overrideIndex: number;
  readonly messageCode: number;
}

/** Where each device keeps its state. */
export const DEVICE: Readonly<Record<SafetyDevice, DeviceSlots>> = {
  level: {
    modeIndex: M.levelMode,
    trippedIndex: M.levelTripped,
    overrideIndex: M.levelOverrideS,
    messageCode: messageCode("levelStop"),
  },
  bubble: {
    modeIndex: M.bubbleMode,
    trippedIndex: M.bubbleTripped,
    overrideIndex: M.bubbleOverrideS,
    messageCode: messageCode("bubbleStop"),
  },
  pressure: {
    modeIndex: M.pressureMode,
    trippedIndex: M.pressureTripped,
    overrideIndex: M.pressureOverrideS,
    messageCode: messageCode("pressureStop"),
  },
};

/** Whether a device is beyond its limit now, by what its sensor shows. */
export function overLimit(state: WorldState, setup: WorldSetup, device: SafetyDevice): boolean {
  const { machine } = state;
  const { safety } = setup.machine;
  if (device === "level") return state.cellVolumeMl[RESERVOIR] <= safety.levelLimitMl;
  if (device === "bubble") return machine[M.bubbleShownMl] > safety.bubbleLimitMl;
  return machine[M.postmembraneShownMmHg] > safety.pressureStopMmHg;
}

function tripDevices(state: WorldState, setup: WorldSetup): void {
  const { machine } = state;
  const seen = overLimit(state, setup, "bubble");
  machine[M.bubbleResponseS] = seen ? machine[M.bubbleResponseS] + TICK_S : 0;
  for (const device of SAFETY_DEVICES) {
    const slots = DEVICE[device];
    if (machine[slots.modeIndex] !== STOPPING) continue;
    const late = device === "bubble" && machine[M.bubbleResponseS] < BUBBLE_RESPONSE_S;
    if (!late && overLimit(state, setup, device)) machine[slots.trippedIndex] = 1;
  }
}

/** Message of the first device that holds the linked head, bubble before level before pressure. */
function holdingMessage(state: WorldState): number {
  for (const device of ["bubble", "level", "pressure"] as const) {
    const slots = DEVICE[device];
    const holds =
      state.machine[slots.trippedIndex] === 1 &&
      state.machine[slots.modeIndex] === STOPPING &&
      state.machine[slots.overrideIndex] <= 0;
    if (holds) return slots.messageCode;
  }
  return 0;
}

/** Advance trips, overrides and holds one tick; nothing works without console power. */
export function stepSafety(state: WorldState, setup: WorldSetup): void {
  const { machine } = state;
  const powered = machine[M.consolePowered] === 1;
  for (const device of SAFETY_DEVICES) {
    const slots = DEVICE[device];
    machine[slots.overrideIndex] = Math.max(0, machine[slots.overrideIndex] - TICK_S);
  }
  if (powered) tripDevices(state, setup);
  const linked = machine[M.linkedHead] as number;
  const message = powered ? holdingMessage(state) : 0;
  for (let index = 0; index < state.head.length; index += 1) {
    (state.head[index] as Float64Array)[H.heldMessage] = index === linked ? message : 0;
  }
  const driving = state.head[arterialHeadIndex(state) < 0 ? linked : arterialHeadIndex(state)];
  const stopped = Math.abs((driving as Float64Array)[H.rotorRpm]) < STOPPED_RPM;
  if (stopped && linked !== CARDIOPLEGIA) {
    (state.head[CARDIOPLEGIA] as Float64Array)[H.heldMessage] = messageCode("arterialStopped");
  }
}

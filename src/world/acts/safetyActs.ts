/** What hands do to the safety matrix: modes, limits, responses, overrides, links, tests of a sensor. */
import { HEAD, isCentrifugal } from "../../machine/head.ts";
import { lineCode } from "../../machine/names.ts";
import { SENSOR } from "../../machine/sensor.ts";
import { deviceIndex, overLimit, sensorOf } from "../console/devices.ts";
import { responseIndex } from "../console/safety.ts";
import { beginTask } from "../console/tasks.ts";
import type { TraineeAction } from "../contract/actions.ts";
import { SAFETY_DEVICES, SAFETY_MODES, type SafetyDevice } from "../contract/ids.ts";
import type { MachineAction } from "../contract/machineActions.ts";
import { DETECTOR_PLACES, MAIN_DEVICES, SAFETY_RESPONSES } from "../contract/machineIds.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { headIndex } from "./headActs.ts";
import type { MachineActs } from "./machineActs.ts";
import { type ActResult, DONE, refuse } from "./refusal.ts";

const M = MACHINE.index;
const H = HEAD.index;
const S = SENSOR.index;
const OFF = SAFETY_MODES.indexOf("off");
const NO_POWER = "The console has no power.";

type Of<T extends TraineeAction["type"]> = Extract<TraineeAction, { type: T }>;

export function setSafety(
  state: WorldState,
  action:
    | Of<"safety.setMode">
    | Of<"safety.override">
    | Of<"safety.endOverride">
    | Of<"safety.reset">,
): ActResult {
  if (state.machine[M.consolePowered] === 0) return refuse("noPower", NO_POWER);
  const sensor = sensorOf(state, action.device);
  if (action.type === "safety.setMode") {
    sensor[S.mode] = SAFETY_MODES.indexOf(action.mode);
    return DONE;
  }
  if (action.type === "safety.override") {
    sensor[S.overrideS] = action.durationS;
    return DONE;
  }
  if (action.type === "safety.endOverride") {
    if (sensor[S.overrideS] === 0) return refuse("alreadySo", "Nothing is overridden.");
    sensor[S.overrideS] = 0;
    return DONE;
  }
  if (sensor[S.tripped] === 0) return refuse("alreadySo", "It has not tripped.");
  if (overLimit(state, action.device)) return refuse("tripped", stillBeyond(action.device));
  sensor[S.tripped] = 0;
  return DONE;
}

function stillBeyond(device: SafetyDevice): string {
  if (device.startsWith("level"))
    return "The level is still at the sensor. Bring volume back first.";
  if (device.startsWith("bubble")) return "There is still gas at the detector. Clear it first.";
  if (device.startsWith("pressure"))
    return "Line pressure is still above its limit. Find the obstruction first.";
  return "It is still beyond its limit. Find out why first.";
}

/** Give what every sensor does to the linked head to another one. */
export function linkSafety(state: WorldState, action: Of<"safety.link">): ActResult {
  if (state.machine[M.consolePowered] === 0) return refuse("noPower", NO_POWER);
  const to = headIndex(action.head);
  const from = state.machine[M.linkedHead] as number;
  if (to === from) return DONE;
  if ((state.head[to] as Float64Array)[H.master] > 0)
    return refuse("wrongHead", "A follower takes its stops from its master. Link the master.");
  for (let device = 0; device < SAFETY_DEVICES.length; device += 1) {
    const old = responseIndex(device, from);
    if (state.responses[old] === 0) continue;
    state.responses[responseIndex(device, to)] = state.responses[old] as number;
    state.responses[old] = 0;
  }
  state.machine[M.linkedHead] = to;
  return DONE;
}

function whyNot(
  state: WorldState,
  { device, head: id, response }: Extract<MachineAction, { type: "safety.setResponse" }>,
): ActResult {
  const head = state.head[headIndex(id)] as Float64Array;
  if (state.machine[M.consolePowered] === 0) return refuse("noPower", NO_POWER);
  if (head[H.master] > 0)
    return refuse("wrongHead", "A follower takes its stops from its master. Link the master.");
  if (response === "coast" && !isCentrifugal(head))
    return refuse("wrongPump", "Only a centrifugal pump can coast.");
  if (response === "regulate" && (device.startsWith("bubble") || device === "backFlow"))
    return refuse("wrongPump", "A pump cannot be slowed by that sensor, only stopped.");
  const carriesPatient =
    head[H.carries] === lineCode("arterialBoot") || head[H.carries] === lineCode("centrifugalCone");
  const isArmed = sensorOf(state, "bubble")[S.mode] !== OFF;
  if (device === "bubble" && carriesPatient && isArmed && response === "none")
    return refuse(
      "tripped",
      "While the bubble detector is on, the pump that carries the patient must answer to it.",
    );
  if (response === "clamp" && state.machine[M.clampLineInside] === 0)
    return refuse("notHere", "The line is not in the electronic clamp.");
  return DONE;
}

export const SAFETY_ACTS: MachineActs<
  "safety.setResponse" | "safety.setLimit" | "safety.checkSensor" | "safety.moveDetector"
> = {
  "safety.setResponse": (state, action) => {
    const refusal = whyNot(state, action);
    if (refusal !== DONE) return refusal;
    const index = headIndex(action.head);
    state.responses[responseIndex(deviceIndex(action.device), index)] = SAFETY_RESPONSES.indexOf(
      action.response,
    );
    const isMain = MAIN_DEVICES.some((device) => device === action.device);
    if (isMain && action.response !== "none" && allMainTo(state, index))
      state.machine[M.linkedHead] = index;
    return DONE;
  },
  "safety.setLimit": (state, { device, value }) => {
    if (state.machine[M.consolePowered] === 0) return refuse("noPower", NO_POWER);
    const isNegative = value < 0 && device !== "backFlow";
    if (isNegative) return refuse("outOfRange", "This limit cannot be below zero.");
    sensorOf(state, device)[S.limit] = value;
    return DONE;
  },
  "safety.checkSensor": (state, { device }) => {
    beginTask(state, "placeSensor", deviceIndex(device));
    return DONE;
  },
  "safety.moveDetector": (state, { device, place }) => {
    const sensor = sensorOf(state, device);
    const code = DETECTOR_PLACES.indexOf(place);
    if (sensor[S.place] === code) return refuse("alreadySo", "It is clipped on there.");
    sensor[S.place] = code;
    sensor[S.beyondS] = 0;
    beginTask(state, "placeSensor", deviceIndex(device)); // seated and tested where it is now
    return DONE;
  },
};

/** Whether level, bubble and pressure all act on one head: then that is the linked one. */
const allMainTo = (state: WorldState, head: number): boolean =>
  MAIN_DEVICES.every((device) => state.responses[responseIndex(deviceIndex(device), head)] > 0);

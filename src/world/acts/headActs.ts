/**
 * What hands do to a pump head: knob, START, STOP, switch, cover, direction, tube constant, occlusion,
 * reset. Each says in a sentence why it cannot be done when it cannot.
 */

import { ML_PER_L } from "../../kernel/units.ts";
import { CRANK } from "../../machine/crank.ts";
import {
  assumedStrokeMl,
  HEAD,
  headMessage,
  isCentrifugal,
  isPowered,
} from "../../machine/head.ts";
import {
  HEAD_MESSAGES,
  type HeadMessage,
  placeCode,
  ROTATIONS,
  TUBES,
} from "../../machine/names.ts";
import { beginTask } from "../console/tasks.ts";
import type { TraineeAction } from "../contract/actions.ts";
import { HEADS, type Head } from "../contract/ids.ts";
import { CENTRIFUGAL_RPM_MAX, ROLLER_RPM_MAX } from "../contract/limits.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { type ActResult, DONE, refuse } from "./refusal.ts";

const H = HEAD.index;
const M = MACHINE.index;
const C = CRANK.index;
const STILL_RPM = 2;
/** Rough flow of a centrifugal pump by its knob, rpm per L/min: the knob is marked in rpm anyway. */
const CONE_RPM_PER_LPM = 750;

type HeadAction = Extract<TraineeAction, { head: Head }>;
type Act<T extends HeadAction["type"]> = (
  state: WorldState,
  head: Float64Array,
  action: Extract<HeadAction, { type: T }>,
  index: number,
) => ActResult;

const poweredConsole = (state: WorldState): boolean => state.machine[M.consolePowered] === 1;
const turning = (head: Float64Array): boolean => Math.abs(head[H.rotorRpm] as number) > STILL_RPM;
const cranked = (state: WorldState, index: number): boolean =>
  state.crank[C.place] === placeCode("fitted") && state.crank[C.head] === index;

const WHY_HELD: Readonly<Record<HeadMessage, string>> = {
  none: "",
  noPower: "This head has no power.",
  motorFault: "Motor fault. Reset the head once, or use another way to move blood.",
  overload: "Overload. Switch the head off, open it and look what blocks it.",
  coverOpen: "Cover is open. Close it to start this head.",
  emergencyStop: "Emergency stop is pressed. Reset it to start this head.",
  levelStop: "Stopped by the level sensor. Find out why, then re-arm it.",
  bubbleStop: "Stopped by the bubble detector. Find the air, then re-arm it.",
  pressureStop: "Stopped by line pressure. Find the obstruction, then re-arm it.",
  arterialStopped: "Held because the arterial pump is not turning.",
  runaway: "It ran away and was cut off. Reset it once, or use another way to move blood.",
  masterStopped: "Held because the head it follows is not turning.",
  safetyStop: "Stopped by a sensor of the safety matrix. Find out why, then re-arm it.",
};

function start(state: WorldState, head: Float64Array, index: number): ActResult {
  if (head[H.switchedOn] === 0) return refuse("headOff", "This head is switched off.");
  if (!isPowered(head, poweredConsole(state))) return refuse("noPower", WHY_HELD.noPower);
  if (cranked(state, index))
    return refuse("crankElsewhere", "The crank is on this head. Take it off before starting.");
  const message = HEAD_MESSAGES[headMessage(head, true)] as HeadMessage;
  if (message === "coverOpen") return refuse("coverOpen", WHY_HELD.coverOpen);
  if (message === "motorFault" || message === "overload" || message === "runaway")
    return refuse("latchedFault", WHY_HELD[message]);
  if (message !== "none") return refuse("tripped", WHY_HELD[message]);
  if (head[H.carries] === 0) return refuse("notHere", "No boot lies in this head.");
  head[H.running] = 1;
  return DONE;
}

function setPower(state: WorldState, head: Float64Array, on: boolean, index: number): ActResult {
  if (on && cranked(state, index))
    return refuse("crankElsewhere", "The crank is on this head. Take it off before switching on.");
  if ((head[H.switchedOn] === 1) === on)
    return refuse("alreadySo", on ? "This head is on already." : "This head is off already.");
  head[H.switchedOn] = on ? 1 : 0;
  if (!on) head[H.running] = 0;
  return DONE;
}

function whileStopped(head: Float64Array, what: string): ActResult {
  return head[H.running] === 1 || turning(head)
    ? refuse("headRunning", `Stop the head before you ${what}.`)
    : DONE;
}

/** Clear latches; what is still broken latches again when the head next turns. */
function reset(state: WorldState, head: Float64Array): ActResult {
  if (!isPowered(head, poweredConsole(state))) return refuse("noPower", WHY_HELD.noPower);
  head[H.faultLatched] = 0;
  head[H.overloadLatched] = 0;
  head[H.runawayLatched] = 0;
  head[H.runawayS] = 0;
  head[H.emergencyStop] = 0;
  // A cone picks its magnet up again when its drive has stood still (clinical.md A1 variant i).
  if (Math.abs(head[H.driveRpm] as number) < STILL_RPM) head[H.decoupled] = 0;
  return DONE;
}

export const HEAD_ACTS: { readonly [T in HeadAction["type"]]?: Act<T> } = {
  "pump.start": (state, head, _action, index) => start(state, head, index),
  "pump.stop": (_state, head) => {
    head[H.running] = 0;
    return DONE;
  },
  "pump.setRpm": (_state, head, action) => {
    const limit = isCentrifugal(head) ? CENTRIFUGAL_RPM_MAX : ROLLER_RPM_MAX;
    if (action.rpm > limit) return refuse("outOfRange", `This head turns at most ${limit} rpm.`);
    head[H.setRpm] = action.rpm;
    return DONE;
  },
  "pump.setFlow": (_state, head, action) => {
    const rpm = isCentrifugal(head)
      ? Math.min(CENTRIFUGAL_RPM_MAX, action.flowLpm * CONE_RPM_PER_LPM)
      : Math.min(ROLLER_RPM_MAX, (action.flowLpm * ML_PER_L) / assumedStrokeMl(head));
    head[H.setRpm] = rpm;
    return DONE;
  },
  "pump.setPower": (state, head, action, index) => setPower(state, head, action.on, index),
  "pump.setDirection": (_state, head, action) => {
    const refusal = whileStopped(head, "change its direction");
    if (refusal !== DONE) return refusal;
    head[H.rotation] = ROTATIONS.indexOf(action.rotation);
    return DONE;
  },
  "pump.setTube": (_state, head, action) => {
    const refusal = whileStopped(head, "change its tube size");
    if (refusal !== DONE) return refusal;
    head[H.tubeSet] = TUBES.indexOf(action.tube);
    head[H.strokeSetMl] = 0; // another tube has another volume: what was measured no longer holds
    return DONE;
  },
  "pump.setOcclusion": (_state, head, action) => {
    if (isCentrifugal(head))
      return refuse("wrongPump", "A centrifugal pump has no occlusion to set.");
    const refusal = whileStopped(head, "set its occlusion");
    if (refusal !== DONE) return refusal;
    head[H.occlusionFraction] = action.occlusionFraction;
    return DONE;
  },
  "pump.openCover": (_state, head) => {
    if (head[H.coverOpen] === 1) return refuse("alreadySo", "The cover is open already.");
    head[H.coverOpen] = 1;
    return DONE;
  },
  "pump.closeCover": (state, head, _action, index) => {
    if (head[H.coverOpen] === 0 && head[H.coverAjar] === 0)
      return refuse("alreadySo", "The cover is shut already.");
    if (cranked(state, index))
      return refuse("crankElsewhere", "The crank is fitted. Take it off before closing the cover.");
    head[H.coverOpen] = 0;
    head[H.coverAjar] = 0;
    return DONE;
  },
  "pump.reset": (state, head) => reset(state, head),
  "pump.clearJam": (state, head, _action, index) => {
    if (head[H.coverOpen] === 0) return refuse("coverClosed", "Open the cover first.");
    if (head[H.switchedOn] === 1)
      return refuse("headNotOff", "Switch the head off before you put fingers in.");
    beginTask(state, "clearJam", index);
    return DONE;
  },
  "pump.exchangeModule": (state, head, _action, index) => {
    if (state.machine[M.spareModuleUsed] === 1)
      return refuse("noSpare", "The spare module is in use.");
    if (head[H.switchedOn] === 1)
      return refuse("headNotOff", "Switch the head off before exchanging its module.");
    if (cranked(state, index))
      return refuse("crankElsewhere", "The crank is on this head. Take it off first.");
    beginTask(state, "exchangeModule", index);
    return DONE;
  },
  "pump.setDisplayUnit": (_state, head, action) => {
    head[H.showsRpm] = action.unit === "rpm" ? 1 : 0;
    return DONE;
  },
};

/** Index of a head by name. */
export const headIndex = (head: Head): number => HEADS.indexOf(head);

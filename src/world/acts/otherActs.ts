/** Clamps, gas, water, safety devices, power, timers, alarms and the electronic clamp. */
import { lpmToMlPerS } from "../../kernel/units.ts";
import { acknowledgeAlarm } from "../../machine/alarmBoard.ts";
import { timerSlots } from "../console/housekeeping.ts";
import { DEVICE, overLimit } from "../console/safety.ts";
import { beginTask } from "../console/tasks.ts";
import type { TraineeAction } from "../contract/actions.ts";
import { ALARMS } from "../contract/alarms.ts";
import { CLAMP_SITES, SAFETY_MODES } from "../contract/ids.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { addFluid } from "../physics/boundary.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { headIndex } from "./headActs.ts";
import { type ActResult, DONE, refuse } from "./refusal.ts";

const M = MACHINE.index;
const AUDIO_PAUSE_S = 120;

type Of<T extends TraineeAction["type"]> = Extract<TraineeAction, { type: T }>;

export function setClamp(
  state: WorldState,
  site: (typeof CLAMP_SITES)[number],
  closed: boolean,
): ActResult {
  const at = CLAMP_SITES.indexOf(site);
  if ((state.clamps[at] === 1) === closed)
    return refuse(
      "alreadySo",
      closed ? "That clamp is closed already." : "That clamp is open already.",
    );
  state.clamps[at] = closed ? 1 : 0;
  return DONE;
}

export function setGas(
  state: WorldState,
  action: Of<"gas.setFio2"> | Of<"gas.setSweep">,
): ActResult {
  if (action.type === "gas.setFio2") state.machine[M.fio2Fraction] = action.fio2Fraction;
  else state.machine[M.sweepMlPerS] = lpmToMlPerS(action.sweepLpm);
  return DONE;
}

export function setWater(
  state: WorldState,
  action: Of<"water.setPoint"> | Of<"water.setRunning">,
): ActResult {
  if (action.type === "water.setPoint") state.machine[M.waterSetPointC] = action.temperatureC;
  else state.machine[M.waterRunning] = action.on ? 1 : 0;
  return DONE;
}

export function setSafety(
  state: WorldState,
  setup: WorldSetup,
  action:
    | Of<"safety.setMode">
    | Of<"safety.override">
    | Of<"safety.endOverride">
    | Of<"safety.reset">,
): ActResult {
  const m = state.machine;
  const slots = DEVICE[action.device];
  if (m[M.consolePowered] === 0) return refuse("noPower", "The console has no power.");
  if (action.type === "safety.setMode") {
    m[slots.modeIndex] = SAFETY_MODES.indexOf(action.mode);
    return DONE;
  }
  if (action.type === "safety.override") {
    m[slots.overrideIndex] = action.durationS;
    return DONE;
  }
  if (action.type === "safety.endOverride") {
    if (m[slots.overrideIndex] === 0) return refuse("alreadySo", "Nothing is overridden.");
    m[slots.overrideIndex] = 0;
    return DONE;
  }
  if (m[slots.trippedIndex] === 0) return refuse("alreadySo", "It has not tripped.");
  if (overLimit(state, setup, action.device)) return refuse("tripped", STILL_BEYOND[action.device]);
  m[slots.trippedIndex] = 0;
  return DONE;
}

const STILL_BEYOND = {
  level: "The level is still at the sensor. Bring volume back first.",
  bubble: "There is still gas at the detector. Clear it first.",
  pressure: "Line pressure is still above its limit. Find the obstruction first.",
} as const;

/** Link level, bubble and pressure to a head. */
export function linkSafety(state: WorldState, action: Of<"safety.link">): ActResult {
  if (state.machine[M.consolePowered] === 0) return refuse("noPower", "The console has no power.");
  state.machine[M.linkedHead] = headIndex(action.head);
  return DONE;
}

export function commandClamp(state: WorldState, action: Of<"electronicClamp.command">): ActResult {
  const m = state.machine;
  if (m[M.consolePowered] === 0) return refuse("noPower", "The electronic clamp has no power.");
  m[M.clampLampClosed] = action.open ? 0 : 1;
  if (m[M.clampCommandFailed] === 0) m[M.clampJawsClosed] = action.open ? 0 : 1;
  return DONE;
}

export function releaseClamp(state: WorldState): ActResult {
  if (state.machine[M.clampLineInside] === 0)
    return refuse("notHere", "The line is not in the electronic clamp.");
  beginTask(state, "releaseElectronicClamp");
  return DONE;
}

export function movePlug(state: WorldState): ActResult {
  if (state.machine[M.mainsLost] === 0) return refuse("alreadySo", "The console is on mains.");
  beginTask(state, "movePlug");
  return DONE;
}

export function straighten(state: WorldState, action: Of<"line.straighten">): ActResult {
  beginTask(state, "straightenLine", action.site === "venous" ? 0 : 1);
  return DONE;
}

export function addVolume(
  state: WorldState,
  action: Of<"reservoir.addVolume"> | Of<"fluid.give">,
): ActResult {
  addFluid(state, action.type === "fluid.give" ? action.fluid : "hartmann", action.volumeMl);
  return DONE;
}

export function setTimer(
  state: WorldState,
  action: Of<"timer.start"> | Of<"timer.stop"> | Of<"timer.reset">,
): ActResult {
  if (action.timer === "noFlow") return refuse("notHere", "The no-flow timer runs by itself.");
  const [reading, runs] = timerSlots(action.timer);
  if (action.type === "timer.reset") state.machine[reading] = 0;
  else state.machine[runs] = action.type === "timer.start" ? 1 : 0;
  return DONE;
}

export function handleAlarm(
  state: WorldState,
  type: "alarm.acknowledge" | "alarm.pauseAudio" | "alarm.resumeAudio",
): ActResult {
  if (type === "alarm.acknowledge")
    ALARMS.forEach((_, slot) => acknowledgeAlarm(state.alarms, slot));
  else state.machine[M.audioPauseS] = type === "alarm.pauseAudio" ? AUDIO_PAUSE_S : 0;
  return DONE;
}

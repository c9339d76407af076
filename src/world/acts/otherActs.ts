/** Clamps, gas and water knobs, power, timers, alarms and the electronic clamp. */
import { lpmToMlPerS } from "../../kernel/units.ts";
import { acknowledgeAlarm } from "../../machine/alarmBoard.ts";
import { GAS } from "../../machine/gasSupply.ts";
import { WATER } from "../../machine/heaterCooler.ts";
import { timerSlots } from "../console/housekeeping.ts";
import { beginTask } from "../console/tasks.ts";
import type { TraineeAction } from "../contract/actions.ts";
import { ALARMS } from "../contract/alarms.ts";
import { CLOSURES, type Closure } from "../contract/ids.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { addFluid } from "../physics/boundary.ts";
import { makeRoomFor } from "../physics/reservoirGas.ts";
import { MACHINE, UPKEEP } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { type ActResult, DONE, refuse } from "./refusal.ts";

const M = MACHINE.index;
const G = GAS.index;
const W = WATER.index;
const U = UPKEEP.index;
const AUDIO_PAUSE_S = 120;

type Of<T extends TraineeAction["type"]> = Extract<TraineeAction, { type: T }>;

export function setClamp(state: WorldState, site: Closure, closed: boolean): ActResult {
  const at = CLOSURES.indexOf(site);
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
  const { gasSupply } = state;
  if (action.type === "gas.setFio2") gasSupply[G.fio2SetFraction] = action.fio2Fraction;
  else gasSupply[G.sweepSetMlPerS] = lpmToMlPerS(action.sweepLpm);
  return DONE;
}

export function setWater(
  state: WorldState,
  action: Of<"water.setPoint"> | Of<"water.setRunning">,
): ActResult {
  if (action.type === "water.setPoint") state.machine[M.waterSetPointC] = action.temperatureC;
  else state.waterUnit[W.switchedOff] = action.on ? 0 : 1;
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
  { circuit }: WorldSetup,
  action: Of<"reservoir.addVolume"> | Of<"fluid.give">,
): ActResult {
  if (!makeRoomFor(state, circuit.reservoirCapacityMl, action.volumeMl))
    return refuse(
      "underPressure",
      "It does not run in: the reservoir is under pressure. Open its vent.",
    );
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
  else {
    state.machine[M.audioPauseS] = type === "alarm.pauseAudio" ? AUDIO_PAUSE_S : 0;
    if (type === "alarm.resumeAudio") state.upkeep[U.audioOff] = 0;
  }
  return DONE;
}

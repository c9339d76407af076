/** Transducers, in-line sensors, laps, plugs, light, alarm sound, venous line, boots and the machine check. */
import { HEAD } from "../../machine/head.ts";
import { beginTask } from "../console/tasks.ts";
import type { Task } from "../contract/ids.ts";
import {
  CHECK_ITEMS,
  CHECK_STATES,
  INLINE_SENSORS,
  SOCKETS,
  TRANSDUCERS,
} from "../contract/machineIds.ts";
import { MACHINE, UPKEEP } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { headIndex } from "./headActs.ts";
import type { MachineActs } from "./machineActs.ts";
import { type ActResult, DONE, refuse } from "./refusal.ts";

const M = MACHINE.index;
const U = UPKEEP.index;

const LAPS = {
  bypass: [M.bypassTimerS, U.bypassLapS, U.bypassLapCount],
  crossClamp: [M.crossClampTimerS, U.crossClampLapS, U.crossClampLapCount],
  cardioplegia: [M.cardioplegiaTimerS, U.cardioplegiaLapS, U.cardioplegiaLapCount],
} as const;

const SOCKET_SLOTS = { heaterCooler: U.heaterCoolerSocket, monitor: U.monitorSocket } as const;

function doing(state: WorldState, task: Task, what: number, to = 0): ActResult {
  beginTask(state, task, what, to);
  return DONE;
}

export const UPKEEP_ACTS: MachineActs<
  | "monitor.zero"
  | "monitor.level"
  | "monitor.calibrate"
  | "timer.lap"
  | "power.plug"
  | "power.light"
  | "line.walkVenous"
  | "line.restrict"
  | "pump.relayBoot"
  | "alarm.audioOff"
  | "check.perform"
  | "check.actOn"
> = {
  "monitor.zero": (state, { transducer }) =>
    doing(state, "zeroTransducer", TRANSDUCERS.indexOf(transducer)),
  "monitor.level": (state, { transducer }) =>
    doing(state, "levelTransducer", TRANSDUCERS.indexOf(transducer)),
  "monitor.calibrate": (state, { sensor }) =>
    doing(state, "calibrateInline", INLINE_SENSORS.indexOf(sensor)),
  "timer.lap": ({ machine, upkeep }, { timer }) => {
    const [reading, lap, count] = LAPS[timer];
    upkeep[lap] = machine[reading] as number;
    upkeep[count] += 1;
    return DONE;
  },
  "power.plug": (state, { device, socket }) => {
    const to = SOCKETS.indexOf(socket);
    if (state.upkeep[SOCKET_SLOTS[device]] === to)
      return refuse("alreadySo", "Its plug sits there already.");
    return doing(state, "movePlugOf", SOCKET_SLOTS[device], to);
  },
  "line.restrict": ({ machine }, { openFraction }) => {
    machine[M.venousOccluderOpenFraction] = openFraction;
    return DONE;
  },
  "line.walkVenous": (state) => doing(state, "walkVenousLine", 0),
  "pump.relayBoot": (state, { head }) => {
    const index = headIndex(head);
    if (Math.abs((state.head[index] as Float64Array)[HEAD.index.rotorRpm] as number) > 2)
      return refuse("headRunning", "Stop the head first.");
    return doing(state, "relayBoot", index);
  },
  "power.light": ({ upkeep }, { on }) => {
    upkeep[U.emergencyLight] = on ? 1 : 0;
    return DONE;
  },
  "alarm.audioOff": ({ upkeep }) => {
    upkeep[U.audioOff] = 1;
    return DONE;
  },
  "check.perform": (state, { item }) => doing(state, "preUseCheck", CHECK_ITEMS.indexOf(item)),
  "check.actOn": (state, { item }) => {
    const at = CHECK_ITEMS.indexOf(item);
    if (state.checks[at] !== CHECK_STATES.indexOf("finding"))
      return refuse("alreadySo", "There is no finding to act on.");
    return doing(state, "actOnCheck", at);
  },
};

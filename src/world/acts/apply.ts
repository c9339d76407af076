/**
 * Takes an act to the part of the machine it concerns. Hands do one job at a time, eyes and voice one
 * thing after another; whatever cannot be done now is refused with a sentence (docs/model.md W-1, W-2).
 */

import { beginTask, taskInHand } from "../console/tasks.ts";
import type { TraineeAction } from "../contract/actions.ts";
import { type Head, INSPECTABLES, MESSAGES, TEAM_MEMBERS } from "../contract/ids.ts";
import type { MachineAction } from "../contract/machineActions.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { attend, LOOKING, SPEAKING } from "../state/attention.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  connectOxygenator,
  cutOxygenator,
  fetchItem,
  moveGasLine,
  moveWaterLines,
  primeSpare,
  tapBubbles,
} from "./changeoutActs.ts";
import {
  fetchCrank,
  fitCrank,
  handOverCrank,
  moveBoot,
  removeCrank,
  turnCrank,
} from "./crankActs.ts";
import { giveDrug, infuseDrug, stopDrug } from "./drugActs.ts";
import { HEAD_ACTS, headIndex } from "./headActs.ts";
import { MACHINE_ACTS } from "./machineActTable.ts";
import {
  addVolume,
  commandClamp,
  handleAlarm,
  movePlug,
  releaseClamp,
  setClamp,
  setGas,
  setTimer,
  setWater,
  straighten,
} from "./otherActs.ts";
import { type ActResult, DONE, refuse } from "./refusal.ts";
import { linkSafety, setSafety } from "./safetyActs.ts";
import { drawSample } from "./sampleActs.ts";

const M = MACHINE.index;

/** Acts that need no hand: they go on while a job is being done. */
const HANDS_FREE: ReadonlySet<TraineeAction["type"]> = new Set([
  "team.say",
  "inspect",
  "alarm.acknowledge",
  "alarm.pauseAudio",
  "alarm.resumeAudio",
  "timer.start",
  "timer.stop",
  "timer.reset",
  "record.note",
  "record.value",
  "record.event",
  "alarm.audioOff",
  "timer.lap",
]);

const WHAT_HANDS_DO: Readonly<Record<string, string>> = {
  fetchCrank: "fetching the crank",
  fitCrank: "fitting the crank",
  removeCrank: "taking the crank off",
  moveBoot: "moving the boot",
  exchangeModule: "exchanging the drive module",
  clearJam: "looking into the head",
  tightenConnector: "tying the connector",
  releaseElectronicClamp: "freeing the line from the electronic clamp",
  movePlug: "moving the plug",
  straightenLine: "following the line",
  primeOxygenator: "priming the spare oxygenator",
  tapBubblesOut: "tapping bubbles out of the spare",
  gasLine: "at the gas line",
  waterLines: "at the water lines",
  cutOxygenator: "cutting the oxygenator out",
  connectOxygenator: "connecting the oxygenator",
  calibrateAnalyser: "calibrating the analyser",
  changeCylinder: "changing the cylinder",
  connectHose: "at the gas hoses",
  reconnectGasLine: "following the gas line",
  fillVaporiser: "filling the vaporiser",
  clearScavenging: "clearing the exhaust",
  addIce: "putting ice into the tank",
  placeSensor: "testing a sensor",
  zeroTransducer: "setting a zero",
  levelTransducer: "levelling a transducer",
  calibrateInline: "calibrating an in-line sensor",
  testOcclusion: "watching the column fall",
  pressureHold: "holding pressure on the boot",
  preUseCheck: "checking the machine",
  actOnCheck: "setting right what the check found",
  movePlugOf: "moving a plug",
  swapHeaterCooler: "changing the heater-cooler",
  walkVenousLine: "walking the venous line",
  relayBoot: "laying the boot",
  openReservoirVent: "opening the reservoir's vent",
};

function handsBusy(state: WorldState, action: TraineeAction): ActResult {
  const task = taskInHand(state);
  const left = Math.ceil(state.machine[M.taskLeftS] as number);
  if (task === "fetchItem" && !action.type.startsWith("record."))
    return refuse("away", `You are away from the console: ${left} s more.`);
  if (task === "none" || HANDS_FREE.has(action.type)) return DONE;
  return refuse("handsBusy", `Your hands are ${WHAT_HANDS_DO[task]}: ${left} s more.`);
}

function occupyAttention(
  state: WorldState,
  action: Extract<TraineeAction, { type: "inspect" | "team.say" }>,
): ActResult {
  const taken =
    action.type === "inspect"
      ? attend(state.attention, LOOKING, INSPECTABLES.indexOf(action.what), 0)
      : attend(
          state.attention,
          SPEAKING,
          MESSAGES.indexOf(action.message),
          TEAM_MEMBERS.indexOf(action.to),
        );
  return taken
    ? DONE
    : refuse("attentionBusy", "One thing at a time: you are still looking and speaking.");
}

const isMachineAct = (action: TraineeAction): action is MachineAction =>
  action.type in MACHINE_ACTS;

function performMachineAct(state: WorldState, setup: WorldSetup, action: MachineAction): ActResult {
  // The table has one entry for each type, so the entry found takes this action.
  const perform = MACHINE_ACTS[action.type] as (
    state: WorldState,
    action: MachineAction,
    setup: WorldSetup,
  ) => ActResult;
  return perform(state, action, setup);
}

/** Do an act, or say why not. */
export function performAct(state: WorldState, setup: WorldSetup, action: TraineeAction): ActResult {
  const busy = handsBusy(state, action);
  if (busy !== DONE) return busy;
  if (isMachineAct(action)) return performMachineAct(state, setup, action);
  switch (action.type) {
    case "boot.move":
      return moveBoot(state, action);
    case "crank.fetch":
      return fetchCrank(state);
    case "crank.fit":
      return fitCrank(state, action);
    case "crank.remove":
      return removeCrank(state);
    case "crank.turn":
      return turnCrank(state, action);
    case "crank.handOver":
      return handOverCrank(state, action);
    case "line.clamp":
      return setClamp(state, action.site, true);
    case "line.unclamp":
      return setClamp(state, action.site, false);
    case "line.straighten":
      return straighten(state, action);
    case "line.tightenConnector":
      beginTask(state, "tightenConnector");
      return DONE;
    case "electronicClamp.command":
      return commandClamp(state, action);
    case "electronicClamp.releaseByHand":
      return releaseClamp(state);
    case "gas.setFio2":
    case "gas.setSweep":
      return setGas(state, action);
    case "water.setPoint":
    case "water.setRunning":
      return setWater(state, action);
    case "safety.setMode":
    case "safety.override":
    case "safety.endOverride":
    case "safety.reset":
      return setSafety(state, action);
    case "safety.link":
      return linkSafety(state, action);
    case "store.fetch":
      return fetchItem(state, action);
    case "oxygenator.prime":
      return primeSpare(state);
    case "oxygenator.tapBubbles":
      return tapBubbles(state);
    case "oxygenator.gasLine":
      return moveGasLine(state, action);
    case "oxygenator.waterLines":
      return moveWaterLines(state, action);
    case "oxygenator.cut":
      return cutOxygenator(state);
    case "oxygenator.connect":
      return connectOxygenator(state, action);
    case "power.movePlug":
      return movePlug(state);
    case "reservoir.addVolume":
    case "fluid.give":
      return addVolume(state, setup, action);
    case "team.say":
    case "inspect":
      return occupyAttention(state, action);
    case "alarm.acknowledge":
    case "alarm.pauseAudio":
    case "alarm.resumeAudio":
      return handleAlarm(state, action.type);
    case "timer.start":
    case "timer.stop":
    case "timer.reset":
      return setTimer(state, action);
    case "drug.give":
      return giveDrug(state, setup, action);
    case "drug.infuse":
      return infuseDrug(state, setup, action);
    case "drug.stop":
      return stopDrug(state, setup, action);
    case "sample.draw":
      return drawSample(state, setup, action);
    case "record.note":
    case "record.value":
    case "record.event":
      return DONE;
    default:
      return performHeadAct(state, action);
  }
}

type HeadAct = Exclude<Extract<TraineeAction, { head: Head }>, MachineAction>;

function performHeadAct(state: WorldState, action: HeadAct): ActResult {
  const index = headIndex(action.head);
  const perform = HEAD_ACTS[action.type] as
    | ((state: WorldState, head: Float64Array, action: HeadAct, index: number) => ActResult)
    | undefined;
  if (perform === undefined) throw new Error(`No hand knows how to do ${action.type}.`);
  return perform(state, state.head[index] as Float64Array, action, index);
}

/**
 * Jobs that keep the trainee's hands busy: each takes its time, then changes the machine. The helper
 * shortens what two people do faster (docs/model.md W-3). Durations are ours (K) unless said.
 */
import { CRANK, restHand } from "../../machine/crank.ts";
import { HEAD } from "../../machine/head.ts";
import { lineCode, placeCode } from "../../machine/names.ts";
import type { Fact } from "../contract/facts.ts";
import { TASKS, type Task } from "../contract/ids.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { CHANGEOUT_FINISH } from "./changeoutTasks.ts";
import { FINISH_MACHINE_TASK, MACHINE_TASK_S } from "./machineTasks.ts";

const M = MACHINE.index;
const H = HEAD.index;
const C = CRANK.index;
const TICK_S = 0.02;

/** Alone, and with a second person, s. */
const DURATION_S: Readonly<Record<Task, readonly [alone: number, together: number]>> = {
  none: [0, 0],
  fetchCrank: [2, 2],
  fitCrank: [2.5, 2.5],
  removeCrank: [2, 2],
  moveBoot: [22, 15],
  exchangeModule: [75, 50],
  clearJam: [8, 6],
  tightenConnector: [6, 6],
  releaseElectronicClamp: [2.5, 2.5],
  movePlug: [30, 4],
  straightenLine: [4, 4],
  fetchItem: [0, 0], // by place: see errands.ts
  primeOxygenator: [40, 25],
  tapBubblesOut: [25, 15],
  gasLine: [4, 4],
  waterLines: [10, 6],
  // Cut to flow takes a practised pair about the 168 s that were measured [S10].
  cutOxygenator: [20, 12],
  connectOxygenator: [60, 40],
  ...MACHINE_TASK_S,
};
/** A crank that is not in its clip is on the next machine, s. */
const FETCH_FROM_ELSEWHERE_S = 14;
/** Occlusion a boot finds in a head that was set for another tube: worse than any that was set (K). */
const UNSET_OCCLUSION_FRACTION = 0.7;

export const taskInHand = (state: WorldState): Task => TASKS[state.machine[M.task]] as Task;

/** Begin a job with the hands; `head` and `other` are head indexes it concerns. */
export function beginTask(state: WorldState, task: Task, head = 0, other = 0): void {
  const m = state.machine;
  const [alone, together] = DURATION_S[task];
  const away = task === "fetchCrank" && state.crank[C.place] === placeCode("missing");
  m[M.task] = TASKS.indexOf(task);
  m[M.taskHead] = head;
  m[M.taskOtherHead] = other;
  m[M.taskLeftS] = away ? FETCH_FROM_ELSEWHERE_S : m[M.helperHere] === 1 ? together : alone;
}

/** Leave the console to fetch something that is so far away. */
export function beginAbsence(state: WorldState, seconds: number): void {
  beginTask(state, "fetchItem");
  state.machine[M.taskLeftS] = seconds;
}

type Finish = (
  state: WorldState,
  head: Float64Array,
  other: Float64Array,
  setup: WorldSetup,
) => string;

const FINISH: Readonly<Record<Exclude<Task, "none">, Finish>> = {
  fetchCrank: (state) => {
    state.crank[C.place] = placeCode("inHand");
    return "Crank in hand.";
  },
  fitCrank: (state) => {
    state.crank[C.place] = placeCode("fitted");
    state.crank[C.head] = state.machine[M.taskHead] as number;
    state.crank[C.cranker] = 0;
    state.crank[C.revolutionsCount] = 0;
    restHand(state.crank);
    return "Crank fitted.";
  },
  removeCrank: (state) => {
    state.crank[C.place] = placeCode("inHand");
    restHand(state.crank);
    return "Crank off the head.";
  },
  moveBoot: (_state, head, other) => {
    // A boot of another size has never been set on this head: its gap is too wide until set (S34).
    if (other[H.tube] !== head[H.tube]) other[H.occlusionFraction] = UNSET_OCCLUSION_FRACTION;
    other[H.carries] = lineCode("arterialBoot");
    other[H.tube] = head[H.tube] as number;
    other[H.setRpm] = 0;
    return "Arterial boot seated in its new head.";
  },
  exchangeModule: (state, head) => {
    for (const slot of [
      H.motorFault,
      H.faultLatched,
      H.jam,
      H.overloadLatched,
      H.couplingSlip,
      H.decoupled,
      H.moduleDead,
    ]) {
      head[slot] = 0;
    }
    head[H.setRpm] = 0;
    state.machine[M.spareModuleUsed] = 1;
    return "Spare drive module in place.";
  },
  clearJam: (_state, head) => {
    if (head[H.jam] === 1 && head[H.jamClearable] === 0)
      return "Something is wedged behind the rotor. It does not come out.";
    const jammed = head[H.jam] === 1;
    head[H.jam] = 0;
    return jammed
      ? "A loose tubing insert is out. The rotor turns free."
      : "Nothing blocks the rotor.";
  },
  tightenConnector: (state) => {
    const leaked = state.machine[M.connectorAirMlPerS] > 0;
    state.machine[M.connectorAirMlPerS] = 0;
    return leaked
      ? "Outlet connector was loose: re-seated and tied."
      : "Outlet connector is tight.";
  },
  releaseElectronicClamp: (state) => {
    state.machine[M.clampLineInside] = 0;
    return "Arterial line is out of the electronic clamp.";
  },
  movePlug: (state) => {
    state.machine[M.plugLeftS] = 1;
    return "Console plugged into the emergency supply.";
  },
  straightenLine: (state) => {
    const slot = state.machine[M.taskHead] === 0 ? M.venousOpenFraction : M.arterialOpenFraction;
    const kinked = state.machine[slot] < 1;
    state.machine[slot] = 1;
    return kinked ? "A kink under the drape is straightened." : "The line runs straight.";
  },
  ...CHANGEOUT_FINISH,
  ...FINISH_MACHINE_TASK,
};

/** Advance the job in hand; says what was done when it is finished. */
export function stepTask(state: WorldState, setup: WorldSetup, tick: number, facts: Fact[]): void {
  const m = state.machine;
  const task = taskInHand(state);
  if (task === "none") return;
  m[M.taskLeftS] -= TICK_S;
  if (m[M.taskLeftS] > 0) return;
  m[M.taskLeftS] = 0;
  m[M.task] = 0;
  const head = state.head[m[M.taskHead] as number] ?? (state.head[0] as Float64Array);
  const other = state.head[m[M.taskOtherHead] as number] ?? head;
  const sentence = FINISH[task](state, head, other, setup);
  facts.push({ type: "taskDone", tick, task, sentence });
}

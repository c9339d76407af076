/**
 * Jobs at gas supply, heater-cooler, sensors and transducers: how long they take, what they find and
 * what they change (docs/model.md W-3). Durations are ours (K).
 */
import { GAS } from "../../machine/gasSupply.ts";
import { HEAD } from "../../machine/head.ts";
import { WATER } from "../../machine/heaterCooler.ts";
import { SENSOR } from "../../machine/sensor.ts";
import { TRANSDUCER } from "../../machine/transducer.ts";
import { SAFETY_DEVICES, type Task } from "../contract/ids.ts";
import { CHECK_ITEMS, CHECK_STATES, type CheckState } from "../contract/machineIds.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { ROLLER_LEAK_ML_PER_S_MMHG } from "../physics/pumpEdges.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { actOnFinding, checkFinding } from "./preUseCheck.ts";

const M = MACHINE.index;
const G = GAS.index;
const W = WATER.index;
const H = HEAD.index;
const S = SENSOR.index;
const T = TRANSDUCER.index;

/** The jobs of this file. */
type MachineTask = Extract<
  Task,
  | "calibrateAnalyser"
  | "changeCylinder"
  | "connectHose"
  | "reconnectGasLine"
  | "fillVaporiser"
  | "clearScavenging"
  | "addIce"
  | "placeSensor"
  | "zeroTransducer"
  | "levelTransducer"
  | "calibrateInline"
  | "testOcclusion"
  | "pressureHold"
  | "preUseCheck"
  | "actOnCheck"
  | "movePlugOf"
  | "swapHeaterCooler"
  | "walkVenousLine"
  | "relayBoot"
  | "openReservoirVent"
>;

/** Alone, and with a second person, s. */
export const MACHINE_TASK_S: Readonly<
  Record<MachineTask, readonly [alone: number, together: number]>
> = {
  calibrateAnalyser: [20, 20],
  changeCylinder: [30, 20],
  connectHose: [4, 4],
  reconnectGasLine: [5, 5],
  fillVaporiser: [20, 20],
  clearScavenging: [5, 5],
  addIce: [10, 6],
  placeSensor: [6, 6],
  zeroTransducer: [8, 8],
  levelTransducer: [6, 6],
  calibrateInline: [10, 10],
  testOcclusion: [20, 20],
  pressureHold: [20, 20],
  preUseCheck: [5, 5],
  actOnCheck: [15, 10],
  movePlugOf: [6, 4],
  swapHeaterCooler: [75, 45],
  walkVenousLine: [8, 8],
  relayBoot: [10, 8],
  openReservoirVent: [3, 3],
};

type Finish = (
  state: WorldState,
  head: Float64Array,
  other: Float64Array,
  setup: WorldSetup,
) => string;

const HOSE_SLOTS = [G.oxygenHose, G.airHose] as const;
const HOSE_WORDS = ["Oxygen hose", "Air hose"] as const;
const ICE_KG = 2;
/** A spare unit stands in the room, filled (K). */
const SPARE_TANK_C = 22;
/** A just-occlusive boot lets a 100 cm column fall 2.5 cm a minute (Sarns, standards.md 2.2). */
const JUST_OCCLUSIVE_CM_PER_MIN = 2.5;
/** Fall per unit of missing occlusion: the leak of C-12 under 77 mmHg through a 3/8 inch column. */
const FALL_CM_PER_MIN = (ROLLER_LEAK_ML_PER_S_MMHG * 77 * 60) / 0.713;
/** Share by which a pressure hold falls in 10 s per unit of missing occlusion (K). */
const HOLD_LOSS_PER_UNIT = 20;

/** Fall of a 100 cm column above a stopped head, cm a minute. */
function columnFallCmPerMin(occlusionFraction: number): number {
  if (occlusionFraction >= 1)
    return JUST_OCCLUSIVE_CM_PER_MIN * Math.max(0, 1 - (occlusionFraction - 1) * 50);
  return JUST_OCCLUSIVE_CM_PER_MIN + FALL_CM_PER_MIN * (1 - occlusionFraction);
}

function dropTest(head: Float64Array): string {
  const fall = columnFallCmPerMin(head[H.occlusionFraction] as number);
  if (fall < 0.5)
    return "The column does not fall at all: over-occlusive, it will break red cells.";
  if (fall > 10) return "The column runs down: under-occlusive, it will leak backward.";
  return `The column falls ${Math.round(fall * 10) / 10} cm in a minute: just occlusive.`;
}

function pressureHoldTest(head: Float64Array): string {
  const lost = Math.max(0, 1 - head[H.occlusionFraction]) * HOLD_LOSS_PER_UNIT;
  const kept = Math.max(0, Math.round(300 * (1 - lost)));
  if (head[H.occlusionFraction] > 1.02) return "300 mmHg hold without any fall: over-occlusive.";
  return kept < 250
    ? `Of 300 mmHg ${kept} are left after ten seconds: under-occlusive.`
    : `Of 300 mmHg ${kept} are left after ten seconds: it holds.`;
}

export const FINISH_MACHINE_TASK: Readonly<Record<MachineTask, Finish>> = {
  calibrateAnalyser: ({ gasSupply }) => {
    const wasOff = Math.abs(gasSupply[G.analyserErrorFraction] as number) > 0.01;
    gasSupply[G.analyserErrorFraction] = 0;
    return wasOff
      ? "Oxygen analyser was off; calibrated to air and oxygen."
      : "Oxygen analyser reads air and oxygen right.";
  },
  changeCylinder: ({ gasSupply }) => {
    gasSupply[G.spareCylinderCount] -= 1;
    gasSupply[G.cylinderL] = gasSupply[G.cylinderFullL] as number;
    gasSupply[G.cylinderOpen] = 0;
    return "Full oxygen cylinder in place, shut.";
  },
  connectHose: ({ gasSupply, machine }) => {
    const hose = machine[M.taskHead] as number;
    const slot = HOSE_SLOTS[hose] as number;
    gasSupply[slot] = machine[M.taskOtherHead] as number;
    return `${HOSE_WORDS[hose]} ${gasSupply[slot] === 1 ? "plugged in" : "pulled out of the wall"}.`;
  },
  reconnectGasLine: ({ gasSupply }) => {
    const wasOff = gasSupply[G.lineOff] === 1 || gasSupply[G.leakFraction] > 0;
    gasSupply[G.lineOff] = 0;
    gasSupply[G.leakFraction] = 0;
    return wasOff ? "The gas line was off: reconnected and secured." : "The gas line sits tight.";
  },
  fillVaporiser: ({ gasSupply }) => {
    gasSupply[G.vaporiserMl] = gasSupply[G.vaporiserFullMl] as number;
    return "Vaporiser filled.";
  },
  clearScavenging: ({ gasSupply }) => {
    const wasShut = gasSupply[G.scavengingOpenFraction] < 0.9;
    gasSupply[G.scavengingOpenFraction] = 1;
    return wasShut ? "The exhaust was obstructed: it is free." : "The exhaust is free.";
  },
  addIce: ({ waterUnit }) => {
    waterUnit[W.iceKg] = Math.min(10, waterUnit[W.iceKg] + ICE_KG);
    return "Two kilograms of ice are in the tank.";
  },
  placeSensor: (state) => {
    const index = state.machine[M.taskHead] as number;
    const sensor = state.sensor[index] as Float64Array;
    const wasWrong = sensor[S.failure] !== 0 || sensor[S.offset] !== 0;
    sensor[S.failure] = 0;
    sensor[S.offset] = 0;
    return wasWrong
      ? `The ${SAFETY_DEVICES[index]} sensor was wrong: cleaned, re-seated, tested.`
      : `The ${SAFETY_DEVICES[index]} sensor is tested: right.`;
  },
  zeroTransducer: (state) => {
    const transducer = state.transducer[state.machine[M.taskHead] as number] as Float64Array;
    const wasMmHg = Math.round(transducer[T.zeroMmHg] as number);
    transducer[T.zeroMmHg] = 0;
    return wasMmHg === 0 ? "Zero was right." : `Zero was off by ${wasMmHg} mmHg: set.`;
  },
  levelTransducer: (state) => {
    const transducer = state.transducer[state.machine[M.taskHead] as number] as Float64Array;
    const wasCm = Math.round(transducer[T.heightCm] as number);
    transducer[T.heightCm] = 0;
    return wasCm === 0 ? "Height was right." : `It hung ${Math.abs(wasCm)} cm off: levelled.`;
  },
  calibrateInline: (state) => {
    const index = state.machine[M.taskHead] as number;
    const wasOff = Math.abs(state.inlineErrors[index] as number) > 0.005;
    state.inlineErrors[index] = 0;
    return wasOff ? "In-line sensor was off: set to the laboratory." : "In-line sensor agrees.";
  },
  testOcclusion: (_state, head) => dropTest(head),
  pressureHold: (_state, head) => pressureHoldTest(head),
  preUseCheck: (state, _head, _other, setup) => {
    const item = CHECK_ITEMS[state.machine[M.taskHead] as number] ?? CHECK_ITEMS[0];
    const { isWrong, sentence } = checkFinding(state, setup, item);
    setCheck(state, item, isWrong ? "finding" : "passed");
    return sentence;
  },
  actOnCheck: (state) => {
    const item = CHECK_ITEMS[state.machine[M.taskHead] as number] ?? CHECK_ITEMS[0];
    const sentence = actOnFinding(state, item);
    setCheck(state, item, "actedOn");
    return sentence;
  },
  movePlugOf: (state) => {
    state.upkeep[state.machine[M.taskHead] as number] = state.machine[M.taskOtherHead] as number;
    return "The plug sits in its new socket.";
  },
  swapHeaterCooler: ({ waterUnit, machine }) => {
    for (const slot of [W.dead, W.runaway, W.cutOutFailed, W.cutOutTripped, W.pumpWeakFraction])
      waterUnit[slot] = 0;
    waterUnit[W.inletClamped] = 0;
    waterUnit[W.outletClamped] = 0;
    waterUnit[W.kinkOpenFraction] = 1;
    machine[M.waterC] = SPARE_TANK_C;
    return "The spare heater-cooler stands in its place, lines attached, its pump off.";
  },
  walkVenousLine: () => "The venous line is walked from table to reservoir.",
  relayBoot: (_state, head) => {
    const wasReversed = head[H.bootReversed] === 1;
    head[H.bootReversed] = 0;
    return wasReversed
      ? "The boot lay the wrong way round: it is laid right."
      : "The boot lies as it should.";
  },
  openReservoirVent: ({ machine }) => {
    const wasShut = machine[M.ventOpenFraction] < 1 || machine[M.regulatorShut] === 1;
    machine[M.ventOpenFraction] = 1;
    machine[M.regulatorShut] = 0;
    machine[M.reservoirVacuumMmHg] = 0;
    return wasShut
      ? "The reservoir was shut: it is open to the room, and gas hisses out."
      : "The reservoir is open to the room.";
  },
};

function setCheck(state: WorldState, item: (typeof CHECK_ITEMS)[number], to: CheckState): void {
  state.checks[CHECK_ITEMS.indexOf(item)] = CHECK_STATES.indexOf(to);
}

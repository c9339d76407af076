/**
 * When the alarms of drives, matrix, gas, water, power, monitors and upkeep are true, from what the
 * machine can sense. Delays, latches, limits in words and their sources are in the table.
 */
import { lpmToMlPerS, mlPerSToLpm } from "../../kernel/units.ts";
import { waterModeCode } from "../../machine/gasNames.ts";
import { GAS, onCylinder } from "../../machine/gasSupply.ts";
import { assumedStrokeMl, HEAD, headMessage, isCentrifugal } from "../../machine/head.ts";
import { WATER, WATER_C_MAX, WATER_C_MIN, WATER_LPM_MIN } from "../../machine/heaterCooler.ts";
import { messageCode, STROKE_ML_PER_REV } from "../../machine/names.ts";
import { SENSOR } from "../../machine/sensor.ts";
import {
  DISSOLVED_O2_ML_PER_DL_MMHG,
  HUFNER_ML_PER_G,
} from "../../physiology/blood/oxygenContent.ts";
import { HEMOGLOBIN_G_PER_RED_CELL_ML } from "../../physiology/blood/properties.ts";
import { POWER_SOURCES, SAFETY_MODES, type SafetyDevice } from "../contract/ids.ts";
import { ANALYSER_SITES } from "../contract/machineIds.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { arterialHeadIndex } from "../physics/pumpEdges.ts";
import { RELIEF_MMHG } from "../physics/reservoirGas.ts";
import { MACHINE, PATIENT, UPKEEP } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { edgeIndex, firstCell, nodeIndex } from "../topology.ts";
import { beyondAt, deviceIndex } from "./devices.ts";

const M = MACHINE.index;
const P = PATIENT.index;
const G = GAS.index;
const W = WATER.index;
const H = HEAD.index;
const S = SENSOR.index;
const U = UPKEEP.index;
const MASTER_STOPPED = messageCode("masterStopped");
const COOLING = waterModeCode("cool");
const OFF = SAFETY_MODES.indexOf("off");
const BATTERY = POWER_SOURCES.indexOf("battery");
const MEMBRANE = edgeIndex("membrane");
const CAVA = nodeIndex("cava");
const RESERVOIR = firstCell.reservoir;
const RESERVOIR_NODE = nodeIndex("reservoir");

type Condition = (state: WorldState, setup: WorldSetup) => boolean;

/** Only a console with power can tell. */
const powered =
  (test: Condition): Condition =>
  (state, setup) =>
    state.machine[M.consolePowered] === 1 && test(state, setup);
const sensorBeyond = (device: SafetyDevice): Condition => {
  const at = deviceIndex(device);
  return powered(
    (state) => (state.sensor[at] as Float64Array)[S.mode] !== OFF && beyondAt(state, at),
  );
};
const isTripped = (sensor: Float64Array): boolean => sensor[S.tripped] === 1;
const anyHead = (test: (head: Float64Array) => boolean): Condition =>
  powered((state) => state.head.some(test));

/** As the runaway detector sees it: beyond the knob, and not because the head slows down. */
const isFast = (head: Float64Array): boolean => {
  const peak = head[H.pulsatile] === 1 ? 1 / Math.max(0.05, head[H.pulseWidthFraction]) : 1;
  const asked = head[H.running] === 1 ? Math.max(head[H.setRpm], head[H.coastRpm]) * peak : 0;
  const speed = Math.abs(head[H.driveRpm] as number);
  return speed > asked * 1.2 + 15 && head[H.runawayS] > 0;
};

function flowMismatch(state: WorldState): boolean {
  const head = state.head[Math.max(0, arterialHeadIndex(state))] as Float64Array;
  if (isCentrifugal(head) || state.machine[M.flowProbeFailed] === 1) return false;
  const counted = (Math.abs(head[H.driveRpm] as number) * assumedStrokeMl(head)) / 60;
  const differs = Math.abs(counted - state.machine[M.flowProbeShownMlPerS]);
  return differs > lpmToMlPerS(0.5) && differs > 0.2 * counted;
}

function turnsBackward(state: WorldState): boolean {
  const head = state.head[Math.max(0, arterialHeadIndex(state))] as Float64Array;
  return !isCentrifugal(head) && head[H.running] === 1 && head[H.rotorRpm] < -5;
}

export const DRIVE_CONDITIONS = {
  runaway: anyHead((head) => head[H.runawayLatched] === 1),
  speedDeviation: anyHead(isFast),
  flowMismatch: powered(flowMismatch),
  wrongDirection: powered(turnsBackward),
  servoActive: anyHead((head) => Math.abs(head[H.servoReductionFraction] as number) > 0.02),
  masterStopped: anyHead((head) => headMessage(head, true) === MASTER_STOPPED),
  strokeDiffers: anyHead((head) => {
    const usual = STROKE_ML_PER_REV[head[H.tubeSet] as number] as number;
    return head[H.strokeSetMl] > 0 && Math.abs(head[H.strokeSetMl] - usual) > 0.15 * usual;
  }),
  levelAlert: sensorBeyond("levelAlert"),
  bubbleOutlet: sensorBeyond("bubbleOutlet"),
  bubbleFilter: sensorBeyond("bubbleFilter"),
  bubbleCardioplegia: sensorBeyond("bubbleCardioplegia"),
  pressureCardioplegia: sensorBeyond("pressureCardioplegia"),
  pressureGas: sensorBeyond("pressureGas"),
  lowFlow: sensorBeyond("lowFlow"),
  bloodHot: sensorBeyond("temperature"),
  rearmWaiting: powered((state) => state.sensor.some(isTripped)),
} as const satisfies Readonly<Record<string, Condition>>;

/** kPa (E13; set by us). */
const PIPELINE_LOW_KPA = 280;
const PRESSURE_DIFFERENCE_KPA = 100;
const BLENDER_DEAD_KPA = 200;
const ANALYSER_INLET = ANALYSER_SITES.indexOf("inlet");
const gasOf =
  (test: (gas: Float64Array, state: WorldState) => boolean): Condition =>
  (state) =>
    test(state.gasSupply, state);
const bloodMoves = (state: WorldState): boolean =>
  Math.abs(state.edgeFlowMlPerS[MEMBRANE] as number) > lpmToMlPerS(1);
const cylinderShare = (gas: Float64Array): number =>
  gas[G.cylinderL] / Math.max(1, gas[G.cylinderFullL] as number);
const waterOf =
  (test: (water: Float64Array, machine: Float64Array) => boolean): Condition =>
  (state) =>
    test(state.waterUnit, state.machine);

export const SUPPLY_CONDITIONS = {
  oxygenPipelineLow: gasOf((gas) => gas[G.oxygenKpa] < PIPELINE_LOW_KPA),
  airPipelineLow: gasOf((gas) => gas[G.airKpa] < PIPELINE_LOW_KPA),
  gasPressureDifference: gasOf(
    (gas) => Math.abs(gas[G.oxygenKpa] - gas[G.airKpa]) > PRESSURE_DIFFERENCE_KPA,
  ),
  gasSupplyFailed: gasOf((gas) => Math.max(gas[G.oxygenKpa], gas[G.airKpa]) < BLENDER_DEAD_KPA),
  analyserLow: gasOf(
    (gas) =>
      gas[G.analyserSite] === ANALYSER_INLET &&
      gas[G.sweepSetMlPerS] > 0 &&
      gas[G.analyserShownFraction] < gas[G.fio2SetFraction] - 0.05,
  ),
  analyserHigh: gasOf(
    (gas) =>
      gas[G.analyserSite] === ANALYSER_INLET &&
      gas[G.blenderBypassed] === 0 &&
      gas[G.analyserShownFraction] > gas[G.fio2SetFraction] + 0.1,
  ),
  cylinderLow: gasOf((gas) => onCylinder(gas) && cylinderShare(gas) < 0.25),
  cylinderEmpty: gasOf((gas) => gas[G.cylinderOpen] === 1 && gas[G.cylinderL] <= 0),
  sweepOff: gasOf((gas, state) => gas[G.floatShownMlPerS] < lpmToMlPerS(0.3) && bloodMoves(state)),
  reservoirPressure: (state) => state.nodePressureMmHg[RESERVOIR_NODE] > RELIEF_MMHG,
  blenderBypassed: gasOf((gas) => gas[G.blenderBypassed] === 1),
  carbonDioxideOn: gasOf((gas) => gas[G.co2SetMlPerS] > 0),
  vaporiserEmpty: gasOf((gas) => gas[G.vaporiserSetFraction] > 0 && gas[G.vaporiserMl] <= 0),
  vaporiserUnscavenged: gasOf(
    (gas) => gas[G.vaporiserSetFraction] > 0 && gas[G.scavengingOn] === 0,
  ),
  waterHot: waterOf((_, machine) => machine[M.waterC] > WATER_C_MAX + 0.3),
  waterCold: waterOf((_, machine) => machine[M.waterC] < WATER_C_MIN - 0.3),
  waterFlowLow: waterOf((water) => water[W.flowLpm] > 0.5 && water[W.flowLpm] < WATER_LPM_MIN),
  waterPressureHigh: waterOf((water) => water[W.pressureMmHg] > 550),
  waterCutOut: waterOf((water) => water[W.cutOutTripped] === 1),
  waterGradient: (state) =>
    state.machine[M.waterRunning] === 1 &&
    Math.abs(state.machine[M.waterC] - state.machine[M.venousShownC]) > 10,
  iceGone: waterOf((water) => water[W.mode] === COOLING && water[W.iceKg] <= 0),
  batteryLow: (state) =>
    state.machine[M.powerSource] === BATTERY &&
    state.machine[M.batteryS] < 600 * state.upkeep[U.loadFraction],
  batteryNotFull: (state) =>
    state.machine[M.mainsLost] === 0 &&
    state.machine[M.batteryS] < 0.8 * state.machine[M.batteryFullS],
  batteryOverloaded: (state) =>
    state.machine[M.powerSource] === BATTERY && state.upkeep[U.loadFraction] > 1.5,
  lightsOut: (state) => state.upkeep[U.lightsOut] === 1 && state.upkeep[U.emergencyLight] === 0,
} as const satisfies Readonly<Record<string, Condition>>;

const DELIVERY_LOW = 250;
/** Whether the oxygen delivery index, as the console works it out, is below 250 mL/min/m². */
function deliversLittle(state: WorldState, setup: WorldSetup): boolean {
  const m = state.machine;
  const hb = m[M.hematocritShown] * HEMOGLOBIN_G_PER_RED_CELL_ML * 100;
  const content =
    HUFNER_ML_PER_G * hb * m[M.arterialSaturationShown] +
    DISSOLVED_O2_ML_PER_DL_MMHG * m[M.arterialPo2Shown];
  const index = mlPerSToLpm(m[M.flowProbeShownMlPerS] as number) / setup.patient.bodySurfaceM2;
  return Math.max(0, index) * content * 10 < DELIVERY_LOW;
}

function gradientHigh(state: WorldState): boolean {
  const flow = mlPerSToLpm(state.machine[M.flowProbeShownMlPerS] as number);
  const drop = state.machine[M.premembraneShownMmHg] - state.machine[M.postmembraneShownMmHg];
  return flow > 1 && drop > 45 * flow;
}

const CARDIOPLEGIA_INTERVAL_S = 1200;
const machineOver = (slot: number, limit: number): Condition =>
  powered((state) => state.machine[slot] > limit);
const machineUnder = (slot: number, limit: number): Condition =>
  powered((state) => state.machine[slot] < limit);

export const MONITOR_CONDITIONS = {
  pco2Low: machineUnder(M.arterialPco2Shown, 28),
  pco2High: machineOver(M.arterialPco2Shown, 55),
  po2Low: machineUnder(M.arterialPo2Shown, 80),
  saturationLow: machineUnder(M.arterialSaturationShown, 0.92),
  cvpLow: (state) => state.nodePressureMmHg[CAVA] < -5,
  nirsAsymmetry: ({ patient }) =>
    Math.abs(patient[P.nirsLeftFraction] - patient[P.nirsRightFraction]) > 0.15,
  bisHigh: ({ patient }) => patient[P.bisFraction] > 0.65,
  brainWarm: ({ patient }) => patient[P.nasopharyngealC] > 37,
  hematocritLow: machineUnder(M.hematocritShown, 0.21),
  deliveryLow: powered(deliversLittle),
  gradientHigh: powered(gradientHigh),
  reservoirFull: (state, setup) =>
    state.cellVolumeMl[RESERVOIR] > 0.95 * setup.circuit.reservoirCapacityMl,
  cardioplegiaDue: (state) =>
    state.machine[M.crossClampTimerRuns] === 1 &&
    state.machine[M.cardioplegiaTimerS] > CARDIOPLEGIA_INTERVAL_S,
  audioOff: (state) => state.upkeep[U.audioOff] === 1,
  upkeepOverdue: ({ upkeep }) =>
    upkeep[U.safetyTagOverdueBits] + upkeep[U.serviceOverdueBits] + upkeep[U.earthLeakageBits] > 0,
  zeroMissing: ({ patient }) => patient[P.arterialDiastolicMmHg] < -15,
} as const satisfies Readonly<Record<string, Condition>>;

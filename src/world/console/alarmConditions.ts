/**
 * When each alarm of the table is true, from what the console and the monitor can sense. Delays,
 * latches and words are in the table; this file holds only the conditions.
 */

import { lpmToMlPerS } from "../../kernel/units.ts";
import { CRANK } from "../../machine/crank.ts";
import { HEAD, headMessage, headStatus } from "../../machine/head.ts";
import { messageCode, placeCode, statusCode } from "../../machine/names.ts";
import { SENSOR } from "../../machine/sensor.ts";
import type { AlarmId } from "../contract/alarms.ts";
import {
  CLAMP_SITES,
  MAIN_DEVICES,
  POWER_SOURCES,
  SAFETY_MODES,
  type SafetyDevice,
} from "../contract/ids.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { arterialHeadIndex } from "../physics/pumpEdges.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { edgeIndex, firstCell, nodeIndex } from "../topology.ts";
import { deviceIndex, overLimit, sensorOf } from "./devices.ts";
import {
  DRIVE_CONDITIONS,
  MONITOR_CONDITIONS,
  SUPPLY_CONDITIONS,
} from "./machineAlarmConditions.ts";

const M = MACHINE.index;
const P = PATIENT.index;
const H = HEAD.index;
const C = CRANK.index;
const S = SENSOR.index;
const ARMED = SAFETY_MODES.indexOf("alarmStop");
const OFF = SAFETY_MODES.indexOf("off");
const BATTERY = POWER_SOURCES.indexOf("battery");
const VENOUS_RETURN = edgeIndex("venousReturn");
const RESERVOIR = firstCell.reservoir;
const CAVA = nodeIndex("cava");
const MEMBRANE = edgeIndex("membrane");

/** Limits without a file of their own yet (clinical.md 0.3, 0.4; ui.md). */
const NO_FLOW_LPM = 0.5;
const REVERSE_LPM = -0.05;
const TIME_TO_EMPTY_S = 10;
const SVO2_FRACTION_MIN = 0.6;
const INDEX_LPM_PER_M2_MIN = 1.8;
const NIRS_FALL_FRACTION = 0.2;
const FATIGUE_S = 120;
const STOPPED_RPM = 2;
const STOP = statusCode("stop");
const FAULT = statusCode("fault");
const COVER_OPEN = messageCode("coverOpen");
const CRANK_FITTED = placeCode("fitted");
const MAIN_DEVICE_INDICES = MAIN_DEVICES.map(deviceIndex);
const ARTERIAL_SITES = (["arterial", "arterialTable"] as const).map((site) =>
  CLAMP_SITES.indexOf(site),
);

type Condition = (state: WorldState, setup: WorldSetup) => boolean;

const powered: Condition = (state) => state.machine[M.consolePowered] === 1;
const probeMlPerS = (state: WorldState): number => state.machine[M.flowProbeShownMlPerS] as number;
/** Of these tests none is made anew at each look: a function made is an object made. */
const isOverloaded = (head: Float64Array): boolean => head[H.overloadLatched] === 1;
const isFaulty = (head: Float64Array): boolean =>
  headStatus(head, true) === FAULT || head[H.moduleDead] === 1;
const isUncovered = (head: Float64Array): boolean => headMessage(head, true) === COVER_OPEN;
const isOverridden = (sensor: Float64Array): boolean => sensor[S.overrideS] > 0;
const tripping = (state: WorldState, device: SafetyDevice): boolean =>
  sensorOf(state, device)[S.mode] !== OFF && overLimit(state, device);

function arterialStopped(state: WorldState): boolean {
  const index = arterialHeadIndex(state);
  if (index < 0) return true;
  return Math.abs((state.head[index] as Float64Array)[H.driveRpm] as number) < STOPPED_RPM;
}

/**
 * Off bypass because somebody wanted it: the head stands on STOP, without fault or message, and a clamp
 * keeps the arterial line shut. Nobody needs an alarm for that; a head that fails does not stand on STOP.
 */
function restsByChoice(state: WorldState): boolean {
  const index = arterialHeadIndex(state);
  if (index < 0 || headStatus(state.head[index] as Float64Array, true) !== STOP) return false;
  for (let i = 0; i < ARTERIAL_SITES.length; i += 1) {
    if (state.clamps[ARTERIAL_SITES[i] as number] === 1) return true;
  }
  return false;
}

/**
 * Puts the seconds of outflow at this rate until a volume is reached where the volume stood, mL; large when
 * nothing flows out.
 */
export function secondsInPlace(state: WorldState, cells: Float64Array, at: number): void {
  const out = probeMlPerS(state);
  const above = Math.max(0, state.cellVolumeMl[RESERVOIR] - cells[at]);
  cells[at] = out > 1 ? Math.min(999, above / out) : 999;
}

const LEFT_S = new Float64Array(1);

function emptiesSoon(state: WorldState): boolean {
  const venous = state.edgeFlowMlPerS[VENOUS_RETURN] as number;
  const out = state.machine[M.flowProbeShownMlPerS] as number;
  LEFT_S[0] = 0;
  secondsInPlace(state, LEFT_S, 0);
  return venous < 0.8 * out && LEFT_S[0] < TIME_TO_EMPTY_S;
}

const nirsFell = (state: WorldState, setup: WorldSetup): boolean => {
  const fall = 1 - NIRS_FALL_FRACTION;
  const { nirsBaselineLeftFraction: left, nirsBaselineRightFraction: right } = setup.patient;
  return (
    state.patient[P.nirsLeftFraction] < left * fall ||
    state.patient[P.nirsRightFraction] < right * fall
  );
};

const unarmed = (state: WorldState): boolean => {
  const carrying = arterialHeadIndex(state);
  const linkedElsewhere = carrying >= 0 && state.machine[M.linkedHead] !== carrying;
  if (linkedElsewhere) return true;
  for (let i = 0; i < MAIN_DEVICE_INDICES.length; i += 1) {
    const sensor = state.sensor[MAIN_DEVICE_INDICES[i] as number] as Float64Array;
    if (sensor[S.mode] !== ARMED) return true;
  }
  return false;
};

/** Every condition by alarm; console alarms are silent when the console has no power. */
export const ALARM_CONDITIONS: Readonly<Record<AlarmId, Condition>> = {
  arterialPumpStop: (state, setup) =>
    powered(state, setup) && arterialStopped(state) && !restsByChoice(state),
  noForwardFlow: (state, setup) =>
    powered(state, setup) &&
    !restsByChoice(state) &&
    state.machine[M.flowProbeFailed] === 0 &&
    probeMlPerS(state) < lpmToMlPerS(NO_FLOW_LPM),
  reverseFlow: (state, setup) =>
    powered(state, setup) && probeMlPerS(state) < lpmToMlPerS(REVERSE_LPM),
  linePressureStop: (state, setup) => powered(state, setup) && tripping(state, "pressure"),
  linePressureHigh: (state, setup) =>
    powered(state, setup) &&
    state.machine[M.postmembraneShownMmHg] > setup.machine.safety.pressureAlertMmHg,
  premembraneHigh: (state, setup) =>
    powered(state, setup) &&
    state.machine[M.premembraneShownMmHg] > setup.machine.limits.premembranePressureMmHgMax,
  levelLow: (state, setup) => powered(state, setup) && tripping(state, "level"),
  timeToEmpty: (state, setup) => powered(state, setup) && emptiesSoon(state),
  bubble: (state, setup) => powered(state, setup) && tripping(state, "bubble"),
  overload: (state, setup) => powered(state, setup) && state.head.some(isOverloaded),
  headFault: (state, setup) => powered(state, setup) && state.head.some(isFaulty),
  coverOpen: (state, setup) => powered(state, setup) && state.head.some(isUncovered),
  consolePower: (state, setup) => !powered(state, setup),
  onBattery: (state) => state.machine[M.powerSource] === BATTERY,
  electronicClampClosed: (state, setup) =>
    powered(state, setup) && state.machine[M.clampLampClosed] === 1,
  mapLow: (state, setup) =>
    state.patient[P.arterialMeanMmHg] < setup.machine.limits.meanArterialPressureMmHgMin,
  mapHigh: (state, setup) =>
    state.patient[P.arterialMeanMmHg] > setup.machine.limits.meanArterialPressureMmHgMax,
  cvpHigh: (state, setup) =>
    state.nodePressureMmHg[CAVA] > setup.machine.limits.centralVenousPressureMmHgMax,
  nirsLow: nirsFell,
  svo2Low: (state, setup) =>
    powered(state, setup) && state.machine[M.venousSaturationShown] < SVO2_FRACTION_MIN,
  svo2NoFlow: (state, setup) =>
    powered(state, setup) &&
    Math.abs(state.edgeFlowMlPerS[VENOUS_RETURN] as number) < lpmToMlPerS(0.2),
  indexLow: (state, setup) =>
    powered(state, setup) &&
    probeMlPerS(state) < lpmToMlPerS(INDEX_LPM_PER_M2_MIN * setup.patient.bodySurfaceM2),
  sweepStillBlood: (state) =>
    state.machine[M.sweepMlPerS] > 0 &&
    Math.abs(state.edgeFlowMlPerS[MEMBRANE] as number) < lpmToMlPerS(0.1),
  safetyNotArmed: (state, setup) => powered(state, setup) && unarmed(state),
  overrideActive: (state) => state.sensor.some(isOverridden),
  crankFatigue: (state) =>
    state.crank[C.place] === CRANK_FITTED && state.crank[C.turningS] > FATIGUE_S,
  flowProbeFailed: (state, setup) =>
    powered(state, setup) && state.machine[M.flowProbeFailed] === 1,
  waterOff: (state) => state.machine[M.waterRunning] === 0,
  ...DRIVE_CONDITIONS,
  ...SUPPLY_CONDITIONS,
  ...MONITOR_CONDITIONS,
};

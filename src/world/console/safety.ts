/**
 * Safety devices and the links from sensor to pump (docs/model.md M-18, M-40): what has tripped, what
 * is overridden, and what each head does about it: nothing, stop, slow down, coast, or clamp.
 */
import { S_PER_TICK } from "../../kernel/tick.ts";
import { S_PER_MIN } from "../../kernel/units.ts";
import { SHUT_OFF_MMHG_PER_RPM2 } from "../../machine/centrifugal.ts";
import { assumedStrokeMl, HEAD, isCentrifugal } from "../../machine/head.ts";
import { messageCode } from "../../machine/names.ts";
import { ageSensor, SENSOR } from "../../machine/sensor.ts";
import { HEADS, SAFETY_DEVICES, SAFETY_MODES, type SafetyDevice } from "../contract/ids.ts";
import { SAFETY_RESPONSES, type SafetyResponse } from "../contract/machineIds.ts";
import { arterialHeadIndex } from "../physics/pumpEdges.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { nodeIndex } from "../topology.ts";
import { beyondAt, DEVICE_SPECS, deviceIndex, showAt } from "./devices.ts";

const M = MACHINE.index;
const H = HEAD.index;
const S = SENSOR.index;
const ARMED = SAFETY_MODES.indexOf("alarmStop");
/** Speed below which the linked pump counts as stopped for the cardioplegia interlock, rpm. */
const STOPPED_RPM = 2;
const LEVEL_STOP = messageCode("levelStop");
const ARTERIAL_STOPPED = messageCode("arterialStopped");
const CARDIOPLEGIA = HEADS.indexOf("cardioplegia");
const FILTER = nodeIndex("filter");
/** Bubble before level before pressure: air is never outranked. */
const BY_RANK = [
  "bubble",
  "bubbleOutlet",
  "bubbleFilter",
  "bubbleCardioplegia",
  "level",
  "levelAlert",
  "pressure",
  "pressurePre",
  "pressureCardioplegia",
  "pressureGas",
  "backFlow",
  "lowFlow",
  "temperature",
].map((device) => deviceIndex(device as SafetyDevice));
/** A servo changes speed by this share a second for each whole excess (K); a sag may add a fifth. */
const SERVO_PER_S = 2;
const SERVO_BOOST_MAX = 0.2;
/** Zero-flow coasting keeps this much more head than the line has (K). */
const COAST_MARGIN = 1.05;

const code = (response: SafetyResponse): number => SAFETY_RESPONSES.indexOf(response);
const STOP = code("stop");
const REGULATE = code("regulate");
const COAST = code("coast");
const CLAMP = code("clamp");

export const responseIndex = (device: number, head: number): number => device * HEADS.length + head;

const acts = (sensor: Float64Array): boolean =>
  sensor[S.mode] === ARMED && sensor[S.overrideS] <= 0;

function tripDevices(state: WorldState): void {
  for (let index = 0; index < SAFETY_DEVICES.length; index += 1) {
    const sensor = state.sensor[index] as Float64Array;
    if (sensor[S.mode] !== ARMED) {
      ageSensor(sensor, false);
      continue;
    }
    const isBeyond = beyondAt(state, index);
    ageSensor(sensor, isBeyond);
    const late = sensor[S.beyondS] < (DEVICE_SPECS[index] as { responseS: number }).responseS;
    if (isBeyond && !late && latches(state, index)) sensor[S.tripped] = 1;
  }
}

/** A device whose links only regulate lets go by itself; one that stops anything waits to be re-armed. */
function latches(state: WorldState, device: number): boolean {
  for (let head = 0; head < HEADS.length; head += 1) {
    const response = state.responses[responseIndex(device, head)] as number;
    if (response === STOP || response === COAST || response === CLAMP) return true;
  }
  return false;
}

/** Share by which a sensor wants a pump slowed; before that, what it shows. */
const SHARE = new Float64Array(1);

/** Works out that share, given what was wanted of the head a tick ago. */
function findServoShare(state: WorldState, device: number, head: Float64Array): void {
  const sensor = state.sensor[device] as Float64Array;
  const limit = sensor[S.limit] as number;
  showAt(state, device, SHARE, 0);
  const shown = SHARE[0];
  if (DEVICE_SPECS[device]?.messageCode === LEVEL_STOP) {
    SHARE[0] = Math.min(1, Math.max(0, (limit - shown) / (0.5 * limit)));
    return;
  }
  const excess = (shown - limit) / Math.max(0.1, Math.abs(limit));
  const wanted = head[H.servoReductionFraction] + excess * SERVO_PER_S * S_PER_TICK;
  if (DEVICE_SPECS[device]?.isLow === true)
    SHARE[0] = Math.min(0, Math.max(-SERVO_BOOST_MAX, wanted));
  else SHARE[0] = Math.min(1, Math.max(0, wanted));
}

/** Coast at the speed that holds the line's pressure without flow: shut-off head by M-12. */
function coast(state: WorldState, head: Float64Array): void {
  const against = Math.max(0, state.nodePressureMmHg[FILTER] as number);
  head[H.coastRpm] = Math.sqrt((against * COAST_MARGIN) / SHUT_OFF_MMHG_PER_RPM2);
}

/** What the matrix makes one head do this tick. */
function driveByMatrix(state: WorldState, index: number): void {
  const head = state.head[index] as Float64Array;
  let message = 0;
  let reduction = 0;
  let coasts = false;
  for (const device of BY_RANK) {
    const response = state.responses[responseIndex(device, index)] as number;
    if (response < STOP) continue;
    const sensor = state.sensor[device] as Float64Array;
    if (!acts(sensor)) continue;
    if (response === REGULATE) {
      findServoShare(state, device, head);
      const share = SHARE[0];
      reduction = share < 0 ? share : Math.max(reduction, share);
    } else if (sensor[S.tripped] === 1) {
      if (response === COAST && isCentrifugal(head)) coasts = true;
      else if (message === 0) message = DEVICE_SPECS[device]?.messageCode as number;
      if (response === CLAMP) closeElectronicClamp(state);
    }
  }
  head[H.heldMessage] = message;
  head[H.servoReductionFraction] = coasts ? 1 : reduction;
  head[H.coastRpm] = 0;
  if (coasts) coast(state, head);
}

function closeElectronicClamp(state: WorldState): void {
  const { machine } = state;
  machine[M.clampLampClosed] = 1;
  if (machine[M.clampCommandFailed] === 0) machine[M.clampJawsClosed] = 1;
}

/** A follower takes its share of the master's flow, and stands when the master stands. */
function followMaster(state: WorldState, index: number): void {
  const head = state.head[index] as Float64Array;
  const master = state.head[(head[H.master] as number) - 1];
  if (master === undefined) return;
  const flowMlPerMin = isCentrifugal(master)
    ? Math.max(0, state.machine[M.flowProbeShownMlPerS] as number) * S_PER_MIN
    : Math.abs(master[H.driveRpm] as number) * assumedStrokeMl(master);
  head[H.setRpm] = (head[H.followRatioFraction] * flowMlPerMin) / assumedStrokeMl(head);
  if (head[H.heldMessage] === 0 && Math.abs(master[H.driveRpm] as number) < STOPPED_RPM) {
    head[H.heldMessage] = messageCode("masterStopped");
  }
}

/** Advance trips, overrides and holds one tick; nothing works without console power. */
export function stepSafety(state: WorldState): void {
  const powered = state.machine[M.consolePowered] === 1;
  if (powered) tripDevices(state);
  else for (const sensor of state.sensor) ageSensor(sensor, false);
  for (let index = 0; index < state.head.length; index += 1) {
    const head = state.head[index] as Float64Array;
    if (powered) driveByMatrix(state, index);
    else head[H.heldMessage] = 0;
    if (head[H.master] > 0) followMaster(state, index);
  }
  const linked = state.machine[M.linkedHead] as number;
  const arterial = arterialHeadIndex(state);
  const driving = state.head[arterial < 0 ? linked : arterial];
  const stopped = Math.abs((driving as Float64Array)[H.rotorRpm]) < STOPPED_RPM;
  if (stopped && linked !== CARDIOPLEGIA) {
    (state.head[CARDIOPLEGIA] as Float64Array)[H.heldMessage] = ARTERIAL_STOPPED;
  }
}

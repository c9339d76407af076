/**
 * The sensors of the safety matrix: what each measures, which side is danger, how long it must see it
 * (docs/model.md M-40). Where a limit has no source it is set by us (PROVISIONAL).
 */
import { mlPerSToLpm } from "../../kernel/units.ts";
import { GAS } from "../../machine/gasSupply.ts";
import { messageCode } from "../../machine/names.ts";
import { SENSOR, showInPlace } from "../../machine/sensor.ts";
import { SAFETY_DEVICES, type SafetyDevice } from "../contract/ids.ts";
import { type Sight, sightOf } from "../state/detectorPlaces.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { amountIndex, GAS as BUBBLES, edgeIndex, firstCell, nodeIndex } from "../topology.ts";

const M = MACHINE.index;
const S = SENSOR.index;

export interface DeviceSpec {
  /** Danger lies below the limit. */
  readonly isLow: boolean;
  /** How long the sensor must see it before its device acts, s. */
  readonly responseS: number;
  readonly messageCode: number;
  /** Writes the true value into a cell. */
  readonly read: Read;
}
type Read = (state: WorldState, into: Float64Array, at: number) => void;

const RESERVOIR = firstCell.reservoir;
const reservoirMl: Read = (state, into, at) => {
  into[at] = state.cellVolumeMl[RESERVOIR] as number;
};
const probeLpm: Read = (state, into, at) => {
  into[at] = mlPerSToLpm(state.machine[M.flowProbeShownMlPerS] as number);
};
const own =
  (slot: number): Read =>
  (state, into, at) => {
    into[at] = state.machine[slot] as number;
  };

/** Gas before a detector, mL: what stands in its cell, or what passes it within half a second. */
const bubblesBefore =
  (lookedAt: (state: WorldState) => Sight): Read =>
  (state, into, at) => {
    const { cellIndex: cell, flowEdgeIndex: edge } = lookedAt(state);
    const standing = state.cellAmount[amountIndex(BUBBLES, cell)] as number;
    const volume = Math.max(1, state.cellVolumeMl[cell] as number);
    const passing = Math.abs(state.edgeFlowMlPerS[edge] as number) * (standing / volume) * 0.5;
    into[at] = Math.max(standing, passing);
  };

/** A further detector, wherever it is clipped on. */
const movable = (device: SafetyDevice): Read =>
  bubblesBefore((state) => sightOf(sensorOf(state, device)));

/** From bubble seen to pump stopped: at most 0.5 s (clinical.md B15, PROVISIONAL). */
const BUBBLE_RESPONSE_S = 0.3;
/** Back-flow must be seen for half a second (standards.md 2.9). */
const BACK_FLOW_RESPONSE_S = 0.5;
const CARDIOPLEGIA_SIGHT: Sight = {
  cellIndex: firstCell.cardioplegiaLine,
  flowEdgeIndex: edgeIndex("cardioplegiaDraw"),
};
const CARDIOPLEGIA_NODE = nodeIndex("cardioplegiaLine");

const spec = (
  isLow: boolean,
  responseS: number,
  message: Parameters<typeof messageCode>[0],
  read: DeviceSpec["read"],
): DeviceSpec => ({ isLow, responseS, messageCode: messageCode(message), read });

const DEVICES: Readonly<Record<SafetyDevice, DeviceSpec>> = {
  level: spec(true, 0, "levelStop", reservoirMl),
  bubble: spec(false, BUBBLE_RESPONSE_S, "bubbleStop", own(M.bubbleShownMl)),
  pressure: spec(false, 0, "pressureStop", own(M.postmembraneShownMmHg)),
  levelAlert: spec(true, 0, "levelStop", reservoirMl),
  bubbleOutlet: spec(false, BUBBLE_RESPONSE_S, "bubbleStop", movable("bubbleOutlet")),
  bubbleFilter: spec(false, BUBBLE_RESPONSE_S, "bubbleStop", movable("bubbleFilter")),
  bubbleCardioplegia: spec(
    false,
    BUBBLE_RESPONSE_S,
    "bubbleStop",
    bubblesBefore(() => CARDIOPLEGIA_SIGHT),
  ),
  pressurePre: spec(false, 0, "pressureStop", own(M.premembraneShownMmHg)),
  pressureCardioplegia: spec(false, 0.2, "pressureStop", (state, into, at) => {
    into[at] = state.nodePressureMmHg[CARDIOPLEGIA_NODE] as number;
  }),
  pressureGas: spec(false, 0.5, "safetyStop", (state, into, at) => {
    into[at] = state.gasSupply[GAS.index.gasSideMmHg] as number;
  }),
  lowFlow: spec(true, 1, "safetyStop", probeLpm),
  backFlow: spec(true, BACK_FLOW_RESPONSE_S, "safetyStop", probeLpm),
  temperature: spec(false, 2, "safetyStop", own(M.arterialShownC)),
};

export const DEVICE_SPECS: readonly DeviceSpec[] = SAFETY_DEVICES.map((device) => DEVICES[device]);
export const deviceIndex = (device: SafetyDevice): number => SAFETY_DEVICES.indexOf(device);
const BACK_FLOW = deviceIndex("backFlow");
export const sensorOf = (state: WorldState, device: SafetyDevice): Float64Array =>
  state.sensor[deviceIndex(device)] as Float64Array;

/** Puts what a sensor shows now, in its unit, into a cell; its failures and its calibration included. */
export function showAt(state: WorldState, index: number, into: Float64Array, at: number): void {
  const { read, isLow } = DEVICE_SPECS[index] as DeviceSpec;
  read(state, into, at);
  showInPlace(state.sensor[index] as Float64Array, into, at, isLow);
}

/** What the sensor at work shows. */
const SHOWN = new Float64Array(1);

/** Whether a sensor is beyond its limit now, by what it shows. */
export function beyondAt(state: WorldState, index: number): boolean {
  showAt(state, index, SHOWN, 0);
  const shown = SHOWN[0];
  const limit = (state.sensor[index] as Float64Array)[S.limit] as number;
  if (!(DEVICE_SPECS[index] as DeviceSpec).isLow) return shown > limit;
  // A level sits at its sensor; flow must be below its limit.
  return index === BACK_FLOW ? shown < limit : shown <= limit;
}

export const overLimit = (state: WorldState, device: SafetyDevice): boolean =>
  beyondAt(state, deviceIndex(device));

/** Gas supply, heater-cooler, safety matrix and upkeep as a case opens with them. */
import { lpmToMlPerS } from "../../kernel/units.ts";
import { BLENDER_KINDS, waterModeCode } from "../../machine/gasNames.ts";
import { GAS, PIPELINE_KPA } from "../../machine/gasSupply.ts";
import { WATER } from "../../machine/heaterCooler.ts";
import { SENSOR } from "../../machine/sensor.ts";
import { HEADS, SAFETY_DEVICES, SAFETY_MODES, type SafetyDevice } from "../contract/ids.ts";
import {
  DETECTOR_PLACES,
  isMovable,
  REGISTERED_DEVICES,
  type RegisteredDevice,
  SAFETY_RESPONSES,
  type SafetyResponse,
} from "../contract/machineIds.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { UPKEEP } from "./layouts.ts";
import type { WorldState } from "./state.ts";

const G = GAS.index;
const W = WATER.index;
const S = SENSOR.index;
const U = UPKEEP.index;
const FULL_VAPORISER_ML = 250; // (K)

export function openGas(state: WorldState, setup: WorldSetup): void {
  const { machine } = setup;
  const gas = state.gasSupply;
  const sweep = lpmToMlPerS(machine.sweepLpm);
  for (const slot of [G.oxygenWallKpa, G.airWallKpa, G.oxygenKpa, G.airKpa])
    gas[slot] = PIPELINE_KPA;
  gas[G.oxygenWallO2Fraction] = 1;
  gas[G.airWallO2Fraction] = 0.21;
  gas[G.oxygenHose] = 1;
  gas[G.airHose] = 1;
  gas[G.cylinderL] = machine.gas.cylinderL;
  gas[G.cylinderFullL] = machine.gas.cylinderFullL;
  gas[G.spareCylinderCount] = machine.gas.spareCylinderCount;
  gas[G.blenderKind] = BLENDER_KINDS.indexOf(machine.gas.blender);
  gas[G.fio2SetFraction] = machine.fio2Fraction;
  gas[G.sweepSetMlPerS] = sweep;
  gas[G.floatShownMlPerS] = sweep;
  gas[G.vaporiserSetFraction] = machine.gas.agentFraction;
  gas[G.vaporiserMl] = machine.gas.vaporiserMl;
  gas[G.vaporiserFullMl] = FULL_VAPORISER_ML;
  gas[G.scavengingOn] = 1;
  gas[G.scavengingOpenFraction] = 1;
  gas[G.analyserShownFraction] = machine.fio2Fraction;
}

export function openWater(state: WorldState, setup: WorldSetup): void {
  const water = state.waterUnit;
  water[W.mode] = waterModeCode("hold");
  water[W.setFlowLpm] = setup.machine.water.flowLpm;
  water[W.iceKg] = setup.machine.water.iceKg;
  water[W.kinkOpenFraction] = 1;
}

/** What each sensor does to the head it watches until somebody changes the matrix (set by us). */
const OPENING_RESPONSE: Readonly<Record<SafetyDevice, SafetyResponse>> = {
  level: "stop",
  bubble: "stop",
  pressure: "stop",
  levelAlert: "regulate",
  bubbleOutlet: "stop",
  bubbleFilter: "stop",
  bubbleCardioplegia: "stop",
  pressurePre: "regulate",
  pressureCardioplegia: "stop",
  pressureGas: "alarmOnly",
  lowFlow: "alarmOnly",
  backFlow: "stop",
  temperature: "alarmOnly",
};
const ON_CARDIOPLEGIA: readonly SafetyDevice[] = ["bubbleCardioplegia", "pressureCardioplegia"];

export function openMatrix(state: WorldState, setup: WorldSetup): void {
  const { safety, devices } = setup.machine;
  const given = {
    ...devices,
    level: { mode: safety.level, value: safety.levelLimitMl },
    bubble: { mode: safety.bubble, value: safety.bubbleLimitMl },
    pressure: { mode: safety.pressure, value: safety.pressureStopMmHg },
  };
  SAFETY_DEVICES.forEach((device, index) => {
    const sensor = state.sensor[index] as Float64Array;
    sensor[S.mode] = SAFETY_MODES.indexOf(given[device].mode);
    sensor[S.limit] = given[device].value;
    if (isMovable(device))
      sensor[S.place] = DETECTOR_PLACES.indexOf(setup.machine.detectorPlaces[device]);
    const head = HEADS.indexOf(ON_CARDIOPLEGIA.includes(device) ? "cardioplegia" : "arterial");
    const response = SAFETY_RESPONSES.indexOf(OPENING_RESPONSE[device]);
    state.responses[index * HEADS.length + head] = response;
  });
}

const bits = (devices: readonly RegisteredDevice[]): number =>
  devices.reduce((sum, device) => sum + (1 << REGISTERED_DEVICES.indexOf(device)), 0);

export function openUpkeep(state: WorldState, setup: WorldSetup): void {
  const { safetyTagOverdue, serviceOverdue, earthLeakageHigh } = setup.machine.upkeep;
  state.upkeep[U.safetyTagOverdueBits] = bits([...new Set(safetyTagOverdue)]);
  state.upkeep[U.serviceOverdueBits] = bits([...new Set(serviceOverdue)]);
  state.upkeep[U.earthLeakageBits] = bits([...new Set(earthLeakageHigh)]);
}

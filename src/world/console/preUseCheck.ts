/**
 * The machine check before use (docs/model.md M-46): what each point finds, from the true state, and
 * what acting on a finding does. Dates and earth leakage come from the machine's file.
 */

import { CRANK } from "../../machine/crank.ts";
import { GAS } from "../../machine/gasSupply.ts";
import { HEAD, isCentrifugal } from "../../machine/head.ts";
import { WATER } from "../../machine/heaterCooler.ts";
import { placeCode } from "../../machine/names.ts";
import { SENSOR } from "../../machine/sensor.ts";
import { transducerErrorMmHg } from "../../machine/transducer.ts";
import { SAFETY_DEVICES, type SafetyDevice } from "../contract/ids.ts";
import { type CheckItem, REGISTERED_DEVICES } from "../contract/machineIds.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { MACHINE, UPKEEP } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { sensorOf } from "./devices.ts";

const M = MACHINE.index;
const G = GAS.index;
const W = WATER.index;
const H = HEAD.index;
const S = SENSOR.index;
const U = UPKEEP.index;

export interface CheckFinding {
  readonly isWrong: boolean;
  readonly sentence: string;
}
type Check = (state: WorldState, setup: WorldSetup) => CheckFinding;

const when = (isWrong: boolean, ifWrong: string, ifRight: string): CheckFinding => ({
  isWrong,
  sentence: isWrong ? ifWrong : ifRight,
});

const DEVICE_WORDS = ["console", "heater-cooler", "blender", "monitor"] as const;
const devicesIn = (bits: number): string =>
  REGISTERED_DEVICES.flatMap((_, at) => ((bits >> at) & 1 ? [DEVICE_WORDS[at]] : [])).join(", ");

const isLevel = (device: SafetyDevice): boolean => device.startsWith("level");
const isBubble = (device: SafetyDevice): boolean => device.startsWith("bubble");
const anySensorWrong = (state: WorldState, of: (device: SafetyDevice) => boolean): boolean =>
  SAFETY_DEVICES.some((device) => {
    const sensor = sensorOf(state, device);
    return of(device) && (sensor[S.failure] !== 0 || sensor[S.offset] !== 0);
  });
const rollers = (state: WorldState): readonly Float64Array[] =>
  state.head.filter((head) => !isCentrifugal(head) && head[H.carries] !== 0);

const CHECKS: Readonly<Record<CheckItem, Check>> = {
  safetyTags: ({ upkeep }) =>
    when(
      upkeep[U.safetyTagOverdueBits] !== 0,
      `Safety tag past its date: ${devicesIn(upkeep[U.safetyTagOverdueBits] as number)}.`,
      "Every safety tag is in date.",
    ),
  earthLeakage: ({ upkeep }) =>
    when(
      upkeep[U.earthLeakageBits] !== 0,
      `Leaks to earth above 500 µA: ${devicesIn(upkeep[U.earthLeakageBits] as number)}.`,
      "Earth leakage is below 500 µA everywhere.",
    ),
  serviceDates: ({ upkeep }) =>
    when(
      upkeep[U.serviceOverdueBits] !== 0,
      `Service overdue: ${devicesIn(upkeep[U.serviceOverdueBits] as number)}.`,
      "Every service date is ahead.",
    ),
  battery: ({ machine }) =>
    when(
      machine[M.batteryS] < 0.9 * machine[M.batteryFullS] || machine[M.batteryFullS] < 1800,
      "The battery would not carry the console for 30 minutes.",
      "Battery full, more than 30 minutes.",
    ),
  handCrank: ({ crank }) =>
    when(
      crank[CRANK.index.place] === placeCode("missing"),
      "The crank is not in its clip.",
      "The hand crank is in its clip.",
    ),
  gasSupply: ({ gasSupply }) =>
    when(
      gasSupply[G.oxygenKpa] < 300 ||
        gasSupply[G.airKpa] < 300 ||
        gasSupply[G.cylinderL] < 0.5 * gasSupply[G.cylinderFullL],
      "A gas pressure is low, or the cylinder is less than half full.",
      "Oxygen, air and cylinder are as they should be.",
    ),
  oxygenAnalyser: ({ gasSupply }) =>
    when(
      Math.abs(gasSupply[G.analyserErrorFraction] as number) > 0.02,
      "In room air the analyser does not read 21 %.",
      "In room air the analyser reads 21 %.",
    ),
  scavenging: ({ gasSupply }) =>
    when(
      gasSupply[G.scavengingOpenFraction] < 0.9 || gasSupply[G.scavengingOn] === 0,
      "Scavenging is off or its line is obstructed.",
      "Scavenging draws, the exhaust is free.",
    ),
  heaterCooler: ({ waterUnit }) =>
    when(
      waterUnit[W.flowLpm] < 10 || waterUnit[W.leakMlPerSPerMmHg] > 0,
      "Water flow is below 10 L/min, or the exchanger weeps.",
      "Water runs, the exchanger is dry outside.",
    ),
  occlusion: (state) =>
    when(
      rollers(state).some(
        (head) => head[H.occlusionFraction] < 0.95 || head[H.occlusionFraction] > 1.03,
      ),
      "A roller head is not just occlusive.",
      "Every roller head is just occlusive.",
    ),
  directionAndTube: (state) =>
    when(
      rollers(state).some((head) => head[H.tube] !== head[H.tubeSet]),
      "A head counts another tube size than lies in it.",
      "Each head counts the tube that lies in it.",
    ),
  levelSensors: (state) =>
    when(
      anySensorWrong(state, isLevel),
      "A level sensor does not alarm when it is lifted off.",
      "The level sensors alarm when lifted off.",
    ),
  bubbleDetectors: (state) =>
    when(
      anySensorWrong(state, isBubble),
      "A bubble detector fails its test.",
      "The bubble detectors pass their test.",
    ),
  pressureZero: (state) =>
    when(
      state.transducer.some((each) => Math.abs(transducerErrorMmHg(each)) > 2),
      "A transducer does not read zero when open to air at heart height.",
      "Every transducer reads zero when open to air.",
    ),
  inlineSensors: (state) =>
    when(
      state.inlineErrors.some((error) => Math.abs(error) > 0.02),
      "An in-line sensor disagrees with its reference.",
      "The in-line sensors agree with their references.",
    ),
  alarmSound: ({ upkeep }) =>
    when(upkeep[U.audioOff] === 1, "The alarm sound is off.", "The alarm can be heard."),
};

export const checkFinding = (state: WorldState, setup: WorldSetup, item: CheckItem): CheckFinding =>
  CHECKS[item](state, setup);

/** What acting does: dated and leaking devices are exchanged, sensors replaced, the rest set right. */
export function actOnFinding(state: WorldState, item: CheckItem): string {
  const { upkeep, gasSupply, waterUnit, crank } = state;
  switch (item) {
    case "safetyTags":
      upkeep[U.safetyTagOverdueBits] = 0;
      return "The device is exchanged for one in date; the old one is tagged out.";
    case "earthLeakage":
      upkeep[U.earthLeakageBits] = 0;
      return "The leaking device is out of use and exchanged.";
    case "serviceDates":
      upkeep[U.serviceOverdueBits] = 0;
      return "The overdue device is exchanged and booked for service.";
    case "handCrank":
      if (crank[CRANK.index.place] === placeCode("missing"))
        crank[CRANK.index.place] = placeCode("clip");
      return "The crank is back in its clip.";
    case "scavenging":
      gasSupply[G.scavengingOn] = 1;
      gasSupply[G.scavengingOpenFraction] = 1;
      return "Scavenging is on and free.";
    case "heaterCooler":
      waterUnit[W.leakMlPerSPerMmHg] = 0;
      waterUnit[W.pumpWeakFraction] = 0;
      return "Heater-cooler and exchanger are replaced.";
    case "levelSensors":
    case "bubbleDetectors":
      return replaceSensors(state, item === "levelSensors" ? isLevel : isBubble);
    case "alarmSound":
      upkeep[U.audioOff] = 0;
      return "The alarm sound is on.";
    default:
      return "Noted. Set it right where it stands, then check it again.";
  }
}

function replaceSensors(state: WorldState, of: (device: SafetyDevice) => boolean): string {
  for (const device of SAFETY_DEVICES.filter(of)) {
    const sensor = sensorOf(state, device);
    sensor[S.failure] = 0;
    sensor[S.offset] = 0;
  }
  return "The sensor is replaced and tested.";
}

/** What was done to gas, water, matrix, drives, monitors, power and check sheet, as past sentences. */
import type { MachineAction } from "../world/contract/machineActions.ts";
import type {
  CheckItem,
  InlineSensor,
  SafetyResponse,
  Transducer,
  WaterMode,
} from "../world/contract/machineIds.ts";
import { DETECTOR_PLACE_NAMES, DEVICE_NAMES, HEAD_NAMES, TIMER_NAMES } from "./names.ts";
import { decimals, percent } from "./numbers.ts";

type Describe<T extends MachineAction["type"]> = (
  action: Extract<MachineAction, { type: T }>,
) => string;

const RESPONSE_NAMES: Readonly<Record<SafetyResponse, string>> = {
  none: "not answer to it",
  alarmOnly: "alarm only",
  stop: "stop",
  regulate: "slow down",
  coast: "coast without flow",
  clamp: "stop and clamp",
};
const WATER_MODE_NAMES: Readonly<Record<WaterMode, string>> = {
  standby: "standby",
  hold: "hold the set point",
  heat: "full heat",
  cool: "full cooling",
};
const TRANSDUCER_NAMES: Readonly<Record<Transducer, string>> = {
  arterial: "arterial pressure",
  venous: "venous pressure",
  premembrane: "pre-membrane pressure",
  postmembrane: "arterial line pressure",
};
const INLINE_NAMES: Readonly<Record<InlineSensor, string>> = {
  venousSaturation: "venous saturation",
  hematocrit: "haematocrit",
  arterialGas: "arterial blood gas",
};
export const CHECK_NAMES: Readonly<Record<CheckItem, string>> = {
  safetyTags: "safety tags",
  earthLeakage: "earth leakage",
  serviceDates: "service dates",
  battery: "battery",
  handCrank: "hand crank",
  gasSupply: "gas supply",
  oxygenAnalyser: "oxygen analyser",
  scavenging: "scavenging",
  heaterCooler: "heater-cooler",
  occlusion: "occlusion",
  directionAndTube: "direction and tube",
  levelSensors: "level sensors",
  bubbleDetectors: "bubble detectors",
  pressureZero: "pressure zero",
  inlineSensors: "in-line sensors",
  alarmSound: "alarm sound",
};

export const DESCRIBE_MACHINE: { readonly [T in MachineAction["type"]]: Describe<T> } = {
  "gas.connectHose": ({ hose, outlet }) =>
    outlet === "none" ? `Pulled the ${hose} hose out` : `Plugged the ${hose} hose in`,
  "gas.setCylinder": ({ open }) => `${open ? "Opened" : "Shut"} the oxygen cylinder`,
  "gas.changeCylinder": () => "Changed the oxygen cylinder",
  "gas.setCo2": ({ co2Lpm }) => `Set CO2 to ${decimals(co2Lpm, 2)} L/min`,
  "gas.tapFlowMeter": () => "Tapped the flow meter",
  "gas.reconnectLine": () => "Followed the gas line to the oxygenator",
  "gas.setVaporiser": ({ agentFraction }) =>
    `Set the vaporiser to ${decimals(agentFraction * 100, 1)} %`,
  "gas.fillVaporiser": () => "Filled the vaporiser",
  "gas.setVacuum": ({ vacuumMmHg }) =>
    vacuumMmHg === 0 ? "Vented the reservoir" : `Set the reservoir vacuum to ${vacuumMmHg} mmHg`,
  "gas.openReservoirVent": () => "Opened the reservoir to the room",
  "gas.setScavenging": ({ on }) => `Switched the scavenging ${on ? "on" : "off"}`,
  "gas.clearScavenging": () => "Cleared the exhaust",
  "gas.setAnalyserSite": ({ site }) => `Moved the oxygen analyser to the ${site}`,
  "gas.calibrateAnalyser": () => "Calibrated the oxygen analyser",
  "gas.bypassBlender": () => "Switched the blender bypass",
  "water.setMode": ({ mode }) => `Set the heater-cooler to ${WATER_MODE_NAMES[mode]}`,
  "water.setFlow": ({ flowLpm }) => `Set the water flow to ${decimals(flowLpm, 0)} L/min`,
  "water.clampLine": ({ line, closed }) => `${closed ? "Shut" : "Opened"} the water ${line} line`,
  "water.addIce": () => "Put ice into the tank",
  "water.swapUnit": () => "Changed the heater-cooler",
  "line.restrict": ({ openFraction }) =>
    openFraction === 1
      ? "Opened the venous occluder"
      : `Set the venous occluder to ${percent(openFraction)} %`,
  "line.walkVenous": () => "Walked the venous line",
  "pump.relayBoot": ({ head }) => `Laid the boot of the ${HEAD_NAMES[head]} again`,
  "water.resetCutOut": () => "Reset the heater-cooler's cut-out",
  "safety.setResponse": ({ device, head, response }) =>
    `Set the ${HEAD_NAMES[head]} to ${RESPONSE_NAMES[response]} at the ${DEVICE_NAMES[device]}`,
  "safety.setLimit": ({ device, value }) =>
    `Set the limit of the ${DEVICE_NAMES[device]} to ${decimals(value, 2)}`,
  "safety.checkSensor": ({ device }) => `Tested the ${DEVICE_NAMES[device]}`,
  "safety.moveDetector": ({ device, place }) =>
    `Clipped the ${DEVICE_NAMES[device]} on ${DETECTOR_PLACE_NAMES[place]}`,
  "pump.setPulsatile": ({ head, on, ratePerMin }) =>
    on
      ? `Set the ${HEAD_NAMES[head]} to ${decimals(ratePerMin, 0)} pulses a minute`
      : `Set the ${HEAD_NAMES[head]} to steady flow`,
  "pump.follow": ({ head, master, ratioFraction }) =>
    master === "none"
      ? `Set the ${HEAD_NAMES[head]} free`
      : `Let the ${HEAD_NAMES[head]} follow the ${HEAD_NAMES[master]} at ${percent(ratioFraction)} %`,
  "pump.calibrate": ({ head, strokeMlPerRev }) =>
    `Calibrated the ${HEAD_NAMES[head]} to ${decimals(strokeMlPerRev, 1)} mL a turn`,
  "pump.jog": ({ head }) => `Jogged the ${HEAD_NAMES[head]}`,
  "pump.testOcclusion": ({ head, method }) =>
    `Tested the occlusion of the ${HEAD_NAMES[head]} by ${method === "drop" ? "the column" : "pressure"}`,
  "monitor.zero": ({ transducer }) => `Zeroed the ${TRANSDUCER_NAMES[transducer]}`,
  "monitor.level": ({ transducer }) => `Levelled the ${TRANSDUCER_NAMES[transducer]}`,
  "monitor.calibrate": ({ sensor }) => `Calibrated the in-line ${INLINE_NAMES[sensor]}`,
  "timer.lap": ({ timer }) => `Took a lap of the ${TIMER_NAMES[timer]}`,
  "power.plug": ({ device, socket }) =>
    `Moved the ${device === "monitor" ? "monitor" : "heater-cooler"} to a ${socket} socket`,
  "power.light": ({ on }) => `Switched the emergency light ${on ? "on" : "off"}`,
  "alarm.audioOff": () => "Turned the alarm sound off",
  "check.perform": ({ item }) => `Checked: ${CHECK_NAMES[item]}`,
  "check.actOn": ({ item }) => `Acted on the finding: ${CHECK_NAMES[item]}`,
};

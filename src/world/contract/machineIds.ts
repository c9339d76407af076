/**
 * Closed sets of names for the gas supply, the heater-cooler, the safety matrix, the monitors, power
 * and the pre-use check. Drawn from by actions, signals, faults and screens, as those of ids.ts are.
 */
export {
  ANALYSER_SITES,
  BLENDER_FAULTS,
  BLENDER_KINDS,
  PIPED_GASES,
  WATER_MODES,
  type WaterMode,
} from "../../machine/gasNames.ts";

/** Sensors that can be tied to a pump. The first three are the minimum set on the safety panel. */
export const SAFETY_DEVICES = [
  "level",
  "bubble",
  "pressure",
  "levelAlert",
  "bubbleOutlet",
  "bubbleFilter",
  "bubbleCardioplegia",
  "pressurePre",
  "pressureCardioplegia",
  "pressureGas",
  "lowFlow",
  "backFlow",
  "temperature",
] as const;
export type SafetyDevice = (typeof SAFETY_DEVICES)[number];
export const MAIN_DEVICES = ["level", "bubble", "pressure"] as const;
export type MainDevice = (typeof MAIN_DEVICES)[number];

/** Bubble detectors for 3/8 inch tube, and where they can be clipped on. That of the cardioplegia line fits no other. */
export const MOVABLE_DETECTORS = ["bubble", "bubbleOutlet", "bubbleFilter"] as const;
export type MovableDetector = (typeof MOVABLE_DETECTORS)[number];
export const isMovable = (device: SafetyDevice): device is MovableDetector =>
  MOVABLE_DETECTORS.some((one) => one === device);
export const DETECTOR_PLACES = [
  "reservoirOutlet",
  "pumpOutlet",
  "oxygenatorOutlet",
  "arterialLine",
] as const;
export type DetectorPlace = (typeof DETECTOR_PLACES)[number];

/** What a pump does when a sensor tied to it is beyond its limit. */
export const SAFETY_RESPONSES = [
  "none",
  "alarmOnly",
  "stop",
  "regulate",
  "coast",
  "clamp",
] as const;
export type SafetyResponse = (typeof SAFETY_RESPONSES)[number];

/** Ways a sensor can be wrong: it shows what is safe, what it last saw, or an event that is not there. */
export const SENSOR_FAILURES = ["none", "dead", "stuck", "falseAlarm"] as const;

/** Water lines to and from the exchanger. */
export const WATER_LINES = ["inlet", "outlet"] as const;

/** Pressure transducers with a zero and a height. */
export const TRANSDUCERS = ["arterial", "venous", "premembrane", "postmembrane"] as const;
export type Transducer = (typeof TRANSDUCERS)[number];

/** In-line sensors that are calibrated against the laboratory. */
export const INLINE_SENSORS = ["venousSaturation", "hematocrit", "arterialGas"] as const;
export type InlineSensor = (typeof INLINE_SENSORS)[number];

/** Devices with a plug of their own besides the console. */
export const PLUGGED_DEVICES = ["heaterCooler", "monitor"] as const;
export const SOCKETS = ["wall", "protected"] as const;

export const OCCLUSION_TESTS = ["drop", "pressureHold"] as const;

/** Points of the machine check before use. */
export const CHECK_ITEMS = [
  "safetyTags",
  "earthLeakage",
  "serviceDates",
  "battery",
  "handCrank",
  "gasSupply",
  "oxygenAnalyser",
  "scavenging",
  "heaterCooler",
  "occlusion",
  "directionAndTube",
  "levelSensors",
  "bubbleDetectors",
  "pressureZero",
  "inlineSensors",
  "alarmSound",
] as const;
export type CheckItem = (typeof CHECK_ITEMS)[number];
export const CHECK_STATES = ["open", "passed", "finding", "actedOn"] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** Devices with a safety tag and a service date. */
export const REGISTERED_DEVICES = ["console", "heaterCooler", "blender", "monitor"] as const;
export type RegisteredDevice = (typeof REGISTERED_DEVICES)[number];

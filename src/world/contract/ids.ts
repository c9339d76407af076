/**
 * The closed sets of names a perfusionist's hands, eyes and voice can refer to. Actions, signals,
 * faults, scenarios and screens all draw from here, so a name is spelled in one place only.
 */

export {
  CRANK_PLACES,
  CRANKERS,
  HEAD_MESSAGES,
  HEAD_STATUSES,
  type HeadMessage,
  type HeadStatus,
  PUMP_TYPES,
  PUMPED_LINES,
  type PumpedLine,
  type PumpType,
  ROTATIONS,
  type Rotation,
  TUBES,
  type Tube,
} from "../../machine/names.ts";
export {
  STORE_ITEMS,
  STORE_PLACES,
  type StoreItem,
  type StorePlace,
  UNITS_IN_CIRCUIT,
  type UnitInCircuit,
} from "../../machine/oxygenatorUnit.ts";
export { FLUID_NAMES, type FluidName } from "../../physiology/blood/fluids.ts";

/** Who can go and fetch something. */
export const FETCHERS = ["self", "helper", "runner"] as const;
export type Fetcher = (typeof FETCHERS)[number];

/** Bays of the pump deck, left to right. A bay keeps its name when its boot is moved elsewhere. */
export const HEADS = ["arterial", "vent", "suck1", "suck2", "cardioplegia"] as const;
export type Head = (typeof HEADS)[number];

/** Places where a hand can put a clamp. The arterial and venous sites are the perfusionist's own. */
export const CLAMP_SITES = [
  "venous",
  "venousTable",
  "arterial",
  "arterialTable",
  "reservoirOutlet",
  "pumpOutlet",
  "recirculation",
  "bridge",
  "purge",
  "vent",
  "suck1",
  "suck2",
  "cardioplegia",
  "oxygenatorInlet",
  "oxygenatorOutlet",
] as const;
export type ClampSite = (typeof CLAMP_SITES)[number];

/**
 * What the surgeon closes and opens at the table: the aortic cross-clamp, snares around vessels, and
 * the ways by which blood is given to heart and brain.
 */
export const SURGEON_SITES = [
  "aortic",
  "neckArteries",
  "superiorCava",
  "rootVent",
  "antegrade",
  "retrograde",
  "selectivePerfusion",
  "retrogradeCerebral",
  "openArch",
] as const;
export type SurgeonSite = (typeof SURGEON_SITES)[number];

/** Where the surgeon can close something: vessels and snares, and the lines that end at the table. */
export const TABLE_SITES = [...SURGEON_SITES, "arterialTable", "venousTable"] as const;
export type TableSite = (typeof TABLE_SITES)[number];

/** Everything that can close an edge, in the order of the state: clamps of the perfusionist first. */
export const CLOSURES = [...CLAMP_SITES, ...SURGEON_SITES] as const;
export type Closure = (typeof CLOSURES)[number];

/** Stretches of the circuit that carry blood; each reports saturation, flow and bubbles for the eye. */
export const LINES = [
  "venous",
  "reservoirOutlet",
  "pumpOutlet",
  "oxygenator",
  "filter",
  "arterial",
  "arterialTable",
  "recirculation",
  "bridge",
  "purge",
  "vent",
  "suck1",
  "suck2",
  "cardioplegia",
] as const;
export type Line = (typeof LINES)[number];

export {
  MAIN_DEVICES,
  type MainDevice,
  SAFETY_DEVICES,
  type SafetyDevice,
} from "./machineIds.ts";

export const SAFETY_MODES = ["off", "alarmOnly", "alarmStop"] as const;
export type SafetyMode = (typeof SAFETY_MODES)[number];

/** Things that can be looked at. Looking takes time, is logged, and answers with what is seen. */
export const INSPECTABLES = [
  "headMessage",
  "rotor",
  "cover",
  "boot",
  "reservoirLevel",
  "arterialLine",
  "venousLine",
  "bubbleDetector",
  "linePressure",
  "electronicClamp",
  "flowProbe",
  "safetyLinks",
  "directionAndTube",
  "occlusion",
  "power",
  "cardioplegiaHead",
  "gasSupply",
  "crankClip",
  "reservoirOutletConnector",
  "oxygenator",
  "bloodColour",
  "spareOxygenator",
  "gasHoses",
  "gasLine",
  "cylinder",
  "scavenger",
  "waterLines",
  "levelSensor",
  "transducers",
  "ventTip",
  "reservoirVent",
] as const;
export type Inspectable = (typeof INSPECTABLES)[number];

export const TEAM_MEMBERS = ["surgeon", "anaesthetist", "helper"] as const;
export type TeamMember = (typeof TEAM_MEMBERS)[number];

/** Short sentences the team panel offers. Wrong statements are possible, and are scored. */
export const MESSAGES = [
  "noFlow",
  "crankingNow",
  "partialFlow",
  "fullFlow",
  "planSpareHead",
  "planExchangeModule",
  "pauseSurgery",
  "interlockFound",
  "levelStopFound",
  "airFound",
  "pressureStopFound",
  "clampFault",
  "powerLost",
  "cardioplegiaStopped",
  "comeOffPlan",
  "ventilate",
  "headDown",
  "coolHead",
  "deepen",
  "vasopressorReady",
  "holdVasopressor",
  "checkCannula",
  "callForHelp",
  "takeCrank",
  "watchLevel",
  "holdLamp",
  "bringCrank",
  "incidentReport",
  "onBypassAgain",
  "airEmbolism",
  "ventAorta",
  "isAortaClear",
  "coolingNow",
  "hyperbaric",
  "oxygenatorFailing",
  "gasSupplyFault",
  "shuntFound",
  "planChangeout",
  "comingOffNow",
  "offBypass",
  "readyToGoBack",
  "clampAtTable",
  "unclampAtTable",
  "recrossClamp",
  "prepareRetrograde",
  "retrogradeRunning",
  "endRetrograde",
  "heartEjects",
  "fibresWet",
  "onBattery",
  "heaterCoolerFault",
  "vasoplegia",
  "venousAir",
  "actLow",
  "stopProtamine",
  "planReturn",
  "dissection",
  "newCannula",
  "ventReversed",
  "reservoirPressurised",
  "protamineReady",
] as const;
export type Message = (typeof MESSAGES)[number];

export const TIMERS = ["bypass", "crossClamp", "cardioplegia", "noFlow"] as const;
export type Timer = (typeof TIMERS)[number];

/** Power as the console has it. */
export const POWER_SOURCES = ["mains", "battery", "none"] as const;
export type PowerSource = (typeof POWER_SOURCES)[number];

export const RHYTHMS = ["arrested", "ventricularFibrillation", "sinus", "paced"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** Hands-on jobs that keep the trainee's hands busy for a while. */
export const TASKS = [
  "none",
  "fetchCrank",
  "fitCrank",
  "removeCrank",
  "moveBoot",
  "exchangeModule",
  "clearJam",
  "tightenConnector",
  "releaseElectronicClamp",
  "movePlug",
  "straightenLine",
  "fetchItem",
  "primeOxygenator",
  "tapBubblesOut",
  "gasLine",
  "waterLines",
  "cutOxygenator",
  "connectOxygenator",
  "calibrateAnalyser",
  "changeCylinder",
  "connectHose",
  "reconnectGasLine",
  "fillVaporiser",
  "clearScavenging",
  "addIce",
  "placeSensor",
  "zeroTransducer",
  "levelTransducer",
  "calibrateInline",
  "testOcclusion",
  "pressureHold",
  "preUseCheck",
  "actOnCheck",
  "movePlugOf",
  "swapHeaterCooler",
  "walkVenousLine",
  "relayBoot",
  "openReservoirVent",
] as const;
export type Task = (typeof TASKS)[number];

/** Tubing a hand can straighten when it is kinked. */
export const KINK_SITES = ["venous", "arterial"] as const;
export type KinkSite = (typeof KINK_SITES)[number];

/** Devices that measure an activated clotting time. */
export { ACT_DEVICE_IDS } from "../../physiology/clotting/actDevices.ts";

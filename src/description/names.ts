/** What perfusionists call the things that actions, signals and faults refer to. */

import type { Drug } from "../world/contract/drug.schema.ts";
import type { DoseUnit, Route } from "../world/contract/drugUnits.ts";
import type {
  ClampSite,
  Fetcher,
  FluidName,
  Head,
  Inspectable,
  Rotation,
  SafetyDevice,
  SafetyMode,
  StoreItem,
  StorePlace,
  TeamMember,
  Timer,
  Tube,
} from "../world/contract/ids.ts";
import type { DetectorPlace } from "../world/contract/machineIds.ts";
import type { RecordEvent } from "../world/contract/record.ts";
import type { SampleSite, SampleTest } from "../world/contract/samples.ts";

export const HEAD_NAMES: Readonly<Record<Head, string>> = {
  arterial: "arterial head",
  vent: "vent head",
  suck1: "sucker head 1",
  suck2: "sucker head 2",
  cardioplegia: "cardioplegia head",
};

export const CLAMP_NAMES: Readonly<Record<ClampSite, string>> = {
  venous: "venous line",
  venousTable: "venous line at the table",
  arterial: "arterial line",
  arterialTable: "arterial line at the table",
  reservoirOutlet: "reservoir outlet",
  pumpOutlet: "pump outlet",
  recirculation: "recirculation line",
  bridge: "bridge",
  purge: "purge line",
  vent: "vent line",
  suck1: "sucker line 1",
  suck2: "sucker line 2",
  cardioplegia: "cardioplegia line",
  oxygenatorInlet: "oxygenator inlet",
  oxygenatorOutlet: "oxygenator outlet",
};

export const ITEM_NAMES: Readonly<Record<StoreItem, string>> = {
  oxygenator: "spare oxygenator",
  changeoutKit: "clamps, scissors and connectors",
};

export const PLACE_NAMES: Readonly<Record<StorePlace, string>> = {
  atMachine: "at the machine",
  cupboard: "in the theatre cupboard",
  storeRoom: "in the store room",
  nextTheatre: "in the next theatre",
  none: "out of stock",
};

export const FETCHER_NAMES: Readonly<Record<Fetcher, string>> = {
  self: "perfusionist",
  helper: "helper",
  runner: "runner",
};

export const FLUID_TEXTS: Readonly<Record<FluidName, string>> = {
  hartmann: "Hartmann's solution",
  saline: "saline 0.9 %",
  gelatin: "gelatin",
  albumin4: "albumin 4 %",
  bicarbonate84: "sodium bicarbonate 8.4 %",
  packedCells: "packed red cells",
  freshFrozenPlasma: "fresh frozen plasma",
  cellSaver: "washed cells from the cell saver",
};

export const ROTATION_NAMES: Readonly<Record<Rotation, string>> = {
  counterClockwise: "counter-clockwise",
  clockwise: "clockwise",
};

export const TUBE_NAMES: Readonly<Record<Tube, string>> = {
  quarterInch: "1/4 inch",
  threeEighthsInch: "3/8 inch",
  halfInch: "1/2 inch",
};

export const DETECTOR_PLACE_NAMES: Readonly<Record<DetectorPlace, string>> = {
  reservoirOutlet: "at the reservoir outlet",
  pumpOutlet: "behind the pump",
  oxygenatorOutlet: "behind the oxygenator",
  arterialLine: "on the arterial line",
};

export const DEVICE_NAMES: Readonly<Record<SafetyDevice, string>> = {
  level: "level sensor",
  bubble: "bubble detector",
  pressure: "pressure stop",
  levelAlert: "level alert sensor",
  bubbleOutlet: "second bubble detector",
  bubbleFilter: "third bubble detector",
  bubbleCardioplegia: "bubble detector of the cardioplegia line",
  pressurePre: "pre-membrane pressure",
  pressureCardioplegia: "cardioplegia pressure",
  pressureGas: "gas-side pressure",
  lowFlow: "low flow",
  backFlow: "back-flow",
  temperature: "blood temperature",
};

export const MODE_NAMES: Readonly<Record<SafetyMode, string>> = {
  off: "off",
  alarmOnly: "alarm only",
  alarmStop: "alarm and stop",
};

export const TIMER_NAMES: Readonly<Record<Timer, string>> = {
  bypass: "bypass timer",
  crossClamp: "cross-clamp timer",
  cardioplegia: "cardioplegia timer",
  noFlow: "no-flow timer",
};

export const TEAM_NAMES: Readonly<Record<TeamMember, string>> = {
  surgeon: "surgeon",
  anaesthetist: "anaesthetist",
  helper: "helper",
};

export const INSPECTABLE_NAMES: Readonly<Record<Inspectable, string>> = {
  headMessage: "the head's message",
  rotor: "the rotor",
  cover: "the cover",
  boot: "the boot",
  reservoirLevel: "the reservoir level",
  arterialLine: "the arterial line",
  venousLine: "the venous line",
  bubbleDetector: "the bubble detector",
  linePressure: "the line pressure",
  electronicClamp: "the electronic clamp",
  flowProbe: "the flow probe",
  safetyLinks: "the safety links",
  directionAndTube: "direction and tube size",
  occlusion: "the occlusion",
  power: "the power supply",
  cardioplegiaHead: "the cardioplegia head",
  gasSupply: "the gas supply",
  crankClip: "the crank's clip",
  reservoirOutletConnector: "the reservoir outlet connector",
  oxygenator: "the oxygenator",
  gasLine: "the gas line",
  bloodColour: "the colour of the blood",
  spareOxygenator: "the spare oxygenator",
  gasHoses: "the gas hoses",
  cylinder: "the oxygen cylinder",
  scavenger: "the scavenging",
  waterLines: "the water lines",
  levelSensor: "the level sensor",
  transducers: "the transducers",
  ventTip: "the tip of the vent in a jug",
  reservoirVent: "the reservoir's vent",
};

export const ROUTE_NAMES: Readonly<Record<Route, string>> = {
  circuit: "into the circuit",
  centralLine: "by the central line",
  vaporiser: "by the vaporiser",
};

export const ROUTE_TITLES: Readonly<Record<Route, string>> = {
  circuit: "Circuit",
  centralLine: "Central line",
  vaporiser: "Vaporiser",
};

export const DRUG_GROUP_NAMES: Readonly<Record<Drug["group"], string>> = {
  vasopressor: "Vasopressors",
  anticoagulation: "Anticoagulation",
  inotrope: "Heart",
  vasodilator: "Vasodilators",
  anaesthetic: "Anaesthesia",
  electrolyte: "Electrolytes",
  metabolic: "Metabolism",
  other: "Others",
};

export const SITE_TITLES: Readonly<Record<SampleSite, string>> = {
  arterial: "Arterial",
  venous: "Venous",
  patientLine: "Patient line",
};

export const TEST_TITLES: Readonly<Record<SampleTest, string>> = {
  bloodGas: "Blood gas",
  act: "ACT",
  heparinAssay: "Heparin level",
  electrolytes: "Electrolytes",
  hemoglobin: "Hb",
  coagulation: "Clotting lab",
};

export const SITE_NAMES: Readonly<Record<SampleSite, string>> = {
  arterial: "arterial",
  venous: "venous",
  patientLine: "the patient's arterial line's",
};

export const TEST_NAMES: Readonly<Record<SampleTest, string>> = {
  bloodGas: "blood gases",
  act: "an ACT",
  heparinAssay: "the heparin level",
  electrolytes: "electrolytes",
  hemoglobin: "haemoglobin",
  coagulation: "the clotting laboratory",
};

/** Units as they are written: micrograms with their sign. */
export const UNIT_NAMES: Readonly<Record<DoseUnit, string>> = {
  ug: "µg",
  mg: "mg",
  g: "g",
  U: "units",
  mmol: "mmol",
  mL: "mL",
  "ug/kg": "µg/kg",
  "mg/kg": "mg/kg",
  "g/kg": "g/kg",
  "U/kg": "units/kg",
  "mmol/kg": "mmol/kg",
  "mL/kg": "mL/kg",
  "ug/min": "µg/min",
  "ug/kg/min": "µg/kg/min",
  "mg/min": "mg/min",
  "mg/h": "mg/h",
  "mg/kg/h": "mg/kg/h",
  "g/h": "g/h",
  "U/min": "units/min",
  "U/h": "units/h",
  "U/kg/h": "units/kg/h",
  "mmol/h": "mmol/h",
  "mL/h": "mL/h",
  "vol%": "vol%",
};

export const RECORD_EVENT_NAMES: Readonly<Record<RecordEvent, string>> = {
  onBypass: "on bypass",
  fullFlow: "full flow",
  offBypass: "off bypass",
  crossClampOn: "cross-clamp on",
  crossClampOff: "cross-clamp off",
  cardioplegia: "cardioplegia",
  heparin: "heparin",
  protamine: "protamine",
  drug: "other drug",
  fluid: "fluid or blood",
  coolingBegun: "cooling begun",
  rewarmingBegun: "rewarming begun",
  ventilationOn: "lungs ventilated",
  ventilationOff: "ventilation off",
  defibrillation: "defibrillation",
  lowFlow: "flow below 1.5 L/min/m²",
  incident: "incident",
};

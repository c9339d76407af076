/** Patient, reservoir, oxygenator, filter and exchanger, and the looks at them a tap takes. */
import { type Inspectable, type SafetyMode } from "../../world/contract/ids.ts";
import { CONNECTOR_AT } from "../anchors.ts";
import { fixed } from "../format.ts";
import type { Kit } from "../kit.ts";
import { hitAt, type Twin } from "../overlay.ts";
import { paintCrossClamp, paintPatient } from "../paint/patient.ts";
import { paintExchanger, paintFilter, paintOxygenator, paintReservoir } from "../paint/vessels.ts";
import { levelY } from "../reservoirScale.ts";
import type { Region } from "../../tokens/regions.ts";
import { lineColour } from "./circuit.ts";

const VESSEL_DEPTH = 20;
const PATIENT_DEPTH = 5;

const LOOK_NAMES: Readonly<Record<Inspectable, string>> = {
  headMessage: "Look at the head's message",
  rotor: "Look at the rotor",
  cover: "Look at the cover",
  boot: "Look at the boot",
  reservoirLevel: "Look at the reservoir level",
  arterialLine: "Look at the arterial line",
  venousLine: "Look at the venous line",
  bubbleDetector: "Look at the bubble detector",
  linePressure: "Look at the line pressure",
  electronicClamp: "Look at the electronic clamp",
  flowProbe: "Look at the flow probe",
  safetyLinks: "Look at the safety links",
  directionAndTube: "Look at direction and tube size",
  occlusion: "Look at the occlusion",
  power: "Look at the power",
  cardioplegiaHead: "Look at the cardioplegia head",
  gasSupply: "Look at the gas supply",
  crankClip: "Look at the crank's clip",
  reservoirOutletConnector: "Look at the reservoir outlet connector",
};
export const lookName = (what: Inspectable): string => LOOK_NAMES[what];

/** A thing that is looked at by tapping it. */
export function addLook(kit: Kit, what: Inspectable, region: Region, group?: HTMLElement): Twin {
  return kit.overlay.button({
    region,
    ...(group ? { group } : {}),
    name: () => lookName(what),
    press: () => kit.act({ type: "inspect", what }),
  });
}

export function addVessels(kit: Kit, group: HTMLElement): void {
  const { stage, readings } = kit;
  const patient = () => ({
    arterial: lineColour(kit, "arterialTable"),
    venous: lineColour(kit, "venous"),
    crossClamped: readings.flag("timer.crossClamp.running"),
  });
  stage.plate({
    x: 655,
    y: 62,
    w: 230,
    h: 260,
    depth: PATIENT_DEPTH,
    shows: () => Object.values(patient()).join(),
    paint: (pen) => paintPatient(pen, patient()),
  });
  stage.plate({
    x: 655,
    y: 150,
    w: 140,
    h: 80,
    depth: VESSEL_DEPTH + 6,
    shows: () => String(readings.flag("timer.crossClamp.running")),
    paint: (pen) => paintCrossClamp(pen, readings.flag("timer.crossClamp.running")),
  });
  addReservoir(kit, group);
  const oxygenator = () => ({
    gradient: fixed(readings.number("circuit.transmembraneGradientMmHg"), 0),
    blood: lineColour(kit, "oxygenator"),
    hover: false,
  });
  stage.plate({
    x: 505,
    y: 405,
    w: 146,
    h: 152,
    depth: VESSEL_DEPTH,
    shows: () => Object.values(oxygenator()).join(),
    paint: (pen) => paintOxygenator(pen, oxygenator()),
  });
  stage.plate({
    x: 730,
    y: 404,
    w: 60,
    h: 74,
    depth: VESSEL_DEPTH,
    shows: () => lineColour(kit, "filter"),
    paint: (pen) => paintFilter(pen, lineColour(kit, "filter")),
  });
  stage.plate({
    x: 1026,
    y: 430,
    w: 48,
    h: 72,
    depth: VESSEL_DEPTH,
    shows: () => "exchanger",
    paint: paintExchanger,
  });
}

function addReservoir(kit: Kit, group: HTMLElement): void {
  const { stage, readings } = kit;
  const twin = addLook(kit, "reservoirLevel", { x: 330, y: 236, w: 132, h: 216 }, group);
  addLook(kit, "reservoirOutletConnector", hitAt(CONNECTOR_AT), group);
  const look = () => ({
    volumeMl: readings.number("circuit.reservoirVolumeMl"),
    blood: lineColour(kit, "venous"),
    limitMl: readings.number("safety.levelLimitMl"),
    sensor: readings.word<SafetyMode>("safety.level.mode"),
    hover: twin.state() === "hover",
  });
  stage.plate({
    x: 308,
    y: 226,
    w: 162,
    h: 260,
    depth: VESSEL_DEPTH,
    everyMs: 60,
    shows: () => {
      const { volumeMl, blood, limitMl, sensor, hover } = look();
      return [(levelY(volumeMl) * 4).toFixed(0), blood, limitMl, sensor, hover].join();
    },
    paint: (pen) => paintReservoir(pen, look()),
  });
}

/** Patient, reservoir, oxygenator, filter and exchanger, and the looks at them a tap takes. */

import type { Region } from "../../tokens/regions.ts";
import type { TraineeAction } from "../../world/contract/actions.ts";
import type { Inspectable, SafetyMode, UnitInCircuit } from "../../world/contract/ids.ts";
import { fixed } from "../format.ts";
import { hitAt } from "../hit.ts";
import type { Kit } from "../kit.ts";
import { drawIn, pointIn, regionIn } from "../layout/placement.ts";
import { row } from "../menuItems.ts";
import type { Twin } from "../overlay.ts";
import { paintCrossClamp, paintPatient } from "../paint/patient.ts";
import {
  paintExchanger,
  paintFilter,
  paintOxygenator,
  paintReservoir,
  VENT_PORT,
} from "../paint/vessels.ts";
import { levelY } from "../reservoirScale.ts";
import { lineColour } from "./circuit.ts";
import { drawGradientTrend, keepGradientTrend } from "./gradientTrend.ts";

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
  oxygenator: "Look at the oxygenator",
  gasLine: "Feel the gas line",
  bloodColour: "Compare the colour of the blood",
  spareOxygenator: "Look at the spare oxygenator",
  gasHoses: "Look at the gas hoses",
  cylinder: "Look at the cylinder",
  scavenger: "Look at the exhaust",
  waterLines: "Look at the water lines",
  levelSensor: "Look at the level sensor",
  transducers: "Look at the transducers",
  ventTip: "Dip the vent's tip in a jug",
  reservoirVent: "Look at the reservoir's vent",
};
export const lookName = (what: Inspectable): string => LOOK_NAMES[what];

/** A thing that is looked at by tapping it. */
export function addLook(kit: Kit, what: Inspectable, region: Region, group: HTMLElement): Twin {
  return kit.overlay.button({
    region,
    group,
    name: () => lookName(what),
    press: () => kit.act({ type: "inspect", what }),
  });
}

export function addVessels(kit: Kit, group: HTMLElement): void {
  const { stage, readings, layout } = kit;
  const { drawings } = layout;
  const patient = () => ({
    arterial: lineColour(kit, "arterialTable"),
    venous: lineColour(kit, "venous"),
    crossClamped: readings.flag("timer.crossClamp.running"),
  });
  stage.plate({
    ...regionIn(drawings.patient, { x: 655, y: 62, w: 230, h: 260 }),
    depth: PATIENT_DEPTH,
    shows: () => Object.values(patient()).join(),
    paint: (pen) => drawIn(pen, drawings.patient, () => paintPatient(pen, patient())),
  });
  stage.plate({
    ...regionIn(drawings.patient, { x: 635, y: 140, w: 160, h: 90 }),
    depth: VESSEL_DEPTH + 6,
    shows: () => String(patient().crossClamped),
    paint: (pen) =>
      drawIn(pen, drawings.patient, () => paintCrossClamp(pen, patient().crossClamped)),
  });
  addReservoir(kit, group);
  const unit = addOxygenatorMenu(kit, group);
  const oxygenator = () => ({
    unit: readings.word<UnitInCircuit>("oxygenator.inCircuit"),
    gradient: fixed(readings.number("circuit.transmembraneGradientMmHg"), 0),
    blood: lineColour(kit, "oxygenator"),
    hover: unit.state() === "hover",
    namesPorts: layout.lineNames.length > 0,
  });
  stage.plate({
    ...regionIn(drawings.oxygenator, { x: 505, y: 405, w: 146, h: 152 }),
    depth: VESSEL_DEPTH,
    shows: () => Object.values(oxygenator()).join(),
    paint: (pen) => drawIn(pen, drawings.oxygenator, () => paintOxygenator(pen, oxygenator())),
  });
  stage.plate({
    ...regionIn(drawings.filter, { x: 730, y: 404, w: 60, h: 74 }),
    depth: VESSEL_DEPTH,
    shows: () => lineColour(kit, "filter"),
    paint: (pen) => drawIn(pen, drawings.filter, () => paintFilter(pen, lineColour(kit, "filter"))),
  });
  stage.plate({
    ...regionIn(drawings.exchanger, { x: 1026, y: 430, w: 48, h: 72 }),
    depth: VESSEL_DEPTH,
    shows: () => "exchanger",
    paint: (pen) => drawIn(pen, drawings.exchanger, paintExchanger),
  });
}

type Menu = readonly (readonly [string, TraineeAction])[];

/** A thing that offers acts when it is tapped; `more` adds what else its window shows. */
function addActMenu(
  kit: Kit,
  group: HTMLElement,
  name: string,
  at: { readonly region: Region; readonly menu: Menu; readonly more?: (body: HTMLElement) => void },
): Twin {
  const { region, menu, more } = at;
  return kit.overlay.button({
    region,
    group,
    name: () => `${name} menu`,
    opensMenu: true,
    press: (opener) =>
      kit.popover.open({
        name,
        at: { x: region.x + region.w, y: region.y },
        opener,
        build: (body, close) => {
          for (const [label, action] of menu)
            row(body, { label, act: () => (kit.act(action), close()) });
          more?.(body);
        },
      }),
  });
}

/** What a tap on the oxygenator offers: looks, its lines, and taking it out. */
function addOxygenatorMenu(kit: Kit, group: HTMLElement): Twin {
  const trend = keepGradientTrend(kit);
  const region = regionIn(kit.layout.drawings.oxygenator, { x: 548, y: 410, w: 100, h: 144 });
  const more = (body: HTMLElement) => drawGradientTrend(body, trend);
  return addActMenu(kit, group, "Oxygenator", { region, menu: OXYGENATOR_MENU, more });
}

const OXYGENATOR_MENU: Menu = [
  ["Look at the oxygenator", { type: "inspect", what: "oxygenator" }],
  ["Feel the gas line", { type: "inspect", what: "gasLine" }],
  ["Compare the colour of the blood", { type: "inspect", what: "bloodColour" }],
  ["Put the gas line on its port", { type: "oxygenator.gasLine", connected: true }],
  ["Take the gas line off", { type: "oxygenator.gasLine", connected: false }],
  ["Take the water lines off", { type: "oxygenator.waterLines", connected: false }],
  ["Connect the water lines", { type: "oxygenator.waterLines", connected: true }],
  ["Cut the oxygenator out", { type: "oxygenator.cut" }],
  ["Connect the spare along its arrow", { type: "oxygenator.connect", orientation: "alongArrow" }],
];

/** The vent on the reservoir's lid: a look at it, and opening it. */
function addVent(kit: Kit, group: HTMLElement): void {
  const region = hitAt(pointIn(kit.layout.drawings.reservoir, VENT_PORT));
  addActMenu(kit, group, "Reservoir vent", { region, menu: VENT_MENU });
}

const VENT_MENU: Menu = [
  ["Look at the reservoir's vent", { type: "inspect", what: "reservoirVent" }],
  ["Open the reservoir to the room", { type: "gas.openReservoirVent" }],
];

function addReservoir(kit: Kit, group: HTMLElement): void {
  const { stage, readings, layout } = kit;
  const { reservoir } = layout.drawings;
  const shell = regionIn(reservoir, { x: 330, y: 236, w: 132, h: 216 });
  const twin = addLook(kit, "reservoirLevel", shell, group);
  addLook(kit, "reservoirOutletConnector", hitAt(layout.connectorAt), group);
  addVent(kit, group);
  const look = () => ({
    volumeMl: readings.number("circuit.reservoirVolumeMl"),
    blood: lineColour(kit, "venous"),
    limitMl: readings.number("safety.levelLimitMl"),
    sensor: readings.word<SafetyMode>("safety.level.mode"),
    hover: twin.state() === "hover",
  });
  stage.plate({
    ...regionIn(reservoir, { x: 308, y: 226, w: 162, h: 260 }),
    depth: VESSEL_DEPTH,
    everyMs: 60,
    shows: () => {
      const { volumeMl, blood, limitMl, sensor, hover } = look();
      return [(levelY(volumeMl) * 4).toFixed(0), blood, limitMl, sensor, hover].join();
    },
    paint: (pen) => drawIn(pen, reservoir, () => paintReservoir(pen, look())),
  });
}

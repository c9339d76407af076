/**
 * Readings on the field: reservoir and time to empty, in-line sensors, pressures, flow probe, bubble
 * detector. A tag in alarm wears the frame and shape of its priority.
 */
import { COLOURS } from "../../tokens/colours.ts";
import type { Region } from "../../tokens/regions.ts";
import type { AlarmId, AlarmPriority } from "../../world/contract/alarms.ts";
import type { Inspectable } from "../../world/contract/ids.ts";
import { alarmAmong } from "../alarmOrder.ts";
import { BUBBLE_AT, FLOW_PROBE_AT } from "../anchors.ts";
import { fixed, MISSING, percent } from "../format.ts";
import type { Kit } from "../kit.ts";
import { hitAround, type Twin } from "../overlay.ts";
import { fittingSize, type Pen, stroke, text } from "../paint/pen.ts";
import { paintBubbleDetector, paintFlowProbe, paintInlineSensor } from "../paint/sensors.ts";
import { alarmShape } from "../paint/shapes.ts";
import { paintTag, tagFrame, type TagLook } from "../paint/tag.ts";
import { addLook } from "./vessels.ts";

const TAG_DEPTH = 26;
const SENSOR_DEPTH = 22;

interface TagSpec {
  readonly region: Region;
  readonly name: string;
  readonly unit?: string;
  readonly value: (kit: Kit) => string;
  readonly alarms?: readonly AlarmId[];
  readonly look?: Inspectable;
  readonly size?: number;
  readonly layout?: TagLook["layout"];
}

const reading = (id: string, decimals: number) => (kit: Kit) =>
  fixed(kit.readings.number(id), decimals);
const share = (id: string) => (kit: Kit) => percent(kit.readings.number(id));

const TAGS: readonly TagSpec[] = [
  {
    region: { x: 424, y: 124, w: 66, h: 40 },
    name: "SvO₂",
    unit: "%",
    value: share("circuit.venousSaturationDisplayedFraction"),
    alarms: ["svo2Low", "svo2NoFlow"],
  },
  {
    region: { x: 494, y: 124, w: 56, h: 40 },
    name: "Hct",
    unit: "%",
    value: share("circuit.hematocritDisplayedFraction"),
  },
  {
    region: { x: 554, y: 124, w: 80, h: 40 },
    name: "Venous",
    unit: "°C",
    value: reading("circuit.venousTemperatureC", 1),
  },
  {
    region: { x: 838, y: 68, w: 74, h: 40 },
    name: "Arterial",
    unit: "°C",
    value: reading("circuit.arterialTemperatureC", 1),
  },
  {
    region: { x: 916, y: 68, w: 62, h: 40 },
    name: "SaO₂",
    unit: "%",
    value: share("circuit.arterialSaturationDisplayedFraction"),
  },
  {
    region: { x: 982, y: 68, w: 62, h: 40 },
    name: "Index",
    value: reading("circuit.flowIndexLpmPerM2", 2),
    alarms: ["indexLow"],
  },
  {
    region: { x: 1048, y: 68, w: 64, h: 40 },
    name: "DO₂i",
    value: reading("circuit.oxygenDeliveryIndexMlPerMinPerM2", 0),
    alarms: ["indexLow"],
  },
  {
    region: { x: 605, y: 556, w: 57, h: 24 },
    name: "Pre",
    value: reading("circuit.premembranePressureMmHg", 0),
    alarms: ["premembraneHigh"],
    size: 17,
    layout: "inline",
  },
  {
    region: { x: 676, y: 392, w: 54, h: 48 },
    name: "Post",
    value: reading("circuit.postmembranePressureMmHg", 0),
    alarms: ["linePressureStop", "linePressureHigh"],
    look: "linePressure",
    size: 18,
    layout: "centred",
  },
  {
    region: { x: 778, y: 468, w: 96, h: 40 },
    name: "Flow probe",
    unit: "L/min",
    value: probe,
    alarms: ["noForwardFlow", "reverseFlow", "flowProbeFailed"],
    look: "flowProbe",
    size: 22,
  },
  {
    region: { x: 900, y: 468, w: 66, h: 40 },
    name: "Bubbles",
    unit: "mL",
    value: reading("circuit.bubbleVolumeDisplayedMl", 1),
    alarms: ["bubble"],
    look: "bubbleDetector",
  },
];

function probe({ readings }: Kit): string {
  if (!readings.flag("circuit.flowProbeValid")) return MISSING;
  return fixed(readings.number("circuit.arterialFlowDisplayedLpm"), 2);
}

export function addTags(kit: Kit, group: HTMLElement): void {
  addInlineSensors(kit);
  addClips(kit, group);
  for (const tag of TAGS) {
    const twin =
      tag.look && tag.look === "linePressure"
        ? addLook(kit, tag.look, hitAround(tag.region), group)
        : undefined;
    const alarm = () => (tag.alarms ? alarmAmong(kit.readings, tag.alarms) : null);
    kit.stage.plate({
      ...grown(tag.region),
      depth: TAG_DEPTH,
      shows: () => [tag.value(kit), alarm(), twin?.state()].join(),
      paint: (pen) =>
        paintTag(pen, tag.region, {
          name: tag.name,
          unit: tag.unit ?? "",
          value: tag.value(kit),
          alarm: alarm(),
          hover: twin?.state() === "hover",
          ...(tag.size ? { valueSize: tag.size } : {}),
          ...(tag.layout ? { layout: tag.layout } : {}),
        }),
    });
  }
  addReservoirReadout(kit);
}

/** Room for a shape that overhangs the corner. */
const grown = ({ x, y, w, h }: Region): Region => ({ x: x - 1, y: y - 9, w: w + 11, h: h + 10 });

function addInlineSensors(kit: Kit): void {
  const live = () => kit.readings.flag("circuit.venousSensorFlow");
  kit.stage.plate({
    x: 458,
    y: 163,
    w: 24,
    h: 50,
    depth: SENSOR_DEPTH,
    shows: () => String(live()),
    paint: (pen) => {
      stroke(pen, "M470 164V189", COLOURS.edge2, 1, { cap: "butt" });
      paintInlineSensor(pen, 470, 200, 18, 22, live());
    },
  });
  kit.stage.plate({
    x: 938,
    y: 107,
    w: 24,
    h: 46,
    depth: SENSOR_DEPTH,
    shows: () => "sensor",
    paint: (pen) => {
      stroke(pen, "M950 108V131", COLOURS.edge2, 1, { cap: "butt" });
      paintInlineSensor(pen, 950, 140, 18, 18, true);
    },
  });
}

/** Flow probe and bubble detector: the clip and its tag are one thing to the hand. */
function addClips(kit: Kit, group: HTMLElement): void {
  const flow = addLook(kit, "flowProbe", { x: 778, y: 468, w: 96, h: 70 }, group);
  const bubble = addLook(kit, "bubbleDetector", { x: 896, y: 468, w: 70, h: 70 }, group);
  const valid = () => kit.readings.flag("circuit.flowProbeValid");
  const clip = (
    at: { x: number; y: number },
    twin: Twin,
    paint: (pen: Pen, hover: boolean) => void,
    more = () => "",
  ) =>
    kit.stage.plate({
      x: at.x - 17,
      y: at.y - 14,
      w: 34,
      h: 28,
      depth: SENSOR_DEPTH,
      shows: () => twin.state() + more(),
      paint: (pen) => paint(pen, twin.state() === "hover"),
    });
  clip(
    FLOW_PROBE_AT,
    flow,
    (pen, hover) => paintFlowProbe(pen, 846, 524, valid(), hover),
    () => String(valid()),
  );
  clip(BUBBLE_AT, bubble, (pen, hover) => paintBubbleDetector(pen, 926, 524, hover));
}

function addReservoirReadout(kit: Kit): void {
  const { readings } = kit;
  const region = { x: 316, y: 68, w: 102, h: 96 };
  const seconds = (id: string) => {
    const left = readings.number(id);
    return left >= 999 ? MISSING : fixed(Math.floor(left), 0);
  };
  const alarm = (): AlarmPriority | null => alarmAmong(readings, ["levelLow", "timeToEmpty"]);
  const words = () => [
    fixed(readings.number("circuit.reservoirVolumeMl") / 10, 0),
    seconds("circuit.timeToMinimumS"),
    seconds("circuit.timeToEmptyS"),
  ];
  kit.stage.plate({
    ...region,
    depth: TAG_DEPTH,
    shows: () => [...words(), alarm()].join(),
    paint: (pen) => {
      const priority = alarm();
      const volume = Math.round(readings.number("circuit.reservoirVolumeMl") / 10) * 10;
      const [, toMinimum = MISSING, toDry = MISSING] = words();
      tagFrame(pen, region, priority);
      text(pen, "Reservoir", 324, 84, { size: 12.5, colour: COLOURS.t2 });
      text(pen, fixed(volume, 0), 384, 109, { size: 27, weight: 600, align: "right" });
      text(pen, "mL", 390, 109, { size: 13, colour: COLOURS.t2 });
      stroke(pen, "M322 117.5H412", COLOURS.edge, 1, { cap: "butt" });
      text(pen, "Empties in", 324, 132, { size: 12.5, colour: COLOURS.t2 });
      const isStill = toDry === MISSING;
      if (isStill)
        text(pen, "no outflow", 411, 156, { size: 13, colour: COLOURS.t2, align: "right" });
      else {
        text(pen, "s", 358, 157, { size: 13, colour: COLOURS.t2 });
        text(pen, `min ${toMinimum}`, 411, 157, { size: 13, colour: COLOURS.t2, align: "right" });
      }
      const size = isStill ? 19 : fittingSize(pen, toDry, 32, { size: 27, weight: 600 });
      text(pen, toDry, isStill ? 346 : 355, 157, { size, weight: 600, align: "right" });
      if (priority) alarmShape(pen, priority, 405, 80, 14);
    },
  });
}

/**
 * Readings on the field: reservoir and time to empty, in-line sensors, pressures, flow probe, bubble
 * detector. A tag in alarm wears the frame and shape of its priority.
 */
import { COLOURS } from "../../tokens/colours.ts";
import type { Region } from "../../tokens/regions.ts";
import type { AlarmId } from "../../world/contract/alarms.ts";
import type { Inspectable } from "../../world/contract/ids.ts";
import { alarmAmong } from "../alarmOrder.ts";
import { fixed, MISSING, percent } from "../format.ts";
import { hitAround } from "../hit.ts";
import type { Kit } from "../kit.ts";
import type { TagId } from "../layout/consoleLayout.ts";
import type { Twin } from "../overlay.ts";
import { type Pen, stroke } from "../paint/pen.ts";
import { paintBubbleDetector, paintFlowProbe, paintInlineSensor } from "../paint/sensors.ts";
import { paintTag, type TagLook } from "../paint/tag.ts";
import { addReservoirReadout } from "./reservoirReadout.ts";
import { addLook } from "./vessels.ts";

const TAG_DEPTH = 26;
const SENSOR_DEPTH = 22;

interface TagSpec {
  readonly id: TagId;
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
    id: "svo2",
    name: "SvO₂",
    unit: "%",
    value: share("circuit.venousSaturationDisplayedFraction"),
    alarms: ["svo2Low", "svo2NoFlow"],
  },
  {
    id: "hct",
    name: "Hct",
    unit: "%",
    value: share("circuit.hematocritDisplayedFraction"),
  },
  {
    id: "venousC",
    name: "Venous",
    unit: "°C",
    value: reading("circuit.venousTemperatureC", 1),
  },
  {
    id: "arterialC",
    name: "Arterial",
    unit: "°C",
    value: reading("circuit.arterialTemperatureC", 1),
  },
  {
    id: "sao2",
    name: "SaO₂",
    unit: "%",
    value: share("circuit.arterialSaturationDisplayedFraction"),
  },
  {
    id: "index",
    name: "Index",
    value: reading("circuit.flowIndexLpmPerM2", 2),
    alarms: ["indexLow"],
  },
  {
    id: "do2i",
    name: "DO₂i",
    value: reading("circuit.oxygenDeliveryIndexMlPerMinPerM2", 0),
    alarms: ["indexLow"],
  },
  {
    id: "pre",
    name: "Pre",
    value: reading("circuit.premembranePressureMmHg", 0),
    alarms: ["premembraneHigh"],
    size: 17,
    layout: "inline",
  },
  {
    id: "post",
    name: "Post",
    value: reading("circuit.postmembranePressureMmHg", 0),
    alarms: ["linePressureStop", "linePressureHigh"],
    look: "linePressure",
    size: 18,
    layout: "centred",
  },
  {
    id: "flow",
    name: "Flow probe",
    unit: "L/min",
    value: probe,
    alarms: ["noForwardFlow", "reverseFlow", "flowProbeFailed"],
    look: "flowProbe",
    size: 22,
  },
  {
    id: "bubbles",
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
    const region = kit.layout.tags[tag.id];
    if (region) addTag(kit, tag, region, group);
  }
  addReservoirReadout(kit);
}

function addTag(kit: Kit, tag: TagSpec, region: Region, group: HTMLElement): void {
  const { tagsAreCompact } = kit.layout;
  const twin =
    tag.look === "linePressure" ? addLook(kit, tag.look, hitAround(region), group) : undefined;
  const alarm = () => (tag.alarms ? alarmAmong(kit.readings, tag.alarms) : null);
  const layout = tag.layout ?? (tagsAreCompact ? "compact" : undefined);
  const size = tagsAreCompact ? Math.min(18, tag.size ?? 18) : tag.size;
  // The unit stands behind the name there, so the flow probe is named by what it reads.
  const name = tagsAreCompact && tag.id === "flow" ? "Flow" : tag.name;
  kit.stage.plate({
    ...grown(region),
    depth: TAG_DEPTH,
    shows: () => [tag.value(kit), alarm(), twin?.state()].join(),
    paint: (pen) =>
      paintTag(pen, region, {
        name,
        unit: tag.unit ?? "",
        value: tag.value(kit),
        alarm: alarm(),
        hover: twin?.state() === "hover",
        ...(size ? { valueSize: size } : {}),
        ...(layout ? { layout } : {}),
      }),
  });
}

/** Room for a shape that overhangs the corner. */
const grown = ({ x, y, w, h }: Region): Region => ({ x: x - 1, y: y - 9, w: w + 11, h: h + 10 });

function addInlineSensors(kit: Kit): void {
  const { venousSensor, arterialSensor } = kit.layout;
  const live = () => kit.readings.flag("circuit.venousSensorFlow");
  const sensor = (
    { at, stemY }: typeof venousSensor,
    [w, h]: readonly [number, number],
    isLive: () => boolean,
  ) =>
    kit.stage.plate({
      x: at.x - 12,
      y: stemY - 1,
      w: 24,
      h: at.y - stemY + 14,
      depth: SENSOR_DEPTH,
      shows: () => String(isLive()),
      paint: (pen) => {
        stroke(pen, `M${at.x} ${stemY}V${at.y - h / 2}`, COLOURS.edge2, 1, { cap: "butt" });
        paintInlineSensor(pen, at.x, at.y, w, h, isLive());
      },
    });
  sensor(venousSensor, [18, 22], live);
  sensor(arterialSensor, [18, 18], () => true);
}

/** Flow probe and bubble detector: the clip and its tag are one thing to the hand. */
function addClips(kit: Kit, group: HTMLElement): void {
  const { clipHits, flowProbeAt, bubbleAt, movedDetectorAt } = kit.layout;
  const flow = addLook(kit, "flowProbe", clipHits.flowProbe, group);
  const bubble = addLook(kit, "bubbleDetector", clipHits.bubbleDetector, group);
  const valid = () => kit.readings.flag("circuit.flowProbeValid");
  const clip = (
    at: { x: number; y: number },
    twin: Twin,
    paint: (pen: Pen, hover: boolean) => void,
    more: () => string,
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
    flowProbeAt,
    flow,
    (pen, hover) => paintFlowProbe(pen, flowProbeAt.x, flowProbeAt.y, valid(), hover),
    () => String(valid()),
  );
  const place = () => kit.readings.word("safety.bubble.place");
  for (const [here, at] of Object.entries({ ...movedDetectorAt, arterialLine: bubbleAt }))
    clip(
      at,
      bubble,
      (pen, hover) => {
        if (place() === here) paintBubbleDetector(pen, at.x, at.y, hover);
      },
      place,
    );
}

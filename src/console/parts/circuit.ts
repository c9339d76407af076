/**
 * The living circuit: lines, boots and vessels coloured by the blood in them, chevrons that travel at
 * the speed of flow in its direction, and gas drawn to scale. Tubing is painted again only when a
 * colour or a route changes; chevrons are sprites.
 */
import { bloodColour, COLOURS } from "../../tokens/colours.ts";
import { FIELD_REGION } from "../../tokens/regions.ts";
import { HEADS, type Head, type Line, type PumpedLine } from "../../world/contract/ids.ts";
import { BAYS, BOOT_RADIUS, bayFor } from "../bays.ts";
import { STILL_LPM } from "../bloodSpeed.ts";
import {
  bootRoute,
  bootWidth,
  type CircuitLine,
  FIXED_LINES,
  LINE_OF_BOOT,
  LINES_INTO_BAY,
  pumpLines,
} from "../circuitLines.ts";
import type { Kit } from "../kit.ts";
import {
  paintBoot,
  paintCap,
  paintConnector,
  paintSuckerTip,
  paintTee,
  paintTube,
} from "../paint/tubing.ts";
import { paintVolute } from "../paint/head.ts";
import type { Pen } from "../paint/pen.ts";
import { addLineFlow } from "./lineFlow.ts";

const CIRCUIT_DEPTH = 10;
const GAS_ONLY = 0.97;

const hexColour = (colour: number): string => `#${colour.toString(16).padStart(6, "0")}`;

/** Colour of what a line holds now: blood by saturation, greyed when it stands, or gas. */
export function lineColour({ readings }: Kit, line: Line): string {
  if (readings.number(`line.${line}.gasFraction`) > GAS_ONLY) return COLOURS.glass;
  const saturation = readings.number(`line.${line}.saturationFraction`);
  const flow = readings.number(`line.${line}.flowLpm`);
  if (!Number.isFinite(saturation)) return COLOURS.glass;
  return hexColour(bloodColour(Math.round(saturation * 100) / 100, Math.abs(flow) < STILL_LPM));
}

/** The head whose bay the arterial boot or cone lies in. */
export function arterialCarrier({ readings }: Kit): Head {
  const found = HEADS.find((head) => {
    const carries = readings.word<PumpedLine>(`pump.${head}.carries`);
    return carries === "arterialBoot" || carries === "centrifugalCone";
  });
  return found ?? "arterial";
}

/** Bays whose own boot has made room for the arterial one. */
function displaced({ readings }: Kit): readonly Head[] {
  return HEADS.filter(
    (head) =>
      head !== "arterial" &&
      ["arterialBoot", "none"].includes(readings.word<PumpedLine>(`pump.${head}.carries`)),
  );
}

/** A line that ended in a bay, pulled back to above the deck. */
function pulledBack(
  line: CircuitLine,
  bay: Head,
): { line: CircuitLine; capX: number; capY: number } {
  const { hub } = bayFor(bay);
  const capY = 560;
  const leaves = line.route.startsWith("M") && line.route.includes(`M${hub.x - BOOT_RADIUS} 706`);
  const starts = /^M(\d+(?:\.\d+)?) 706L\1 (\d+)/.exec(line.route);
  if (starts || leaves) {
    const x = Number(starts?.[1]);
    const y = Number(starts?.[2]) + 6;
    return {
      line: { ...line, route: line.route.replace(/^M\S+ 706/, `M${x} ${y}`) },
      capX: x,
      capY: y,
    };
  }
  const x = Number(/L(\S+) 706$/.exec(line.route)?.[1]);
  return { line: { ...line, route: line.route.replace(/ 706$/, ` ${capY}`) }, capX: x, capY };
}

export interface DrawnCircuit {
  readonly lines: readonly CircuitLine[];
  readonly caps: readonly { readonly x: number; readonly y: number }[];
}

/** The lines as they run now, with the arterial boot where it lies. */
export function drawnCircuit(kit: Kit): DrawnCircuit {
  const carrier = arterialCarrier(kit);
  const centrifugal =
    kit.readings.word("pump.arterial.type") === "centrifugal" && carrier === "arterial";
  const caps: { x: number; y: number }[] = [];
  const back = new Map<string, Head>();
  for (const head of displaced(kit))
    for (const id of LINES_INTO_BAY[head] ?? []) back.set(id, head);
  const fixed = FIXED_LINES.map((line) => {
    const bay = back.get(line.id);
    if (!bay) return line;
    const pulled = pulledBack(line, bay);
    caps.push({ x: pulled.capX, y: pulled.capY });
    return pulled.line;
  });
  return { lines: [...fixed, ...pumpLines(carrier, centrifugal)], caps };
}

export function addCircuit(kit: Kit): void {
  const { stage, readings } = kit;
  const layout = () =>
    HEADS.map((head) => readings.word(`pump.${head}.carries`)).join() +
    readings.word("pump.arterial.type");
  let laidOut = "";
  let drawn = drawnCircuit(kit);
  const current = () => {
    const now = layout();
    if (now !== laidOut) {
      laidOut = now;
      drawn = drawnCircuit(kit);
    }
    return drawn;
  };
  const lineNames = [
    ...new Set(FIXED_LINES.map((line) => line.line)),
    "reservoirOutlet",
    "pumpOutlet",
  ] as const;
  stage.plate({
    x: FIELD_REGION.x,
    y: FIELD_REGION.y,
    w: 1132,
    h: 700,
    depth: CIRCUIT_DEPTH,
    everyMs: 200,
    shows: () => layout() + lineNames.map((line) => lineColour(kit, line)).join(),
    paint: (pen) => paintCircuit(kit, pen, current()),
  });
  addLineFlow(kit, () => current().lines, layout);
}

function paintCircuit(kit: Kit, pen: Pen, { lines, caps }: DrawnCircuit): void {
  for (const line of lines) {
    paintTube(pen, { route: line.route, width: line.width, colour: lineColour(kit, line.line) });
    if (line.id === "venous") {
      const stub = { route: "M742 214V262", width: 5, colour: lineColour(kit, "venous") };
      paintBoot(pen, stub);
    }
  }
  for (const cap of caps) paintCap(pen, cap.x, cap.y);
  paintSuckerTip(pen, 828, 252);
  paintSuckerTip(pen, 822, 284);
  paintTee(pen, 648, 200, 15);
  paintTee(pen, 980, 344, 15);
  for (const bay of BAYS) {
    const carries = kit.readings.word<PumpedLine>(`pump.${bay.head}.carries`);
    const line = LINE_OF_BOOT[carries];
    if (!line) continue;
    if (carries === "centrifugalCone") {
      paintVolute(pen, bay, lineColour(kit, line));
      // The inlet runs over the cone to its axis.
      const inlet = "M362 640L362 694Q362 706 374 706L398 706";
      paintTube(pen, { route: inlet, width: 11, colour: lineColour(kit, "reservoirOutlet") });
    } else {
      paintBoot(pen, {
        route: bootRoute(bay.head),
        width: bootWidth(carries),
        colour: lineColour(kit, line),
      });
    }
    paintConnector(pen, bay.hub.x - BOOT_RADIUS);
    paintConnector(pen, bay.hub.x + BOOT_RADIUS);
  }
}

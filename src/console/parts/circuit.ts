/**
 * The living circuit: lines, boots and vessels coloured by the blood in them, chevrons that travel at
 * the speed of flow in its direction, and gas drawn to scale. Tubing is painted again only when a
 * colour or a route changes; chevrons are sprites.
 */
import { bloodColour, COLOURS } from "../../tokens/colours.ts";
import { HEADS, type Head, type Line, type PumpedLine } from "../../world/contract/ids.ts";
import { STILL_LPM } from "../bloodSpeed.ts";
import {
  bootRoute,
  bootWidth,
  type CircuitLine,
  fixedLines,
  LINE_OF_BOOT,
  LINES_INTO_BAY,
  pumpLines,
} from "../circuitLines.ts";
import type { Kit } from "../kit.ts";
import type { ConsoleLayout } from "../layout/consoleLayout.ts";
import { bayFor } from "../layout/layouts.ts";
import { drawIn, type Point } from "../layout/placement.ts";
import { paintVolute } from "../paint/head.ts";
import type { Pen } from "../paint/pen.ts";
import {
  paintBoot,
  paintCap,
  paintConnector,
  paintSuckerTip,
  paintTee,
  paintTube,
} from "../paint/tubing.ts";
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
  layout: ConsoleLayout,
  line: CircuitLine,
  bay: Head,
): { line: CircuitLine; cap: Point } {
  const { hub } = bayFor(layout, bay);
  const starts = new RegExp(`^M(\\S+) ${hub.y}L\\1 (\\d+)`).exec(line.route);
  if (starts) {
    const cap = { x: Number(starts[1]), y: Number(starts[2]) + 6 };
    const route = line.route.replace(new RegExp(`^M\\S+ ${hub.y}`), `M${cap.x} ${cap.y}`);
    return { line: { ...line, route }, cap };
  }
  const ends = new RegExp(`L(\\S+) ${hub.y}$`).exec(line.route);
  const cap = { x: Number(ends?.[1]), y: layout.regions.deck.y - 80 };
  const route = line.route.replace(new RegExp(` ${hub.y}$`), ` ${cap.y}`);
  return { line: { ...line, route }, cap };
}

export interface DrawnCircuit {
  readonly lines: readonly CircuitLine[];
  readonly caps: readonly Point[];
}

/** The lines as they run now, with the arterial boot where it lies. */
export function drawnCircuit(kit: Kit): DrawnCircuit {
  const carrier = arterialCarrier(kit);
  const centrifugal =
    kit.readings.word("pump.arterial.type") === "centrifugal" && carrier === "arterial";
  const caps: Point[] = [];
  const back = new Map<string, Head>();
  for (const head of displaced(kit))
    for (const id of LINES_INTO_BAY[head] ?? []) back.set(id, head);
  const fixed = fixedLines(kit.layout).map((line) => {
    const bay = back.get(line.id);
    if (!bay) return line;
    const pulled = pulledBack(kit.layout, line, bay);
    caps.push(pulled.cap);
    return pulled.line;
  });
  return { lines: [...fixed, ...pumpLines(kit.layout, carrier, centrifugal)], caps };
}

export function addCircuit(kit: Kit): void {
  const { stage, readings } = kit;
  const { field, stage: room } = kit.layout.regions;
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
    ...new Set(fixedLines(kit.layout).map((line) => line.line)),
    "reservoirOutlet",
    "pumpOutlet",
  ] as const;
  stage.plate({
    x: field.x,
    y: field.y,
    w: room.w - field.x,
    h: room.h - field.y - 140,
    depth: CIRCUIT_DEPTH,
    everyMs: 200,
    shows: () => layout() + lineNames.map((line) => lineColour(kit, line)).join(),
    paint: (pen) => paintCircuit(kit, pen, current()),
  });
  addLineFlow(kit, () => current().lines, layout);
}

function paintCircuit(kit: Kit, pen: Pen, { lines, caps }: DrawnCircuit): void {
  const { layout } = kit;
  const { bootRadius, scale } = layout.head;
  for (const line of lines) {
    paintTube(pen, { route: line.route, width: line.width, colour: lineColour(kit, line.line) });
    if (line.id === "venous") {
      const colour = lineColour(kit, "venous");
      paintBoot(pen, { route: layout.cannula, width: 5 * layout.lineScale, colour });
    }
  }
  for (const cap of caps) paintCap(pen, cap.x, cap.y);
  for (const tip of layout.suckerTips) paintSuckerTip(pen, tip.x, tip.y);
  for (const tee of layout.tees) paintTee(pen, tee.x, tee.y, 15 * layout.lineScale);
  for (const bay of layout.bays) {
    const carries = kit.readings.word<PumpedLine>(`pump.${bay.head}.carries`);
    const line = LINE_OF_BOOT[carries];
    if (!line) continue;
    if (carries === "centrifugalCone") {
      const { x: dx, y: dy } = bay.hub;
      drawIn(pen, { dx, dy, scale }, () => paintVolute(pen, lineColour(kit, line)));
      // The inlet runs over the cone to its axis.
      paintTube(pen, {
        route: layout.pump.coneInlet,
        width: 11 * layout.lineScale,
        colour: lineColour(kit, "reservoirOutlet"),
      });
    } else {
      paintBoot(pen, {
        route: bootRoute(layout, bay.head),
        width: bootWidth(layout, carries),
        colour: lineColour(kit, line),
      });
    }
    for (const side of [-bootRadius, bootRadius])
      paintConnector(pen, bay.hub.x + side, layout.regions.deck.y);
  }
}

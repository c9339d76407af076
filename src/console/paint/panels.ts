/** The panels of the right column: gas, heater-cooler, safety tiles, power strip. */
import { COLOURS } from "../../tokens/colours.ts";
import type { PowerSource } from "../../world/contract/ids.ts";
import { BLACK, box, disc, fittingSize, key, type Pen, panel, stroke, text, WHITE } from "./pen.ts";
import { alarmShape, plug, type SafetyState, safetyShape } from "./shapes.ts";

export interface WaterLook {
  readonly set: string;
  readonly water: string;
  readonly running: boolean;
  readonly flow: string;
  readonly minus: string;
  readonly plus: string;
  readonly more: string;
  readonly alarm: boolean;
}

export function paintWater(pen: Pen, look: WaterLook): void {
  panel(pen, 1128, 314, 244, 84);
  text(pen, "Heater-cooler…", 1138, 333, {
    size: 14,
    weight: 600,
    ...(look.more === "" ? {} : { colour: COLOURS.accent }),
  });
  if (look.alarm) {
    box(pen, 1296, 343, 72, 48, { radius: 4, edge: COLOURS.med, edgeWidth: 1.5 });
    alarmShape(pen, "medium", 1304, 352, 13);
  }
  const flow = look.running ? `On  ${look.flow} L/min` : "Off";
  box(pen, 1270, 319, 96, 20, { radius: 4, fill: COLOURS.raised, edge: BLACK });
  disc(
    pen,
    1281,
    329,
    3,
    look.running ? { fill: COLOURS.accent } : { edge: COLOURS.t2, edgeWidth: 1.4 },
  );
  text(pen, flow, 1288, 333.5, {
    size: 12,
    weight: 600,
    colour: look.running ? COLOURS.t2 : COLOURS.t1,
  });
  const minus = key(pen, 1136, 344, 44, 46, {
    pressed: look.minus === "down",
    hover: look.minus === "hover",
  });
  text(pen, "−", 1158, 375 + minus, { size: 22, weight: 600, align: "center" });
  const plus = key(pen, 1240, 344, 44, 46, {
    pressed: look.plus === "down",
    hover: look.plus === "hover",
  });
  text(pen, "+", 1262, 374 + plus, { size: 20, weight: 600, align: "center" });
  text(pen, "Set", 1210, 356, { size: 12, colour: COLOURS.t2, align: "center" });
  text(pen, look.set, 1210, 381, { size: 23, weight: 600, align: "center" });
  text(pen, "Water", 1362, 356, { size: 12, colour: COLOURS.t2, align: "right" });
  text(pen, `${look.water} °C`, 1362, 381, { size: 22, weight: 600, align: "right" });
}

export const SAFETY_TILES = [1136, 1213, 1290] as const;

export interface TileLook {
  readonly name: string;
  readonly limit: string;
  readonly state: SafetyState;
  readonly word: string;
  readonly hover: boolean;
}

export function paintSafety(pen: Pen, tiles: readonly TileLook[], linked: string): void {
  panel(pen, 1128, 404, 244, 112);
  text(pen, "Safety", 1138, 423, { size: 14, weight: 600 });
  text(pen, linked, 1362, 423, { size: 12.5, colour: COLOURS.t3, align: "right" });
  tiles.forEach((tile, index) => paintTile(pen, SAFETY_TILES[index] as number, tile));
}

function paintTile(pen: Pen, x: number, tile: TileLook): void {
  const mid = x + 37;
  box(pen, x, 431, 74, 78, {
    radius: 5,
    fill: tile.hover ? "#363330" : COLOURS.raised,
    edge: BLACK,
  });
  stroke(pen, `M${x + 5} 432.5H${x + 69}`, WHITE, 1, { alpha: 0.08 });
  if (tile.state === "override") {
    const frame = new Path2D();
    frame.roundRect(x + 1.5, 432.5, 71, 75, 4);
    stroke(pen, frame, COLOURS.med, 1.5, { dash: [5, 4] });
  } else if (tile.state === "tripped") {
    box(pen, x + 1.25, 432.25, 71.5, 75.5, { radius: 4, edge: COLOURS.high, edgeWidth: 2.5 });
  }
  text(pen, tile.name, mid, 448, { size: 13, weight: 600, align: "center" });
  text(pen, tile.limit, mid, 464, { size: 13, colour: COLOURS.t2, align: "center" });
  safetyShape(pen, tile.state, mid, 480);
  const colour = {
    armed: COLOURS.accent,
    alarmOnly: COLOURS.t1,
    off: COLOURS.t2,
    override: COLOURS.med,
    tripped: COLOURS.highText,
  };
  const style = { size: 13, weight: 600 } as const;
  text(pen, tile.word, mid, 502, {
    ...style,
    size: fittingSize(pen, tile.word, 70, style),
    colour: colour[tile.state],
    align: "center",
  });
}

export const POWER_WORD = { mains: "Mains", battery: "Battery", none: "No power" } as const;

export interface PowerLook {
  readonly source: PowerSource;
  readonly chargeShare: number;
  readonly charge: string;
  readonly left: string;
  readonly hover: boolean;
}

export function paintPower(pen: Pen, look: PowerLook): void {
  panel(pen, 1128, 522, 244, 34);
  if (look.hover) box(pen, 1130, 524, 240, 30, { radius: 5, fill: WHITE, alpha: 0.05 });
  const words = POWER_WORD[look.source];
  if (look.source === "mains") plug(pen, 1145.5, 539);
  else alarmShape(pen, look.source === "battery" ? "medium" : "high", 1146, 539, 17);
  text(pen, words, 1160, 544, { size: 13.5, weight: 600 });
  box(pen, 1220, 533, 34, 13, { radius: 2, edge: COLOURS.t2, edgeWidth: 1.5 });
  box(pen, 1255, 537, 3, 5, { radius: 1, fill: COLOURS.t2 });
  const width = Math.max(0, Math.min(1, look.chargeShare)) * 29;
  if (width > 0)
    box(pen, 1222.5, 535.5, width, 8, {
      radius: 1,
      fill: look.source === "battery" ? COLOURS.med : COLOURS.accent,
    });
  text(pen, look.charge, 1266, 544, { size: 13.5, weight: 600 });
  text(pen, look.left, 1362, 544, { size: 13.5, colour: COLOURS.t2, align: "right" });
}

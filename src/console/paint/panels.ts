/** The panels of the right column: gas, heater-cooler, safety tiles, power strip. */
import { COLOURS } from "../../tokens/colours.ts";
import type { PowerSource } from "../../world/contract/ids.ts";
import { paintKnob } from "./knob.ts";
import {
  BLACK,
  box,
  disc,
  fill,
  fittingSize,
  glass,
  key,
  type Pen,
  panel,
  stroke,
  text,
  WHITE,
} from "./pen.ts";
import { alarmShape, plug, type SafetyState, safetyShape } from "./shapes.ts";

export interface GasLook {
  readonly fio2: string;
  readonly fio2Share: number;
  readonly sweep: string;
  readonly sweepShare: number;
  readonly analyser: string;
  readonly hoverFio2: boolean;
  readonly hoverSweep: boolean;
}

/** Sweep tube: x 1262 to 1292, floor at y 224, top of scale at y 108. */
export const SWEEP_TUBE = { x: 1262, y: 104, w: 30, h: 124, floorY: 218, spanPx: 100 } as const;

export function paintGas(pen: Pen, look: GasLook): void {
  panel(pen, 1128, 64, 244, 244);
  text(pen, "Gas", 1138, 84, { size: 14, weight: 600 });
  text(pen, "FiO₂", 1190, 102, { size: 13, colour: COLOURS.t2, align: "center" });
  paintKnob(pen, 1190, 152, 33, look.fio2Share, look.hoverFio2);
  text(pen, look.fio2, 1186, 222, { size: 26, weight: 600, align: "center" });
  text(pen, "%", 1206, 222, { size: 14, colour: COLOURS.t2 });
  text(pen, "Sweep", 1277, 96, { size: 13, colour: COLOURS.t2, align: "center" });
  const { x, y, w, h, floorY, spanPx } = SWEEP_TUBE;
  box(pen, x, y, w, h, {
    radius: 5,
    fill: COLOURS.glass,
    edge: look.hoverSweep ? COLOURS.dim : BLACK,
  });
  stroke(pen, `M${x + 5} ${y + 6}V${y + h - 6}`, WHITE, 1, { alpha: 0.12 });
  for (let lpm = 0; lpm <= 15; lpm += 1) {
    const tickY = floorY - (lpm / 15) * spanPx;
    const main = lpm % 5 === 0;
    stroke(
      pen,
      `M${x + w} ${tickY}H${x + w + (main ? 7 : 4)}`,
      main ? COLOURS.t3 : COLOURS.dim,
      1.2,
      { cap: "butt" },
    );
    if (main) text(pen, String(lpm), x + w + 10, tickY + 4, { size: 12, colour: COLOURS.t3 });
  }
  const top = floorY - look.sweepShare * spanPx;
  fill(pen, `M${x + 5} ${top}H${x + w - 5}L${x + w - 9} ${top + 9}H${x + 9}Z`, COLOURS.t1);
  text(pen, look.sweep, 1338, 180, { size: 22, weight: 600, align: "center" });
  text(pen, "L/min", 1338, 196, { size: 12, colour: COLOURS.t3, align: "center" });
  stroke(pen, "M1136 236.5H1364", COLOURS.edge, 1);
  glass(pen, 1136, 244, 228, 56);
  text(pen, "O₂ analyser", 1146, 264, { size: 13, colour: COLOURS.t2 });
  text(pen, "gas inlet", 1146, 284, { size: 12, colour: COLOURS.t3 });
  text(pen, look.analyser, 1336, 284, { size: 27, weight: 600, align: "right" });
  text(pen, "%", 1340, 284, { size: 13, colour: COLOURS.t2 });
}

export interface WaterLook {
  readonly set: string;
  readonly water: string;
  readonly running: boolean;
  readonly flow: string;
  readonly minus: string;
  readonly plus: string;
}

export function paintWater(pen: Pen, look: WaterLook): void {
  panel(pen, 1128, 314, 244, 84);
  text(pen, "Heater-cooler", 1138, 333, { size: 14, weight: 600 });
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

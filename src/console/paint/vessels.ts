/**
 * The vessels of the circuit: hard-shell reservoir with its funnel scale and level sensor, oxygenator
 * with fibre and heat-exchanger windows, arterial filter, cardioplegia exchanger.
 */
import { COLOURS } from "../../tokens/colours.ts";
import type { SafetyMode, UnitInCircuit } from "../../world/contract/ids.ts";
import { levelY } from "../reservoirScale.ts";
import { BLACK, box, disc, fill, type Pen, pathOf, stroke, text, WHITE } from "./pen.ts";

const SHELL =
  "M334 236H458Q462 236 462 242V374L402 462V480H342V462Q330 440 330 386V242Q330 236 334 236Z";
const BODY = "#262423";
/** The vent of the reservoir, on its lid. */
export const VENT_PORT = { x: 352, y: 217 } as const;

export interface ReservoirLook {
  readonly volumeMl: number;
  readonly blood: string;
  readonly limitMl: number;
  readonly sensor: SafetyMode;
  readonly hover: boolean;
}

export function paintReservoir(pen: Pen, look: ReservoirLook): void {
  const surface = levelY(look.volumeMl);
  fill(pen, SHELL, "#1f1e1d");
  pen.save();
  pen.clip(pathOf(SHELL));
  if (look.volumeMl > 1) {
    box(pen, 330, surface, 132, 490 - surface, { fill: look.blood });
    box(pen, 330, surface, 132, 2, { fill: WHITE, alpha: 0.35 });
  }
  box(pen, 336, 236, 10, 244, { fill: WHITE, alpha: 0.05 });
  box(pen, 414, 238, 36, 112, { radius: 6, fill: "#2b2927", alpha: 0.85 });
  for (const x of [418, 425, 432, 439, 446])
    stroke(pen, `M${x} 242V346`, "#45413d", 1, { cap: "butt" });
  pen.restore();
  stroke(pen, SHELL, look.hover ? COLOURS.t1 : COLOURS.wall, 1.5);
  box(pen, VENT_PORT.x - 5, VENT_PORT.y, 10, 14, {
    radius: 2,
    fill: COLOURS.key,
    edge: COLOURS.wall,
  });
  box(pen, 327, 230, 138, 9, { radius: 3, fill: COLOURS.key, edge: BLACK });
  for (const volume of [200, 500, 1000, 2000, 3000, 4000]) {
    const y = levelY(volume);
    stroke(pen, `M334 ${y}H346`, COLOURS.t1, 1.5, { cap: "butt" });
    text(pen, String(volume), 350, y + 4, { size: 12 });
  }
  for (const volume of [100, 300, 400, 750, 1500, 2500, 3500]) {
    const y = levelY(volume);
    stroke(pen, `M334 ${y}H340`, COLOURS.t1, 1, { alpha: 0.6, cap: "butt" });
  }
  paintLevelSensor(pen, levelY(look.limitMl), look.sensor);
}

function paintLevelSensor(pen: Pen, y: number, mode: SafetyMode): void {
  const colour = mode === "alarmStop" ? COLOURS.accent : COLOURS.t3;
  if (mode !== "off") stroke(pen, `M330 ${y}H376`, colour, 1.5, { dash: [3, 3], cap: "butt" });
  box(pen, 313, y - 10, 16, 20, { radius: 3, fill: COLOURS.key, edge: BLACK });
  if (mode === "alarmStop") disc(pen, 321, y, 2.6, { fill: colour });
  else disc(pen, 321, y, 2.6, { edge: colour, edgeWidth: 1.2 });
}

export interface OxygenatorLook {
  readonly unit: UnitInCircuit;
  /** Ports carry their names where there is room. */
  readonly namesPorts: boolean;
  readonly gradient: string;
  readonly blood: string;
  readonly hover: boolean;
}

/** Where the unit was cut out: two stumps and the outline of what is missing. */
function paintGap(pen: Pen, hover: boolean): void {
  pen.save();
  pen.setLineDash([5, 5]);
  box(pen, 548.5, 420, 99, 124, { radius: 8, edge: hover ? COLOURS.t1 : COLOURS.wall });
  pen.restore();
  text(pen, "cut out", 598, 486, { size: 13, colour: COLOURS.t2, align: "center" });
}

export function paintOxygenator(pen: Pen, look: OxygenatorLook): void {
  if (look.unit === "none") {
    paintGap(pen, look.hover);
    return;
  }
  stroke(pen, "M560 419H547", COLOURS.gas, 4, { cap: "butt" });
  if (look.namesPorts) text(pen, "gas", 543, 423, { size: 12, colour: COLOURS.t3, align: "right" });
  stroke(pen, "M549 518H539", COLOURS.water, 4, { cap: "butt" });
  if (look.namesPorts) text(pen, "H₂O", 536, 522, { size: 12, colour: COLOURS.t3, align: "right" });
  box(pen, 548.5, 420, 99, 124, {
    radius: 8,
    fill: BODY,
    edge: look.hover ? COLOURS.t1 : COLOURS.wall,
    edgeWidth: 1.5,
  });
  for (const y of [410, 542])
    box(pen, 556, y, 84, 12, { radius: 3, fill: COLOURS.key, edge: BLACK });
  pen.save();
  const window = new Path2D();
  window.roundRect(558, 430, 80, 66, 3);
  pen.clip(window);
  box(pen, 558, 430, 80, 66, { fill: "#2a2322" });
  box(pen, 558, 430, 80, 66, { fill: look.blood, alpha: 0.28 });
  for (let x = 478; x < 650; x += 7) {
    stroke(pen, `M${x} 430L${x + 66} 496`, "#7e4a43", 1, { alpha: 0.8, cap: "butt" });
    stroke(pen, `M${x + 70} 430L${x + 4} 496`, "#7e4a43", 1, { alpha: 0.5, cap: "butt" });
  }
  pen.restore();
  box(pen, 558.5, 430.5, 79, 65, { radius: 3, edge: COLOURS.edge2 });
  box(pen, 558.5, 504.5, 79, 33, { radius: 3, fill: "#1e2528", edge: COLOURS.edge2 });
  for (let x = 564; x <= 624; x += 12)
    stroke(pen, `M${x} 509q6 6 0 12q-6 6 0 12`, COLOURS.water, 1.4);
  box(pen, 565, 450, 66, 26, { radius: 3, fill: "#141312", edge: "#2d2a28" });
  text(pen, "Δ", 571, 467, { size: 12.5, colour: COLOURS.t2 });
  text(pen, look.gradient, 625, 469, { size: 18, weight: 600, align: "right" });
}

export function paintFilter(pen: Pen, blood: string): void {
  const shell = "M734 436Q734 414 760 414Q786 414 786 436V452Q786 470 760 474Q734 470 734 452Z";
  fill(pen, shell, "#2a211f");
  stroke(pen, shell, COLOURS.wall, 1.5);
  for (let x = 742; x <= 778; x += 6)
    stroke(pen, `M${x} 430V458`, blood, 2, { alpha: 0.85, cap: "butt" });
  box(pen, 755, 408, 10, 8, { radius: 2, fill: COLOURS.key, edge: BLACK });
}

export function paintExchanger(pen: Pen): void {
  box(pen, 1028.5, 432.5, 43, 67, { radius: 6, fill: BODY, edge: COLOURS.wall, edgeWidth: 1.5 });
  for (const x of [1037, 1046, 1055, 1064]) {
    stroke(pen, `M${x} 442q6 8 0 16q-6 8 0 16q6 8 0 16`, COLOURS.water, 1.3);
  }
}

/** Things clipped to a line: in-line sensors, flow probe, bubble detector, electronic clamp. */
import { COLOURS } from "../../tokens/colours.ts";
import { BLACK, box, disc, fill, type Pen, stroke, text, WHITE } from "./pen.ts";

export function paintInlineSensor(
  pen: Pen,
  x: number,
  y: number,
  w: number,
  h: number,
  live: boolean,
): void {
  box(pen, x - w / 2, y - h / 2, w, h, { radius: 3, fill: COLOURS.key, edge: BLACK });
  stroke(pen, `M${x - w / 2 + 3} ${y - h / 2 + 1.5}H${x + w / 2 - 3}`, WHITE, 1, { alpha: 0.2 });
  if (live) disc(pen, x, y, 2.4, { fill: COLOURS.accent });
  else disc(pen, x, y, 2.4, { edge: COLOURS.t3, edgeWidth: 1.2 });
}

function clipBody(pen: Pen, x: number, y: number, hover: boolean): void {
  box(pen, x - 15, y - 12, 30, 24, {
    radius: 4,
    fill: hover ? "#45413e" : COLOURS.key,
    edge: BLACK,
  });
  stroke(pen, `M${x - 11} ${y - 10.5}H${x + 11}`, WHITE, 1, { alpha: 0.2 });
}

export function paintFlowProbe(
  pen: Pen,
  x: number,
  y: number,
  valid: boolean,
  hover: boolean,
): void {
  clipBody(pen, x, y, hover);
  stroke(
    pen,
    `M${x - 8} ${y + 4}L${x - 3} ${y - 4}L${x + 2} ${y + 4}L${x + 7} ${y - 4}`,
    valid ? COLOURS.t1 : COLOURS.t3,
    1.5,
  );
  if (!valid) stroke(pen, `M${x - 9} ${y + 8}L${x + 9} ${y - 8}`, COLOURS.low, 1.5);
}

export function paintBubbleDetector(pen: Pen, x: number, y: number, hover: boolean): void {
  clipBody(pen, x, y, hover);
  disc(pen, x - 3, y + 2, 4, { edge: COLOURS.t1, edgeWidth: 1.5 });
  disc(pen, x + 5, y - 4, 2.4, { edge: COLOURS.t1, edgeWidth: 1.5 });
}

export interface ElectronicClampLook {
  readonly lampClosed: boolean;
  readonly jawsClosed: boolean;
  readonly lineInside: boolean;
  readonly hover: boolean;
}

/** Housing left and right of a vertical line at x, 980; jaws that are apart or together; a lamp. */
export function paintElectronicClamp(
  pen: Pen,
  x: number,
  y: number,
  look: ElectronicClampLook,
): void {
  const away = look.lineInside ? 0 : 16;
  const gap = look.jawsClosed ? 1.6 : 7;
  const face = look.hover ? "#45413e" : COLOURS.key;
  for (const side of [-1, 1]) {
    const edge = x + away + side * gap;
    const outer = x + away + side * 20;
    const path = `M${edge} ${y - 8}L${outer} ${y - 12}V${y + 12}L${edge} ${y + 8}Z`;
    fill(pen, path, face);
    stroke(pen, path, BLACK, 1);
    stroke(
      pen,
      `M${edge} ${y - 7}V${y + 7}`,
      look.jawsClosed ? COLOURS.hardkey : COLOURS.steel2,
      2.4,
    );
  }
  const lamp = { x: x + away + 13, y };
  if (look.lampClosed) {
    disc(pen, lamp.x, lamp.y, 3.6, { fill: COLOURS.med, edge: BLACK });
  } else disc(pen, lamp.x, lamp.y, 3.2, { edge: COLOURS.t3, edgeWidth: 1.3 });
  const words = !look.lineInside ? "line out" : look.lampClosed ? "lamp: closed" : "lamp: open";
  text(pen, "Electronic clamp", x - 26, y - 1, { size: 12.5, colour: COLOURS.t2, align: "right" });
  text(pen, words, x - 26, y + 13, {
    size: 12,
    weight: look.lampClosed ? 700 : 500,
    colour: look.lampClosed ? COLOURS.med : COLOURS.t3,
    align: "right",
  });
}

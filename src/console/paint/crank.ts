/**
 * The hand crank: hanging in its clip, or its arm and grip around a hub; and the arrow that tells
 * which way. Drawn as in the mock-up; the layout places it.
 */
import { COLOURS } from "../../tokens/colours.ts";
import { arc, BLACK, box, disc, fill, type Pen, stroke, text, WHITE } from "./pen.ts";

export const CRANK_RADIUS = 56;
export const CLIP = { x: 478, y: 650, w: 66, h: 122 } as const;

export function paintClip(pen: Pen, holdsCrank: boolean, note: string, hover: boolean): void {
  box(pen, CLIP.x, CLIP.y, CLIP.w, CLIP.h, {
    radius: 6,
    fill: hover ? "#262422" : "#1d1b1a",
    edge: BLACK,
  });
  stroke(pen, "M482 771H540", WHITE, 1, { alpha: 0.08 });
  if (holdsCrank) {
    stroke(pen, "M511 674V728", BLACK, 13);
    stroke(pen, "M511 674V728", COLOURS.steel2, 10.5);
    stroke(pen, "M507.6 674V728", WHITE, 1, { alpha: 0.4 });
    disc(pen, 511, 674, 11, { fill: COLOURS.steel2, edge: BLACK });
    fill(pen, "M516 674L513.5 678.3L508.5 678.3L506 674L508.5 669.7L513.5 669.7Z", "#171615");
    disc(pen, 511, 732, 15, { fill: "#312e2c", edge: BLACK });
    disc(pen, 511, 732, 15, { edge: COLOURS.hardkey, edgeWidth: 2 });
    arc(pen, 511, 732, 11, 200, 340, WHITE, 1, { alpha: 0.2 });
  } else {
    stroke(pen, "M511 678V728", COLOURS.edge2, 1.5, { dash: [3, 4] });
  }
  box(pen, 486, 698, 50, 9, { radius: 3, fill: COLOURS.key, edge: BLACK });
  text(pen, note, 511, 764, { size: 12.5, colour: COLOURS.t2, align: "center" });
}

/** Arm and grip around the hub, the grip at 3 o'clock. */
export function paintArm(pen: Pen): void {
  const r = CRANK_RADIUS;
  stroke(pen, `M0 2H${r}`, BLACK, 20, { alpha: 0.4 });
  stroke(pen, `M0 0H${r}`, BLACK, 17);
  stroke(pen, `M0 0H${r}`, COLOURS.steel, 14.5);
  stroke(pen, `M0 0H${r}`, COLOURS.steel2, 7);
  disc(pen, 0, 0, 14, { fill: COLOURS.steel, edge: BLACK });
  fill(pen, "M6 0L3 5.2L-3 5.2L-6 0L-3 -5.2L3 -5.2Z", "#171615");
  disc(pen, r, 2, 19, { fill: BLACK, alpha: 0.4 });
  disc(pen, r, 0, 18, { fill: "#312e2c", edge: BLACK });
  disc(pen, r, 0, 17, { edge: COLOURS.hardkey, edgeWidth: 2.5 });
  disc(pen, r, 0, 10, { fill: COLOURS.key, edge: BLACK, edgeWidth: 0.8 });
}

/** The way to turn, at the upper right of the grip's path; mirrored when clockwise is forward. */
export function paintForwardArrow(pen: Pen, clockwise: boolean): void {
  pen.save();
  if (clockwise) pen.scale(-1, 1);
  stroke(pen, "M55.69 5.85A56 56 0 0 0 34.48 -44.13", COLOURS.t1, 3);
  fill(pen, "M27.38 -49.67L42.18 -46.68L33.87 -36.04Z", COLOURS.t1);
  pen.restore();
}

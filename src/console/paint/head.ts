/**
 * The pump head seen from above, around its own middle: housing, raceway, guide block; rotor with two
 * rollers; hub with its hex socket; direction arrow; cover closed or standing open on its hinge.
 */
import { COLOURS } from "../../tokens/colours.ts";
import type { Rotation } from "../../world/contract/ids.ts";
import { arc, BLACK, box, disc, fill, type Pen, stroke, WHITE } from "./pen.ts";

/** Middle of the rotor to a leg of the boot. */
const BOOT_RADIUS = 36;
/** Left edge of the opened cover, seen edge-on, and the latch. */
const OPEN_COVER_X = -66;
const LATCH_X = 58;
const RACE = "#1a1817";
const BODY = "#34312f";

/** Housing and raceway of a roller head. */
export function paintRollerBody(pen: Pen): void {
  disc(pen, 0, 2, 63, { fill: BLACK, alpha: 0.5 });
  disc(pen, 0, 0, 62, { fill: BODY, edge: BLACK });
  arc(pen, 0, 0, 60.5, 190, 350, WHITE, 1, { alpha: 0.22 });
  disc(pen, 0, 0, 48, { fill: RACE, edge: BLACK });
  arc(pen, 0, 0, 48.5, 20, 160, WHITE, 1, { alpha: 0.12 });
  box(pen, -46, -64, 92, 26, { radius: 3, fill: BODY });
  for (const side of [-1, 1]) {
    box(pen, side * BOOT_RADIUS - 9, -66, 18, 66, { radius: 3, fill: RACE });
  }
  box(pen, -25, -61, 50, 23, { radius: 4, fill: "#3d3a37", edge: BLACK });
  stroke(pen, "M-21 -59.5H21", WHITE, 1, { alpha: 0.14 });
  for (const side of [-14, 14]) {
    disc(pen, side, -49, 3.2, { fill: "#23211f", edge: BLACK });
    stroke(pen, `M${side - 2} -51L${side + 2} -47`, COLOURS.edge2, 1);
  }
}

/** Drive of a centrifugal pump: magnet plate, retaining jaws and the tangential outlet's seat. */
export function paintCentrifugalBody(pen: Pen): void {
  disc(pen, 0, 2, 63, { fill: BLACK, alpha: 0.5 });
  disc(pen, 0, 0, 62, { fill: BODY, edge: BLACK });
  arc(pen, 0, 0, 60.5, 190, 350, WHITE, 1, { alpha: 0.22 });
  disc(pen, 0, 0, 52, { fill: RACE, edge: BLACK });
  for (const degrees of [30, 150, 270]) {
    const angle = (degrees * Math.PI) / 180;
    disc(pen, 55 * Math.cos(angle), 55 * Math.sin(angle), 4, {
      fill: COLOURS.key,
      edge: BLACK,
    });
  }
}

/** The clear volute over its blood, before the vanes. */
export function paintVolute(pen: Pen, blood: string): void {
  disc(pen, 0, 0, 41, { fill: blood, edge: COLOURS.wall, edgeWidth: 1.6 });
  arc(pen, 0, 0, 38, 200, 290, WHITE, 1.4, { alpha: 0.22 });
}

/** A rotor around its own middle, arms along 3 and 9 o'clock. */
export function paintRotor(pen: Pen): void {
  for (const side of [-1, 1]) {
    stroke(pen, `M0 0H${side * 27}`, BLACK, 17);
    stroke(pen, `M0 0H${side * 27}`, COLOURS.edge2, 14.5);
  }
  for (const side of [-1, 1]) {
    for (const degrees of [70, 110]) {
      const angle = (side * degrees * Math.PI) / 180;
      disc(pen, 27 * Math.cos(angle), 27 * Math.sin(angle), 4.2, {
        fill: COLOURS.dim,
        edge: BLACK,
      });
    }
    stroke(pen, `M0 0V${side * 24}`, "#4a4642", 9);
  }
  for (const side of [-1, 1]) {
    disc(pen, side * 28, 0, 9.5, { fill: COLOURS.steel, edge: BLACK, edgeWidth: 1.2 });
    disc(pen, side * 28, 0, 7.2, { edge: WHITE, alpha: 0.4 });
    disc(pen, side * 28, 0, 3, { fill: COLOURS.edge2 });
  }
  disc(pen, 0, 0, 13, { fill: "#45413d", edge: BLACK });
  disc(pen, 0, 0, 11.5, { edge: WHITE, alpha: 0.16 });
  hexSocket(pen, 0, 0, 6, BLACK);
}

function hexSocket(pen: Pen, x: number, y: number, r: number, edge: string): void {
  const corners = [0, 60, 120, 180, 240, 300].map((degrees) => {
    const angle = ((degrees + 30) * Math.PI) / 180;
    return `${(x + r * Math.cos(angle)).toFixed(2)} ${(y + r * Math.sin(angle)).toFixed(2)}`;
  });
  const path = `M${corners.join("L")}Z`;
  fill(pen, path, "#171615");
  stroke(pen, path, edge, 0.8);
}

/** Vanes of a centrifugal impeller. */
export function paintVanes(pen: Pen): void {
  for (let vane = 0; vane < 6; vane += 1) {
    pen.save();
    pen.rotate((vane * Math.PI) / 3);
    stroke(pen, "M10 0Q22 -3 32 -16", COLOURS.steel, 3.2, { alpha: 0.9 });
    pen.restore();
  }
  disc(pen, 0, 0, 10, { fill: "#45413d", edge: BLACK });
  hexSocket(pen, 0, 0, 5, BLACK);
}

/** What the eye makes of vanes that turn faster than it can follow. */
export function paintVaneBlur(pen: Pen): void {
  for (const [r, alpha] of [
    [16, 0.16],
    [22, 0.12],
    [28, 0.08],
    [34, 0.05],
  ] as const) {
    disc(pen, 0, 0, r, { edge: COLOURS.steel, edgeWidth: 3, alpha });
  }
  disc(pen, 0, 0, 10, { fill: "#45413d", edge: BLACK });
  hexSocket(pen, 0, 0, 5, BLACK);
}

/** The engraved arrow under the boot: the direction the head is set to turn. */
export function paintDirection(pen: Pen, rotation: Rotation): void {
  pen.save();
  if (rotation === "clockwise") pen.scale(-1, 1);
  arc(pen, 0, 0, 55, 60, 120, COLOURS.t1, 2);
  fill(pen, "M33.56 44.13L27.09 53.93L21.84 44.83Z", COLOURS.t1);
  pen.restore();
}

export function paintCover(pen: Pen, isOpen: boolean): void {
  if (isOpen) {
    standingCover(pen, 0);
    box(pen, LATCH_X - 4, -9, 9, 18, { radius: 2, edge: COLOURS.steel2, edgeWidth: 1.2 });
    return;
  }
  disc(pen, 0, 0, 58, { fill: WHITE, alpha: 0.04 });
  disc(pen, 0, 0, 58, { edge: WHITE, alpha: 0.1 });
  arc(pen, 0, 0, 57, 205, 262, WHITE, 2, { alpha: 0.2 });
  arc(pen, 0, 0, 53, 212, 240, WHITE, 1.2, { alpha: 0.12 });
  box(pen, LATCH_X - 4, -9, 9, 18, { radius: 2, fill: "#45413d", edge: BLACK });
  stroke(pen, `M${LATCH_X - 1.5} -5V5`, WHITE, 1, { alpha: 0.2 });
}

/** The cover on its hinge at 9 o'clock, seen edge-on; while it falls it is seen wider. */
function standingCover(pen: Pen, fallen: number): void {
  const half = 9 + fallen * 49;
  const cover = new Path2D();
  cover.ellipse(OPEN_COVER_X + half, 0, half, 58, 0, 0, Math.PI * 2);
  fill(pen, cover, "#3a3734", 0.55 - 0.45 * fallen);
  stroke(pen, cover, COLOURS.steel, 1.5);
  box(pen, OPEN_COVER_X + 14, -10, 8, 20, { radius: 2, fill: "#45413d", edge: BLACK });
}

/** Between shut and open: `share` of the way open. */
export function paintMovingCover(pen: Pen, share: number): void {
  standingCover(pen, 1 - share);
  box(pen, LATCH_X - 4, -9, 9, 18, { radius: 2, edge: COLOURS.steel2, edgeWidth: 1.2 });
}
